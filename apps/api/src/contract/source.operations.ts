import { SOURCE_TYPES } from '#domain';
import { z } from 'zod';
import { operation } from './operation.js';
import { KnowledgeBasis, SourceType } from './vocabulary.js';
import { anyOf, Id, Instant, label, named, PAGE, pageOf, prose, Version, WebAddress } from './wire.js';

/** Terms on which a source goes without its name; who it is, nobody is asked. */
const Anonymity = z.strictObject({
  knownBy: Id,
  why: prose(4000),
  basis: KnowledgeBasis,
  people: z.int().min(1).max(99),
});
export const SourceBody = z.strictObject({
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
export const Source = z.strictObject({
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
  refusals: ['relation-forbidden'],
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

named({ Source });
