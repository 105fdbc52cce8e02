import { SOURCE_TYPES } from '#domain';
import { z } from 'zod';
import { MEBIBYTE, operation } from './operation.js';
import { anyOf, Id, Instant, label, PAGE, pageOf, prose, Version, WebAddress, named } from './wire.js';
import {
  AccountStanding,
  AssignmentStatus,
  Confidence,
  KnowledgeBasis,
  Derivation,
  EvidenceStance,
  SourceType,
  VerdictStance,
} from './vocabulary.js';

/** Terms on which a source goes without its name; who it is, nobody is asked. */
const Anonymity = z.strictObject({
  knownBy: Id,
  why: prose(4000),
  basis: KnowledgeBasis,
  people: z.int().min(1).max(99),
});
const SourceBody = z.strictObject({
  name: label(300),
  type: SourceType,
  url: WebAddress.nullable().optional(),
  aliases: z.array(label(300)).max(50).optional(),
  ownerId: Id.nullable().optional(),
  derivesFromId: Id.nullable().optional(),
  vouchedById: Id.nullable().optional(),
  confidential: z.boolean().optional(),
  anonymity: Anonymity.nullable().optional(),
});
const Source = z.strictObject({
  id: Id,
  name: z.string().nullable(),
  type: SourceType,
  url: z.string().nullable(),
  aliases: z.array(z.string()),
  ownerId: Id.nullable(),
  derivesFromId: Id.nullable(),
  vouchedById: Id.nullable(),
  confidential: z.boolean(),
  anonymity: Anonymity.nullable(),
  approval: z.strictObject({ by: Id, at: Instant }).nullable(),
  createdAt: Instant,
  updatedAt: Instant,
  version: Version,
});

export const listSources = operation({
  id: 'listSources',
  method: 'GET',
  path: '/sources',
  summary: { en: 'The source register', ar: 'سجل المصادر' },
  query: z.strictObject({ ...PAGE, q: z.string().min(1).max(200).optional(), type: anyOf(SOURCE_TYPES).optional() }),
  answers: { 200: pageOf(Source) },
});
export const createSource = operation({
  id: 'createSource',
  method: 'POST',
  path: '/sources',
  summary: { en: 'Register a source', ar: 'تسجيل مصدر' },
  body: SourceBody,
  answers: { 201: Source },
  location: '/sources/{id}',
});
export const getSource = operation({
  id: 'getSource',
  method: 'GET',
  path: '/sources/{id}',
  summary: { en: 'A source', ar: 'مصدر' },
  params: z.strictObject({ id: Id }),
  answers: { 200: Source },
});
export const updateSource = operation({
  id: 'updateSource',
  method: 'PATCH',
  path: '/sources/{id}',
  summary: { en: 'Change a source, or say what it derives from', ar: 'تعديل مصدر أو بيان ما ينقل عنه' },
  params: z.strictObject({ id: Id }),
  body: SourceBody.partial(),
  answers: { 200: Source },
  ifMatch: true,
});
export const approveSource = operation({
  id: 'approveSource',
  method: 'POST',
  path: '/sources/{id}/approval',
  summary: {
    en: 'Approve that a source goes without its name, on the terms recorded',
    ar: 'الموافقة على عدم تسمية مصدر وفق الشروط المسجَّلة',
  },
  params: z.strictObject({ id: Id }),
  answers: { 200: Source },
  ifMatch: true,
  refusals: ['not-in-state', 'already-in-state'],
});
export const readConfidentialSource = operation({
  id: 'readConfidentialSource',
  method: 'POST',
  path: '/sources/{id}/readings',
  summary: {
    en: 'Read a confidential source; who read it and why is recorded',
    ar: 'الاطلاع على مصدر سري، ويُسجَّل من اطّلع ولماذا',
  },
  description: {
    en: 'Lists, claims, origins, history and exports show nothing by which a confidential source could be recognised, to anybody. This shows it, and what was found through it, to editors and to fact-checkers assigned to a claim that uses it. A repeated answer under the same Idempotency-Key shows it no more.',
    ar: 'لا تُظهر القوائم ولا الادّعاءات ولا المصادر الأصول ولا السجل ولا الملفات المصدَّرة لأحد ما يُعرف به المصدر السري. هنا يظهر هو وما عُرف عن طريقه للمحررين ولمدققي المعلومات المكلَّفين بادّعاء يستند إليه. وإذا تكرر الطلب بالمفتاح نفسه فلن يظهر ثانية.',
  },
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ reason: prose(4000) }),
  answers: {
    201: z.strictObject({
      id: Id,
      source: Source,
      evidence: z.array(
        z.strictObject({
          id: Id,
          claimId: Id,
          locator: z.string(),
          url: z.string().nullable(),
          quote: z.string().nullable(),
          captureId: Id.nullable(),
          addedBy: Id,
        }),
      ),
      shown: z.boolean(),
      readBy: Id,
      reason: z.string(),
      createdAt: Instant,
    }),
  },
  refusals: ['not-in-state'],
});
export const getSourceOrigin = operation({
  id: 'getSourceOrigin',
  method: 'GET',
  path: '/sources/{id}/origin',
  summary: { en: 'Where a source goes back to, step by step', ar: 'المصدر الأصل والطريق إليه خطوة خطوة' },
  params: z.strictObject({ id: Id }),
  answers: {
    200: z.strictObject({
      rootId: Id,
      path: z.array(
        z.strictObject({ id: Id, kind: z.string(), by: z.string().nullable(), name: z.string().nullable() }),
      ),
    }),
  },
});

const SocialPost = z.strictObject({
  platform: label(60),
  handle: label(200),
  postId: label(200),
  postedAt: Instant,
  account: AccountStanding,
});
const Translation = z.strictObject({
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  original: prose(20_000),
  text: prose(20_000),
  translator: label(200),
});
const Evidence = z.strictObject({
  id: Id,
  claimId: Id,
  source: Source,
  stance: EvidenceStance.nullable(),
  locator: z.string(),
  url: z.string().nullable(),
  quote: z.string().nullable(),
  primary: z.boolean(),
  captureId: Id.nullable(),
  derivesFrom: z.strictObject({ evidenceId: Id.nullable(), sourceId: Id.nullable(), how: Derivation }).nullable(),
  origin: z.strictObject({ rootId: Id, kind: z.string() }),
  confidential: z.boolean(),
  note: z.string().nullable(),
  post: SocialPost.nullable(),
  translation: z.strictObject({ ...Translation.shape, secondReaderId: Id.nullable() }).nullable(),
  addedBy: Id,
  withdrawn: z.strictObject({ at: Instant, by: Id, reason: z.string() }).nullable(),
  createdAt: Instant,
  version: Version,
});

export const listEvidence = operation({
  id: 'listEvidence',
  method: 'GET',
  path: '/claims/{id}/evidence',
  summary: { en: 'Evidence on a claim', ar: 'أدلة الادّعاء' },
  params: z.strictObject({ id: Id }),
  answers: { 200: pageOf(Evidence) },
});
export const addEvidence = operation({
  id: 'addEvidence',
  method: 'POST',
  path: '/claims/{id}/evidence',
  summary: {
    en: 'Add evidence: a source, where in it, and which way it points',
    ar: 'إضافة دليل: المصدر وموضعه واتجاهه',
  },
  params: z.strictObject({ id: Id }),
  body: z
    .strictObject({
      sourceId: Id.optional(),
      source: SourceBody.optional(),
      stance: EvidenceStance,
      locator: prose(2000),
      url: WebAddress.nullable().optional(),
      quote: z.string().max(20_000).nullable().optional(),
      primary: z.boolean().optional(),
      captureId: Id.nullable().optional(),
      derivesFrom: z
        .strictObject({ evidenceId: Id.optional(), sourceId: Id.optional(), how: Derivation })
        .refine(({ evidenceId, sourceId }) => (evidenceId === undefined) !== (sourceId === undefined), {
          params: { code: 'one-of-evidence-source' },
        })
        .optional(),
      confidential: z.boolean().optional(),
      note: z.string().max(20_000).nullable().optional(),
      post: SocialPost.nullable().optional(),
      translation: Translation.nullable().optional(),
    })
    .refine(({ sourceId, source }) => (sourceId === undefined) !== (source === undefined), {
      path: ['sourceId'],
      params: { code: 'one-of-source-id-source' },
    }),
  answers: { 201: Evidence },
  idempotency: 'required',
  refusals: ['not-in-state', 'primary-forbidden', 'anonymous-forbidden'],
});
export const confirmTranslation = operation({
  id: 'confirmTranslation',
  method: 'POST',
  path: '/evidence/{id}/second-reading',
  summary: {
    en: 'Confirm that I have read a translation against its original',
    ar: 'تأكيد أنني قابلت الترجمة بأصلها',
  },
  params: z.strictObject({ id: Id }),
  answers: { 200: Evidence },
  ifMatch: true,
  refusals: ['not-in-state', 'already-in-state'],
});
export const withdrawEvidence = operation({
  id: 'withdrawEvidence',
  method: 'POST',
  path: '/evidence/{id}/withdrawal',
  summary: { en: 'Withdraw evidence; what rested on it is judged again', ar: 'سحب دليل، ويُعاد النظر في ما بُني عليه' },
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ reason: prose(4000), note: z.string().max(4000).optional() }),
  answers: { 200: Evidence },
  ifMatch: true,
  refusals: ['already-in-state'],
});
const PageFetch = z.strictObject({
  id: Id,
  url: z.string(),
  earlierId: Id.nullable(),
  status: z.enum(['queued', 'running', 'done', 'failed']),
  failure: z.string().nullable(),
  outcome: z.enum(['kept', 'unchanged', 'changed', 'gone']).nullable(),
  httpStatus: z.int().nullable(),
  captureId: Id.nullable(),
  changes: z
    .strictObject({
      added: z.array(z.string()),
      removed: z.array(z.string()),
      quotes: z.array(z.strictObject({ evidenceId: Id, present: z.boolean() })),
    })
    .nullable(),
  requestedBy: Id,
  createdAt: Instant,
  finishedAt: Instant.nullable(),
});

export const createCapture = operation({
  id: 'createCapture',
  method: 'POST',
  path: '/captures',
  summary: { en: 'Keep a copy of a file, by its digest', ar: 'حفظ نسخة من ملف ببصمتها' },
  description: {
    en: 'Any media type but `application/json` is kept as it is. A JSON body names a page of the public Internet, which the worker then fetches: 202, and its progress at `/page-fetches/{id}`.',
    ar: 'يُحفظ كل نوع من الملفات كما هو إلا `application/json`. أما JSON فيحدد صفحة على الإنترنت العام يجلبها المنفّذ الخلفي: 202، ومتابعتها في `/page-fetches/{id}`.',
  },
  raw: { types: ['any'], limitBytes: 20 * MEBIBYTE },
  body: z.strictObject({ url: WebAddress }),
  answers: {
    201: z.strictObject({ id: Id, sha256: z.string(), type: z.string(), bytes: z.int(), createdAt: Instant }),
    202: PageFetch,
  },
  idempotency: 'required',
  location: '/captures/{id}',
  refusals: ['address-forbidden', 'limit-reached'],
});
export const refetchCapture = operation({
  id: 'refetchCapture',
  method: 'POST',
  path: '/captures/{id}/fetches',
  summary: {
    en: 'Look what became of a page a copy was kept of',
    ar: 'معاينة ما آلت إليه صفحة حُفظت نسخة منها',
  },
  description: {
    en: '`unchanged` when its paragraphs are the same, whatever its menus and counters; `changed` with what was added and removed and whether passages cited from it are still there; `gone`. A page that changed or is gone takes nothing back by itself: it asks for attention.',
    ar: '`unchanged` إذا بقيت فقراتها كما هي مهما تغيّرت القوائم والعدّادات؛ و`changed` مع ما زيد وما حُذف وهل ما زالت المقاطع المستشهد بها فيها؛ و`gone` إذا زالت. تغيّر الصفحة أو زوالها لا يُسقط شيئًا وحده بل يستدعي الانتباه.',
  },
  params: z.strictObject({ id: Id }),
  answers: { 202: PageFetch },
  location: '/page-fetches/{id}',
  refusals: ['not-in-state', 'limit-reached'],
});
export const listPageFetches = operation({
  id: 'listPageFetches',
  method: 'GET',
  path: '/captures/{id}/fetches',
  summary: { en: 'What became of a saved page, newest first', ar: 'ما آلت إليه صفحة محفوظة من الأحدث' },
  params: z.strictObject({ id: Id }),
  answers: { 200: pageOf(PageFetch) },
});
export const getPageFetch = operation({
  id: 'getPageFetch',
  method: 'GET',
  path: '/page-fetches/{id}',
  summary: { en: 'How far the fetching of a page has come', ar: 'أين وصل جلب صفحة' },
  params: z.strictObject({ id: Id }),
  answers: { 200: PageFetch },
});
export const getCapture = operation({
  id: 'getCapture',
  method: 'GET',
  path: '/captures/{id}',
  summary: { en: 'A saved copy, as an attachment', ar: 'نسخة محفوظة كملف مرفق' },
  params: z.strictObject({ id: Id }),
  answers: { 200: z.unknown() },
  mediaType: 'application/octet-stream',
});

const Assignment = z.strictObject({
  id: Id,
  claimId: Id,
  reviewerId: Id,
  status: AssignmentStatus.nullable(),
  dueAt: Instant.nullable(),
  reason: z.string().nullable(),
  assignedBy: Id,
  createdAt: Instant,
  updatedAt: Instant,
  version: Version,
});

export const listAssignments = operation({
  id: 'listAssignments',
  method: 'GET',
  path: '/claims/{id}/assignments',
  summary: { en: 'Who was asked to check a claim', ar: 'المكلَّفون بالتحقق من الادّعاء' },
  params: z.strictObject({ id: Id }),
  answers: { 200: pageOf(Assignment) },
});
export const listMyAssignments = operation({
  id: 'listMyAssignments',
  method: 'GET',
  path: '/assignments',
  summary: { en: 'My queue', ar: 'تكليفاتي' },
  query: z.strictObject({
    ...PAGE,
    assignee: z.literal('me').default('me'),
    status: anyOf(['assigned', 'in-progress', 'submitted', 'outdated', 'declined', 'expired', 'cancelled']).optional(),
  }),
  answers: { 200: pageOf(Assignment) },
});
export const createAssignment = operation({
  id: 'createAssignment',
  method: 'POST',
  path: '/claims/{id}/assignments',
  summary: { en: 'Ask a fact-checker to check a claim', ar: 'تكليف مدقق معلومات بالتحقق من ادّعاء' },
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ reviewerId: Id, dueAt: Instant.nullable().optional() }),
  answers: { 201: Assignment },
  idempotency: 'required',
  refusals: ['not-in-state', 'already-assigned', 'reviewer-unfit', 'self-claim-closed'],
});
export const updateAssignment = operation({
  id: 'updateAssignment',
  method: 'PATCH',
  path: '/assignments/{id}',
  summary: { en: 'Start, decline or cancel an assignment', ar: 'بدء التكليف أو الاعتذار عنه أو إلغاؤه' },
  params: z.strictObject({ id: Id }),
  body: z.strictObject({
    status: z.enum(['in-progress', 'declined', 'cancelled']),
    reason: z.string().max(4000).optional(),
  }),
  answers: { 200: Assignment },
  ifMatch: true,
  refusals: ['reason-required', 'not-in-state'],
});

const Verdict = z.strictObject({
  id: Id,
  claimId: Id,
  reviewerId: Id,
  rating: z.string(),
  stance: VerdictStance,
  confidence: Confidence,
  rationale: z.string(),
  evidenceIds: z.array(Id),
  textHash: z.string(),
  outdated: z.boolean(),
  informed: z.boolean(),
  superseded: z.boolean(),
  withdrawn: z.boolean(),
  createdAt: Instant,
});

export const listVerdicts = operation({
  id: 'listVerdicts',
  method: 'GET',
  path: '/claims/{id}/verdicts',
  summary: { en: 'Verdicts on a claim, as far as I may see them', ar: 'تقييمات الادّعاء بقدر ما يُتاح لي' },
  params: z.strictObject({ id: Id }),
  answers: { 200: pageOf(Verdict) },
});
export const giveVerdict = operation({
  id: 'giveVerdict',
  method: 'POST',
  path: '/claims/{id}/verdicts',
  summary: { en: 'Give my verdict', ar: 'تسجيل تقييمي' },
  params: z.strictObject({ id: Id }),
  body: z.strictObject({
    rating: z.string().min(1).max(40),
    confidence: Confidence,
    rationale: prose(20_000),
    evidenceIds: z.array(Id).max(200),
  }),
  answers: { 201: Verdict },
  idempotency: 'required',
  refusals: ['not-in-state', 'duplicate', 'not-assigned', 'own-text', 'unknown-rating', 'evidence-foreign'],
});
export const withdrawVerdict = operation({
  id: 'withdrawVerdict',
  method: 'POST',
  path: '/verdicts/{id}/withdrawal',
  summary: { en: 'Withdraw my verdict', ar: 'سحب تقييمي' },
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ reason: prose(4000), note: z.string().max(4000).optional() }),
  answers: { 200: Verdict },
  refusals: ['already-in-state', 'not-in-state'],
});

named({ Source, Evidence, PageFetch, Assignment, Verdict });
