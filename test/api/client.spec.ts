import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { type Client, ConnectionError, createClient, type NewsroomEvent, ProblemError } from '#client';
import { assignTo, done, post, versionOf } from '../support/checking-work.js';
import { eventually } from '../support/eventually.js';
import { type Relay, startRelay } from '../support/faulty-relay.js';
import { type Newsroom, type NewsroomApi, type Person, startNewsroomApi } from '../support/newsroom-api.js';

let api: NewsroomApi;
let relay: Relay;
let desk: Newsroom;

beforeAll(async () => {
  api = await startNewsroomApi();
  relay = await startRelay(api.url);
});
afterAll(async () => {
  await relay.stop();
  await api.stop();
});
beforeEach(async () => {
  desk = await api.found();
  relay.seen.length = 0;
  relay.faults.length = 0;
});

const ROOT = join(__dirname, '../..');
const QUICK = { baseMs: 5 };
const clientOf = ({ token }: Person, more: Partial<Parameters<typeof createClient>[0]> = {}): Client =>
  createClient({ url: relay.url, token, retry: QUICK, ...more });
const TEXT = 'بلغت كلفة الجسر 12 مليون دينار عام 2023.';
const draft = { kind: 'external', language: 'ar', text: TEXT } as const;
const articleCount = async (client: Client) => (await client.call('listArticles')).items.length;
const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a call', () => {
  it('sends what the operation takes, and reads what it answers', async () => {
    const client = clientOf(desk.editor);
    const article = await client.call('createArticle', { body: draft });
    const claim = await client.call('getClaim', { params: { id: article.claims[0]!.id } });
    expect(claim.quote).toBe(article.claims[0]!.quote);
    const raised = await client.call('updateClaim', {
      params: { id: claim.id },
      version: claim.version,
      body: { tier: 'A' },
    });
    expect(raised).toMatchObject({ tier: 'A', version: claim.version + 1 });
    const { status, headers } = await client.exchange('getClaim', { params: { id: claim.id } });
    expect([status, headers.get('etag')]).toEqual([200, `"${raised.version}"`]);
  });

  it('sends bytes, reads bytes, and reads nothing', async () => {
    const client = clientOf(desk.editor);
    const bytes = Uint8Array.from({ length: 256 }, (_, value) => value);
    const capture = await client.call('createCapture', { body: { contentType: 'application/octet-stream', bytes } });
    expect(capture).toMatchObject({ bytes: 256 });
    expect(await client.call('getCapture', { params: { id: capture.id } })).toEqual(bytes);
    const [token] = (await client.call('listTokens')).items;
    expect(await client.call('deleteToken', { params: { id: token!.id } })).toBeUndefined();
  });

  it('throws the problem, in the language asked for', async () => {
    const article = await post(desk.editor, [TEXT]);
    const [claim] = article.claims;
    const client = clientOf(desk.editor, { language: 'ar' });
    const version = await versionOf(desk.editor, claim.id);
    const refused = await failureOf(
      client.call('decideClaim', { params: { id: claim.id }, version, body: { to: 'verified' } }),
    );
    expect(refused).toBeInstanceOf(ProblemError);
    const problem = refused as ProblemError;
    expect(problem).toMatchObject({ status: 409, code: 'requirements-unmet', attempts: 1, errors: [] });
    expect(problem.title).toMatch(/\p{Script=Arabic}/u);
    expect(problem.requirements.map(({ name }) => name)).toContain('supporting-verdicts');
    const stale = await failureOf(
      client.call('updateClaim', { params: { id: claim.id }, version: version + 1, body: { tier: 'A' } }),
    );
    expect(stale).toMatchObject({ status: 412, code: 'version-stale', problem: { currentVersion: version } });
    const invalid = await failureOf(client.call('createArticle', { body: { kind: 'draft' } }));
    expect((invalid as ProblemError).errors).toEqual([expect.objectContaining({ pointer: '/text' })]);
  });

  it('refuses a parameter that would name another resource', async () => {
    await expect(clientOf(desk.editor).call('getClaim', { params: { id: '' } })).rejects.toThrow(TypeError);
    const dots = await failureOf(clientOf(desk.editor).call('getClaim', { params: { id: '../articles' } }));
    expect(dots).toBeInstanceOf(ProblemError);
    expect(relay.seen).toHaveLength(1);
  });
});

describe('repetition', () => {
  it.each(['lost', 'unanswered', 'halved', { status: 503 }, { status: 429, retryAfter: '0' }] as const)(
    'after %j does the deed once, under one key',
    async (fault) => {
      const client = clientOf(desk.editor);
      relay.faults.push(fault, fault);
      const { answer, attempts, headers } = await client.exchange('createArticle', { body: draft });
      expect(attempts).toBe(3);
      const keys = relay.seen.map((headers) => headers['idempotency-key']);
      expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
      expect(new Set(keys).size).toBe(1);
      expect(headers.get('idempotent-replayed')).toBe(fault === 'unanswered' || fault === 'halved' ? 'true' : null);
      expect((await client.call('listArticles')).items.map(({ id }) => id)).toEqual([answer.id]);
    },
  );

  it('of two calls is under two keys', async () => {
    const client = clientOf(desk.editor);
    await client.call('createArticle', { body: draft });
    await client.call('createArticle', { body: draft });
    expect(relay.seen[0]!['idempotency-key']).not.toBe(relay.seen[1]!['idempotency-key']);
    expect(await articleCount(client)).toBe(2);
  });

  it('takes a key of one’s own', async () => {
    const client = clientOf(desk.editor);
    for (const _ of [1, 2]) await client.call('createArticle', { body: draft, idempotencyKey: 'mine' });
    expect(await articleCount(client)).toBe(1);
  });

  it('waits at least as long as Retry-After asks, and not for a server that asks too much', async () => {
    const client = clientOf(desk.editor);
    relay.faults.push({ status: 503, retryAfter: '1' });
    const began = performance.now();
    await client.call('getMe');
    expect(performance.now() - began).toBeGreaterThanOrEqual(990);
    relay.faults.push({ status: 503, retryAfter: '3600' });
    expect(await failureOf(client.call('getMe'))).toMatchObject({ status: 503, attempts: 1, code: 'foreign-answer' });
  });

  it('ends, and says that no answer came', async () => {
    relay.faults.push('lost', 'lost', 'lost');
    const client = clientOf(desk.editor, { retry: { attempts: 3, baseMs: 5 } });
    expect(await failureOf(client.call('getMe'))).toMatchObject({ name: 'ConnectionError', attempts: 3 });
    expect(relay.seen).toHaveLength(3);
  });

  it('never happens to a sign-in, nor to what was refused for good', async () => {
    relay.faults.push('lost');
    const { email, password } = desk.editor;
    const visitor = createClient({ url: relay.url, retry: QUICK });
    expect(await failureOf(visitor.call('createSession', { body: { email, password } }))).toBeInstanceOf(
      ConnectionError,
    );
    const nobody = createClient({ url: relay.url, token: 'isn_pat_nobody', retry: QUICK });
    expect(await failureOf(nobody.call('getMe'))).toMatchObject({ status: 401 });
    expect(relay.seen).toHaveLength(2);
  });

  it('stops when the caller does not want it any more', async () => {
    relay.faults.push({ status: 503, retryAfter: '10' });
    const ending = new AbortController();
    const called = failureOf(clientOf(desk.editor).call('getMe', { signal: ending.signal }));
    await eventually(() => expect(relay.seen).toHaveLength(1));
    ending.abort(new Error('enough'));
    expect(await called).toMatchObject({ message: 'enough' });
    expect(relay.seen).toHaveLength(1);
  });

  it('covers an answer that takes too long', async () => {
    const slow: typeof fetch = (input, init) =>
      relay.seen.length > 0 ? fetch(input, init) : (relay.seen.push({}), fetch(`${relay.url}/api/v1/events`, init));
    const began = performance.now();
    await clientOf(desk.editor).call('getMe');
    relay.seen.length = 0;
    // long enough on this machine for the answer that does come
    const timeoutMs = Math.ceil(200 + 20 * (performance.now() - began));
    const client = clientOf(desk.editor, { fetch: slow, timeoutMs });
    expect((await client.exchange('getMe')).attempts).toBe(2);
  });
});

describe('pages', () => {
  it('give every item once, across pages and lost connections', async () => {
    const texts = Array.from({ length: 7 }, (_, index) => `بلغت كلفة الجسر رقم ${index + 1} نحو 12 مليون دينار.`);
    for (const text of texts) await post(desk.editor, [text]);
    const client = clientOf(desk.editor);
    relay.faults.push('pass', 'lost', 'pass', 'halved');
    const ids: string[] = [];
    for await (const article of client.pages('listArticles', { query: { limit: 2 } })) ids.push(article.id);
    expect(new Set(ids).size).toBe(7);
    expect(ids).toHaveLength(7);
  });
});

describe('events', () => {
  /** Collects until `wanted` came. */
  async function collect(client: Client, wanted: number, terms: { after?: number } = {}): Promise<NewsroomEvent[]> {
    const found: NewsroomEvent[] = [];
    const ending = new AbortController();
    for await (const event of client.events({ ...terms, signal: ending.signal })) {
      found.push(event);
      if (found.length === wanted) ending.abort();
    }
    return found;
  }

  it('come over cut connections, each once and in order, equal to the ledger', async () => {
    const client = clientOf(desk.editor);
    const lost: unknown[] = [];
    const ending = new AbortController();
    const found: number[] = [];
    const { head } = await client.call('listLedgerEntries', { query: { limit: 1 } });
    const reading = (async () => {
      const terms = { after: head.seq, signal: ending.signal, onLost: (error: unknown) => lost.push(error) };
      for await (const event of client.events(terms)) found.push(event.id);
    })();
    const article = await post(desk.editor, [TEXT]);
    await eventually(() => expect(found.length).toBeGreaterThan(0));
    relay.cut();
    await assignTo(desk.editor, article.claims[0].id, desk.salma); // while nobody listens
    const { items } = await client.call('listLedgerEntries', { query: { from: head.seq + 1, limit: 200 } });
    await eventually(() => expect(found).toEqual(items.map(({ seq }) => seq)));
    ending.abort();
    await reading;
    expect(lost).toHaveLength(1);
    const streams = relay.seen.filter(({ accept }) => accept === 'text/event-stream');
    expect(streams.map((headers) => Number(headers['last-event-id']))).toEqual([head.seq, expect.any(Number)]);
    expect(Number(streams[1]!['last-event-id'])).toBeGreaterThan(head.seq);
  });

  it('begin now unless told otherwise, even when the first connection fails', async () => {
    const client = clientOf(desk.editor);
    await post(desk.editor, [TEXT]);
    relay.faults.push('pass', 'lost');
    const coming = collect(client, 1);
    await eventually(() => expect(relay.seen.length).toBeGreaterThanOrEqual(2));
    const [claim] = (await client.call('listClaims')).items;
    await assignTo(desk.editor, claim!.id, desk.salma);
    expect((await coming)[0]).toMatchObject({ claimId: claim!.id });
  });

  it('end with the problem when the token no longer may', async () => {
    const client = createClient({ url: relay.url, token: 'isn_pat_nobody' });
    expect(await failureOf(collect(client, 1, { after: 0 }))).toMatchObject({ status: 401 });
  });
});

describe('the example of docs/client.md', () => {
  it('runs as it stands', async () => {
    const page = await readFile(join(__dirname, '../../docs/client.md'), 'utf8');
    const [, code] = /```js\n([^]*?)```/.exec(page)!;
    // a program of its own, in the folder of the project, as the page says
    const env = { PATH: process.env.PATH, ISNAD_URL: api.url, ISNAD_TOKEN: desk.editor.token };
    const child = spawn(process.execPath, ['--input-type=module', '--eval', code!], { cwd: ROOT, env });
    const [printed, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
    expect(errors).toBe('');
    const lines = printed.trim().split('\n');
    expect(lines[0]).toMatch(/^needs-source .*12 million dinars/);
    expect(printed).toMatch(/^requirements-unmet \[[^\]]*'supporting-verdicts'/m);
    const { items } = await done(desk.editor.get('/articles'));
    expect(items).toMatchObject([{ title: 'A bridge for Marfa' }]);
  });
});
