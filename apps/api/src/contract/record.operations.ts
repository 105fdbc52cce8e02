import { z } from 'zod';
import { EVENT_STREAM, operation } from './operation.js';
import { Id, Instant, PAGE, pageOf, named } from './wire.js';
import { Locale } from './vocabulary.js';

const Seq = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

export const listLedgerEntries = operation({
  id: 'listLedgerEntries',
  method: 'GET',
  path: '/ledger/entries',
  summary: { en: 'Leaves of the audit ledger, in order', ar: 'قيود سجل التدقيق بترتيبها' },
  query: z.strictObject({ from: Seq.default(1).meta({ type: 'integer', minimum: 0 }), limit: PAGE.limit }),
  answers: {
    200: z.strictObject({
      items: z.array(
        z.strictObject({
          seq: z.int(),
          hash: z.string(),
          leaf: z.string().nullable(),
          withheld: z.boolean(),
          words: z.string().nullable(),
        }),
      ),
      head: z.strictObject({ seq: z.int(), hash: z.string() }),
    }),
  },
});

export const streamEvents = operation({
  id: 'streamEvents',
  method: 'GET',
  path: '/events',
  summary: {
    en: 'What happens, as it happens; ids are ledger positions',
    ar: 'ما يحدث لحظة حدوثه؛ المعرّفات مواضع في السجل',
  },
  answers: { 200: z.unknown() },
  mediaType: EVENT_STREAM,
});

const Scope = z.union([
  z.strictObject({ articleId: Id }),
  z.strictObject({ claimIds: z.array(Id).min(1).max(1000) }),
  z.strictObject({ filter: z.record(z.string(), z.unknown()) }),
]);
const FORMATS = [
  'html',
  'pdf',
  'docx',
  'xlsx',
  'csv',
  'json',
  'claimreview',
  'bundle',
  'verdicts-csv',
  'verdicts-json',
] as const;
const Report = z.strictObject({
  id: Id,
  scope: Scope,
  formats: z.array(z.string()),
  language: Locale,
  status: z.enum(['queued', 'running', 'done', 'failed']),
  progress: z.int().min(0).max(100),
  failure: z.string().nullable(),
  ledgerSeq: z.int().nullable(),
  files: z.array(
    z.strictObject({
      name: z.string(),
      format: z.string(),
      mediaType: z.string(),
      sha256: z.string(),
      bytes: z.int(),
      savedAs: z.string().describe('What to call it outside: after the article and the day.'),
    }),
  ),
  requestedBy: Id,
  createdAt: Instant,
  finishedAt: Instant.nullable(),
  version: z.int(),
});

export const createReport = operation({
  id: 'createReport',
  method: 'POST',
  path: '/reports',
  summary: { en: 'Have a verdict report made', ar: 'طلب تقرير تحقق' },
  body: z.strictObject({
    scope: Scope,
    formats: z.array(z.enum(FORMATS)).min(1).max(FORMATS.length),
    language: Locale,
  }),
  answers: { 202: Report },
  idempotency: 'required',
  location: '/reports/{id}',
  refusals: ['limit-reached'],
});
export const listReports = operation({
  id: 'listReports',
  method: 'GET',
  path: '/reports',
  summary: { en: 'Reports of the newsroom', ar: 'تقارير غرفة الأخبار' },
  query: z.strictObject({ ...PAGE }),
  answers: { 200: pageOf(Report) },
});
export const getReport = operation({
  id: 'getReport',
  method: 'GET',
  path: '/reports/{id}',
  summary: { en: 'How far a report is, and its files', ar: 'تقدّم التقرير وملفاته' },
  params: z.strictObject({ id: Id }),
  answers: { 200: Report },
});
export const downloadReportFile = operation({
  id: 'downloadReportFile',
  method: 'GET',
  path: '/reports/{id}/files/{name}',
  summary: { en: 'A file of a report, as an attachment', ar: 'ملف من التقرير كمرفق' },
  params: z.strictObject({ id: Id, name: z.string() }),
  answers: { 200: z.unknown() },
  mediaType: 'application/octet-stream',
  refusals: ['relation-forbidden'],
});
export const previewReport = operation({
  id: 'previewReport',
  method: 'GET',
  path: '/reports/{id}/preview',
  summary: {
    en: 'A report’s HTML file for a sandboxed frame of our own pages',
    ar: 'ملف HTML من التقرير لعرضه في إطار معزول داخل صفحاتنا',
  },
  params: z.strictObject({ id: Id }),
  answers: { 200: z.unknown() },
  mediaType: 'text/html',
  refusals: ['relation-forbidden'],
});

named({ Report });
