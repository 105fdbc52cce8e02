import { runInNewContext } from 'node:vm';
import { ask, outcome } from '../support/ask.js';
import { startNewsroomApi, type Newsroom, type NewsroomApi } from '../support/newsroom-api.js';

let api: NewsroomApi;
let room: Newsroom;

beforeAll(async () => {
  api = await startNewsroomApi(5);
  room = await api.found();
});
afterAll(() => api.stop());

const text = async (path: string) => (await fetch(api.url + path)).text();
const signIn = (link: string) => ask(`${api.url}/api/v1/sessions`, 'POST', {}, { link });

describe('the page that sign-in links lead to', () => {
  it.each([
    ['/', 'text/html'],
    ['/sign-in', 'text/html'],
    ['/welcome.css', 'text/css'],
    ['/welcome.client.js', 'text/javascript'],
  ])('%s needs no credential and comes with the strict policy', async (path, type) => {
    const { status, headers } = await fetch(api.url + path);
    expect([status, headers.get('content-type')]).toEqual([200, `${type}; charset=utf-8`]);
    const policy = headers.get('content-security-policy')!;
    expect(policy).toMatch(/default-src 'none'; script-src 'self'; style-src 'self';/);
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(headers.get('x-frame-options')).toBe('DENY');
  });

  it('has no script, style or handler in its markup, and nothing from elsewhere', async () => {
    const page = await text('/sign-in');
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc="\/)[^>]*>|https?:|\/\//i);
    const loaded = [...page.matchAll(/<(?:script|link)[^>]*(?:src|href)="([^"]+)"/g)].map(([, url]) => url);
    expect(loaded).toEqual(['data:,', '/welcome.css', '/welcome.client.js']);
    expect(await text('/welcome.css')).not.toMatch(/url\(|@import/);
    expect(await text('/welcome.client.js')).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|https?:\/\//,
    );
  });

  it('says everything in both languages', async () => {
    const [page, script] = await Promise.all([text('/sign-in'), text('/welcome.client.js')]);
    const source = /const WORDS = (\{[\s\S]*?\n\});/.exec(script)![1]!;
    const words = runInNewContext(`(${source})`) as Record<'ar' | 'en', Record<string, unknown>>;
    expect(shapeOf(words.ar)).toEqual(shapeOf(words.en));
    const named = [...page.matchAll(/data-text="(\w+)"/g)].map(([, name]) => name!);
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((name) => typeof words.ar[name] !== 'string')).toEqual([]);
  });

  it('gets a session for a link once, and a problem in the reader’s language the second time', async () => {
    const [link] = await api.application.founding.signInLinks(room.id, [room.editor.id]);
    const first = await signIn(link!);
    expect(outcome(first)).toBe('201');
    expect(first.headers.get('set-cookie')).toMatch(/^isnad_session=[\w-]+; Path=\/; HttpOnly; SameSite=Strict$/);
    const second = await ask(`${api.url}/api/v1/sessions`, 'POST', { 'accept-language': 'ar' }, { link });
    expect(outcome(second)).toBe('401 credentials-wrong');
    expect(second.body.detail).toContain('الرابط');
    expect(second.headers.get('set-cookie')).toBeNull();
  });
});

function shapeOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]));
}
