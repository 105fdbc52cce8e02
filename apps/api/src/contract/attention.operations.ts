import { ATTENTION_REASONS } from '#domain';
import { z } from 'zod';
import { Paused } from './checking.operations.js';
import { operation } from './operation.js';
import { Tier } from './vocabulary.js';
import { anyOf, Flag, Id, Instant, named, PAGE, pageOf } from './wire.js';

const AttentionReason = z.enum(ATTENTION_REASONS);
const AttentionItem = z.strictObject({
  subject: z.strictObject({ kind: z.enum(['claim', 'assignment', 'query']), id: Id }),
  claimId: Id,
  articleId: Id,
  articleTitle: z.string(),
  quote: z.string(),
  tier: Tier,
  reason: AttentionReason,
  since: Instant,
  dueAt: Instant.nullable(),
  overdue: z.boolean(),
  paused: Paused.nullable(),
});

export const listAttention = operation({
  id: 'listAttention',
  method: 'GET',
  path: '/attention',
  summary: {
    en: 'What waits for me, why, since when and until when; the most urgent first',
    ar: 'ما ينتظرني ولماذا ومنذ متى وإلى متى، الأكثر إلحاحًا أولًا',
  },
  query: z.strictObject({
    ...PAGE,
    reason: anyOf(ATTENTION_REASONS).optional(),
    articleId: Id.optional(),
    overdue: Flag.optional(),
  }),
  answers: {
    200: pageOf(AttentionItem).extend({
      total: z.int(),
      counts: z.partialRecord(AttentionReason, z.int()),
    }),
  },
});

const Notification = z.strictObject({
  id: Id,
  kind: z.enum(['mention', 'assignment', 'query', 'answer']),
  claimId: Id,
  articleId: Id,
  articleTitle: z.string(),
  quote: z.string(),
  by: z.strictObject({ id: Id, name: z.string().nullable() }),
  text: z.string().nullable(),
  at: Instant,
  readAt: Instant.nullable(),
});

export const listNotifications = operation({
  id: 'listNotifications',
  method: 'GET',
  path: '/notifications',
  summary: {
    en: 'What others told me: mentions, assignments, queries and answers',
    ar: 'ما أُبلغت به: إشارات إليّ وتكليفات وطلبات إيضاح وأجوبتها',
  },
  query: z.strictObject({ ...PAGE, unread: Flag.optional() }),
  answers: { 200: pageOf(Notification).extend({ unread: z.int() }) },
});

export const readNotifications = operation({
  id: 'readNotifications',
  method: 'POST',
  path: '/notifications/read',
  summary: { en: 'Mark as read what I was told', ar: 'تعليم الإشعارات مقروءة' },
  body: z.union([z.strictObject({ ids: z.array(Id).min(1).max(200) }), z.strictObject({ all: z.literal(true) })]),
  answers: { 200: z.strictObject({ unread: z.int() }) },
});

named({ AttentionItem, Notification });
