import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client } from 'pg';
import { done, type Any } from '../support/checking-work.js';
import { startNewsroomApi, type Newsroom, type NewsroomApi } from '../support/newsroom-api.js';

const BODY = 'افتتح المحافظ الجسر الجديد صباح الأربعاء. فهل نسي أن الجسر القديم أُغلق مرتين بعد انهيار أعمدته؟';
/** In a question, where the rules look for nothing. */
const MISSED = 'الجسر القديم أُغلق مرتين بعد انهيار أعمدته';

/** What the fake service answers with, and what it was asked. */
let proposed: unknown = [];
let raw: string | null = null;
const asked: Any[] = [];
/** What the service holds of texts: that all of them say the same, or that each says something of its own. */
let alike = false;
const vectors = ({ input }: { input: string[] }) =>
  input.map((_, index) => ({ index, embedding: input.map((__, at) => Number(alike || at === index)) }));
const service = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    if (request.url?.endsWith('/embeddings')) {
      response.end(JSON.stringify({ data: vectors(JSON.parse(body)) }));
      return;
    }
    asked.push(JSON.parse(body));
    response.end(raw ?? JSON.stringify({ choices: [{ message: { content: JSON.stringify({ claims: proposed }) } }] }));
  });
});

let api: NewsroomApi;
let desk: Newsroom;

beforeAll(async () => {
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(service.address() as AddressInfo).port}/v1`;
  api = await startNewsroomApi(20, undefined, undefined, {
    url,
    model: 'careful-1',
    embeddingModel: 'near-1',
    timeoutMs: 2000,
  });
  desk = await api.found();
});
afterAll(async () => {
  await api.stop();
  service.closeAllConnections();
  service.close();
});

async function post(): Promise<Any> {
  const blocks = [
    { field: 'title', text: 'المحافظ يفتتح الجسر الجديد' },
    { field: 'body', text: BODY },
    { field: 'aside', text: 'أسعار الحديد تقفز 40 في المئة هذا الأسبوع' },
  ];
  return done(desk.editor.post('/articles', { kind: 'external', language: 'ar', blocks }));
}

/** The job as the worker would run it. */
async function work(article: Any, number = 1): Promise<Any> {
  const context = { jobId: '1', attempt: 1, lastAttempt: true, signal: new AbortController().signal };
  await api.application.jobs['proposals']!({ newsroomId: desk.id, articleId: article.id, number }, context);
  return done(desk.editor.get(`/articles/${article.id}`));
}

const added = (before: Any, after: Any) =>
  after.claims.filter(({ id }: Any) => !before.claims.some((claim: Any) => claim.id === id));

it('queues the question with the article, in one transaction', async () => {
  const article = await post();
  const client = new Client({ connectionString: api.database.ownerUrl });
  await client.connect();
  const { rows } = await client.query<{ payload: Any }>(
    `SELECT j.payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE t.identifier = 'proposals'`,
  );
  await client.end();
  expect(rows.map(({ payload }) => payload)).toContainEqual({ newsroomId: desk.id, articleId: article.id, number: 1 });
});

it('takes an exact quotation as a proposal that waits for an editor, with the model in its reasons, and asks only once', async () => {
  const before = await post();
  proposed = [MISSED];
  const after = await work(before);
  const [claim, ...others] = added(before, after);
  expect(others).toEqual([]);
  expect(claim).toMatchObject({ quote: MISSED, disposition: 'proposed', entered: 'proposed' });
  expect(claim.checkWorthiness.reasons).toContainEqual(
    expect.objectContaining({
      feature: 'provider',
      weight: 0,
      evidence: expect.stringMatching(/^careful-1 · [0-9a-f]{12}$/),
    }),
  );
  const calls = asked.length;
  expect(added(after, await work(before))).toEqual([]);
  expect(asked).toHaveLength(calls);
});

it('leaves out what says the same as a claim that is there, where the service can tell', async () => {
  const [before, other] = [await post(), await post()];
  expect(before.claims).not.toEqual([]);
  proposed = [MISSED];
  alike = true;
  expect(added(before, await work(before))).toEqual([]);
  alike = false;
  expect(added(other, await work(other))).toHaveLength(1);
});

it('never sends what was set aside', async () => {
  proposed = [];
  await work(await post());
  expect(JSON.stringify(asked.at(-1))).toContain('افتتح المحافظ');
  expect(JSON.stringify(asked.at(-1))).not.toContain('أسعار الحديد');
});

it.each<[string, () => void]>([
  ['lies', () => (proposed = ['كلّف الجسر عشرين مليون دينار', 'أسعار الحديد تقفز 40 في المئة هذا الأسبوع'])],
  ['answers with other things', () => (proposed = { a: 1 })],
  ['answers junk', () => (raw = '<html>503</html>')],
  ['proposes what is there already', () => (proposed = ['افتتح المحافظ الجسر الجديد صباح الأربعاء'])],
])('changes nothing when the provider %s', async (_, prepare) => {
  const before = await post();
  proposed = [];
  raw = null;
  prepare();
  const after = await work(before);
  raw = null;
  expect(added(before, after)).toEqual([]);
  expect(after.version).toBe(before.version);
});

it('asks nothing about a text that has been revised meanwhile or is for named readers alone', async () => {
  const article = await post();
  await done(desk.editor.patch(`/articles/${article.id}`, { visibility: 'named' }, article.version));
  const calls = asked.length;
  await work(article);
  await work(await post(), 7);
  expect(asked).toHaveLength(calls);
});
