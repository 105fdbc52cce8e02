import { Refusal } from '#domain';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pagePolicy, type HeaderTable } from '../http/security.headers.js';
import { MISSING_PAGE, MISSING_PAGE_STYLE } from './missing.page.js';

/** Where the build leaves a place for the number of one answer; scripts/admin.build.mjs writes it. */
const NONCE_PLACE = '{{style-nonce}}';
const ENTRY = 'index.html';
/** Names in this folder carry a hash of their content. */
const HASHED = '/assets/*';
const A_YEAR = 'public, max-age=31536000, immutable';

/** Answers the admin's page at any of its addresses. */
export type PageAnswer = (request: FastifyRequest, reply: FastifyReply) => FastifyReply;

/**
 * Serves the built web admin from `folder`: hashed files for a year, everything else asked for anew, compressed as the build left it.
 * Without a build every address of the admin answers a page that says so. Answers what shows the page, for deep links.
 */
export async function serveAdmin(
  fastify: FastifyInstance,
  folder: string | undefined,
  headers: HeaderTable,
): Promise<PageAnswer> {
  const isBuilt = folder !== undefined && existsSync(join(folder, ENTRY));
  const page = isBuilt ? builtPage(readFileSync(join(folder, ENTRY), 'utf8'), headers) : missingPage(headers);
  fastify.get('/', { config: { page: 'readAdmin' } }, page);
  if (!isBuilt) return page;
  await fastify.register(fastifyStatic, { root: folder, serve: false, preCompressed: true, cacheControl: false });
  const file = (name: string, caching: string, reply: FastifyReply) =>
    reply.headers({ ...headers, 'cache-control': caching, vary: 'Accept-Encoding' }).sendFile(name);
  const assets = new Set(readdirSync(join(folder, 'assets')));
  fastify.get<{ Params: { '*': string } }>(HASHED, { config: { page: 'readAdmin' } }, ({ params }, reply) => {
    if (!assets.has(params['*'])) throw new Refusal('not-found', { kind: 'route', id: '' }); // and nobody keeps that for a year
    return file(`assets/${params['*']}`, A_YEAR, reply);
  });
  for (const name of rootFiles(folder)) {
    fastify.get(`/${name}`, { config: { page: 'readAdmin' } }, (_, reply) => file(name, 'no-cache', reply));
  }
  return page;
}

const rootFiles = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== ENTRY && !/^\.|\.(br|gz)$/.test(entry.name))
    .map(({ name }) => name);

/**
 * The page with a number of its own in every answer: style elements that carry it are ours, and no other is applied. It has no
 * ETag: an old body with a new policy would hold a number that no longer counts.
 */
function builtPage(html: string, headers: HeaderTable): PageAnswer {
  const parts = html.split(NONCE_PLACE);
  return (_, reply) => {
    const nonce = randomBytes(18).toString('base64');
    return reply
      .headers({ ...headers, 'content-security-policy': pagePolicy(`'nonce-${nonce}'`) })
      .type('text/html; charset=utf-8')
      .send(parts.join(nonce));
  };
}

function missingPage(headers: HeaderTable): PageAnswer {
  return (_, reply) =>
    reply
      .code(503)
      .headers({ ...headers, 'content-security-policy': pagePolicy(MISSING_PAGE_STYLE) })
      .type('text/html; charset=utf-8')
      .send(MISSING_PAGE);
}

/** Addresses that belong to programs: whoever errs there gets a problem, not a page. */
const FOR_PROGRAMS = new Set(['api', 'docs', 'livez', 'readyz', 'metrics', 'assets']);

/** True where a person's browser asks for a screen by its address: GET, a path like a screen's, and a page would be understood. */
export function asksForScreen({ method, url, headers }: Pick<FastifyRequest, 'method' | 'url' | 'headers'>): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  const path = url.split(/[?#]/, 1)[0] ?? '/';
  const first = path.split('/')[1]?.toLowerCase() ?? '';
  if (FOR_PROGRAMS.has(first) || path.includes('//') || /\.[^/]*$/.test(path)) return false;
  return /(^|,)\s*(text\/html|text\/\*|\*\/\*)/i.test(headers.accept ?? '*/*');
}
