import { PAGE_FAILURES } from '#platform';
import { z } from 'zod';
import { Article } from './article.operations.js';
import { MEBIBYTE, operation } from './operation.js';
import { Id, Instant, label, named, WebAddress } from './wire.js';
import { ArticleKind, Locale } from './vocabulary.js';

export const Import = z.strictObject({
  id: Id,
  importId: Id,
  url: z.string(),
  status: z.enum(['queued', 'running', 'done', 'failed']),
  failure: z.enum([...PAGE_FAILURES, 'empty']).nullable(),
  httpStatus: z.int().nullable(),
  page: z
    .strictObject({
      url: z.string(),
      title: z.string().nullable(),
      outlet: z.string().nullable(),
      byline: z.string().nullable(),
      publishedAt: Instant.nullable(),
      language: Locale.nullable().meta({
        description: 'Null for a page in neither language: no claims would be looked for in it.',
      }),
      html: z.string(),
      captureId: Id,
    })
    .nullable(),
  requestedBy: Id,
  createdAt: Instant,
  finishedAt: Instant.nullable(),
});

export const importArticle = operation({
  id: 'importArticle',
  method: 'POST',
  path: '/articles/import',
  summary: { en: 'An article from a file, or what stands at an address', ar: 'مادة من ملف، أو ما في رابط' },
  description: {
    en: 'A file of text, Markdown or HTML becomes an article (201). A JSON body names a page of the public Internet, which the worker fetches (202): a copy of the page is kept, what was read of it stands at `/imports/{id}`, and no article is made until it is posted.',
    ar: 'يصير ملف النص أو Markdown أو HTML مادة (201). أما JSON فيحدد صفحة على الإنترنت العام يجلبها المنفّذ الخلفي (202): تُحفظ نسخة منها، وما قُرئ فيها في `/imports/{id}`، ولا تُنشأ مادة حتى تُرسل.',
  },
  query: z.strictObject({
    kind: ArticleKind.optional(),
    title: label(500).optional(),
    outlet: label(200).optional(),
    language: Locale.optional(),
    sourceUrl: WebAddress.optional(),
    authorIds: z
      .string()
      .max(2000)
      .transform((ids) => ids.split(','))
      .pipe(z.array(Id).max(50))
      .meta({ description: 'Ids of the authors, comma between them.' })
      .optional(),
  }),
  raw: { types: ['text/plain', 'text/markdown', 'text/html', 'application/xhtml+xml'], limitBytes: 20 * MEBIBYTE },
  body: z.strictObject({ url: WebAddress }),
  answers: { 201: Article, 202: Import },
  idempotency: 'required',
  location: '/articles/{id}',
  refusals: ['address-forbidden', 'limit-reached', 'text-without-content'],
});

export const getImport = operation({
  id: 'getImport',
  method: 'GET',
  path: '/imports/{id}',
  summary: {
    en: 'How far an import is, and what was read at the address',
    ar: 'أين بلغ الاستيراد وما قُرئ في الرابط',
  },
  params: z.strictObject({ id: Id }),
  answers: { 200: Import },
  refusals: ['relation-forbidden'],
});

named({ Import });
