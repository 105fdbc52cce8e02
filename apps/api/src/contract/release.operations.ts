import { z } from 'zod';
import { operation } from './operation.js';
import { CorrectionClass, Override } from './vocabulary.js';
import { Id, Instant, pageOf, prose, Version, named } from './wire.js';

const Release = z.strictObject({
  id: Id,
  articleId: Id,
  revisionNumber: z.int(),
  releasedBy: Id,
  restsOn: z.array(z.unknown()),
  overrides: z.array(z.unknown()),
  keepAsDisputed: z.array(z.unknown()),
  supersedesId: Id.nullable(),
  provisional: z.boolean(),
  pending: z.array(z.unknown()),
  superseded: z.boolean(),
  createdAt: Instant,
  version: Version,
});

export const releaseArticle = operation({
  id: 'releaseArticle',
  method: 'POST',
  path: '/articles/{id}/release',
  summary: { en: 'Clear the current revision for publication', ar: 'إجازة نشر النسخة الحالية' },
  params: z.strictObject({ id: Id }),
  body: z
    .strictObject({
      overrides: z.array(Override).max(20).optional(),
      keepAsDisputed: z
        .array(z.strictObject({ claimId: Id, reason: prose(4000) }))
        .max(500)
        .optional(),
    })
    .optional(),
  answers: { 201: Release },
  idempotency: 'required',
  ifMatch: true,
  refusals: ['requirements-unmet', 'correction-required', 'already-in-state', 'embargoed'],
});

export const listReleases = operation({
  id: 'listReleases',
  method: 'GET',
  path: '/articles/{id}/releases',
  summary: { en: 'Releases of an article, superseded ones included', ar: 'إجازات نشر المادة، ومنها ما حلّ غيره محلّه' },
  params: z.strictObject({ id: Id }),
  answers: { 200: pageOf(Release) },
});

const Correction = z.strictObject({
  id: Id,
  articleId: Id,
  class: CorrectionClass,
  note: z.string(),
  createdBy: Id,
  releaseId: Id.nullable(),
  createdAt: Instant,
});

export const createCorrection = operation({
  id: 'createCorrection',
  method: 'POST',
  path: '/articles/{id}/corrections',
  summary: {
    en: 'Record the correction that the next release publishes',
    ar: 'تسجيل التصحيح الذي تنشره الإجازة التالية',
  },
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ class: CorrectionClass, note: prose(4000), earlierWasRight: z.boolean().optional() }),
  answers: { 201: Correction },
  idempotency: 'required',
  ifMatch: true,
  refusals: ['class-refused', 'not-in-state'],
});

export const listCorrections = operation({
  id: 'listCorrections',
  method: 'GET',
  path: '/articles/{id}/corrections',
  summary: { en: 'Corrections of an article', ar: 'تصحيحات المادة' },
  params: z.strictObject({ id: Id }),
  answers: { 200: pageOf(Correction) },
});

named({ Release, Correction });
