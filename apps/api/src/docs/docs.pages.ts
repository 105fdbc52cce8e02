import type { FastifyInstance } from 'fastify';
import type { OperationSpec } from '../contract/operation.js';
import type { HeaderTable } from '../http/security.headers.js';
import { fileAsPage, pageOnDemand, servePages, staticPage } from '../http/static.page.js';
import { openApiDocument } from '../openapi/document.js';

const file = (name: string, type: string) => fileAsPage(new URL(`./${name}`, import.meta.url), type);

/** The OpenAPI document as text; the committed copy must be these bytes. */
export function openApiText(operations: readonly OperationSpec[]): string {
  return `${JSON.stringify(openApiDocument(operations), null, 2)}\n`;
}

/** `/api/v1/openapi.json` and the page that shows it. */
export function serveDocs(fastify: FastifyInstance, operations: readonly OperationSpec[], headers: HeaderTable): void {
  const pages = {
    '/docs': file('page.html', 'text/html'),
    '/docs/page.css': file('page.css', 'text/css'),
    '/docs/page.client.js': file('page.client.js', 'text/javascript'),
  };
  servePages(fastify, 'readDocs', pages, headers);
  const contract = pageOnDemand(() => staticPage(openApiText(operations), 'application/json; charset=utf-8'));
  servePages(fastify, 'getOpenApi', { '/api/v1/openapi.json': contract }, { 'cache-control': 'no-cache' });
}
