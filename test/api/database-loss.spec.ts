import { auditLedger, migrate, MIGRATIONS } from '#persistence';
import { newId } from '#platform';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { clusterFolder } from '../../libs/persistence/src/embedded/cluster.files.js';
import { startEmbedded, type EmbeddedDatabase } from '../../libs/persistence/src/embedded/cluster.supervisor.js';
import { runningPostmaster } from '../../libs/persistence/src/embedded/postmaster.lock.js';
import { ask, outcome, type Asked } from '../support/ask.js';
import type { Any } from '../support/checking-work.js';
import { eventually } from '../support/eventually.js';
import { startNewsroomApi, type Newsroom, type NewsroomApi } from '../support/newsroom-api.js';
import { expectTold } from '../support/problem-check.js';
import { StoredStates } from '../support/stored-state.js';

jest.setTimeout(240_000);

let api: NewsroomApi;
let desk: Newsroom;
let stored: StoredStates;

interface Sent {
  readonly name: string;
  readonly key: Record<string, string>;
  readonly answered: Asked;
}

/** A source under a key of its own; a failed attempt says so and is not tried again here. */
async function register(name: string, locale: 'ar' | 'en' = 'ar'): Promise<Sent> {
  const key = { 'idempotency-key': newId() };
  const answered = await desk.editor.post('/sources', { name, type: 'outlet' }, { ...key, 'accept-language': locale });
  return { name, key, answered };
}

/** What was acknowledged is there, once; what was not can be sent again under its key and then is there, once. */
async function expectNothingLostOrDoubled(sent: readonly Sent[]): Promise<void> {
  for (const { name, key, answered } of sent) {
    const again = await eventuallyDone(() => desk.editor.post('/sources', { name, type: 'outlet' }, key));
    if (answered.status === 201) expect(again).toEqual(answered.body);
    const rows = await stored.query<{ id: string }>('SELECT id FROM source WHERE name = $1', [name]);
    expect(rows).toEqual([{ id: again.id }]);
  }
  expect((await auditLedger(api.database.ownerUrl)).faults).toEqual([]);
}

/** Only success or an honest 503. */
function expectHonest(sent: readonly Sent[]): void {
  for (const { answered } of sent) {
    expect(['201', '503 unavailable']).toContain(outcome(answered));
    if (answered.status !== 503) continue;
    expect(Number(answered.headers.get('retry-after'))).toBeGreaterThan(0);
    expectTold(answered, 'ar');
  }
}

describe('when connections to the database are cut', () => {
  beforeAll(async () => {
    api = await startNewsroomApi();
    desk = await api.found();
    stored = await StoredStates.open(api.database);
  });
  afterAll(async () => {
    await stored.close();
    await api.stop();
  });

  const cut = () =>
    stored.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );

  it('a request that waits in the database gets 503 and changes nothing, and the next one succeeds', async () => {
    const claimed = await desk.editor.post('/articles', {
      kind: 'external',
      text: 'بلغت الكلفة 12 مليون دينار عام 2024.',
    });
    const claim = (claimed.body as Any).claims[0];
    // a lock keeps the request inside its transaction until it is cut
    await stored.query('BEGIN');
    await stored.query('SELECT id FROM claim WHERE id = $1 FOR UPDATE', [claim.id]);
    const waiting = desk.editor.patch(`/claims/${claim.id}`, { kind: 'event' }, claim.version);
    await eventually(async () => {
      const rows = await stored.query(
        "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()",
      );
      expect(rows).toHaveLength(1);
    });
    await cut();
    const answered = await waiting;
    await stored.query('ROLLBACK');
    expect(outcome(answered)).toBe('503 unavailable');
    expect(Number(answered.headers.get('retry-after'))).toBeGreaterThan(0);
    const [row] = await stored.query<{ version: number }>('SELECT version FROM claim WHERE id = $1', [claim.id]);
    expect(row!.version).toBe(claim.version);
    await eventuallyDone(() => desk.editor.patch(`/claims/${claim.id}`, { kind: 'event' }, claim.version));
  });

  it('again and again under load: only success or 503, nothing lost, nothing twice', async () => {
    const sent: Sent[] = [];
    const met = (status: number) => sent.some(({ answered }) => answered.status === status);
    let cutting = true;
    const cutter = (async () => {
      // 25 cuts, and on a machine so slow that nothing gets through between two of them, more and more slowly until it does
      for (let count = 0; count < 25 || !(met(201) && met(503)); count++) {
        await sleep(count < 25 ? 40 : 20 * (count - 23));
        await cut();
      }
      cutting = false;
    })();
    let number = 0;
    const writers = Array.from({ length: 8 }, async () => {
      while (cutting) sent.push(await register(`نشرة ${(number += 1)}`));
    });
    await Promise.all([cutter, ...writers]);
    expectHonest(sent);
    await expectNothingLostOrDoubled(sent);
  });

  it('an event stream goes on after its listener was cut', async () => {
    await cut();
    const head = (await eventuallyDone(() => desk.editor.get('/ledger/entries?limit=1'))).head.seq;
    const ending = new AbortController();
    const headers = { authorization: `Bearer ${desk.editor.token}`, 'last-event-id': String(head) };
    const opened = () => fetch(`${api.url}/api/v1/events`, { headers, signal: ending.signal });
    let response = await opened();
    for (; response.status === 503; response = await opened()) await response.text();
    const body = { name: 'نشرة بعد الانقطاع', type: 'outlet' };
    const key = { 'idempotency-key': newId() };
    const made = await eventuallyDone(() => desk.editor.post('/sources', body, key));
    let text = '';
    for await (const chunk of response.body!) {
      text += Buffer.from(chunk as Uint8Array).toString();
      if (text.includes(made.id)) break;
    }
    expect(text).toContain('event: source.registered');
    ending.abort();
  });
});

/** A connection whose end has not been heard of yet may cost a 503 more, which changes nothing. */
async function eventuallyDone(request: () => Promise<Asked>): Promise<Any> {
  let body: Any;
  await eventually(async () => {
    const answered = await request();
    expect(answered.status).toBeLessThan(300);
    body = answered.body;
  });
  return body;
}

describe('when PostgreSQL itself is killed', () => {
  let dataDir: string;
  let cluster: EmbeddedDatabase;
  /** What this machine takes to make and start one, ms. */
  let startedIn: number;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'isnad-loss-'));
    // with the settings people run it with: what is acknowledged must survive
    const began = performance.now();
    cluster = await startEmbedded({ dataDir });
    startedIn = performance.now() - began;
    await migrate(cluster.connection, MIGRATIONS);
    const database = {
      ...cluster.connection,
      superuserUrl: cluster.connection.ownerUrl,
      name: 'isnad',
      drop: async () => {},
    };
    api = await startNewsroomApi(10, database);
    desk = await api.found();
  });
  afterAll(async () => {
    await api.stop();
    await cluster.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('requests get 503 until it is back, within seconds and without our restart; what was acknowledged is there', async () => {
    const probe = async (path: string) => (await ask(`${api.url}${path}`, 'GET')).status;
    expect([await probe('/livez'), await probe('/readyz')]).toEqual([200, 200]);
    const sent: Sent[] = [await register('قبل الانقطاع')];
    expect(sent[0]!.answered.status).toBe(201);
    const { pid } = (await runningPostmaster(clusterFolder(dataDir)))!;
    process.kill(pid, 'SIGKILL');
    const killed = performance.now();
    const ready = new Set<number>();
    for (let number = 1; ; number++) {
      ready.add(await probe('/readyz'));
      expect(await probe('/livez')).toBe(200);
      const tried = await register(`أثناء الانقطاع ${number}`);
      sent.push(tried);
      if (tried.answered.status === 201 && number > 1) break;
      await sleep(20);
    }
    expect(performance.now() - killed).toBeLessThan(Math.max(20_000, 5 * startedIn));
    expectHonest(sent);
    expect(sent.some(({ answered }) => answered.status === 503)).toBe(true);
    expect(ready.has(503)).toBe(true);
    await eventually(async () => expect(await probe('/readyz')).toBe(200));
    stored = await StoredStates.open({
      ...api.database,
      superuserUrl: cluster.superuserUrl.replace(/\/postgres$/, '/isnad'),
    });
    try {
      await expectNothingLostOrDoubled(sent);
    } finally {
      await stored.close();
    }
  });
});
