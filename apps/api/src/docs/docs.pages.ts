import type { FastifyInstance, FastifyReply } from 'fastify';
import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import type { OperationSpec } from '../contract/operation.js';
import type { HeaderTable } from '../http/security.headers.js';
import { openApiDocument } from '../openapi/document.js';

interface Page {
  readonly body: string;
  readonly type: string;
  readonly etag: string;
}

const page = (body: string, type: string): Page => ({
  body,
  type,
  etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
});
const file = (name: string, type: string) =>
  page(readFileSync(new URL(`./${name}`, import.meta.url), 'utf8'), `${type}; charset=utf-8`);

/** The OpenAPI document as text; the committed copy must be these bytes. */
export function openApiText(operations: readonly OperationSpec[]): string {
  return `${JSON.stringify(openApiDocument(operations), null, 2)}\n`;
}

/** `/api/v1/openapi.json` and the page that shows it; made once, since they change only with the program. */
export function serveDocs(fastify: FastifyInstance, operations: readonly OperationSpec[], headers: HeaderTable): void {
  const pages = {
    '/docs': file('page.html', 'text/html'),
    '/docs/page.css': file('page.css', 'text/css'),
    '/docs/page.client.js': file('page.client.js', 'text/javascript'),
  };
  const contract = page(openApiText(operations), 'application/json; charset=utf-8');
  fastify.get('/api/v1/openapi.json', { config: { page: 'getOpenApi' } }, (request, reply) =>
    send(reply.type(contract.type).header('cache-control', 'no-cache'), contract, request.headers['if-none-match']),
  );
  for (const [path, content] of Object.entries(pages)) {
    fastify.get(path, { config: { page: 'readDocs' } }, (request, reply) =>
      send(reply.headers(headers).type(content.type), content, request.headers['if-none-match']),
    );
  }
}

function send(reply: FastifyReply, { body, etag }: Page, known: string | undefined): FastifyReply {
  reply.header('etag', etag);
  return known === etag ? reply.code(304).send() : reply.send(body);
}
