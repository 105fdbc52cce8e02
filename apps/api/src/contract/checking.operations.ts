import { z } from 'zod';
import { operation } from './operation.js';
import { AssignmentStatus, Confidence, VerdictStance } from './vocabulary.js';
import { anyOf, Id, Instant, named, PAGE, pageOf, prose, Version } from './wire.js';

/** A clock that stands while the author is waited for. */
export const Paused = z.strictObject({ since: Instant, reason: z.literal('query') });

export const Assignment = z.strictObject({
  id: Id,
  claimId: Id,
  reviewerId: Id,
  status: AssignmentStatus.nullable(),
  dueAt: Instant.nullable(),
  paused: Paused.nullable(),
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

export const Verdict = z.strictObject({
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
  checklist: z.array(z.string()),
  precedentId: Id.nullable(),
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
    checklist: z.array(z.string().max(40)).max(20).optional(),
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

named({ Assignment, Paused, Verdict });
