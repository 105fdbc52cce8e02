import { QUERY_STATUSES } from '#domain';
import { z } from 'zod';
import { operation } from './operation.js';
import { Id, Instant, named, PAGE, pageOf, prose, Version } from './wire.js';

const Query = z.strictObject({
  id: Id,
  claimId: Id,
  articleId: Id,
  text: z.string(),
  status: z.enum(QUERY_STATUSES),
  askedBy: Id,
  answer: z.string().nullable(),
  answeredBy: Id.nullable(),
  answeredAt: Instant.nullable(),
  resolvedBy: Id.nullable(),
  resolvedAt: Instant.nullable(),
  resolution: z.string().nullable(),
  createdAt: Instant,
  version: Version,
});

const Comment = z.strictObject({
  id: Id,
  claimId: Id,
  text: z.string(),
  mentions: z.array(Id),
  authorId: Id,
  createdAt: Instant,
});

const params = z.strictObject({ id: Id });

export const listQueries = operation({
  id: 'listQueries',
  method: 'GET',
  path: '/claims/{id}/queries',
  summary: { en: 'Queries to the writer about a claim', ar: 'طلبات الإيضاح من معدّ المادة' },
  params,
  query: z.strictObject({ ...PAGE }),
  answers: { 200: pageOf(Query) },
});
export const askQuery = operation({
  id: 'askQuery',
  method: 'POST',
  path: '/claims/{id}/queries',
  summary: { en: 'Ask the writer', ar: 'طلب إيضاح من معدّ المادة' },
  description: {
    en: 'The claim cannot be verified, nor its article cleared, until the query is resolved.',
    ar: 'لا يُعتمد التحقق من المعلومة ولا تُجاز مادتها حتى يُغلق الطلب.',
  },
  params,
  body: z.strictObject({ text: prose(4000) }),
  answers: { 201: Query },
  refusals: ['not-in-state'],
});
export const answerQuery = operation({
  id: 'answerQuery',
  method: 'POST',
  path: '/queries/{id}/answer',
  summary: { en: 'Answer a query as the writer', ar: 'الإجابة عن طلب إيضاح' },
  params,
  body: z.strictObject({ text: prose(20_000) }),
  answers: { 200: Query },
  refusals: ['not-in-state'],
});
export const resolveQuery = operation({
  id: 'resolveQuery',
  method: 'POST',
  path: '/queries/{id}/resolution',
  summary: { en: 'Close a query; without an answer, say why', ar: 'إغلاق طلب إيضاح، مع ذكر السبب إن لم يُجَب' },
  params,
  body: z.strictObject({ note: prose(4000).optional() }).optional(),
  answers: { 200: Query },
  refusals: ['not-in-state', 'reason-required'],
});

export const listComments = operation({
  id: 'listComments',
  method: 'GET',
  path: '/claims/{id}/comments',
  summary: { en: 'What the desk says about a claim', ar: 'تعليقات الفريق على الادّعاء' },
  description: {
    en: 'Whoever must still judge the claim reads only his own comments.',
    ar: 'من لم يسجّل تقييمه بعد لا يقرأ إلا تعليقاته.',
  },
  params,
  query: z.strictObject({ ...PAGE }),
  answers: { 200: pageOf(Comment) },
});
export const createComment = operation({
  id: 'createComment',
  method: 'POST',
  path: '/claims/{id}/comments',
  summary: { en: 'Comment on a claim; @name mentions a member', ar: 'التعليق على ادّعاء؛ ‎@ ثم الاسم ينبّه الزميل' },
  params,
  body: z.strictObject({ text: prose(4000), mentions: z.array(Id).max(50).optional() }),
  answers: { 201: Comment },
});

named({ Query, Comment });
