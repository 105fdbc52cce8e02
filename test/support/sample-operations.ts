import { z } from 'zod';
import { EVENT_STREAM, operation } from '../../apps/api/src/contract/operation.js';
import { anyOf, Id, label, nothing, PAGE, pageOf, Version } from '../../apps/api/src/contract/wire.js';

const Article = z.strictObject({ id: Id, title: z.string(), version: Version });
const en = (text: string) => ({ en: text, ar: text });

export const createSession = operation({
  id: 'createSession',
  method: 'POST',
  path: '/sessions',
  summary: en('Sign in'),
  body: z.strictObject({ email: z.string().max(320), password: z.string().max(128) }),
  answers: { 201: z.strictObject({ id: Id }) },
  public: true,
});
export const getMe = operation({
  id: 'getMe',
  method: 'GET',
  path: '/me',
  summary: en('Who am I'),
  answers: { 200: z.strictObject({ id: Id, requestId: z.string(), via: z.string(), locale: z.string() }) },
});
export const updateMe = operation({
  id: 'updateMe',
  method: 'PATCH',
  path: '/me',
  summary: en('Change my own'),
  body: z.strictObject({ locale: z.enum(['ar', 'en']) }),
  answers: { 200: z.strictObject({ locale: z.string() }) },
});
export const listArticles = operation({
  id: 'listArticles',
  method: 'GET',
  path: '/articles',
  summary: en('Articles'),
  query: z.strictObject({ ...PAGE, state: anyOf(['checking', 'ready']).optional(), q: z.string().max(200).optional() }),
  answers: { 200: pageOf(Article) },
});
export const createArticle = operation({
  id: 'createArticle',
  method: 'POST',
  path: '/articles',
  summary: en('Post an article'),
  body: z.strictObject({
    title: label(300),
    text: z.string().max(2_000_000).optional(),
    count: z.number().optional(),
    tags: z.array(z.string()).optional(),
    blocks: z.array(z.strictObject({ field: z.enum(['title', 'body']), text: z.string() })).optional(),
  }),
  bodyLimit: 64 * 1024,
  answers: { 201: Article },
  location: '/articles/{id}',
  idempotency: 'required',
});
export const updateArticle = operation({
  id: 'updateArticle',
  method: 'PATCH',
  path: '/articles/{id}',
  summary: en('Change an article'),
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ title: label(300) }),
  answers: { 200: Article },
  ifMatch: true,
});
export const deleteToken = operation({
  id: 'deleteToken',
  method: 'DELETE',
  path: '/tokens/{id}',
  summary: en('Revoke a token'),
  params: z.strictObject({ id: Id }),
  answers: { 204: nothing },
});
export const createCapture = operation({
  id: 'createCapture',
  method: 'POST',
  path: '/captures',
  summary: en('Keep a copy'),
  raw: { types: ['application/pdf', 'image/*'], limitBytes: 1024 * 1024 },
  answers: { 201: z.strictObject({ id: Id, bytes: z.int(), type: z.string() }) },
});
export const getSource = operation({
  id: 'getSource',
  method: 'GET',
  path: '/sources/{id}',
  summary: en('Fails in the way its name says'),
  params: z.strictObject({ id: z.string() }),
  answers: { 200: z.strictObject({ id: z.string() }) },
});

export const streamEvents = operation({
  id: 'streamEvents',
  method: 'GET',
  path: '/events',
  summary: en('What happens'),
  answers: { 200: z.unknown() },
  mediaType: EVENT_STREAM,
});
export const downloadReportFile = operation({
  id: 'downloadReportFile',
  method: 'GET',
  path: '/reports/{id}/files/{name}',
  summary: en('A file'),
  params: z.strictObject({ id: Id, name: z.enum(['report.csv', 'report.txt']) }),
  answers: { 200: z.unknown() },
  mediaType: 'application/octet-stream',
});
export const OPERATIONS = [
  createSession,
  getMe,
  updateMe,
  listArticles,
  createArticle,
  updateArticle,
  deleteToken,
  createCapture,
  getSource,
  streamEvents,
  downloadReportFile,
];
