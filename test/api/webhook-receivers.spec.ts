import { RETRY_WAITS_MS } from '#domain';
import { createLog } from '#platform';
import { JobRunner } from '#persistence';
import { join } from 'node:path';
import { postInChild } from '../../apps/worker/src/fetch/child.fetcher.js';
import { done, post, type Any } from '../support/checking-work.js';
import { eventually } from '../support/eventually.js';
import { startNewsroomApi, type Newsroom, type NewsroomApi } from '../support/newsroom-api.js';
import { makeWebhook } from '../support/webhook-work.js';
import { BEHAVIOURS, idOf, told, WebhookLab } from '../support/webhook-lab.js';

const RUNNER = join(__dirname, '../support/run-typescript.cjs');
const CHILD = join(__dirname, '../../apps/worker/src/fetch/fetch.child.ts');

let api: NewsroomApi;
let lab: WebhookLab;
let desk: Newsroom;
/** Runs once between a sending and its record. */
let between: (() => Promise<void>) | undefined;

beforeAll(async () => {
  api = await startNewsroomApi();
  lab = await WebhookLab.open(api, (send) => async (request, signal) => {
    const answer = await send(request, signal);
    const happens = between;
    between = undefined;
    await happens?.();
    return answer;
  });
});
beforeEach(async () => {
  desk = await api.found();
  lab.received.length = 0;
  lab.behave = BEHAVIOURS.ok;
  between = undefined;
});
afterAll(async () => {
  await lab.close();
  await api.stop();
});

const deliveries = async ({ id }: Any): Promise<Any[]> =>
  (await done(desk.admin.get(`/webhooks/${id}/deliveries?limit=200`))).items;
const only = async (webhook: Any): Promise<Any> => {
  const [first, ...others] = await deliveries(webhook);
  expect(others).toEqual([]);
  return first;
};
const standing = async ({ id }: Any): Promise<Any> =>
  (await done(desk.admin.get('/webhooks'))).items.find((one: Any) => one.id === id);

/** A webhook with one message that waits. */
async function waiting(): Promise<Any> {
  const webhook = await makeWebhook(desk.admin);
  await post(desk.editor, ['خبر.']);
  await lab.read(desk);
  return webhook;
}

describe('a receiver that fails gets the same message again', () => {
  it.each<[keyof typeof BEHAVIOURS, number | null, string | null]>([
    ['broken', 500, null],
    ['missing', 404, null],
    ['redirecting', 307, null],
    ['resetting', null, 'unreachable'],
    ['slow', null, 'too-slow'],
  ])('%s: %p %p', async (behaviour, status, failure) => {
    const webhook = await waiting();
    lab.behave = BEHAVIOURS[behaviour];
    const before = Date.now();
    await lab.send(desk);
    const failed = await only(webhook);
    expect(failed).toMatchObject({ status: 'pending', attempts: [{ number: 1, status, failure }] });
    expect(Date.parse(failed.nextAttemptAt) - before).toBeGreaterThanOrEqual(RETRY_WAITS_MS[0]! * 0.9);
    lab.behave = BEHAVIOURS.ok;
    await lab.rested();
    await lab.send(desk);
    expect(await only(webhook)).toMatchObject({ id: failed.id, status: 'delivered', attempts: [{}, { status: 204 }] });
    expect(lab.received.map(idOf)).toEqual([failed.id, failed.id]);
    expect(lab.received.map(({ path }) => path)).not.toContain('/elsewhere');
    expect(lab.received[1]!.body).toBe(lab.received[0]!.body);
  });

  it('for some 75 hours, with waits that differ by a tenth, and is then left alone', async () => {
    const webhook = await waiting();
    lab.behave = BEHAVIOURS.broken;
    const waits: number[] = [];
    for (let attempt = 0; attempt < 10; attempt++) {
      const before = Date.now();
      await lab.send(desk);
      const { nextAttemptAt } = await only(webhook);
      if (nextAttemptAt) waits.push(Date.parse(nextAttemptAt) - before);
    }
    expect(waits).toHaveLength(RETRY_WAITS_MS.length);
    for (const [index, wait] of waits.entries()) {
      expect(wait).toBeGreaterThanOrEqual(RETRY_WAITS_MS[index]! * 0.9);
      expect(wait).toBeLessThan(RETRY_WAITS_MS[index]! * 1.1 + 5_000);
    }
    // of the waits of hours, where what the attempt itself took is nothing
    const shares = waits.map((wait, index) => wait / RETRY_WAITS_MS[index]!).slice(3);
    expect(shares.some((share) => Math.abs(share - 1) > 0.005)).toBe(true);
    expect(await only(webhook)).toMatchObject({ status: 'failed', nextAttemptAt: null });
    expect(await standing(webhook)).toMatchObject({ active: false, disabledReason: 'failing' });
    expect(new Set(lab.received.map(idOf)).size).toBe(1);
  });

  it('and is not stopped for one message while it takes others', async () => {
    const webhook = await waiting();
    const [first] = await lab.pending(desk);
    await post(desk.editor, ['خبر ثانٍ.']);
    await lab.read(desk);
    const second = (await lab.pending(desk)).find(({ id }) => id !== first!.id)!;
    await lab.attempt(desk, second.id, 0);
    lab.behave = BEHAVIOURS.broken;
    for (let attempt = 0; attempt < 10; attempt++) await lab.attempt(desk, first!.id, attempt);
    expect((await deliveries(webhook)).map(({ status }) => status).sort()).toEqual(['delivered', 'failed']);
    expect(await standing(webhook)).toMatchObject({ active: true });
  });
});

it('a receiver that answers 410 is told nothing more', async () => {
  const webhook = await waiting();
  await post(desk.editor, ['خبر ثانٍ.']);
  await lab.read(desk);
  lab.behave = BEHAVIOURS.gone;
  await lab.send(desk);
  expect(lab.received).toHaveLength(1);
  expect((await deliveries(webhook)).map(({ status }) => status).sort()).toEqual(['cancelled', 'failed']);
  expect(await standing(webhook)).toMatchObject({ active: false, disabledReason: 'gone' });
  await post(desk.editor, ['خبر ثالث.']);
  await lab.readAndSend(desk);
  expect(lab.received).toHaveLength(1);
  const { items } = await done(desk.admin.get('/ledger/entries?from=1&limit=200'));
  expect(items.filter(({ leaf }: Any) => leaf?.includes('webhook.disabled'))).toHaveLength(1);
});

it('a receiver that gives no answer is left alone for a minute, and loses nothing by it', async () => {
  const webhook = await waiting();
  await post(desk.editor, ['خبر ثانٍ.']);
  await lab.read(desk);
  lab.behave = BEHAVIOURS.slow;
  await lab.send(desk);
  expect(lab.received).toHaveLength(1);
  const [second, first] = await deliveries(webhook);
  expect([first.attempts.length, second.attempts.length, second.status]).toEqual([1, 0, 'pending']);
  expect(Date.parse(second.nextAttemptAt) - Date.now()).toBeGreaterThan(50_000);
  lab.behave = BEHAVIOURS.ok;
  await lab.rested();
  await lab.send(desk);
  expect((await deliveries(webhook)).map(({ status }) => status)).toEqual(['delivered', 'delivered']);
});

describe('whatever dies', () => {
  it('between a sending and its record, the message goes out again under the same id and is recorded once', async () => {
    const webhook = await waiting();
    between = () => Promise.reject(new Error('killed'));
    await expect(lab.send(desk)).rejects.toThrow('killed');
    expect(await only(webhook)).toMatchObject({ status: 'pending', attempts: [] });
    await lab.send(desk);
    const { id, status, attempts } = await only(webhook);
    expect([status, attempts.length]).toEqual(['delivered', 1]);
    expect(lab.received.map(idOf)).toEqual([id, id]);
  });

  it('a job that runs twice at once is recorded once', async () => {
    const webhook = await waiting();
    const { id } = (await lab.pending(desk))[0]!;
    await Promise.all([lab.attempt(desk, id, 0), lab.attempt(desk, id, 0)]);
    await lab.attempt(desk, id, 0);
    expect((await only(webhook)).attempts).toHaveLength(1);
    expect(new Set(lab.received.map(idOf))).toEqual(new Set([id]));
    expect(lab.received.length).toBeLessThanOrEqual(2);
  });

  it('a job that comes after its attempt was made sends nothing', async () => {
    const webhook = await waiting();
    const { id } = (await lab.pending(desk))[0]!;
    lab.behave = BEHAVIOURS.broken;
    await lab.attempt(desk, id, 0);
    await lab.attempt(desk, id, 0);
    expect(lab.received).toHaveLength(1);
    expect((await only(webhook)).attempts).toHaveLength(1);
  });

  it('while the ledger is read, it is read on from where it was: nothing twice, nothing left out', async () => {
    const webhook = await makeWebhook(desk.admin);
    const writers = Array.from({ length: 6 }, async (_, writer) => {
      const made: string[] = [];
      for (let turn = 0; turn < 5; turn++) made.push((await post(desk.editor, [`خبر ${writer} ${turn}.`])).id);
      return made;
    });
    let writing = true;
    const readers = Array.from({ length: 3 }, async () => {
      // one that waits too long for another is run again by the queue
      while (writing) await lab.read(desk).catch(() => undefined);
    });
    const made = (await Promise.all(writers).finally(() => (writing = false))).flat();
    await Promise.all(readers);
    await lab.read(desk);
    const rows = await lab.stored.query<Any>(
      'SELECT seq::int, body FROM webhook_delivery WHERE webhook_id = $1 ORDER BY created_at, id',
      [webhook.id],
    );
    const told = rows.map(({ body }) => JSON.parse(body).data.articleId);
    expect(told).toHaveLength(made.length);
    expect(new Set(told)).toEqual(new Set(made));
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map(({ seq }) => seq).sort((one, other) => one - other));
  });
});

it('the queue itself reads, sends and tries again', async () => {
  const webhook = await makeWebhook(desk.admin);
  const { pathname } = new URL(webhook.url);
  const arrived = () => lab.received.filter(({ path }) => path === pathname);
  lab.behave = (response) => (arrived().length === 1 ? BEHAVIOURS.broken(response) : BEHAVIOURS.ok(response));
  const runner = await JobRunner.start({
    ownerUrl: api.database.ownerUrl,
    concurrency: 2,
    log: createLog('worker', 'silent'),
    handlers: lab.worker.application.jobs,
  });
  try {
    const article = await post(desk.editor, ['خبر.']);
    await eventually(async () => expect((await only(webhook)).status).toBe('delivered'), 30_000);
    expect(arrived().map((one) => told(one).data.articleId)).toEqual([article.id, article.id]);
    expect(new Set(arrived().map(idOf)).size).toBe(1);
  } finally {
    await runner.stop();
  }
});

it('the process that sends reaches nothing on this machine, whatever the address says', async () => {
  const program = { module: RUNNER, args: [CHILD] };
  const here = [`127.0.0.1:${lab.port}`, '127.0.0.1', 'localhost', '169.254.169.254', '[::1]', '10.0.0.1'];
  for (const host of [...here, '1.1.1.1:8080', 'a:b@example.org']) {
    const request = { url: `http://${host}/`, headers: {}, body: '{}', timeoutMs: 5_000 };
    expect(await postInChild(request, new AbortController().signal, program)).toEqual({
      status: null,
      failure: 'address-forbidden',
    });
  }
  expect(lab.received).toEqual([]);
});
