import { CARRIED_KINDS, GROUP_RELATIONS } from '#domain';
import { z } from 'zod';
import { Verdict } from './checking.operations.js';
import { operation } from './operation.js';
import { Confidence, Disposition, State, Verifies } from './vocabulary.js';
import { Id, Instant, named, prose, Version } from './wire.js';

const params = z.strictObject({ id: Id });
const Relation = z.enum(GROUP_RELATIONS);
const claimIds = z.array(Id).max(200);

const GroupedClaim = z.strictObject({
  claimId: Id,
  articleId: Id,
  articleTitle: z.string(),
  outlet: z.string().nullable(),
  at: Instant,
  quote: z.string(),
  state: State,
  disposition: Disposition,
  verifies: Verifies,
  rating: z.string().nullable(),
  origin: z.string(),
  carried: z.array(
    z.strictObject({ kind: z.enum(CARRIED_KINDS), from: z.string().nullable(), to: z.string().nullable() }),
  ),
  precedent: z.boolean(),
});
const ClaimGroup = z.strictObject({
  id: Id,
  relation: Relation,
  claims: z.array(GroupedClaim),
  spread: z.strictObject({ articles: z.int(), outlets: z.int(), origins: z.int() }),
  createdBy: Id,
  createdAt: Instant,
  updatedAt: Instant,
  version: Version,
});

export const createClaimGroup = operation({
  id: 'createClaimGroup',
  method: 'POST',
  path: '/claim-groups',
  summary: { en: 'Link claims of several articles', ar: 'ربط ادّعاءات من مواد مختلفة' },
  body: z.strictObject({ claimIds: claimIds.min(2), relation: Relation }),
  answers: { 201: ClaimGroup },
  location: '/claim-groups/{id}',
  refusals: ['in-use'],
});
export const updateClaimGroup = operation({
  id: 'updateClaimGroup',
  method: 'PATCH',
  path: '/claim-groups/{id}',
  summary: { en: 'Change what a group holds, or how its claims relate', ar: 'تعديل المجموعة أو علاقة ادّعاءاتها' },
  params,
  body: z.strictObject({ claimIds: claimIds.optional(), relation: Relation.optional() }),
  answers: { 200: ClaimGroup },
  ifMatch: true,
  refusals: ['in-use'],
});
export const getClaimGroup = operation({
  id: 'getClaimGroup',
  method: 'GET',
  path: '/claim-groups/{id}',
  summary: {
    en: 'A group: how far the claim spread, from how many origins, and what each carrier made of it',
    ar: 'مجموعة: مدى انتشار الادّعاء وعدد مصادره الأصلية وما زاده كل ناقل أو أسقطه',
  },
  params,
  answers: { 200: ClaimGroup },
});
export const takePrecedent = operation({
  id: 'takePrecedent',
  method: 'POST',
  path: '/claims/{id}/precedent',
  summary: {
    en: 'Take over, as my own verdict, what was decided on the same claim elsewhere',
    ar: 'الأخذ بقرار سابق في الادّعاء نفسه تقييمًا باسمي',
  },
  description: {
    en: 'The evidence it rests on is copied; the verdict is marked as informed, and somebody else decides.',
    ar: 'تُنسخ الأدلة التي بُني عليها، ويُوسم التقييم بأنه عن اطلاع، ويقرّر غير صاحبه.',
  },
  params,
  body: z.strictObject({ claimId: Id, rationale: prose(20_000), confidence: Confidence.default('medium') }),
  answers: { 201: Verdict },
  idempotency: 'required',
  refusals: ['no-precedent', 'not-in-state', 'own-text', 'unknown-rating', 'reviewer-unfit'],
});

named({ ClaimGroup });
