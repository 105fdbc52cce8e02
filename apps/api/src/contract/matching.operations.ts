import { z } from 'zod';
import { operation } from './operation.js';
import { Closure, Locale, State } from './vocabulary.js';
import { Id, named, PAGE, pageOf, prose } from './wire.js';

const Shown = z.strictObject({ key: z.string(), text: z.string() });
const Different = z.strictObject({ a: z.array(Shown), b: z.array(Shown) });

/** `a` is what was asked about, `b` what was found. */
export const MatchReasons = z.strictObject({
  shared: z.strictObject({
    numbers: z.array(Shown),
    names: z.array(Shown),
    dates: z.array(Shown),
    terms: z.array(z.string()),
  }),
  different: z.strictObject({
    numbers: Different,
    names: Different,
    dates: Different,
    terms: z.strictObject({ a: z.array(z.string()), b: z.array(z.string()) }),
  }),
  negation: z.strictObject({ differs: z.boolean(), a: z.array(z.string()), b: z.array(z.string()) }),
  antonyms: z.array(z.strictObject({ opposition: z.string(), a: z.string(), b: z.string() })),
  sentence: z.string(),
});

/** 'other': an archive may hold checks in a language that is neither. */
const Written = z.enum([...Locale.options, 'other']);

export const Match = z.strictObject({
  claimId: Id.nullable(),
  archiveId: Id.nullable(),
  score: z.number().min(0).max(1),
  class: z.enum(['duplicate', 'same-origin', 'similar', 'conflicting']),
  why: MatchReasons,
  text: z.string(),
  language: Written,
  state: State.nullable(),
  rating: z.string().nullable(),
  closure: Closure.nullable(),
  articleId: Id.nullable(),
  articleTitle: z.string().nullable(),
  url: z.string().nullable(),
  publishedOn: z.string().nullable(),
  origins: z.array(z.strictObject({ name: z.string(), role: z.string() })),
});

const MATCHES = 50;
const limit = z
  .string()
  .regex(/^[1-9]\d?$/)
  .transform(Number)
  .refine((many) => many <= MATCHES, { params: { code: 'too-big' } })
  .default(10)
  .meta({ type: 'integer', minimum: 1, maximum: MATCHES, default: 10 });

export const matchText = operation({
  id: 'matchText',
  method: 'GET',
  path: '/similar',
  summary: {
    en: 'Earlier claims like a text, ours and of the archive',
    ar: 'ادّعاءات سابقة تشبه نصًا، من عملنا ومن الأرشيف',
  },
  description: {
    en: 'A suggestion, never a verdict: `class` and `why` tell what is equal and what is not, and a person decides.',
    ar: 'اقتراح لا حكم: يبيّن `class` و`why` ما يتساوى وما يختلف، والقرار للمحرر.',
  },
  query: z.strictObject({ text: prose(5000), limit }),
  answers: { 200: z.strictObject({ items: z.array(Match) }) },
});

export const listSimilarClaims = operation({
  id: 'listSimilarClaims',
  method: 'GET',
  path: '/claims/{id}/similar',
  summary: { en: 'Earlier claims like this one', ar: 'ادّعاءات سابقة تشبه هذا الادّعاء' },
  params: z.strictObject({ id: Id }),
  query: z.strictObject({ limit }),
  answers: { 200: z.strictObject({ items: z.array(Match) }) },
});

const GIBIBYTE = 1024 ** 3;

export const ArchiveImport = z.strictObject({
  id: Id,
  format: z.enum(['ndjson', 'json', 'csv']),
  status: z.enum(['queued', 'running', 'done', 'failed']),
  progress: z.int().min(0).max(100),
  bytes: z.int(),
  accepted: z.int(),
  repeated: z.int(),
  rejectedCount: z.int(),
  rejected: z.array(
    z.strictObject({
      line: z.int().min(1),
      errors: z.array(z.strictObject({ pointer: z.string(), code: z.string() })),
    }),
  ),
  failure: z.string().nullable(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
});

export const createArchiveImport = operation({
  id: 'createArchiveImport',
  method: 'POST',
  path: '/archive/imports',
  summary: {
    en: 'Import published checks: ClaimReview as NDJSON or JSON, or a table as CSV',
    ar: 'استيراد عمليات تحقق منشورة: ClaimReview بصيغة NDJSON أو JSON، أو جدول CSV',
  },
  raw: {
    types: [
      'application/x-ndjson',
      'application/ndjson',
      'application/jsonl',
      'application/json',
      'application/ld+json',
      'text/csv',
    ],
    limitBytes: 2 * GIBIBYTE,
    streamed: true,
  },
  answers: { 202: ArchiveImport },
  idempotency: 'required',
  location: '/archive/imports/{id}',
  refusals: ['body-malformed'],
});

export const getArchiveImport = operation({
  id: 'getArchiveImport',
  method: 'GET',
  path: '/archive/imports/{id}',
  summary: { en: 'How far an import is, and which lines were refused', ar: 'تقدّم الاستيراد والأسطر المرفوضة' },
  params: z.strictObject({ id: Id }),
  answers: { 200: ArchiveImport },
});

export const ArchiveItem = z.strictObject({
  id: Id,
  importId: Id,
  language: Written,
  claim: z.string(),
  title: z.string().nullable(),
  url: z.string().nullable(),
  publisher: z.string().nullable(),
  claimant: z.string().nullable(),
  rating: z.string().nullable(),
  publishedOn: z.string().nullable(),
});

export const listArchive = operation({
  id: 'listArchive',
  method: 'GET',
  path: '/archive',
  summary: {
    en: 'Published checks in the archive, newest first',
    ar: 'عمليات التحقق المنشورة في الأرشيف، الأحدث أولًا',
  },
  query: z.strictObject({ ...PAGE, language: Written.optional() }),
  answers: { 200: pageOf(ArchiveItem) },
});

named({ MatchReasons, Match, ArchiveImport, ArchiveItem });
