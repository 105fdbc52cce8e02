import { permissionOf } from '#domain';
import { newId } from '#platform';
import { Controller, Get } from '@nestjs/common';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { z } from 'zod';
import type { Input } from '../../apps/api/src/contract/input.js';
import { operation } from '../../apps/api/src/contract/operation.js';
import { Operation } from '../../apps/api/src/http/operation.decorator.js';
import { ask as askUrl, bearer, outcome, speak } from '../support/ask.js';
import { happened, SampleController, slowRequests, startSample, type Sample } from '../support/sample-api.js';
import { getMe, OPERATIONS } from '../support/sample-operations.js';

let api: Sample;
let editor: string;
const METRICS_TOKEN = 'a token for the monitoring';

beforeAll(async () => {
  api = await startSample({ metricsToken: METRICS_TOKEN, eventBeatMs: 50 });
  editor = api.directory.token(['editor'], ['articles:read', 'claims:read', 'reports:read']);
});
afterAll(() => api.stop());

const en = (text: string) => ({ en: text, ar: text });

describe('a server whose contract does not hold does not start', () => {
  const options = { operations: [getMe], controllers: [] };

  it('a route without an operation', async () => {
    @Controller()
    class Stray {
      @Get('/api/v1/backdoor')
      open() {
        return 'open';
      }
    }
    const started = startSample({ controllers: [SampleController, Stray] });
    await expect(started).rejects.toThrow('route without an operation: GET /api/v1/backdoor');
  });

  it('an operation without a route, and a route of no operation in the contract', async () => {
    await expect(startSample(options)).rejects.toThrow('operation without a route: getMe');
    await expect(startSample({ operations: OPERATIONS.slice(1) })).rejects.toThrow(
      'not in the contract: createSession',
    );
  });

  it('a body that lets unknown members pass', async () => {
    const loose = operation({
      id: 'createDesk',
      method: 'POST',
      path: '/desks',
      summary: en('x'),
      body: z.strictObject({ inner: z.object({ name: z.string() }) }),
      answers: { 201: z.strictObject({}) },
    });
    @Controller()
    class Loose {
      @Operation(loose)
      async create(_input: Input<typeof loose>) {
        return {};
      }
    }
    const started = startSample({ operations: [loose], controllers: [Loose] });
    await expect(started).rejects.toThrow('body that lets unknown members pass: createDesk');
  });

  it('an operation nobody gave a permission, or that is public on one side only', () => {
    const made = (id: string, more: object) =>
      Operation(operation({ ...getMe, id: id as 'getMe', path: `/${id}`, ...more }));
    expect(() => made('destroyEverything', {})).toThrow('no row in the permission table');
    expect(() => made('getMe', { public: true })).toThrow('disagree');
    expect(permissionOf('createSession').who).toBe('public');
    expect(() => made('createSession', {})).toThrow('disagree');
  });

  it('a path whose parameters are not declared', () => {
    expect(() => operation({ ...getMe, path: '/me/{part}' })).toThrow('the path names [part], params declare []');
  });
});

describe('the contract document', () => {
  it('lists exactly what the router serves', async () => {
    const { body } = await askUrl(`${api.url}/api/v1/openapi.json`, 'GET');
    const paths = body.paths as Record<string, Record<string, { operationId: string }>>;
    const listed = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => [method.toUpperCase(), path] as const),
    );
    expect(listed).toHaveLength(OPERATIONS.length);
    for (const [method, path] of listed) {
      const answered = await askUrl(api.url + path.replace(/\{\w+\}/g, newId()), method);
      expect([method, path, answered.status]).toEqual([method, path, path === '/api/v1/sessions' ? 422 : 401]);
    }
  });

  it('says what is asked, answered and refused', async () => {
    const { body, headers } = await askUrl(`${api.url}/api/v1/openapi.json`, 'GET');
    expect(body.openapi).toBe('3.1.0');
    const paths = body.paths as Record<string, Record<string, never>>;
    expect(paths['/api/v1/articles']!.post).toMatchObject({
      operationId: 'createArticle',
      'x-permission': { verb: 'create', who: ['editor', 'head', 'writer'], scopes: ['articles:write'] },
      security: [{ token: ['articles:write'] }, { session: [] }],
      parameters: [{ name: 'Idempotency-Key', in: 'header', required: true }],
      requestBody: {
        content: { 'application/json': { schema: { additionalProperties: false, required: ['title'] } } },
      },
      responses: {
        201: { headers: { Location: {}, 'Ledger-Seq': {} }, content: { 'application/json': {} } },
        422: { 'x-codes': ['invalid', 'idempotency-mismatch'] },
      },
    });
    expect(paths['/api/v1/articles']!.get).toMatchObject({
      parameters: [
        { name: 'limit', in: 'query', required: false, schema: { type: 'integer', maximum: 200 } },
        { name: 'cursor', in: 'query', required: false },
        { name: 'state', in: 'query', required: false },
        { name: 'q', in: 'query', required: false },
      ],
    });
    const known = await askUrl(`${api.url}/api/v1/openapi.json`, 'GET', { 'if-none-match': headers.get('etag')! });
    expect(known.status).toBe(304);
  });

  it('is shown on a page of our own that loads nothing from elsewhere', async () => {
    const page = await fetch(`${api.url}/docs`);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toMatch(
      /script-src 'self'.*require-trusted-types-for 'script'/,
    );
    const html = await page.text();
    expect(html).not.toMatch(/<script(?![^>]*src=)|\son\w+=|style=|https?:\/\//);
    for (const [, path] of html.matchAll(/(?:src|href)="(\/[^"]+)"/g)) {
      expect((await fetch(api.url + path!)).status).toBe(200);
    }
  });
});

describe('probes and figures', () => {
  it('livez answers without anything else, readyz says what is missing', async () => {
    expect((await askUrl(`${api.url}/livez`, 'GET')).status).toBe(200);
    const down = await startSample({ ready: async () => ({ ready: false, checks: { database: false } }) });
    const broken = await startSample({ ready: () => Promise.reject(new Error('no')) });
    const states = await Promise.all([api, down, broken].map(({ url }) => askUrl(`${url}/readyz`, 'GET')));
    expect(states.map(({ status, body }) => [status, body.status])).toEqual([
      [200, 'ready'],
      [503, 'not-ready'],
      [503, 'not-ready'],
    ]);
    expect((await askUrl(`${down.url}/livez`, 'GET')).status).toBe(200);
    await Promise.all([down.stop(), broken.stop()]);
  });

  it('probes answer under any name', async () => {
    const probe = (path: string) =>
      speak(api.url, `GET ${path} HTTP/1.1\r\nHost: 10.0.0.7\r\nConnection: close\r\n\r\n`);
    expect(await probe('/livez')).toMatch(/^HTTP\/1.1 200/);
    expect(await probe('/docs')).toMatch(/^HTTP\/1.1 421/);
  });

  it('metrics exist for whoever has their token', async () => {
    for (const headers of [{}, bearer('guess'), bearer(editor)]) {
      expect((await fetch(`${api.url}/metrics`, { headers })).status).toBe(404);
    }
    await askUrl(`${api.url}/api/v1/me`, 'GET', bearer(editor));
    const text = await (await fetch(`${api.url}/metrics`, { headers: bearer(METRICS_TOKEN) })).text();
    expect(text).toMatch(/isnad_http_requests_total\{operation="getMe",method="GET",status="200"\} [1-9]/);
    expect(text).toContain('isnad_http_request_seconds_bucket{le="0.005",operation="getMe"}');
    const closed = await startSample();
    expect((await fetch(`${closed.url}/metrics`, { headers: bearer('') })).status).toBe(404);
    await closed.stop();
  });

  it('or on a port of their own', async () => {
    const free = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => free.once('listening', resolve));
    const { port } = free.address() as AddressInfo;
    await new Promise((resolve) => free.close(resolve));
    const sample = await startSample({ metricsPort: port });
    expect((await fetch(`http://127.0.0.1:${port}/metrics`)).status).toBe(200);
    expect((await fetch(`http://127.0.0.1:${port}/api/v1/me`)).status).toBe(404);
    await sample.stop();
    await expect(fetch(`http://127.0.0.1:${port}/metrics`)).rejects.toThrow();
  });

  it('each request is one line, with its route and never its address', async () => {
    const path = '/api/v1/sources/a-secret-in-the-path?q=another-secret';
    await askUrl(`${api.url}${path}`, 'GET', { ...bearer(editor), 'x-request-id': 'look-for-me' });
    const lines = api.logged.filter((line) => line.includes('look-for-me')).map((line) => JSON.parse(line) as object);
    expect(lines).toEqual([
      expect.objectContaining({
        operation: 'getSource',
        route: '/api/v1/sources/:id',
        status: 422,
        code: 'invalid',
        via: 'token',
      }),
    ]);
    expect(api.logged.join('')).not.toMatch(/a-secret-in-the-path|another-secret/);
  });
});

describe('files', () => {
  const file = (name: string) =>
    fetch(`${api.url}/api/v1/reports/${newId()}/files/${name}`, { headers: bearer(editor) });

  it('are sent whole with their length and type', async () => {
    const csv = await file('report.csv');
    expect(await csv.text()).toBe('id,claim\r\n1,معلومة\r\n');
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(csv.headers.get('content-length')).toBe('26');
    expect(csv.headers.get('content-disposition')).toBe('attachment; filename="report.csv"');
    expect(csv.headers.get('content-security-policy')).toContain('sandbox');
  });

  it('or streamed', async () => {
    expect(await (await file('report.txt')).text()).toContain('معلومة');
  });
});

describe('event streams', () => {
  async function follow(sample: Sample, token: string, headers: Record<string, string> = {}) {
    const ending = new AbortController();
    const response = await fetch(`${sample.url}/api/v1/events`, {
      headers: { ...bearer(token), ...headers },
      signal: ending.signal,
    });
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    const until = async (pattern: RegExp): Promise<string> => {
      while (!pattern.test(text)) {
        const { done, value } = await reader.read();
        if (done) return `${text}[end]`;
        text += value;
      }
      return text;
    };
    return { response, until, leave: () => ending.abort() };
  }

  it('tell what happens from now on, with the sequence to resume from', async () => {
    const reader = await follow(api, editor);
    expect(reader.response.headers.get('content-type')).toBe('text/event-stream');
    await reader.until(/:\n\n/);
    happened.tell({ text: 'سطر\nثانٍ' });
    expect(await reader.until(/data/)).toContain('event: claim.changed\ndata: {"text":"سطر\\nثانٍ"}\n\n');
    reader.leave();
  });

  it('resume without a gap after Last-Event-ID', async () => {
    for (let i = 0; i < 6; i += 1) happened.tell({ i });
    const reader = await follow(api, editor, { 'last-event-id': '2' });
    const text = await reader.until(/^id: 6$/m);
    expect([...text.matchAll(/^id: (\d+)$/gm)].slice(0, 4).map(([, id]) => Number(id))).toEqual([3, 4, 5, 6]);
    reader.leave();
    for (const bad of ['-1', '1e3', 'x', '1;2']) {
      const refused = await askUrl(`${api.url}/api/v1/events`, 'GET', { ...bearer(editor), 'last-event-id': bad });
      expect(outcome(refused)).toBe('400 header-malformed');
    }
  });

  it('end when the reader leaves, when the credential does, and are not opened by HEAD', async () => {
    await waitFor(() => happened.readers === 0); // those of earlier tests may still be leaving
    const head = await fetch(`${api.url}/api/v1/events`, { method: 'HEAD', headers: bearer(editor) });
    expect([head.status, head.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
    const leaving = await follow(api, editor);
    const brief = api.directory.token(['viewer'], ['claims:read']);
    const revoked = await follow(api, brief);
    await Promise.all([leaving.until(/:\n\n/), revoked.until(/:\n\n/)]);
    await waitFor(() => happened.readers === 2);
    leaving.leave();
    api.directory.revoke(brief);
    expect(await revoked.until(/never/)).toMatch(/\[end\]$/);
    await waitFor(() => happened.readers === 0);
  });
});

describe('stopping', () => {
  it('ends streams, lets a running request finish, takes no new one, and is quick', async () => {
    const sample = await startSample();
    const token = sample.directory.token(['editor'], ['claims:read']);
    const stream = await fetch(`${sample.url}/api/v1/events`, { headers: bearer(token) });
    const preconnected = connect(sample.port, '127.0.0.1');
    const running = askUrl(`${sample.url}/api/v1/sources/slow`, 'GET', bearer(token));
    await waitFor(() => slowRequests.running > 0);
    const began = performance.now();
    const stopped = sample.stop();
    await expect(stream.text()).resolves.toContain('retry:');
    expect((await running).status).toBe(200);
    await stopped;
    expect(performance.now() - began).toBeLessThan(30_000); // one silent connection alone would be waited for much longer
    await expect(fetch(`${sample.url}/livez`)).rejects.toThrow();
    preconnected.destroy();
  });

  it('a taken port leads to the next free one, or to an error', async () => {
    const first = await startSample();
    const second = await startSample({ port: first.port, portsToTry: 20 });
    expect([second.moved, second.port > first.port]).toEqual([true, true]);
    await expect(startSample({ port: first.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await Promise.all([first.stop(), second.stop()]);
  });
});

async function waitFor(condition: () => boolean): Promise<void> {
  for (let i = 0; i < 1000 && !condition(); i += 1) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(condition()).toBe(true);
}
