import { TIERS } from '#domain';
import { z } from 'zod';
import { HistoryItem, HistoryOrder } from './claim.operations.js';
import { Checklists } from './newsroom.operations.js';
import { operation } from './operation.js';
import { anyOf, Flag, Id, Instant, named, PAGE, pageOf } from './wire.js';

const Figure = z.number().nullable();
const Reason = z.enum(['no-pairs', 'no-variation', 'not-numeric', 'unequal-raters']);
const Agreement = z.strictObject({
  value: Figure,
  po: Figure,
  n: z.int(),
  missing: z.int(),
  reason: Reason.optional(),
});
const period = { from: Instant.optional(), to: Instant.optional() } as const;

export const getAgreement = operation({
  id: 'getAgreement',
  method: 'GET',
  path: '/insights/agreement',
  summary: { en: 'How far fact-checkers agree on decided claims', ar: 'مدى اتفاق المدققين في الادّعاءات المبتوت فيها' },
  query: z.strictObject({
    ...period,
    kind: z.enum(['draft', 'external']).default('external'),
    tier: anyOf(TIERS).optional(),
    informed: Flag.optional(),
  }),
  answers: {
    200: z.strictObject({
      alpha: Figure,
      kappa: Figure,
      po: Figure,
      n: z.int(),
      missing: z.int(),
      reason: Reason.optional(),
      claims: z.int(),
      reviewers: z.int(),
      ordinal: Agreement,
      cohen: Agreement,
      fleiss: Agreement,
      observed: Agreement,
    }),
  },
});

export const getThroughput = operation({
  id: 'getThroughput',
  method: 'GET',
  path: '/insights/throughput',
  summary: {
    en: 'What was done day by day, how long it took, and what waits',
    ar: 'ما أُنجز يومًا بيوم، وكم استغرق، وما ينتظر',
  },
  description: {
    en: 'Hours from a claim’s entry to its first decision. Those of each day and `turnaround` are hours of the clock; `turnaround.working` counts the newsroom’s working time alone, without the time in which the author was waited for.',
    ar: 'الساعات من دخول الادّعاء إلى أول قرار فيه. أرقام كل يوم و`turnaround` بالساعات المتصلة؛ أما `turnaround.working` فتعدّ وقت العمل في غرفة الأخبار وحده، من دون وقت انتظار معدّ المادة.',
  },
  query: z.strictObject({ ...period }),
  answers: {
    200: z.strictObject({
      from: Instant,
      to: Instant,
      days: z.array(
        z.strictObject({
          day: z.iso.date(),
          articles: z.int(),
          claimsDecided: z.int(),
          turnaroundMedian: Figure,
          turnaroundP90: Figure,
        }),
      ),
      turnaround: z.strictObject({
        n: z.int(),
        median: Figure,
        p90: Figure,
        working: z.strictObject({ median: Figure, p90: Figure }),
      }),
      backlog: z.strictObject({
        proposed: z.int(),
        needsSource: z.int(),
        closed: z.int(),
        verified: z.int(),
        disputed: z.int(),
        dismissed: z.int(),
      }),
    }),
  },
});

export const getLoad = operation({
  id: 'getLoad',
  method: 'GET',
  path: '/insights/load',
  summary: { en: 'What each fact-checker has open and can still take', ar: 'ما لدى كل مدقق من تكليفات وما يتسع له' },
  answers: {
    200: z.strictObject({
      items: z.array(
        z.strictObject({
          memberId: Id,
          name: z.string(),
          open: z.int(),
          overdue: z.int(),
          capacity: z.int(),
          lastAssignedAt: Instant.nullable(),
        }),
      ),
      limit: z.int(),
    }),
  },
});

export const getChecklists = operation({
  id: 'getChecklists',
  method: 'GET',
  path: '/checklists',
  summary: { en: 'What a fact-checker goes through, by kind of claim', ar: 'ما يمر به المدقق بحسب نوع الادّعاء' },
  answers: {
    200: Checklists,
  },
});

export const getArticleHistory = operation({
  id: 'getArticleHistory',
  method: 'GET',
  path: '/articles/{id}/history',
  summary: { en: 'Who did what to an article and its claims, when and why', ar: 'سجل المادة: من فعل ماذا ومتى ولماذا' },
  params: z.strictObject({ id: Id }),
  query: z.strictObject({ ...PAGE, order: HistoryOrder }),
  answers: { 200: pageOf(HistoryItem) },
});

named({ Agreement });
