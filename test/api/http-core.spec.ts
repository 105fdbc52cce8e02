import { newId } from '#platform';
import { ask as askUrl, bearer, outcome, speak, type Asked } from '../support/ask.js';
import { ARTICLE_ID, calls, failures, startSample, type Sample } from '../support/sample-api.js';

let api: Sample;
let editor: string;
let viewer: string;

beforeAll(async () => {
  api = await startSample();
  editor = api.directory.token(['editor'], ['articles:read', 'articles:write', 'claims:read']);
  viewer = api.directory.token(['viewer'], ['articles:read']);
});
afterAll(() => api.stop());

const ask = (method: string, path: string, headers?: Record<string, string>, body?: unknown) =>
  askUrl(`${api.url}${path}`, method, headers, body);
const raw = (text: string) => speak(api.url, text);
const key = () => ({ 'idempotency-key': newId() });
describe('the order of checks', () => {
  const wrong = { 'content-type': 'text/plain' };
  const json = { 'content-type': 'application/json' };
  const patch = `/api/v1/articles/${ARTICLE_ID}`;

  // each row repairs the first mistake of the row above and keeps all that follow
  it.each<[string, () => Promise<Asked>]>([
    ['401 unauthenticated', () => ask('PATCH', '/api/v1/articles/none?a=1&a=2', wrong, '{')],
    [
      '415 media-type-unsupported',
      () => ask('PATCH', '/api/v1/articles/none?a=1&a=2', { ...wrong, ...bearer(viewer) }, '{'),
    ],
    ['400 query-malformed', () => ask('PATCH', '/api/v1/articles/none?a=1&a=2', { ...json, ...bearer(viewer) }, '{')],
    ['400 body-malformed', () => ask('PATCH', '/api/v1/articles/none', { ...json, ...bearer(viewer) }, '{')],
    ['403 role-forbidden', () => ask('PATCH', '/api/v1/articles/none', bearer(viewer), { title: 1 })],
    ['422 invalid', () => ask('PATCH', '/api/v1/articles/none', bearer(editor), { title: 1 })],
    ['404 not-found', () => ask('PATCH', '/api/v1/articles/none', bearer(editor), { title: 'not mine' })],
    ['404 not-found', () => ask('PATCH', `/api/v1/articles/${newId()}`, bearer(editor), { title: 'not mine' })],
    ['403 relation-forbidden', () => ask('PATCH', patch, bearer(editor), { title: 'not mine' })],
    ['428 precondition-required', () => ask('PATCH', patch, bearer(editor), { title: 'x' })],
    ['412 version-stale', () => ask('PATCH', patch, { ...bearer(editor), 'if-match': '"2"' }, { title: 'x' })],
    ['200', () => ask('PATCH', patch, { ...bearer(editor), 'if-match': '"3"' }, { title: 'x' })],
  ])('%s', async (expected, request) => {
    expect(outcome(await request())).toBe(expected);
  });

  it('answers a foreign and a missing object with the same bytes', async () => {
    const [a, b] = await Promise.all(
      [newId(), newId()].map((id) => ask('PATCH', `/api/v1/articles/${id}`, bearer(editor), { title: 'x' })),
    );
    const strip = ({ body }: Asked) => ({ ...body, instance: '', requestId: '' });
    expect(strip(a!)).toEqual(strip(b!));
    expect(Object.keys(a!.body).sort()).toEqual(['code', 'detail', 'instance', 'requestId', 'status', 'title', 'type']);
  });
});

describe('answers', () => {
  it('say version, ledger position and place of what was made', async () => {
    const made = await ask('POST', '/api/v1/articles', { ...bearer(editor), ...key() }, { title: 'عنوان' });
    expect(made.status).toBe(201);
    expect(made.body).toEqual({ id: ARTICLE_ID, title: 'عنوان', version: 1 });
    expect(made.headers.get('etag')).toBe('"1"');
    expect(made.headers.get('ledger-seq')).toBe('41');
    expect(made.headers.get('location')).toBe(`/api/v1/articles/${ARTICLE_ID}`);
    expect(made.headers.get('cache-control')).toBe('no-store');
    expect(made.headers.get('idempotent-replayed')).toBeNull();
    const again = await ask('POST', '/api/v1/articles', { ...bearer(editor), ...key() }, { title: 'again' });
    expect(again.headers.get('idempotent-replayed')).toBe('true');
  });

  it('of 204 have no body and no type', async () => {
    const gone = await fetch(`${api.url}/api/v1/tokens/${newId()}`, { method: 'DELETE', headers: bearer(editor) });
    expect([gone.status, await gone.text(), gone.headers.get('content-type')]).toEqual([204, '', null]);
    expect(gone.headers.get('ledger-seq')).toBe('43');
  });

  it('carry the request id they were asked with, or one of their own', async () => {
    const own = await ask('GET', '/api/v1/me', { ...bearer(editor), 'x-request-id': 'desk-7.morning' });
    expect([own.headers.get('x-request-id'), own.body.requestId]).toEqual(['desk-7.morning', 'desk-7.morning']);
    for (const bad of ['short', 'a'.repeat(65), 'with space in it', '<script>alert(1)']) {
      const answered = await ask('GET', '/api/v1/me', { ...bearer(editor), 'x-request-id': bad });
      expect(answered.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it('never break their contract unnoticed: an undeclared status or member is a 500', async () => {
    failures.set('leak', undefined);
    const { answerCheck } = await import('../../apps/api/src/http/answer.check.js');
    const { planOf } = await import('../../apps/api/src/http/operation.plan.js');
    const { getSource } = await import('../support/sample-operations.js');
    expect(() => answerCheck(planOf(getSource), 200, { id: 'a', secret: 1 })).toThrow('broke its contract');
    expect(() => answerCheck(planOf(getSource), 201, { id: 'a' })).toThrow('does not declare status 201');
  });
});

describe('methods and paths', () => {
  it.each([
    ['DELETE', '/api/v1/articles', 405, 'GET, HEAD, OPTIONS, POST'],
    ['PUT', `/api/v1/articles/${ARTICLE_ID}`, 405, 'OPTIONS, PATCH'],
    ['GET', '/api/v1/captures', 405, 'OPTIONS, POST'],
    ['OPTIONS', '/api/v1/articles', 204, 'GET, HEAD, OPTIONS, POST'],
    ['PROPFIND', '/api/v1/me', 405, 'GET, HEAD, OPTIONS, PATCH'],
  ])('%s %s answers %i and what is allowed', async (method, path, status, allow) => {
    const answered = await ask(method, path);
    expect([answered.status, answered.headers.get('allow')]).toEqual([status, allow]);
  });

  it('TRACE echoes nothing', async () => {
    const text = await raw(
      'TRACE /api/v1/me HTTP/1.1\r\nHost: localhost\r\nX-Secret: told-to-nobody\r\nConnection: close\r\n\r\n',
    );
    expect(text).toMatch(/^HTTP\/1.1 405/);
    expect(text).not.toContain('told-to-nobody');
  });

  it('HEAD answers like GET without the body, and needs the same credential', async () => {
    const head = await fetch(`${api.url}/api/v1/me`, { method: 'HEAD', headers: bearer(editor) });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect((await fetch(`${api.url}/api/v1/me`, { method: 'HEAD' })).status).toBe(401);
  });

  it.each(['/api/v1/nothing', '/api/v1', '/api/v1/articles/', '/API/V1/me', '/api/v1//me'])(
    '%s is not found, with all security headers',
    async (path) => {
      const answered = await ask('GET', path);
      expect(outcome(answered)).toBe('404 not-found');
      expect(answered.headers.get('content-security-policy')).toContain("default-src 'none'");
    },
  );

  it.each([
    ['a path that is not percent-encoded', 'GET /api/v1/sources/%zz HTTP/1.1\r\nHost: localhost', 400, 'url-malformed'],
    [
      'a parameter without end',
      `GET /api/v1/sources/${'a'.repeat(600)} HTTP/1.1\r\nHost: localhost`,
      400,
      'url-malformed',
    ],
    [
      'headers without end',
      `GET /api/v1/me HTTP/1.1\r\nHost: localhost\r\nx: ${'a'.repeat(20_000)}`,
      431,
      'headers-too-large',
    ],
    ['no HTTP', 'HELLO\r\nworld', 400, 'request-malformed'],
  ])('%s is refused with a problem', async (_, head, status, code) => {
    const text = await raw(`${head}\r\nConnection: close\r\n\r\n`);
    expect(text).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(text).toContain(`"code":"${code}"`);
    expect(text).toContain('application/problem+json');
  });

  it('a name re-bound to this machine is refused', async () => {
    const ask421 = (host: string) => raw(`GET /api/v1/me HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    expect(await ask421('evil.example:3000')).toMatch(/^HTTP\/1.1 421/);
    expect(await ask421('localhost.evil.example')).toMatch(/^HTTP\/1.1 421/);
    expect(await ask421('[::1]:80')).toMatch(/^HTTP\/1.1 401/);
    expect(await ask421('LOCALHOST:1')).toMatch(/^HTTP\/1.1 401/);
  });
});

describe('languages', () => {
  it.each([
    [undefined, 'en'],
    ['ar', 'ar'],
    ['ar-EG,en;q=0.9', 'ar'],
    ['en-GB,ar;q=0.9', 'en'],
    ['fr, ar;q=0.4, en;q=0.3', 'ar'],
    ['fr', 'en'],
    ['*', 'en'],
    ['en;q=0, *', 'ar'],
    ['en;q=0', 'ar'],
    ['ar;q=2, en;q=0.1', 'en'],
  ])('Accept-Language %s is answered in %s', async (header, locale) => {
    const answered = await ask('GET', '/api/v1/me', header === undefined ? {} : { 'accept-language': header });
    expect(answered.headers.get('content-language')).toBe(locale);
    expect(answered.body.title).toBe(locale === 'ar' ? 'سجّل الدخول أولًا' : 'Sign in first');
  });

  it('foreign text in a sentence of ours is isolated', async () => {
    const host = await raw('GET / HTTP/1.1\r\nHost: evil.example\r\nAccept-Language: ar\r\nConnection: close\r\n\r\n');
    expect(host).toContain('\u2068evil.example\u2069');
  });
});

describe('what the machine does wrong', () => {
  const boom = (message: string, more: object = {}) => Object.assign(new Error(message), more);
  it.each<[string, unknown, string]>([
    ['a value PostgreSQL cannot hold', boom('invalid byte sequence', { code: '22021' }), '422 invalid'],
    ['a unique row', boom('duplicate key', { driverError: { code: '23505' } }), '409 conflict'],
    ['a deadlock', boom('deadlock detected', { code: '40P01' }), '409 conflict'],
    ['no connections left', boom('sorry', { code: '53300' }), '503 unavailable'],
    ['a shutdown', boom('terminating connection', { code: '57P01' }), '503 unavailable'],
    ['a statement timeout', boom('canceling statement', { code: '57014' }), '503 unavailable'],
    ['a lock timeout', boom('lock not available', { code: '55P03' }), '503 unavailable'],
    ['a broken connection', boom('gone', { code: '08006' }), '503 unavailable'],
    ['a closed port', boom('connect ECONNREFUSED', { code: 'ECONNREFUSED' }), '503 unavailable'],
    ['a lost connection in words', boom('Connection terminated unexpectedly'), '503 unavailable'],
    ['a released runner', boom('Query runner already released. Cannot run queries anymore.'), '503 unavailable'],
    ['a slip of ours', boom('SELECT secret FROM /etc/passwd'), '500 internal'],
    ['a wrong grant', boom('permission denied for table verdict', { code: '42501' }), '500 internal'],
    ['something that is no error', 'just a text', '500 internal'],
  ])('%s', async (name, failure, expected) => {
    failures.set(name, failure);
    const answered = await ask('GET', `/api/v1/sources/${encodeURIComponent(name)}`, bearer(editor));
    expect(outcome(answered)).toBe(expected);
    expect(JSON.stringify(answered.body)).not.toMatch(/secret|passwd|sorry|verdict|at .*\.ts/);
    if (answered.status === 503) expect(Number(answered.headers.get('retry-after'))).toBeGreaterThan(0);
    if (answered.status === 500) {
      expect(api.logged.some((line) => line.includes(String(answered.body.requestId)))).toBe(true);
    }
  });
});

describe('idempotency keys and versions', () => {
  it.each<[string, Record<string, string>, string]>([
    ['none', {}, '400 key-required'],
    ['an empty one', { 'idempotency-key': '' }, '400 key-malformed'],
    ['a very long one', { 'idempotency-key': 'k'.repeat(256) }, '400 key-malformed'],
    ['a non-ASCII one', { 'idempotency-key': 'clé\u00e9' }, '400 key-malformed'],
    ['a good one', { 'idempotency-key': 'desk-7' }, '201'],
  ])('%s', async (_, headers, expected) => {
    const answered = await ask('POST', '/api/v1/articles', { ...bearer(editor), ...headers }, { title: 'x' });
    expect(outcome(answered)).toBe(expected);
  });

  it('the same content is the same request however it is written, other content is not', async () => {
    calls.length = 0;
    const headers = { ...bearer(editor), 'idempotency-key': 'k', 'content-type': 'application/json' };
    for (const body of ['{"title":"x","count":1}', '{ "count": 1, "title": "x" }', '{"title":"y","count":1}']) {
      await ask('POST', '/api/v1/articles', headers, body);
    }
    const [a, b, c] = calls.map(
      (each) => (each as { call: { idempotency: { requestHash: string } } }).call.idempotency,
    );
    expect(a).toEqual({ key: 'k', operation: 'createArticle', requestHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(b).toEqual(a);
    expect(c!.requestHash).not.toBe(a!.requestHash);
  });

  it.each([
    ['"3"', 200],
    [' "3" ', 200],
    ['"2"', 412],
    ['W/"3"', 412],
    ['"abc"', 412],
    ['"3", "4"', 412],
    ['3', 400],
    ['*', 400],
    ['"3', 400],
  ])('If-Match: %s answers %i', async (value, status) => {
    const answered = await ask(
      'PATCH',
      `/api/v1/articles/${ARTICLE_ID}`,
      { ...bearer(editor), 'if-match': value },
      { title: 'x' },
    );
    expect(answered.status).toBe(status);
    if (status === 412) expect([answered.body.currentVersion, answered.headers.get('etag')]).toEqual([3, '"3"']);
  });
});
