import type { FastifyInstance, FastifyReply } from 'fastify';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { HeaderTable } from './security.headers.js';
import type { PageOperation } from './request.state.js';

export interface StaticPage {
  readonly body: string;
  readonly type: string;
  readonly etag: string;
}

export function staticPage(body: string, type: string): StaticPage {
  return { body, type, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
}

export function fileAsPage(file: URL, type: string): StaticPage {
  return staticPage(readFileSync(file, 'utf8'), `${type}; charset=utf-8`);
}

/** A page that is dear to make: made when it is asked for the first time, so that no start waits for it. */
export function pageOnDemand(make: () => StaticPage): () => StaticPage {
  let made: StaticPage | undefined;
  return () => (made ??= make());
}

/** Serves pages made once, since they change only with the program; each by its path, under the permission's row named. */
export function servePages(
  fastify: FastifyInstance,
  operation: PageOperation,
  pages: Readonly<Record<string, StaticPage | (() => StaticPage)>>,
  headers: HeaderTable,
): void {
  for (const [path, page] of Object.entries(pages)) {
    const pageNow = typeof page === 'function' ? page : () => page;
    fastify.get(path, { config: { page: operation } }, (request, reply) =>
      send(reply.headers(headers), pageNow(), request.headers['if-none-match']),
    );
  }
}

function send(reply: FastifyReply, { body, type, etag }: StaticPage, known: string | undefined): FastifyReply {
  reply.type(type).header('etag', etag);
  return known === etag ? reply.code(304).send() : reply.send(body);
}
