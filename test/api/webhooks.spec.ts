import { newId } from '#platform';
import { Client } from 'pg';
import { outcome } from '../support/ask.js';
import { done, post, type Any } from '../support/checking-work.js';
import { ifMatch, startNewsroomApi, type Newsroom, type NewsroomApi } from '../support/newsroom-api.js';
import { makeWebhook } from '../support/webhook-work.js';
import { BEHAVIOURS, idOf, told, verifies, WebhookLab } from '../support/webhook-lab.js';

let api: NewsroomApi;
let lab: WebhookLab;
let desk: Newsroom;

beforeAll(async () => {
  api = await startNewsroomApi();
  lab = await WebhookLab.open(api);
});
beforeEach(async () => {
  desk = await api.found();
  lab.received.length = 0;
  lab.behave = BEHAVIOURS.ok;
});
afterAll(async () => {
  await lab.close();
  await api.stop();
});

const list = async (): Promise<Any[]> => (await done(desk.admin.get('/webhooks'))).items;
const deliveries = async ({ id }: Any, query = ''): Promise<Any[]> =>
  (await done(desk.admin.get(`/webhooks/${id}/deliveries${query}`))).items;
const rotated = ({ id, version }: Any): Promise<Any> =>
  done(desk.admin.post(`/webhooks/${id}/secret`, undefined, ifMatch(version)));
const replay = (webhook: Any, delivery: Any) =>
  desk.admin.post(`/webhooks/${webhook.id}/deliveries/${delivery.id}/replay`, undefined);

describe('an address', () => {
  it('is told what happens from then on, in order, with where to look, signed by its secret', async () => {
    await post(desk.editor, ['خبر من قبل.']);
    const webhook = await makeWebhook(desk.admin, { events: ['article.created', 'article.revised'] });
    const article = await post(desk.editor, ['بلغت كلفة الجسر 12 مليون دينار.']);
    const { version } = await done(desk.editor.get(`/articles/${article.id}`));
    const next = { text: 'بلغت كلفة الجسر 14 مليون دينار.' };
    await done(desk.editor.post(`/articles/${article.id}/revisions`, next, ifMatch(version)));
    await lab.readAndSend(desk);
    expect(lab.received.map(told).map(({ type }) => type)).toEqual(['article.created', 'article.revised']);
    const [created, revised] = lab.received;
    expect(told(created!)).toEqual({
      type: 'article.created',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      data: {
        seq: expect.any(Number),
        object: { type: 'article', id: article.id },
        articleId: article.id,
        claimId: null,
        href: `/api/v1/articles/${article.id}`,
      },
    });
    expect(told(revised!).data.seq).toBeGreaterThan(told(created!).data.seq);
    expect(lab.received.every((one) => verifies(webhook.secret, one))).toBe(true);
    expect(verifies(webhook.secret, { ...created!, body: created!.body.replace('article', 'Article') })).toBe(false);
    expect(verifies((await makeWebhook(desk.admin)).secret, created!)).toBe(false);
  });

  it('has its secret shown once, sealed in the database, and never in the ledger', async () => {
    const key = { 'idempotency-key': newId() };
    const body = { url: 'https://receiver.example.org/a', events: ['article.created'] };
    const made = await done(desk.admin.post('/webhooks', body, key));
    expect(made.secret).toMatch(/^whsec_[\w+/]{43}=$/);
    const again = await desk.admin.post('/webhooks', body, key);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    const { secret: _, ...view } = made;
    expect(again.body).toEqual({ ...view, secretShown: true });
    expect(await list()).toEqual([view]);
    const plain = Buffer.from(made.secret.slice(6), 'base64').toString('hex');
    const [{ row }] = (await lab.stored.query<Any>('SELECT to_jsonb(w)::text AS row FROM webhook w WHERE id = $1', [
      made.id,
    ])) as [Any];
    const payloads = await lab.stored.query<Any>('SELECT payload FROM ledger_payload WHERE newsroom_id = $1', [
      desk.id,
    ]);
    for (const text of [row, ...payloads.map(({ payload }) => payload)]) {
      expect(text).not.toContain(plain);
      expect(text).not.toContain(made.secret);
    }
    expect(payloads.some(({ payload }) => payload.includes('receiver.example.org'))).toBe(true);
    expect(payloads.some(({ payload }) => 'secret' in JSON.parse(payload))).toBe(false);
  });

  it('that stands nowhere on the open Internet is refused', async () => {
    const refused = [
      'http://127.0.0.1/',
      'http://localhost/',
      'http://[::1]/',
      'http://169.254.169.254/latest/',
      'http://10.1.2.3/',
      'https://db.internal/',
      'https://example.org:8443/',
    ];
    const webhook = await makeWebhook(desk.admin);
    for (const url of refused) {
      const answer = await desk.admin.post('/webhooks', { url, events: ['article.created'] });
      expect(`${url} ${outcome(answer)}`).toBe(`${url} 422 address-forbidden`);
      const moved = await desk.admin.patch(`/webhooks/${webhook.id}`, { url }, webhook.version);
      expect(outcome(moved)).toBe('422 address-forbidden');
    }
    for (const url of ['ftp://example.org/', 'https://a:b@example.org/', 'x'])
      expect(outcome(await desk.admin.post('/webhooks', { url, events: ['article.created'] }))).toBe('422 invalid');
    expect(outcome(await desk.admin.post('/webhooks', { url: 'https://example.org/', events: [] }))).toBe(
      '422 invalid',
    );
    const unknown = { url: 'https://example.org/', events: ['evidence.added'] };
    expect(outcome(await desk.admin.post('/webhooks', unknown))).toBe('422 invalid');
    expect(await list()).toHaveLength(1);
  });

  it('is changed by whoever has read it last', async () => {
    const webhook = await makeWebhook(desk.admin);
    const path = `/webhooks/${webhook.id}`;
    expect(outcome(await desk.admin.send('PATCH', path, { description: 'x' }))).toBe('428 precondition-required');
    const changed = await done(desk.admin.patch(path, { description: 'نظام النشر' }, webhook.version));
    expect(changed).toMatchObject({ description: 'نظام النشر', version: webhook.version + 1 });
    expect(outcome(await desk.admin.patch(path, { description: 'y' }, webhook.version))).toBe('412 version-stale');
    const stale = ifMatch(webhook.version);
    expect(outcome(await desk.admin.post(`${path}/secret`, undefined, stale))).toBe('412 version-stale');
    expect(outcome(await desk.admin.send('DELETE', path, undefined, ifMatch(webhook.version)))).toBe(
      '412 version-stale',
    );
  });

  it('that was stopped is told nothing of what happens meanwhile, and nothing that still waited', async () => {
    const webhook = await makeWebhook(desk.admin);
    await post(desk.editor, ['أول.']);
    await lab.read(desk);
    const stopped = await done(desk.admin.patch(`/webhooks/${webhook.id}`, { active: false }, webhook.version));
    expect(stopped).toMatchObject({ active: false, disabledReason: 'admin' });
    expect((await deliveries(webhook)).map(({ status }) => status)).toEqual(['cancelled']);
    await post(desk.editor, ['ثانٍ.']);
    expect(outcome(await desk.admin.post(`/webhooks/${webhook.id}/test`, undefined))).toBe('409 not-in-state');
    expect(outcome(await replay(webhook, (await deliveries(webhook))[0]))).toBe('409 not-in-state');
    const resumed = await done(desk.admin.patch(`/webhooks/${webhook.id}`, { active: true }, stopped.version));
    expect(resumed).toMatchObject({ active: true, disabledReason: null, disabledAt: null });
    const third = await post(desk.editor, ['ثالث.']);
    await lab.readAndSend(desk);
    expect(lab.received.map((one) => told(one).data.articleId)).toEqual([third.id]);
  });

  it('that was removed is gone, and so is its secret', async () => {
    const webhook = await rotated(await makeWebhook(desk.admin));
    await post(desk.editor, ['خبر.']);
    await lab.read(desk);
    const gone = await desk.admin.send('DELETE', `/webhooks/${webhook.id}`, undefined, ifMatch(webhook.version));
    expect(outcome(gone)).toBe('204');
    await lab.readAndSend(desk);
    expect(lab.received).toEqual([]);
    expect(await list()).toEqual([]);
    expect(outcome(await desk.admin.get(`/webhooks/${webhook.id}/deliveries`))).toBe('404 not-found');
    const [row] = await lab.stored.query<Any>('SELECT secret, earlier_secret FROM webhook WHERE id = $1', [webhook.id]);
    expect([row.secret.length, row.earlier_secret]).toEqual([0, null]);
  });

  it('is one of at most twenty', async () => {
    for (let made = 0; made < 20; made++) await makeWebhook(desk.admin);
    const more = { url: 'https://example.org/', events: ['article.created'] };
    expect(outcome(await desk.admin.post('/webhooks', more))).toBe('409 limit-reached');
  });
});

describe('a secret in place of another', () => {
  it('signs beside the one before for a day, and alone from then on', async () => {
    const webhook = await makeWebhook(desk.admin);
    const next = await rotated(webhook);
    const hours = (Date.parse(next.earlierSecretUntil) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(23.9);
    expect(hours).toBeLessThanOrEqual(24);
    const test = () => done(desk.admin.post(`/webhooks/${webhook.id}/test`, undefined));
    await test();
    await lab.send(desk);
    const [both] = lab.received;
    expect([verifies(webhook.secret, both!), verifies(next.secret, both!)]).toEqual([true, true]);
    await lab.stored.query("UPDATE webhook SET earlier_until = now() - interval '1 second' WHERE id = $1", [
      webhook.id,
    ]);
    await test();
    await lab.send(desk);
    const alone = lab.received[1]!;
    expect([verifies(webhook.secret, alone), verifies(next.secret, alone)]).toEqual([false, true]);
    expect((await list())[0]).toMatchObject({ earlierSecretUntil: null });
  });
});

it('a secret that the key of this server does not open signs nothing; a new one is the way out', async () => {
  const webhook = await makeWebhook(desk.admin);
  await post(desk.editor, ['خبر.']);
  await lab.read(desk);
  await lab.stored.query("UPDATE webhook SET secret = decode(repeat('01', 61), 'hex') WHERE id = $1", [webhook.id]);
  await lab.send(desk);
  expect(lab.received).toEqual([]);
  expect((await deliveries(webhook))[0]).toMatchObject({ status: 'pending', attempts: [{ failure: 'sealed' }] });
  const next = await rotated(webhook);
  await lab.rested();
  await lab.send(desk);
  expect(verifies(next.secret, lab.received[0]!)).toBe(true);
});

describe('what was sent', () => {
  it('is listed with its attempts, newest first, and page by page', async () => {
    const webhook = await makeWebhook(desk.admin);
    for (const text of ['أول.', 'ثانٍ.', 'ثالث.']) await post(desk.editor, [text]);
    await lab.readAndSend(desk);
    const all = await deliveries(webhook);
    expect(all.map(({ seq }) => seq)).toEqual(all.map(({ seq }) => seq).sort((one, other) => other - one));
    expect(all[0]).toMatchObject({
      event: 'article.created',
      status: 'delivered',
      nextAttemptAt: null,
      attempts: [{ number: 1, status: 204, failure: null, durationMs: expect.any(Number) }],
    });
    const first = await done(desk.admin.get(`/webhooks/${webhook.id}/deliveries?limit=2`));
    const rest = await done(desk.admin.get(`/webhooks/${webhook.id}/deliveries?limit=2&cursor=${first.next}`));
    expect([...first.items, ...rest.items]).toEqual(all);
    expect(await deliveries(webhook, '?status=failed')).toEqual([]);
    expect(await deliveries(webhook, '?status=delivered,failed')).toEqual(all);
  });

  it('is sent again under the same id, and only once it is over', async () => {
    const webhook = await makeWebhook(desk.admin);
    await post(desk.editor, ['خبر.']);
    await lab.read(desk);
    const [waiting] = await deliveries(webhook);
    expect(outcome(await replay(webhook, waiting))).toBe('409 not-in-state');
    await lab.send(desk);
    const answer = await replay(webhook, waiting);
    expect([outcome(answer), (answer.body as Any).status]).toEqual(['202', 'pending']);
    await lab.send(desk);
    expect(lab.received.map(idOf)).toEqual([waiting.id, waiting.id]);
    expect(lab.received[1]!.body).toBe(lab.received[0]!.body);
    const [twice] = await deliveries(webhook);
    expect(twice).toMatchObject({ id: waiting.id, status: 'delivered' });
    expect(twice.attempts.map(({ number }: Any) => number)).toEqual([1, 2]);
    const other = await makeWebhook(desk.admin);
    expect(outcome(await replay(other, twice))).toBe('404 not-found');
  });

  it('tells in the ledger who had it sent, and nobody but the administrator of that', async () => {
    const webhook = await makeWebhook(desk.admin);
    await done(desk.admin.post(`/webhooks/${webhook.id}/test`, undefined));
    const { items } = await done(desk.admin.get('/ledger/entries?from=1&limit=200'));
    const actions = items.map(({ leaf }: Any) => leaf && JSON.parse(leaf).action);
    expect(actions).toEqual(expect.arrayContaining(['webhook.registered', 'webhook.tested']));
    const { items: seen } = await done(desk.editor.get('/ledger/entries?from=1&limit=200'));
    expect(seen.filter(({ leaf }: Any) => leaf?.includes('webhook'))).toEqual([]);
  });
});

describe('under the code', () => {
  it('row-level security shows nothing of another newsroom, and nothing to nobody', async () => {
    await makeWebhook(desk.admin);
    const webhook = (await list())[0];
    await done(desk.admin.post(`/webhooks/${webhook.id}/test`, undefined));
    await lab.send(desk);
    const client = new Client({ connectionString: api.database.appUrl });
    await client.connect();
    const counts = async (newsroomId: string): Promise<number[]> => {
      await client.query('BEGIN');
      await client.query("SELECT set_config('app.newsroom', $1, true)", [newsroomId]);
      const found: number[] = [];
      for (const table of ['webhook', 'webhook_delivery', 'webhook_attempt'])
        found.push((await client.query(`SELECT count(*)::int AS count FROM ${table}`)).rows[0].count);
      await client.query('ROLLBACK');
      return found;
    };
    expect(await counts(desk.id)).toEqual([1, 1, 1]);
    expect(await counts(newId())).toEqual([0, 0, 0]);
    expect(await counts('')).toEqual([0, 0, 0]);
    await client.end();
  });
});
