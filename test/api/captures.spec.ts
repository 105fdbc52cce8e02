import { openApplication, type OpenApplication } from '#application';
import { createLog, newId } from '#platform';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fetchInChild } from '../../apps/worker/src/fetch/child.fetcher.js';
import {
  addEvidence,
  assignTo,
  claimFrom,
  decideNow,
  done,
  post,
  verdictBody,
  type Any,
} from '../support/checking-work.js';
import { outcome } from '../support/ask.js';
import { startNewsroomApi, type Newsroom, type NewsroomApi } from '../support/newsroom-api.js';

const RUNNER = join(__dirname, '../support/run-typescript.cjs');
const LAB = join(__dirname, '../support/fetch-lab.ts');
const CHILD = join(__dirname, '../../apps/worker/src/fetch/fetch.child.ts');

let api: NewsroomApi;
let desk: Newsroom;
let worker: OpenApplication;
let site: Server;
let page: (response: ServerResponse, path: string) => void;

const lab = () => ({ module: RUNNER, args: [LAB, String((site.address() as AddressInfo).port)] });

beforeAll(async () => {
  api = await startNewsroomApi();
  desk = await api.found();
  site = createServer((request, response) => page(response, request.url!));
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  worker = await openApplication({
    connection: api.database,
    poolSize: 2,
    name: 'isnad test worker',
    log: createLog('test', 'silent'),
    fetchPage: (address, signal) => fetchInChild(address, signal, lab()),
  });
});
afterAll(async () => {
  site.closeAllConnections();
  site.close();
  await worker.close();
  await api.stop();
});

const html = (body: string) => (response: ServerResponse) =>
  void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body);
const story = (text: string, counter: number) =>
  `<html><body><nav>الرئيسية ${counter}</nav><h1>السد</h1><p>${text}</p><p>انتهى البيان.</p><footer>زيارات ${counter}</footer></body></html>`;

const ask = (path: string): Promise<Any> =>
  done(desk.salma.post('/captures', { url: `http://page.example.org${path}` }));
async function worked(fetchId: string): Promise<Any> {
  const context = { jobId: '1', attempt: 1, lastAttempt: true, signal: new AbortController().signal };
  await worker.application.jobs['page-fetch']!({ newsroomId: desk.id, fetchId }, context);
  return done(desk.salma.get(`/page-fetches/${fetchId}`));
}
const again = async (captureId: string): Promise<Any> =>
  worked((await done(desk.editor.post(`/captures/${captureId}/fetches`, undefined))).id);

describe('a saved page', () => {
  it('is asked for, fetched by the worker, and kept by its digest with its time and type', async () => {
    page = html(story('امتلأ السد بنسبة 90 في المئة.', 1));
    const asked = await desk.salma.post('/captures', { url: 'http://page.example.org/dam' });
    expect(outcome(asked)).toBe('202');
    const { id, status, captureId } = asked.body as Any;
    expect([status, captureId]).toEqual(['queued', null]);
    expect(asked.headers.get('location')).toBe(`/api/v1/page-fetches/${id}`);
    const fetched = await worked(id);
    expect(fetched).toMatchObject({ status: 'done', outcome: 'kept', httpStatus: 200, failure: null });
    const copy = await desk.viewer.get(`/captures/${fetched.captureId}`);
    expect(copy.headers.get('x-capture-type')).toBe('text/html; charset=utf-8');
    expect(copy.headers.get('content-disposition')).toContain('attachment');
    const { items } = await done(desk.editor.get('/ledger/entries?from=1&limit=200'));
    const actions = items.map(({ leaf }: Any) => leaf && JSON.parse(leaf).action);
    expect(actions).toEqual(expect.arrayContaining(['page.asked-for', 'capture.kept', 'page.kept']));
  });

  it('is unchanged whatever its menus and counters do', async () => {
    page = html(story('امتلأ السد بنسبة 90 في المئة.', 1));
    const first = await worked((await ask('/menus')).id);
    page = html(story('امتلأ السد بنسبة 90 في المئة.', 2));
    expect(await again(first.captureId)).toMatchObject({
      outcome: 'unchanged',
      captureId: first.captureId,
      earlierId: first.captureId,
      changes: null,
    });
  });

  it('changed says what, and whether what was cited is still there; nothing falls back by itself', async () => {
    page = html(story('امتلأ السد بنسبة 90 في المئة.', 1));
    const first = await worked((await ask('/changes')).id);
    const quote = 'أنفقت البلدية 19 ألف دينار على السد.';
    const article = await post(desk.editor, [quote]);
    const claim = await claimFrom(desk.editor, article.id, quote);
    await assignTo(desk.editor, claim.id, desk.salma);
    const cite = (words: string) =>
      addEvidence(
        desk.salma,
        claim.id,
        { source: { name: `صفحة ${newId()}`, type: 'document' } },
        { captureId: first.captureId, quote: words },
      );
    const items = [await cite('امتلأ السد بنسبة ٩٠ في المئة'), await cite('انتهى البيان')];
    await done(
      desk.salma.post(
        `/claims/${claim.id}/verdicts`,
        verdictBody(
          'true',
          items.map(({ id }) => id),
        ),
      ),
    );
    expect(outcome(await decideNow(desk.editor, claim.id, { to: 'verified' }))).toBe('201');
    page = html(story('امتلأ السد بنسبة 70 في المئة.', 2));
    const second = await again(first.captureId);
    expect(second).toMatchObject({
      outcome: 'changed',
      changes: {
        added: ['امتلأ السد بنسبة 70 في المئة.'],
        removed: ['امتلأ السد بنسبة 90 في المئة.'],
        quotes: [
          { evidenceId: items[0].id, present: false },
          { evidenceId: items[1].id, present: true },
        ],
      },
    });
    expect(second.captureId).not.toBe(first.captureId);
    expect((await done(desk.editor.get(`/claims/${claim.id}`))).state).toBe('verified');
    const { items: waiting } = await done(desk.editor.get('/attention'));
    expect(waiting).toContainEqual(
      expect.objectContaining({ claimId: claim.id, reason: 'recheck', since: second.finishedAt }),
    );
    expect(JSON.stringify((await done(desk.omar.get('/attention'))).items)).not.toContain(claim.id);
    const { items: known } = await done(desk.editor.get(`/captures/${first.captureId}/fetches`));
    expect(known.map(({ id }: Any) => id)).toEqual([second.id]);
  });

  it('gone says so, and a page that never was there is a failure', async () => {
    page = html(story('خبر', 1));
    const first = await worked((await ask('/gone')).id);
    page = (response) => void response.writeHead(410).end();
    expect(await again(first.captureId)).toMatchObject({
      status: 'done',
      outcome: 'gone',
      httpStatus: 410,
      captureId: null,
    });
    expect(await worked((await ask('/never')).id)).toMatchObject({ status: 'failed', failure: 'gone', outcome: null });
  });

  it('is recorded once, however often the queue runs the job', async () => {
    page = html(story('مرة', 1));
    const { id } = await ask('/twice');
    const [first, second] = [await worked(id), await worked(id)];
    expect(second).toEqual(first);
    const { items } = await done(desk.editor.get('/ledger/entries?from=1&limit=200'));
    const of = items.filter(({ leaf }: Any) => leaf?.includes(id));
    expect(of).toHaveLength(2);
  });

  it('that was sent in as a file cannot be looked at again', async () => {
    const headers = { 'content-type': 'text/plain', 'idempotency-key': newId() };
    const sent = await done(desk.salma.send('POST', '/captures', 'نسخة', headers));
    expect(outcome(await desk.editor.post(`/captures/${sent.id}/fetches`, undefined))).toBe('409 not-in-state');
    expect(outcome(await desk.writer.post(`/captures/${sent.id}/fetches`, undefined))).toBe('403 role-forbidden');
  });
});

describe('an address', () => {
  it.each([
    'http://127.0.0.1/',
    'http://localhost/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[::ffff:10.0.0.1]/',
    'http://0x7f.1/',
    'http://example.org:8080/',
    'http://db.internal/',
  ])('%s is refused at once', async (url) => {
    expect(outcome(await desk.salma.post('/captures', { url }))).toBe('422 address-forbidden');
  });

  it.each(['ftp://example.org/', 'http://a:b@example.org/', 'javascript:alert(1)', ''])('%s is none', async (url) => {
    expect(outcome(await desk.salma.post('/captures', { url }))).toBe('422 invalid');
  });
});

describe('the process that opens foreign addresses', () => {
  const signal = new AbortController().signal;

  it('has nothing of ours: no database, no setting, no secret', async () => {
    process.env['DATABASE_URL'] = 'postgres://secret';
    process.env['ISNAD_ADMIN_PASSWORD'] = 'secret';
    try {
      const told = await fetchInChild('http://page.example.org/surroundings', signal, lab());
      const names = told.ok ? told.content.toString().split('\n') : [];
      const ours = [
        'NODE_CHANNEL_FD',
        'NODE_CHANNEL_SERIALIZATION_MODE',
        'TZ',
        'NODE_EXTRA_CA_CERTS',
        'SSL_CERT_FILE',
        'SSL_CERT_DIR',
      ];
      expect(names.filter((name) => !ours.includes(name))).toEqual([]);
    } finally {
      delete process.env['DATABASE_URL'];
      delete process.env['ISNAD_ADMIN_PASSWORD'];
    }
  });

  it('as the worker starts it reaches nothing on this machine', async () => {
    const { port } = site.address() as AddressInfo;
    let hit = false;
    page = (response) => {
      hit = true;
      response.end();
    };
    for (const address of [`http://127.0.0.1:${port}/`, 'http://127.0.0.1/', 'http://localhost/'])
      expect(await fetchInChild(address, signal, { module: RUNNER, args: [CHILD] })).toEqual({
        ok: false,
        failure: 'address-forbidden',
        status: null,
      });
    expect(hit).toBe(false);
  });

  it('ends with the work it was started for', async () => {
    const ending = new AbortController();
    page = () => setTimeout(() => ending.abort(new Error('shutting down')), 20);
    await expect(fetchInChild('http://page.example.org/slow', ending.signal, lab())).rejects.toThrow('shutting down');
  });
});
