import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { startSample, type Sample } from '../support/sample-api.js';

const NONCE = /'nonce-([\w+/=]{24})'/;
const SCRIPT = `console.log(${JSON.stringify('x'.repeat(2000))})`;
let folder: string;
let api: Sample;
let bare: Sample;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'isnad-admin-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<meta property="csp-nonce" nonce="{{style-nonce}}"><p>the admin</p>');
  await writeFile(join(folder, 'assets', 'index-abc.js'), SCRIPT);
  await writeFile(join(folder, 'assets', 'index-abc.js.gz'), gzipSync(SCRIPT));
  await writeFile(join(folder, 'mark.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  [api, bare] = await Promise.all([
    startSample({ adminFolder: folder }),
    startSample({ adminFolder: `${folder}-none` }),
  ]);
});
afterAll(async () => {
  await Promise.all([api.stop(), bare.stop()]);
  await rm(folder, { recursive: true });
});

const read = (path: string, headers: Record<string, string> = {}, from = api) =>
  fetch(from.url + path, { headers: { accept: 'text/html,*/*', ...headers } });

describe('the web admin, served by the API', () => {
  it.each(['/', '/sign-in', '/articles/0199/claims?state=disputed', '/ledger'])(
    'answers its page at %s',
    async (path) => {
      const answer = await read(path);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      expect(answer.headers.get('cache-control')).toBe('no-cache');
      expect(await answer.text()).toContain('the admin');
    },
  );

  it('lets in only its own scripts, and styles that carry the number of this one answer', async () => {
    const [first, second] = await Promise.all([read('/'), read('/')]);
    const policy = first.headers.get('content-security-policy')!;
    expect(policy).toMatch(/default-src 'none'; script-src 'self'; style-src 'self' 'nonce-/);
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    const nonce = NONCE.exec(policy)![1]!;
    expect(await first.text()).toContain(`nonce="${nonce}"`);
    expect(NONCE.exec(second.headers.get('content-security-policy')!)![1]).not.toBe(nonce);
    expect(first.headers.get('etag')).toBeNull();
  });

  it('lets browsers keep files named by their content for a year, compressed where they may be', async () => {
    const file = await read('/assets/index-abc.js');
    expect(await file.text()).toBe(SCRIPT);
    expect(file.headers.get('content-encoding')).toBe('gzip');
    expect(file.headers.get('content-type')).toMatch(/^(text|application)\/javascript/);
    expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(file.headers.get('vary')).toBe('Accept-Encoding');
    expect((await read('/mark.svg')).headers.get('cache-control')).toBe('no-cache');
  });

  it.each([
    ['/api/v1/nothing', {}],
    ['/API/v1/me', {}],
    ['/assets/gone-123.js', {}],
    ['/assets/../index.html.map', {}],
    ['/assets/%2e%2e/%2e%2e/package.json', {}],
    ['/articles', { accept: 'application/json' }],
    ['/robots.txt', {}],
  ])('is no page for %s %o', async (path, headers) => {
    const answer = await read(path, headers);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ]);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'; frame-ancestors");
  });

  it('takes no writes at its addresses', async () => {
    const answer = await fetch(`${api.url}/articles`, { method: 'POST', headers: { accept: 'text/html' } });
    expect(answer.status).toBe(404);
  });
});

describe('a server built without the web admin', () => {
  it.each(['/', '/sign-in', '/claims'])('says so at %s, in both languages', async (path) => {
    const answer = await read(path, {}, bare);
    expect(answer.status).toBe(503);
    const page = await answer.text();
    expect(page).toContain('من دون واجهة الويب');
    expect(page).toContain('without its web admin');
    expect(page).not.toMatch(/<script|\son\w+=|\sstyle=/i);
    expect(answer.headers.get('content-security-policy')).toMatch(/style-src 'self' 'sha256-[\w+/=]{44}'/);
  });
});
