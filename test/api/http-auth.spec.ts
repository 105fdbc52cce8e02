import type { Role, Scope } from '#domain';
import { newId, newToken } from '#platform';
import { ask as askUrl, bearer, outcome } from '../support/ask.js';
import { startSample, type Sample } from '../support/sample-api.js';

let api: Sample;
let secure: Sample;

beforeAll(async () => {
  api = await startSample();
  secure = await startSample({ publicUrl: 'https://desk.example' });
  await api.directory.login('salma@desk.example', 'حصان صحيح بطارية دبّوس');
  await secure.directory.login('salma@desk.example', 'حصان صحيح بطارية دبّوس');
});
afterAll(async () => {
  await api.stop();
  await secure.stop();
});

const me = (headers: Record<string, string>, query = '') => askUrl(`${api.url}/api/v1/me${query}`, 'GET', headers);
const cookie = (secret: string) => ({ cookie: `isnad_session=${secret}` });
const reader = (roles: readonly Role[] = ['viewer']) => api.directory.session(roles);
const pass = (roles: readonly Role[], scopes: readonly Scope[], fault: 'expired' | 'revoked' | null = null) =>
  api.directory.token(roles, scopes, { fault });

describe('who is calling', () => {
  it.each<[string, () => Record<string, string>, string, string | undefined]>([
    ['nobody', () => ({}), '401 unauthenticated', 'missing'],
    ['a session', () => cookie(reader()), '200', undefined],
    ['a session among other cookies', () => ({ cookie: `a=1; isnad_session=${reader()}; b="x"` }), '200', undefined],
    ['an unknown session', () => cookie('x'.repeat(43)), '401 unauthenticated', 'unknown'],
    [
      'an expired session',
      () => cookie(api.directory.session(['viewer'], { fault: 'expired' })),
      '401 unauthenticated',
      'expired',
    ],
    [
      'a session twice',
      () => ({ cookie: `isnad_session=${reader()}; isnad_session=${reader()}` }),
      '401 unauthenticated',
      'malformed',
    ],
    ['an empty session', () => cookie(''), '401 unauthenticated', 'malformed'],
    ['a token', () => bearer(pass(['viewer'], ['articles:read'])), '200', undefined],
    [
      'a token, scheme in capitals',
      () => ({ authorization: `BEARER ${pass(['viewer'], ['articles:read'])}` }),
      '200',
      undefined,
    ],
    [
      'an expired token',
      () => bearer(pass(['viewer'], ['articles:read'], 'expired')),
      '401 unauthenticated',
      'expired',
    ],
    ['a revoked token', () => bearer(pass(['viewer'], ['articles:read'], 'revoked')), '401 unauthenticated', 'revoked'],
    ['a token nobody has', () => bearer(newToken('pat')), '401 unauthenticated', 'unknown'],
    ['no token at all', () => bearer('isn_pat_nonsense'), '401 unauthenticated', 'malformed'],
    ['another scheme', () => ({ authorization: 'Basic YTpi' }), '401 unauthenticated', 'malformed'],
    ['a scheme alone', () => ({ authorization: 'Bearer' }), '401 unauthenticated', 'malformed'],
    ['an empty header', () => ({ authorization: '' }), '401 unauthenticated', 'malformed'],
    ['both', () => ({ ...bearer(pass(['viewer'], [])), ...cookie(reader()) }), '400 credentials-mixed', undefined],
    [
      'the secure cookie on plain http',
      () => ({ cookie: `__Host-isnad_session=${reader()}` }),
      '401 unauthenticated',
      'missing',
    ],
  ])('%s', async (_, headers, expected, reason) => {
    const answered = await me(headers());
    expect(outcome(answered)).toBe(expected);
    expect(answered.body.reason).toBe(reason);
    expect(answered.headers.get('www-authenticate')).toBe(expected.startsWith('401') ? 'Bearer realm="isnad"' : null);
  });

  it('a mistyped token never reaches the database', async () => {
    const token = pass(['viewer'], ['articles:read']);
    const mistyped = token.slice(0, 20) + (token[20] === 'a' ? 'b' : 'a') + token.slice(21);
    const before = api.directory.asked;
    expect(outcome(await me(bearer(mistyped)))).toBe('401 unauthenticated');
    expect(api.directory.asked).toBe(before);
  });

  it('a credential in the address is refused, even a good one', async () => {
    const token = pass(['viewer'], ['articles:read']);
    for (const name of ['token', 'access_token', 'api_key']) {
      expect(outcome(await me(bearer(token), `?${name}=${token}`))).toBe('401 unauthenticated');
    }
    expect(api.logged.join('')).not.toContain(token);
  });
});

describe('what roles and scopes allow', () => {
  const post = (headers: Record<string, string>) =>
    askUrl(`${api.url}/api/v1/articles`, 'POST', { 'idempotency-key': newId(), ...headers }, { title: 'x' });
  it.each<[string, () => Record<string, string>, string]>([
    ['an editor with the scope', () => bearer(pass(['editor'], ['articles:write'])), '201'],
    ['an editor without it', () => bearer(pass(['editor'], ['articles:read', 'admin'])), '403 scope-missing'],
    ['an editor without any', () => bearer(pass(['editor'], [])), '403 scope-missing'],
    ['a viewer with the scope', () => bearer(pass(['viewer'], ['articles:write'])), '403 role-forbidden'],
    ['a member without roles', () => bearer(pass([], ['articles:write'])), '403 role-forbidden'],
    ['a viewer who is a writer too', () => bearer(pass(['viewer', 'writer'], ['articles:write'])), '201'],
    ['a writer by session', () => ({ ...cookie(reader(['writer'])), 'x-isnad-csrf': '1' }), '201'],
  ])('%s', async (_, headers, expected) => {
    expect(outcome(await post(headers()))).toBe(expected);
  });

  it('what only a session may do, a token may not', async () => {
    const patch = (headers: Record<string, string>) =>
      askUrl(`${api.url}/api/v1/me`, 'PATCH', headers, { locale: 'ar' });
    expect(outcome(await patch(bearer(pass(['admin'], ['admin']))))).toBe('401 unauthenticated');
    expect(outcome(await patch({ ...cookie(reader(['admin'])), 'x-isnad-csrf': '1' }))).toBe('200');
  });
});

describe('forged writes', () => {
  const patch = (headers: Record<string, string>, server = api, name = 'isnad_session') =>
    askUrl(
      `${server.url}/api/v1/me`,
      'PATCH',
      { cookie: `${name}=${server.directory.session(['viewer'])}`, ...headers },
      { locale: 'ar' },
    );
  const own = { 'x-isnad-csrf': '1' };

  it.each<[string, Record<string, string>, string]>([
    ['our header', own, '200'],
    ['our header, same origin', { ...own, 'sec-fetch-site': 'same-origin' }, '200'],
    ['no header of ours', {}, '403 csrf-refused'],
    ['no header of ours, same origin', { 'sec-fetch-site': 'same-origin' }, '403 csrf-refused'],
    ['an empty header', { 'x-isnad-csrf': '' }, '403 csrf-refused'],
    ['another site', { ...own, 'sec-fetch-site': 'cross-site' }, '403 csrf-refused'],
    ['a sibling site', { ...own, 'sec-fetch-site': 'same-site' }, '403 csrf-refused'],
    ['a foreign origin', { ...own, origin: 'https://evil.example' }, '403 csrf-refused'],
    ['an opaque origin', { ...own, origin: 'null' }, '403 csrf-refused'],
    ['our name on another port', { ...own, origin: 'http://127.0.0.1:1' }, '403 csrf-refused'],
  ])('%s', async (_, headers, expected) => {
    expect(outcome(await patch(headers))).toBe(expected);
  });

  it('our own origin passes; behind a proxy that is the public one', async () => {
    expect(outcome(await patch({ ...own, origin: api.url }))).toBe('200');
    const https = (origin: string) => patch({ ...own, origin }, secure, '__Host-isnad_session');
    expect(outcome(await https('https://desk.example'))).toBe('200');
    expect(outcome(await https('https://desk.example.evil.example'))).toBe('403 csrf-refused');
    expect(outcome(await https(secure.url))).toBe('403 csrf-refused');
  });

  it('reading needs no such header, nor does a token', async () => {
    expect((await me(cookie(reader()))).status).toBe(200);
    const write = await askUrl(`${api.url}/api/v1/tokens/${newId()}`, 'DELETE', {
      ...bearer(pass(['viewer'], [])),
      'sec-fetch-site': 'cross-site',
    });
    expect(write.status).toBe(204);
  });

  it('nobody can be signed in to by another page', async () => {
    const body = { email: 'salma@desk.example', password: 'حصان صحيح بطارية دبّوس' };
    const from = (headers: Record<string, string>) => askUrl(`${api.url}/api/v1/sessions`, 'POST', headers, body);
    expect(outcome(await from({ 'sec-fetch-site': 'cross-site' }))).toBe('403 csrf-refused');
    expect(outcome(await from({ origin: 'https://evil.example' }))).toBe('403 csrf-refused');
  });

  it('no other origin is told that it may read', async () => {
    for (const origin of ['https://evil.example', 'null', api.url]) {
      const answered = await askUrl(`${api.url}/api/v1/me`, 'OPTIONS', {
        origin,
        'access-control-request-method': 'PATCH',
      });
      expect(answered.headers.get('access-control-allow-origin')).toBeNull();
    }
  });
});

describe('signing in', () => {
  const signIn = (email: string, password: string, server = api) =>
    askUrl(`${server.url}/api/v1/sessions`, 'POST', {}, { email, password });

  it('gives a cookie no script and no other site can use', async () => {
    const plain = await signIn('salma@desk.example', 'حصان صحيح بطارية دبّوس');
    expect(plain.status).toBe(201);
    expect(plain.headers.get('set-cookie')).toMatch(/^isnad_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    const https = await signIn('salma@desk.example', 'حصان صحيح بطارية دبّوس', secure);
    expect(https.headers.get('set-cookie')).toMatch(
      /^__Host-isnad_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/,
    );
    expect(https.headers.get('strict-transport-security')).toContain('max-age=31536000');
    expect(plain.headers.get('strict-transport-security')).toBeNull();
  });

  it('an unknown address and a wrong password look alike', async () => {
    const strip = ({ status, body, headers }: Awaited<ReturnType<typeof signIn>>) => ({
      status,
      body: { ...body, requestId: '' },
      cookie: headers.get('set-cookie'),
    });
    const unknown = strip(await signIn('nobody@desk.example', 'حصان صحيح بطارية دبّوس'));
    expect(unknown).toEqual(strip(await signIn('salma@desk.example', 'حصان صحيح بطارية دبّوز')));
    expect([unknown.status, unknown.cookie]).toEqual([401, null]);
  });

  it('the sixth failure in a minute has to wait, the owner who got it right does not', async () => {
    await api.directory.login('omar@desk.example', 'a long enough password');
    for (let i = 0; i < 12; i += 1) {
      expect((await signIn('omar@desk.example', 'a long enough password')).status).toBe(201);
    }
    const outcomes: string[] = [];
    for (let i = 0; i < 6; i += 1) {
      const answered = await signIn('lina@desk.example', `guess number ${i} of many`);
      outcomes.push(outcome(answered));
      if (answered.status === 429) expect(Number(answered.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect(outcomes).toEqual([...Array(5).fill('401 credentials-wrong'), '429 throttled']);
  });

  it('passwords never reach the log', () => {
    expect(api.logged.join('')).not.toMatch(/حصان|guess number|long enough/);
  });
});
