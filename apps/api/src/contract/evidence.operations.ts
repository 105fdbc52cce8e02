import { z } from 'zod';
import { operation } from './operation.js';
import { Source, SourceBody } from './source.operations.js';
import { AccountStanding, Derivation, EvidenceStance } from './vocabulary.js';
import { Id, Instant, label, named, pageOf, prose, Version, WebAddress } from './wire.js';

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
  refusals: ['relation-forbidden', 'not-in-state', 'already-in-state'],
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

named({ Evidence });
