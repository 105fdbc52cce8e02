import { openApplication, type OpenApplication } from '#application';
import { createLog, newId } from '#platform';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fetchInChild } from '../../apps/worker/src/fetch/child.fetcher.js';
import { outcome } from '../support/ask.js';
import { done, type Any } from '../support/checking-work.js';
import { startNewsroomApi, type Newsroom, type NewsroomApi } from '../support/newsroom-api.js';

const RUNNER = join(__dirname, '../support/run-typescript.cjs');
const LAB = join(__dirname, '../support/fetch-lab.ts');
const STORY = `<!doctype html><html lang="ar"><head><title>الجسر | المرفأ</title>
  <meta property="og:site_name" content="صحيفة المرفأ"><meta property="article:published_time" content="2024-05-01T08:00:00Z">
  <script>alert(1)</script></head><body><nav>الرئيسية الأخبار</nav><h1>توقف العمل في الجسر</h1>
  <p>قال الوزير إن كلفة الجسر بلغت 12 مليون دينار &amp; أكثر <b onclick="x()">اليوم</b>.</p><footer>جميع الحقوق</footer></body></html>`;

let api: NewsroomApi;
let desk: Newsroom;
let worker: OpenApplication;
let site: Server;
let answer: (response: ServerResponse) => void;

beforeAll(async () => {
  api = await startNewsroomApi();
  desk = await api.found();
  site = createServer((_, response) => answer(response));
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const lab = { module: RUNNER, args: [LAB, String((site.address() as AddressInfo).port)] };
  worker = await openApplication({
    connection: api.database,
    poolSize: 2,
    name: 'isnad test worker',
    log: createLog('test', 'silent'),
    fetchPage: (address, signal) => fetchInChild(address, signal, lab),
  });
});
afterAll(async () => {
  site.closeAllConnections();
  site.close();
  await worker.close();
  await api.stop();
});

const page = (type: string, content: string | Buffer) => (response: ServerResponse) =>
  void response.writeHead(200, { 'content-type': type }).end(content);

async function fetched(who = desk.editor): Promise<Any> {
  const asked = await done(who.post('/articles/import', { url: 'http://page.example.org/story' }));
  expect(asked).toMatchObject({ id: asked.importId, status: 'queued', page: null });
  const context = { jobId: '1', attempt: 1, lastAttempt: true, signal: new AbortController().signal };
  const { newsroomId } = { newsroomId: desk.id };
  await worker.application.jobs['page-fetch']!({ newsroomId, fetchId: asked.id }, context);
  return done(who.get(`/imports/${asked.id as string}`));
}

describe('an article from an address', () => {
  it('is shown as it reads, with what the page says of itself; posting it is another step', async () => {
    answer = page('text/html; charset=utf-8', STORY);
    const before = (await done(desk.editor.get('/articles'))).items.length;
    const { page: read, ...rest } = await fetched();
    expect(rest).toMatchObject({ status: 'done', failure: null, httpStatus: 200 });
    expect(read).toMatchObject({
      title: 'الجسر | المرفأ',
      outlet: 'صحيفة المرفأ',
      publishedAt: '2024-05-01T08:00:00.000Z',
      language: 'ar',
    });
    expect(read.html).toBe(
      [
        '<aside>الرئيسية الأخبار</aside>',
        '<h1>توقف العمل في الجسر</h1>',
        '<p>قال الوزير إن كلفة الجسر بلغت 12 مليون دينار &amp; أكثر اليوم.</p>',
        '<aside>جميع الحقوق</aside>',
      ].join('\n'),
    );
    expect((await done(desk.editor.get('/articles'))).items.length).toBe(before);
    expect((await desk.editor.get(`/captures/${read.captureId as string}`)).status).toBe(200);

    const article = await done(
      desk.editor.post('/articles', { kind: 'external', html: read.html, outlet: read.outlet }),
    );
    expect(article.title).toBe('توقف العمل في الجسر');
    expect(JSON.stringify(article.revision.blocks)).not.toContain('alert');
  });

  it.each<[string, string, string | Buffer, string]>([
    ['a picture', 'image/png', Buffer.from('x'), 'content-type'],
    ['a page without words', 'text/html', '<html><body><script>x</script><nav>قائمة</nav></body></html>', 'empty'],
  ])('%s says why there is nothing to read', async (_, type, content, failure) => {
    answer = page(type, content);
    expect(await fetched()).toMatchObject({ status: 'failed', failure, page: null });
  });

  it('in windows-1256, which says so only in the page', async () => {
    const text = 'بلغت الكلفة 12';
    const bytes = Buffer.from([...text].map((letter) => CP1256.get(letter) ?? letter.charCodeAt(0)));
    answer = page('text/html', Buffer.concat([Buffer.from('<meta charset="windows-1256"><p>'), bytes]));
    expect((await fetched()).page.html).toBe(`<p>${text}</p>`);
  });

  it('is opened by the rules of every other page', async () => {
    const asked = (url: string) => desk.editor.post('/articles/import', { url });
    expect(outcome(await asked('http://169.254.169.254/latest'))).toBe('422 address-forbidden');
    expect(outcome(await asked('http://localhost/'))).toBe('422 address-forbidden');
    expect(outcome(await asked('file:///etc/passwd'))).toBe('422 invalid');
  });

  it('is for whoever asked, and for editors; a page fetched again is no import', async () => {
    answer = page('text/html', STORY);
    const own = await fetched(desk.writer);
    expect(own.page.title).toBe('الجسر | المرفأ');
    const path = `/imports/${own.id as string}`;
    expect((await desk.editor.get(path)).status).toBe(200);
    expect(outcome(await desk.salma.get(path))).toBe('403 role-forbidden');
    const others = await fetched(desk.editor);
    expect(outcome(await desk.writer.get(`/imports/${others.id as string}`))).toBe('403 relation-forbidden');
    const again = await done(desk.editor.post(`/captures/${own.page.captureId as string}/fetches`, undefined));
    expect(outcome(await desk.editor.get(`/imports/${again.id as string}`))).toBe('404 not-found');
    expect(outcome(await desk.editor.get(`/imports/${newId()}`))).toBe('404 not-found');
  });
});

describe('an article from a file', () => {
  const sent = (type: string, body: string, query = '') =>
    fetch(`${api.url}/api/v1/articles/import${query}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${desk.editor.token}`,
        'content-type': type,
        'idempotency-key': newId(),
      },
      body,
    });

  it('of text or HTML is posted as it comes', async () => {
    const text = await sent('text/plain; charset=utf-8', 'قال الوزير إن كلفة الجسر بلغت 12 مليون دينار.');
    expect([text.status, ((await text.json()) as Any).kind]).toEqual([201, 'external']);
    const query = `?kind=draft&authorIds=${desk.writer.id}&language=ar&title=${encodeURIComponent('عنوان')}`;
    const html = await sent('text/html', STORY, query);
    const article = (await html.json()) as Any;
    expect(article).toMatchObject({ kind: 'draft', authorIds: [desk.writer.id] });
    expect(article.setAside.length).toBeGreaterThan(0);
  });

  it('of another kind is refused with what is read here', async () => {
    const answered = await sent('application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK');
    const problem = (await answered.json()) as Any;
    expect([answered.status, problem.code]).toEqual([415, 'media-type-unsupported']);
    expect(JSON.stringify(problem)).toContain('text/html');
  });
});

/** The letters of the one sentence above. */
const CP1256 = new Map(Object.entries({ ب: 0xc8, ل: 0xe1, غ: 0xdb, ت: 0xca, ا: 0xc7, ك: 0xdf, ف: 0xdd, ة: 0xc9 }));
