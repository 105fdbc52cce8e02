import { z } from 'zod';
import { MEBIBYTE, operation } from './operation.js';
import { Id, Instant, named, pageOf, WebAddress } from './wire.js';

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
  refusals: ['relation-forbidden', 'not-in-state', 'limit-reached'],
});
export const listPageFetches = operation({
  id: 'listPageFetches',
  method: 'GET',
  path: '/captures/{id}/fetches',
  summary: { en: 'What became of a saved page, newest first', ar: 'ما آلت إليه صفحة محفوظة من الأحدث' },
  params: z.strictObject({ id: Id }),
  answers: { 200: pageOf(PageFetch) },
  refusals: ['relation-forbidden'],
});
export const getPageFetch = operation({
  id: 'getPageFetch',
  method: 'GET',
  path: '/page-fetches/{id}',
  summary: { en: 'How far the fetching of a page has come', ar: 'أين وصل جلب صفحة' },
  params: z.strictObject({ id: Id }),
  answers: { 200: PageFetch },
  refusals: ['relation-forbidden'],
});
export const getCapture = operation({
  id: 'getCapture',
  method: 'GET',
  path: '/captures/{id}',
  summary: { en: 'A saved copy, as an attachment', ar: 'نسخة محفوظة كملف مرفق' },
  params: z.strictObject({ id: Id }),
  answers: { 200: z.unknown() },
  mediaType: 'application/octet-stream',
  refusals: ['relation-forbidden'],
});

named({ PageFetch });
