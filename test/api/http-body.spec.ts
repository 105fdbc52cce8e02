import { newId } from '#platform';
import { ask as askUrl, bearer, outcome, speak } from '../support/ask.js';
import { calls, startSample, type Sample } from '../support/sample-api.js';

let api: Sample;
let editor: string;

beforeAll(async () => {
  api = await startSample();
  editor = api.directory.token(['editor'], ['articles:read', 'articles:write', 'evidence:write']);
});
afterAll(() => api.stop());

const JSON_TYPE = { 'content-type': 'application/json' };
const post = (body: unknown, headers: Record<string, string> = JSON_TYPE) =>
  askUrl(`${api.url}/api/v1/articles`, 'POST', { ...bearer(editor), 'idempotency-key': newId(), ...headers }, body);
const get = (query: string) => askUrl(`${api.url}/api/v1/articles${query}`, 'GET', bearer(editor));
const mistakes = async (answered: ReturnType<typeof post>) =>
  (await answered).body.errors?.map(({ pointer, code }) => `${pointer} ${code}`);
const nested = (depth: number) => `{"title":${'['.repeat(depth - 1)}1${']'.repeat(depth - 1)}}`;

describe('media types', () => {
  it.each([
    ['application/json', 201],
    ['application/json; charset=utf-8', 201],
    ['Application/JSON;charset="UTF-8"', 201],
    ['application/json; charset=utf-16', 415],
    ['application/json; charset=iso-8859-1', 415],
    ['application/x-www-form-urlencoded', 415],
    ['multipart/form-data; boundary=x', 415],
    ['text/plain', 415],
    ['text/json', 415],
    ['application/problem+json', 415],
    ['', 415],
    [';', 415],
    ['application/json, text/plain', 415],
  ])('%s answers %i', async (type, status) => {
    const answered = await post('{"title":"x"}', { 'content-type': type });
    expect(answered.status).toBe(status);
    if (status === 415) expect(answered.body.accepted).toEqual(['application/json']);
  });

  it('a compressed body is refused, not inflated', async () => {
    expect((await post('{"title":"x"}', { ...JSON_TYPE, 'content-encoding': 'gzip' })).status).toBe(415);
    expect((await post('{"title":"x"}', { ...JSON_TYPE, 'content-encoding': 'identity' })).status).toBe(201);
  });

  it('an operation without a body takes none, or an empty object', async () => {
    const path = `${api.url}/api/v1/tokens/${newId()}`;
    const remove = (body?: unknown) => askUrl(path, 'DELETE', bearer(editor), body);
    expect((await remove()).status).toBe(204);
    expect((await remove({})).status).toBe(204);
    expect(await mistakes(remove({ newsroomId: 1 }))).toEqual(['/newsroomId unknown-member']);
  });

  it('a file is taken in its own type, within its own limit', async () => {
    const capture = (type: string, body: Uint8Array) =>
      askUrl(`${api.url}/api/v1/captures`, 'POST', { ...bearer(editor), 'content-type': type }, body);
    const made = await capture('image/png', new Uint8Array(1_000_000));
    expect([made.status, made.body.bytes, made.body.type]).toEqual([201, 1_000_000, 'image/png']);
    expect(outcome(await capture('text/html', new Uint8Array(3)))).toBe('415 media-type-unsupported');
    expect(outcome(await capture('application/json', new Uint8Array(3)))).toBe('415 media-type-unsupported');
    const over = await capture('application/pdf', new Uint8Array(1024 * 1024 + 1));
    expect([outcome(over), over.body.limitBytes]).toEqual(['413 body-too-large', 1024 * 1024]);
  });
});

describe('JSON that cannot be read', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['empty', '', '422 invalid'],
    ['only spaces', '  \n ', '400 body-malformed'],
    ['cut short', '{"title":"x"', '400 body-malformed'],
    ['a trailing comma', '{"title":"x",}', '400 body-malformed'],
    ['a comment', '{"title":"x"} // y', '400 body-malformed'],
    ['NaN', '{"title":"x","count":NaN}', '400 body-malformed'],
    ['two values', '{"title":"x"}{"title":"y"}', '400 body-malformed'],
    [
      'bytes that are no UTF-8',
      new Uint8Array([...Buffer.from('{"title":"'), 0xc3, 0x28, ...Buffer.from('"}')]),
      '400 body-malformed',
    ],
    [
      'an encoded surrogate',
      new Uint8Array([...Buffer.from('{"title":"'), 0xed, 0xa0, 0x80, ...Buffer.from('"}')]),
      '400 body-malformed',
    ],
    ['UTF-16', Buffer.from('{"title":"x"}', 'utf16le'), '400 body-malformed'],
    ['a member named twice', '{"title":"a","title":"b"}', '400 body-malformed'],
    ['a member named twice, once in disguise', '{"title":"a","\\u0074itle":"b"}', '400 body-malformed'],
    [
      'a member named twice far inside',
      '{"title":"a","blocks":[{"field":"body","text":"x","text":"y"}]}',
      '400 body-malformed',
    ],
    ['__proto__', '{"title":"a","__proto__":{"admin":true}}', '400 body-malformed'],
    ['__proto__ in disguise', '{"title":"a","\\u005f_proto__":{"admin":true}}', '400 body-malformed'],
    ['constructor', '{"title":"a","constructor":{"prototype":{}}}', '400 body-malformed'],
    ['33 levels', nested(33), '400 body-too-deep'],
    ['40 levels', nested(40), '400 body-too-deep'],
    ['20 000 levels', nested(20_000), '400 body-too-deep'],
    ['32 levels', nested(32), '422 invalid'],
    ['brackets inside a text', JSON.stringify({ title: '[{'.repeat(100) }), '201'],
    [
      'quotes and escapes inside a text',
      JSON.stringify({ title: 'a"b\\"c\\\\', tags: ['\\', '"', '\\"', '":'] }),
      '201',
    ],
    ['a text that looks like a name twice', '{"title":"title","tags":["title","title"]}', '201'],
    ['a byte order mark', '\uFEFF{"title":"x"}', '201'],
    ['a list', '[]', '422 invalid'],
    ['null', 'null', '422 invalid'],
    ['a text', '"title"', '422 invalid'],
  ])('%s', async (_, body, expected) => {
    expect(outcome(await post(body))).toBe(expected);
  });

  it('nothing of it reaches a prototype', () => {
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });
});

describe('JSON that breaks the contract', () => {
  it('every mistake is named, with its place', async () => {
    const answered = await post({
      title: '',
      text: 5,
      id: 'x',
      'a/b~c': 1,
      blocks: [
        { field: 'body', text: 'fine' },
        { field: 'footer', text: null, role: 'admin' },
      ],
    });
    expect(outcome(answered)).toBe('422 invalid');
    expect(answered.body.errors?.map(({ pointer, code }) => `${pointer} ${code}`).sort()).toEqual([
      '/a~1b~0c unknown-member',
      '/blocks/1/field not-allowed',
      '/blocks/1/role unknown-member',
      '/blocks/1/text wrong-type',
      '/id unknown-member',
      '/text wrong-type',
      '/title too-small',
    ]);
    expect(answered.body.errors?.every((error) => typeof (error as { detail?: string }).detail === 'string')).toBe(
      true,
    );
  });

  it.each<[string, string, string[]]>([
    ['nothing', '{}', ['/title required']],
    ['NUL', '{"title":"a\\u0000b"}', ['/title nul']],
    ['a lone high surrogate', '{"title":"\\ud83d"}', ['/title lone-surrogate']],
    ['a lone low surrogate', '{"title":"\\ude00\\ud83d"}', ['/title lone-surrogate']],
    ['NUL in a name', '{"title":"a","\\u0000":1}', ['/\uFFFD nul']],
    ['a surrogate in a name', '{"title":"a","\\ud800":1}', ['/\uFFFD lone-surrogate']],
    ['an integer that lost digits', '{"title":"a","count":9007199254740993}', ['/count number-unsafe']],
    ['a number beyond all numbers', '{"title":"a","count":1e999}', ['/count number-unsafe']],
    [
      'more items than anyone needs',
      JSON.stringify({ title: 'a', tags: Array(1001).fill('') }),
      ['/tags array-too-long'],
    ],
    ['direction marks in a title', '{"title":"a\\u202eb"}', ['/title hidden-character']],
    ['invisible characters in a title', '{"title":"a\\u200bb"}', ['/title hidden-character']],
    [
      'privileged members',
      '{"title":"a","newsroomId":"x","version":9,"state":"verified"}',
      ['/newsroomId unknown-member', '/state unknown-member', '/version unknown-member'],
    ],
  ])('%s', async (_, body, expected) => {
    expect((await mistakes(post(body)))?.sort()).toEqual(expected);
  });

  it('what can be kept exactly is kept exactly', async () => {
    calls.length = 0;
    const sent = {
      title: 'يعلنُ 😀 “x” \u0644\u0627',
      text: '\u200fنص\u202b مخفي\ufeff\r\n\t',
      count: -9007199254740991,
    };
    expect((await post(sent)).status).toBe(201);
    expect((calls[0] as { body: unknown }).body).toEqual(sent);
  });

  it('never more than 50 mistakes', async () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`m${i}`, i]));
    expect((await post(many)).body.errors).toHaveLength(50);
  });
});

describe('sizes', () => {
  const LIMIT = 64 * 1024;
  const ofSize = (bytes: number) => JSON.stringify({ title: 'x', text: 'a'.repeat(bytes - 23) });

  it('the limit itself passes, one byte more does not', async () => {
    expect(ofSize(LIMIT)).toHaveLength(LIMIT);
    expect((await post(ofSize(LIMIT))).status).toBe(201);
    const over = await post(ofSize(LIMIT + 1));
    expect([outcome(over), over.body.limitBytes]).toEqual(['413 body-too-large', LIMIT]);
  });

  it('an over-long body is swallowed up to 8 MiB, so that its sender reads the answer', async () => {
    expect(outcome(await post('a'.repeat(8 * 1024 * 1024)))).toBe('413 body-too-large');
  });

  it('the connection survives a swallowed body and ends after an unread rest', async () => {
    const request = (length: number, more: string) =>
      `POST /api/v1/articles HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${editor}\r\nIdempotency-Key: k\r\n` +
      `Content-Type: application/json\r\nContent-Length: ${length}\r\n${more}\r\n${'a'.repeat(length)}`;
    const after = 'GET /api/v1/me HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n';
    expect(await speak(api.url, request(LIMIT + 5, '') + after)).toMatch(/^HTTP\/1.1 413 [^]*HTTP\/1.1 401 /);
    const endless = await speak(api.url, request(9 * 1024 * 1024, '') + after).catch(() => '');
    expect(endless).not.toContain('HTTP/1.1 401');
  });

  it('a body that ends early changes nothing', async () => {
    calls.length = 0;
    const head = `POST /api/v1/articles HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${editor}\r\nIdempotency-Key: k\r\nContent-Type: application/json\r\n`;
    await speak(api.url, `${head}Transfer-Encoding: chunked\r\n\r\n5\r\n{"tit\r\nbroken`);
    expect(await speak(api.url, `${head}Content-Length: 3\r\nContent-Length: 9\r\n\r\n{}`)).toMatch(/^HTTP\/1.1 400/);
    expect(calls).toEqual([]);
  });
});

describe('queries', () => {
  it.each([
    ['?limit=1', 200],
    ['?limit=200', 200],
    ['?limit=201', 422],
    ['?limit=0', 422],
    ['?limit=-1', 422],
    ['?limit=01', 422],
    ['?limit=0x10', 422],
    ['?limit=1e2', 422],
    ['?limit=99999999999999999999', 422],
    ['?limit=', 422],
    ['?limit=٥', 422],
    ['?limit=1&limit=1', 400],
    ['?limit=1&li%6dit=2', 400],
    ['?q=%ff', 400],
    ['?q=%', 400],
    ['?q=%00', 422],
    ['?q=a+b%2Bc', 200],
    ['?unknown=1', 422],
    ['?__proto__=1', 422],
    ['?state=checking,ready', 200],
    ['?state=checking,', 422],
    ["?state=checking'--", 422],
    ['?cursor=abc', 400],
    ['?cursor=', 422],
    ['?token=isn_pat_x', 401],
    ['?q=a&access_token=x', 401],
    ['?', 200],
    ['?&&', 200],
  ])('%s answers %i', async (query, status) => {
    expect((await get(query)).status).toBe(status);
  });

  it('mistakes say that they are in the query', async () => {
    expect((await get('?limit=0&x=1')).body.errors).toEqual([
      { in: 'query', pointer: '/limit', code: 'wrong-form', detail: expect.any(String) },
      { in: 'query', pointer: '/x', code: 'unknown-member', detail: expect.any(String) },
    ]);
  });

  it('a cursor goes on where the page ended, and only under its own filters and newsroom', async () => {
    const first = await get('?limit=2&state=ready');
    const next = encodeURIComponent(String(first.body.next));
    const second = await get(`?limit=3&state=ready&cursor=${next}`);
    expect((second.body.items as { title: string }[]).map(({ title }) => title)).toEqual([
      'مادة 3',
      'مادة 4',
      'مادة 5',
    ]);
    expect(outcome(await get(`?limit=2&state=checking&cursor=${next}`))).toBe('400 cursor-invalid');
    expect(outcome(await get(`?state=ready&cursor=${next.slice(0, -2)}`))).toBe('400 cursor-invalid');
    const stranger = api.directory.token(['editor'], ['articles:read']);
    const foreign = await askUrl(`${api.url}/api/v1/articles?state=ready&cursor=${next}`, 'GET', bearer(stranger));
    expect(outcome(foreign)).toBe('400 cursor-invalid');
  });
});
