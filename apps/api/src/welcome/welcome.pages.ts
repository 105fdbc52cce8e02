import type { FastifyInstance } from 'fastify';
import type { HeaderTable } from '../http/security.headers.js';
import { fileAsPage, servePages } from '../http/static.page.js';

const file = (name: string, type: string) => fileAsPage(new URL(`./${name}`, import.meta.url), type);

/** The page that sign-in links lead to: signing in, and the desk at a glance. */
export function serveWelcome(fastify: FastifyInstance, headers: HeaderTable): void {
  const page = file('welcome.html', 'text/html');
  const pages = {
    '/': page,
    '/sign-in': page,
    '/welcome.css': file('welcome.css', 'text/css'),
    '/welcome.client.js': file('welcome.client.js', 'text/javascript'),
  };
  servePages(fastify, 'readWelcome', pages, headers);
}
