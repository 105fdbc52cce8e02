import { z } from 'zod';
import { Assignment } from './checking.operations.js';
import { Claim, ClaimItem } from './claim.operations.js';
import { operation } from './operation.js';
import { DismissalReason, State, Tier } from './vocabulary.js';
import { Id, Instant, named, prose } from './wire.js';

const params = z.strictObject({ id: Id });
const Offset = z.int().min(0);
const Part = z.union([
  z.strictObject({ blockId: z.string().max(40), start: Offset, end: Offset }),
  z.strictObject({ quote: z.string().min(1).max(20_000) }),
]);
const SPANS = ['span-out-of-range', 'span-inside-grapheme', 'span-crosses-blocks', 'quote-not-found'] as const;

export const splitClaim = operation({
  id: 'splitClaim',
  method: 'POST',
  path: '/claims/{id}/split',
  summary: { en: 'Split a claim into parts of its words', ar: 'تقسيم ادّعاء إلى أجزاء من كلماته' },
  description: {
    en: 'The first part keeps the claim and its history; each other part becomes a claim of the same tier.',
    ar: 'يبقى الجزء الأول على الادّعاء وسجله، ويصير كل جزء آخر ادّعاءً بالأولوية نفسها.',
  },
  params,
  body: z.strictObject({ parts: z.array(Part).min(2).max(10) }),
  answers: { 200: z.strictObject({ claim: Claim, made: z.array(ClaimItem) }) },
  ifMatch: true,
  refusals: ['not-in-state', ...SPANS],
});

export const mergeClaim = operation({
  id: 'mergeClaim',
  method: 'POST',
  path: '/claims/{id}/merge',
  summary: { en: 'Merge other claims of the article into this one', ar: 'دمج ادّعاءات أخرى من المادة في هذا الادّعاء' },
  description: {
    en: 'The others are set aside as duplicates; their evidence is kept here too. `extend` widens the claim to cover them.',
    ar: 'تُستبعد الأخرى لتكرارها وتُحفظ أدلتها هنا أيضًا. ويوسّع `extend` الادّعاء ليشملها.',
  },
  params,
  body: z.strictObject({ claimIds: z.array(Id).min(1).max(50), extend: z.boolean().default(false) }),
  answers: { 200: Claim },
  ifMatch: true,
  refusals: ['not-in-state', ...SPANS],
});

const Skipped = z.strictObject({
  claimId: Id,
  why: z.string(),
  detail: z.string(),
  missing: z.array(z.string()).optional(),
});
const claimIds = z.array(Id).min(1).max(200);
const due = Instant.nullable().optional();

export const changeClaimsInBulk = operation({
  id: 'changeClaimsInBulk',
  method: 'POST',
  path: '/claims/bulk',
  summary: {
    en: 'Do one thing to many claims; what the rules refuse is left alone and said',
    ar: 'إجراء واحد على ادّعاءات كثيرة؛ وما ترفضه القواعد يُترك ويُذكر سببه',
  },
  description: { en: 'Tier A is never decided in bulk.', ar: 'لا يُتخذ قرار جماعي في الأولوية أ.' },
  body: z.discriminatedUnion('action', [
    z.strictObject({ action: z.literal('accept'), claimIds }),
    z.strictObject({
      action: z.literal('dismiss'),
      claimIds,
      reason: DismissalReason,
      note: z.string().max(2000).optional(),
    }),
    z.strictObject({ action: z.literal('tier'), claimIds, tier: Tier, reason: prose(2000).optional() }),
    z.strictObject({ action: z.literal('assign'), claimIds, reviewerId: Id, dueAt: due }),
    z.strictObject({
      action: z.literal('decide'),
      claimIds,
      to: State,
      rationale: z.string().max(20_000).optional(),
      rating: z.string().max(40).optional(),
    }),
  ]),
  answers: { 200: z.strictObject({ done: z.array(Id), skipped: z.array(Skipped) }) },
  idempotency: 'required',
  refusals: ['scope-missing', 'person-required'],
});

export const balanceAssignments = operation({
  id: 'balanceAssignments',
  method: 'POST',
  path: '/articles/{id}/assignments/balance',
  summary: {
    en: "Share an article's open claims among fact-checkers, evenly",
    ar: 'توزيع ادّعاءات المادة المفتوحة على مدققي المعلومات بالتساوي',
  },
  description: {
    en: 'Fewest open first, by language and desk, never an author, never twice on one claim, never past the limit.',
    ar: 'الأقل حملًا أولًا، بحسب اللغة والقسم، ولا يُكلَّف معدّ المادة، ولا أحد مرتين بادّعاء، ولا يُتجاوز الحد.',
  },
  params,
  body: z.strictObject({ reviewersPerClaim: z.int().min(1).max(9).optional(), dueAt: due }).optional(),
  answers: {
    200: z.strictObject({
      assigned: z.array(Assignment),
      skipped: z.array(
        z.strictObject({
          claimId: Id,
          why: z.enum(['enough-already', 'no-language', 'no-desk', 'only-authors-or-assigned', 'all-at-limit']),
          missing: z.int(),
        }),
      ),
    }),
  },
  idempotency: 'required',
});

export const handOverAssignments = operation({
  id: 'handOverAssignments',
  method: 'POST',
  path: '/assignments/hand-over',
  summary: {
    en: 'Pass everything open of one member to another, at the end of a shift',
    ar: 'تسليم كل التكليفات المفتوحة لدى زميل إلى آخر في نهاية المناوبة',
  },
  body: z.strictObject({ fromId: Id, toId: Id, articleId: Id.optional(), note: prose(2000) }),
  answers: {
    200: z.strictObject({
      done: z.array(z.strictObject({ claimId: Id, assignment: Assignment })),
      skipped: z.array(Skipped),
    }),
  },
  idempotency: 'required',
  refusals: ['relation-forbidden'],
});

named({ SkippedClaim: Skipped });
