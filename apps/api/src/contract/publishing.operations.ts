import { COMMENT_CHANNELS, COMMENT_OUTCOMES, COMPLAINT_OUTCOMES, LEGAL_BASES, WAIVER_REASONS } from '#domain';
import { z } from 'zod';
import { operation } from './operation.js';
import { Flag, Id, Instant, label, named, PAGE, pageOf, prose, Version, WebAddress } from './wire.js';

const Channel = z.enum(COMMENT_CHANNELS);
const Outcome = z.enum(COMMENT_OUTCOMES);
const Waiver = z.enum(WAIVER_REASONS);
const LegalBasis = z.enum(LEGAL_BASES);
const Note = z.string().max(4000);

const CommentRequest = z.strictObject({
  id: Id,
  articleId: Id,
  claimIds: z.array(Id),
  addressee: z.string(),
  channel: Channel.nullable(),
  questions: z.string().nullable(),
  sentAt: Instant.nullable(),
  deadline: Instant.nullable(),
  outcome: Outcome.nullable(),
  answer: z.string().nullable(),
  passage: z.string().nullable(),
  outcomeAt: Instant.nullable(),
  waiver: z.strictObject({ reason: Waiver, note: z.string().nullable() }).nullable(),
  createdBy: Id,
  createdAt: Instant,
  version: Version,
});

export const listCommentRequests = operation({
  id: 'listCommentRequests',
  method: 'GET',
  path: '/articles/{id}/comment-requests',
  summary: { en: 'Who was asked for comment, and what came of it', ar: 'طلبات التعليق وما آلت إليه' },
  params: z.strictObject({ id: Id }),
  answers: { 200: pageOf(CommentRequest) },
});
export const createCommentRequest = operation({
  id: 'createCommentRequest',
  method: 'POST',
  path: '/articles/{id}/comment-requests',
  summary: {
    en: 'Record a request for comment, or why an editor waives it',
    ar: 'تسجيل طلب تعليق، أو سبب إعفاء المحرر المسؤول منه',
  },
  description: {
    en: 'An accusation of tier A in our own copy is cleared only once whoever is accused was asked about it and the article says what came of it (`passage`), or an editor waived it for one of the fixed reasons. A request is sent by a `channel` with `questions`, `sentAt` and `deadline`; a waiver has none of these.',
    ar: 'لا يُجاز اتهام من الأولوية A في مادتنا إلا بعد سؤال من وُجّه إليه وذِكر ما آل إليه ذلك في المادة (`passage`)، أو بإعفاء من المحرر المسؤول لأحد الأسباب المحددة. للطلب `channel` و`questions` و`sentAt` و`deadline`، وليس للإعفاء شيء منها.',
  },
  params: z.strictObject({ id: Id }),
  body: z.strictObject({
    claimIds: z.array(Id).min(1).max(200),
    addressee: label(300),
    channel: Channel.optional(),
    questions: prose(20_000).optional(),
    sentAt: Instant.optional(),
    deadline: Instant.optional(),
    waiver: z.strictObject({ reason: Waiver, note: Note.optional() }).optional(),
  }),
  answers: { 201: CommentRequest },
});
export const updateCommentRequest = operation({
  id: 'updateCommentRequest',
  method: 'PATCH',
  path: '/comment-requests/{id}',
  summary: { en: 'Record what came of a request for comment', ar: 'تسجيل ما آل إليه طلب التعليق' },
  params: z.strictObject({ id: Id }),
  body: z.strictObject({
    outcome: Outcome,
    answer: z.string().max(20_000).nullable().optional(),
    passage: z.string().max(20_000).nullable().optional(),
  }),
  answers: { 200: CommentRequest },
  ifMatch: true,
  refusals: ['not-in-state'],
});

const CorrectionRequest = z.strictObject({
  id: Id,
  requester: z.string(),
  contact: z.string().nullable(),
  demand: z.string(),
  receivedAt: Instant,
  legalBasis: LegalBasis.nullable(),
  articleId: Id.nullable(),
  claimId: Id.nullable(),
  url: z.string().nullable(),
  dueAt: Instant,
  outcome: z.enum(COMPLAINT_OUTCOMES).nullable(),
  note: z.string().nullable(),
  correctionId: Id.nullable(),
  answeredBy: Id.nullable(),
  answeredAt: Instant.nullable(),
  createdBy: Id,
  createdAt: Instant,
  version: Version,
});

export const listCorrectionRequests = operation({
  id: 'listCorrectionRequests',
  method: 'GET',
  path: '/correction-requests',
  summary: { en: 'Complaints from outside, due first', ar: 'طلبات التصحيح الواردة بحسب موعد الرد' },
  query: z.strictObject({ ...PAGE, open: Flag.optional() }),
  answers: { 200: pageOf(CorrectionRequest) },
});
export const createCorrectionRequest = operation({
  id: 'createCorrectionRequest',
  method: 'POST',
  path: '/correction-requests',
  summary: { en: 'Record a complaint from outside', ar: 'تسجيل طلب تصحيح وارد' },
  description: {
    en: 'Due within 24 hours where a legal basis is claimed, else on the third working day of the newsroom.',
    ar: 'موعد الرد 24 ساعة إذا استند الطلب إلى أساس قانوني، وإلا ففي ثالث أيام عمل غرفة الأخبار.',
  },
  body: z.strictObject({
    requester: label(300),
    contact: label(500).nullable().optional(),
    demand: prose(20_000),
    receivedAt: Instant.optional(),
    legalBasis: LegalBasis.nullable().optional(),
    articleId: Id.nullable().optional(),
    claimId: Id.nullable().optional(),
    url: WebAddress.nullable().optional(),
  }),
  answers: { 201: CorrectionRequest },
});
export const updateCorrectionRequest = operation({
  id: 'updateCorrectionRequest',
  method: 'PATCH',
  path: '/correction-requests/{id}',
  summary: { en: 'Answer a complaint from outside', ar: 'الرد على طلب تصحيح وارد' },
  params: z.strictObject({ id: Id }),
  body: z.strictObject({
    outcome: z.enum(COMPLAINT_OUTCOMES),
    note: Note.nullable().optional(),
    correctionId: Id.nullable().optional(),
  }),
  answers: { 200: CorrectionRequest },
  ifMatch: true,
});

const LegalNote = z.strictObject({ id: Id, articleId: Id, text: z.string(), createdBy: Id, createdAt: Instant });

const LegalHold = z.strictObject({ reason: z.string() });

export const listLegalNotes = operation({
  id: 'listLegalNotes',
  method: 'GET',
  path: '/articles/{id}/legal-notes',
  summary: { en: 'Confidential legal notes on an article', ar: 'ملاحظات قانونية سرية على المادة' },
  params: z.strictObject({ id: Id }),
  answers: { 200: pageOf(LegalNote).extend({ hold: LegalHold.nullable() }) },
});
export const createLegalNote = operation({
  id: 'createLegalNote',
  method: 'POST',
  path: '/articles/{id}/legal-notes',
  summary: {
    en: 'Write a confidential legal note; it is part of no export',
    ar: 'كتابة ملاحظة قانونية سرية لا تدخل في أي تصدير',
  },
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ text: prose(50_000) }),
  answers: { 201: LegalNote },
});

export const setLegalHold = operation({
  id: 'setLegalHold',
  method: 'POST',
  path: '/articles/{id}/legal-hold',
  summary: { en: 'Hold an article for the law, or lift the hold', ar: 'حفظ المادة لداعٍ قانوني أو رفع الحفظ' },
  description: {
    en: 'A held article is not archived, and no record of it erased. `hold: null` lifts it; where the newsroom has somebody of role legal, only they or the head may.',
    ar: 'المادة المحفوظة لداعٍ قانوني لا تُؤرشف ولا يُمحى شيء من سجلها. `hold: null` يرفع الحفظ؛ وحيث يوجد من دوره legal لا يرفعه غيره أو رئيس قسم التحقق.',
  },
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ hold: z.strictObject({ reason: prose(4000) }).nullable() }),
  answers: { 200: z.strictObject({ articleId: Id, hold: LegalHold.nullable(), version: Version }) },
  ifMatch: true,
  refusals: ['role-forbidden'],
});

named({ CommentRequest, CorrectionRequest, LegalNote });
