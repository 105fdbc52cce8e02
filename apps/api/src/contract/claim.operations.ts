import { z } from 'zod';
import { operation } from './operation.js';
import { anyOf, Flag, Id, Instant, PAGE, pageOf, prose, Version, named } from './wire.js';
import {
  AnchorStatus,
  Closure,
  DismissalReason,
  Disposition,
  Kind,
  Override,
  Requirement,
  State,
  Tier,
  Verifies,
} from './vocabulary.js';
import { CLAIM_KINDS, CLAIM_STATES, DISPOSITIONS, TIERS } from '#domain';

const Offset = z.int().min(0);
const Span = z.strictObject({ blockId: z.string().max(40), start: Offset, end: Offset });

export const Attribution = z.strictObject({
  anonymous: z.boolean(),
  sourceCount: z.int().nullable(),
  cue: z.string(),
  stance: z.enum(['neutral', 'distancing', 'factive', 'negating', 'evaluative', 'predictive']),
  negated: z.boolean(),
  links: z.array(
    z.strictObject({ role: z.enum(['speaker', 'outlet', 'document']), name: z.string(), type: z.string() }),
  ),
});

export const Anchor = z.strictObject({
  revisionNumber: z.int(),
  status: AnchorStatus,
  blockId: z.string().nullable(),
  start: Offset.nullable(),
  end: Offset.nullable(),
  flags: z.array(z.string()),
  candidates: z.array(Span.extend({ quote: z.string(), score: z.number() })),
});

export const ClaimItem = z.strictObject({
  id: Id,
  articleId: Id,
  quote: z.string(),
  context: z.string(),
  state: State,
  disposition: Disposition,
  dismissal: z.strictObject({ reason: DismissalReason, note: z.string().nullable() }).nullable(),
  tier: Tier,
  kind: Kind,
  verifies: Verifies,
  closure: Closure.nullable(),
  selected: z.boolean(),
  selectionReason: z.string().nullable(),
  rating: z.string().nullable(),
  textHash: z.string(),
  checkWorthiness: z.strictObject({
    score: z.int().min(0).max(100),
    reasons: z.array(z.strictObject({ feature: z.string(), weight: z.number(), evidence: z.string() })),
  }),
  attribution: Attribution.nullable(),
  anchor: Anchor.nullable(),
  duplicateOf: Id.nullable(),
  groupId: Id.nullable(),
  entered: z.enum(['extracted', 'by-hand', 'proposed']),
  dueAt: Instant.nullable(),
  accuses: z.boolean().nullable(),
  recheckAt: Instant.nullable(),
  createdAt: Instant,
  updatedAt: Instant,
  version: Version,
});

export const Claim = ClaimItem.extend({
  requirements: z.strictObject({ verified: z.array(Requirement), disputed: z.array(Requirement) }),
  actions: z.array(z.string()),
});

const ClaimFilters = {
  state: anyOf(CLAIM_STATES).optional(),
  disposition: anyOf(DISPOSITIONS).optional(),
  tier: anyOf(TIERS).optional(),
  kind: anyOf(CLAIM_KINDS).optional(),
  q: z.string().min(1).max(200).optional(),
} as const;

export const listClaims = operation({
  id: 'listClaims',
  method: 'GET',
  path: '/claims',
  summary: { en: 'Claims across articles', ar: 'الادّعاءات والمعلومات في كل المواد' },
  description: {
    en: '`outdated`: somebody’s verdict is on words the claim no longer has; whoever must still judge for himself is told of his own alone. `due`: undecided and due by an instant, or `overdue`; the clock stands while the author is asked.',
    ar: '`outdated`: ثمة تقييم سُجّل على نص تغيّر بعده؛ ومن لم يقدّم تقييمه المستقل بعد لا يُخبَر إلا عن تقييمه هو. `due`: ما لم يُبتّ فيه وحلّ موعده قبل لحظة معيّنة، أو `overdue` لما فات موعده؛ ولا يُحتسب وقت انتظار جواب معدّ المادة.',
  },
  query: z.strictObject({
    ...PAGE,
    ...ClaimFilters,
    articleId: Id.optional(),
    assignee: z.union([z.literal('me'), Id]).optional(),
    outdated: Flag.optional(),
    due: z.union([z.literal('overdue'), Instant]).optional(),
    sort: z.enum(['updatedAt', '-updatedAt']).default('-updatedAt'),
  }),
  answers: { 200: pageOf(ClaimItem) },
  refusals: ['not-found'],
});

export const listArticleClaims = operation({
  id: 'listArticleClaims',
  method: 'GET',
  path: '/articles/{id}/claims',
  summary: { en: 'Claims of an article in text order', ar: 'ادّعاءات المادة بترتيب النص' },
  params: z.strictObject({ id: Id }),
  query: z.strictObject({ ...PAGE, ...ClaimFilters }),
  answers: { 200: pageOf(ClaimItem) },
});

const Choices = { kind: Kind.optional(), tier: Tier.optional(), verifies: Verifies.optional() } as const;

export const createClaim = operation({
  id: 'createClaim',
  method: 'POST',
  path: '/articles/{id}/claims',
  summary: { en: 'Make a claim from a span or a quote', ar: 'إضافة ادّعاء من موضع في النص أو من اقتباس' },
  params: z.strictObject({ id: Id }),
  body: z.union([
    z.strictObject({ ...Span.shape, ...Choices }),
    z.strictObject({
      quote: z.string().min(1).max(20_000),
      occurrence: z.int().min(1).max(100_000).optional(),
      ...Choices,
    }),
  ]),
  answers: { 201: Claim, 200: Claim },
  idempotency: 'required',
  location: '/claims/{id}',
  refusals: [
    'not-in-state',
    'quote-not-found',
    'quote-ambiguous',
    'span-inside-grapheme',
    'span-out-of-range',
    'span-crosses-blocks',
  ],
});

export const getClaim = operation({
  id: 'getClaim',
  method: 'GET',
  path: '/claims/{id}',
  summary: { en: 'A claim, what it still needs and what I may do', ar: 'الادّعاء وما ينقصه وما يمكنني فعله' },
  params: z.strictObject({ id: Id }),
  answers: { 200: Claim },
});

export const updateClaim = operation({
  id: 'updateClaim',
  method: 'PATCH',
  path: '/claims/{id}',
  summary: {
    en: 'Change tier, kind, what is verified, or the due date',
    ar: 'تغيير الأولوية أو النوع أو ما يُتحقَّق منه أو الموعد',
  },
  params: z.strictObject({ id: Id }),
  body: z.strictObject({
    ...Choices,
    dueAt: Instant.nullable().optional(),
    accuses: z.boolean().nullable().optional(),
    recheckAt: Instant.nullable().optional(),
    reason: prose(2000).optional(),
  }),
  answers: { 200: Claim },
  ifMatch: true,
  refusals: ['reason-required'],
});

const changes = (
  id: 'acceptClaim' | 'dismissClaim' | 'restoreClaim' | 'selectClaim',
  noun: string,
  en: string,
  ar: string,
) => ({
  id,
  method: 'POST' as const,
  path: `/claims/{id}/${noun}` as const,
  summary: { en, ar },
  params: z.strictObject({ id: Id }),
  answers: { 200: Claim },
  ifMatch: true,
  refusals: ['not-in-state', 'already-in-state', 'reason-required'] as const,
});
const Note = z.strictObject({ note: z.string().max(2000).optional() });

export const acceptClaim = operation({
  ...changes('acceptClaim', 'acceptance', 'Accept a proposed claim', 'قبول ادّعاء مقترح'),
  body: z.strictObject({ reason: z.string().max(2000).optional(), note: z.string().max(2000).optional() }).optional(),
});
export const dismissClaim = operation({
  ...changes('dismissClaim', 'dismissal', 'Set a claim aside, with a reason', 'استبعاد ادّعاء مع ذكر السبب'),
  body: Note.extend({ reason: DismissalReason }),
});
export const restoreClaim = operation({
  ...changes('restoreClaim', 'restoration', 'Bring back a claim that was set aside', 'إعادة ادّعاء مستبعَد'),
  body: z.strictObject({ reason: z.string().max(2000).optional(), note: z.string().max(2000).optional() }).optional(),
});
export const selectClaim = operation({
  ...changes(
    'selectClaim',
    'selection',
    'Put a claim of an external article into its gate',
    'إدخال ادّعاء من مادة خارجية في نطاق الاعتماد',
  ),
  body: z.strictObject({
    selected: z.boolean().default(true),
    reason: z.string().max(2000).optional(),
    note: z.string().max(2000).optional(),
  }),
});

export const placeAnchor = operation({
  id: 'placeAnchor',
  method: 'POST',
  path: '/claims/{id}/anchor',
  summary: {
    en: 'Confirm, move or cut a claim after a revision',
    ar: 'تثبيت موضع الادّعاء بعد التعديل أو نقله أو حذفه',
  },
  params: z.strictObject({ id: Id }),
  body: z.discriminatedUnion('action', [
    z.strictObject({ action: z.literal('confirm') }),
    z.strictObject({ action: z.literal('cut') }),
    Span.extend({ action: z.literal('attach') }),
  ]),
  answers: { 200: Claim },
  ifMatch: true,
  refusals: ['not-in-state', 'span-inside-grapheme', 'span-out-of-range', 'span-crosses-blocks'],
});

export const decideClaim = operation({
  id: 'decideClaim',
  method: 'POST',
  path: '/claims/{id}/decisions',
  summary: { en: 'Decide on a claim', ar: 'قرار المحرر في ادّعاء' },
  params: z.strictObject({ id: Id }),
  body: z.strictObject({
    to: State,
    rationale: z.string().max(20_000).optional(),
    rating: z.string().max(40).optional(),
    closure: Closure.optional(),
    overrides: z.array(Override).max(20).optional(),
    adjudication: z
      .array(z.strictObject({ verdictId: Id, rationale: z.string().max(20_000) }))
      .max(50)
      .optional(),
  }),
  answers: { 201: z.strictObject({ id: Id, from: State, to: State, rating: z.string().nullable(), claim: Claim }) },
  idempotency: 'required',
  ifMatch: true,
  refusals: [
    'not-in-state',
    'unknown-rating',
    'requirements-unmet',
    'already-in-state',
    'rating-required',
    'rating-unfit',
    'adjudication-foreign',
  ],
});

export const HistoryItem = z.strictObject({
  seq: z.int(),
  at: Instant,
  action: z.string(),
  object: z.strictObject({ type: z.string(), id: Id }),
  memberId: Id.nullable(),
  memberName: z.string().nullable(),
  reason: z.string().nullable(),
  changes: z.record(z.string(), z.unknown()),
  before: z.record(z.string(), z.unknown()).describe('What those members were before, as far as the reader may know.'),
  sentence: z.string().describe('Who, what, before, after and why, in the language of Accept-Language.'),
});

export const HistoryOrder = z.enum(['oldest', 'newest']).default('oldest').describe('Which comes first.');

export const getClaimHistory = operation({
  id: 'getClaimHistory',
  method: 'GET',
  path: '/claims/{id}/history',
  summary: { en: 'Who did what to a claim, when and why', ar: 'سجل الادّعاء: من فعل ماذا ومتى ولماذا' },
  params: z.strictObject({ id: Id }),
  query: z.strictObject({ ...PAGE, order: HistoryOrder }),
  answers: {
    200: pageOf(HistoryItem),
  },
});

named({ HistoryItem, Attribution, Anchor, ClaimItem, Claim });
