import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { done } from '../support/checking-work.js';
import { eventually } from '../support/eventually.js';
import { IsnadProcess } from '../support/isnad-process.js';
import { startNewsroomApi, type Newsroom, type NewsroomApi } from '../support/newsroom-api.js';

/** More than one batch. */
const LINES = 13_000;
/** What the second batch waits for, so that however fast the worker is it is killed in the middle. */
const GATE = 4711;
const PATIENCE_MS = 120_000;

const lineOf = (n: number) =>
  JSON.stringify({
    '@type': 'ClaimReview',
    claimReviewed: `The harbour of Westmark handled ${n} ships in the year after the dredging of its berth number ${n % 97}.`,
    url: `https://checks.example/${n}`,
    author: { '@type': 'Organization', name: 'Harbour Checks' },
    reviewRating: { '@type': 'Rating', alternateName: n % 2 === 0 ? 'False' : 'True' },
    datePublished: '2024-03-05',
    padding: 'x'.repeat(60),
  });

describe('a worker that is killed in the middle of an archive', () => {
  let api: NewsroomApi;
  let desk: Newsroom;
  let client: Client;
  let folder: string;
  let worker: IsnadProcess | undefined;

  beforeAll(async () => {
    api = await startNewsroomApi();
    desk = await api.found();
    client = new Client({ connectionString: api.database.superuserUrl });
    await client.connect();
    folder = await mkdtemp(join(tmpdir(), 'isnad-killed-'));
  });
  afterAll(async () => {
    worker?.signal('SIGKILL');
    await worker?.finished;
    await client.end();
    await api.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const startWorker = () => {
    const { appUrl, ownerUrl } = api.database;
    return new IsnadProcess(['worker'], { DATABASE_URL: appUrl, ISNAD_DATABASE_OWNER_URL: ownerUrl }, folder);
  };

  /** The first batch is let through, every later one stops just before it is done. */
  async function closeGate(): Promise<void> {
    await client.query('SELECT pg_advisory_lock($1)', [GATE]);
    await client.query(`CREATE FUNCTION await_gate() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN PERFORM pg_advisory_xact_lock(${GATE}); RETURN NEW; END $$`);
    await client.query(`CREATE TRIGGER gate BEFORE UPDATE ON archive_import FOR EACH ROW
      WHEN (OLD.accepted > 0 AND NEW.accepted > OLD.accepted) EXECUTE FUNCTION await_gate()`);
  }

  /** PostgreSQL itself would notice only when the gate opens that nobody hears it any more. */
  async function openGate(): Promise<void> {
    await client.query(
      "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objid = $1 AND NOT granted",
      [GATE],
    );
    await eventually(async () => {
      const { rows } = await client.query('SELECT FROM pg_locks WHERE objid = $1 AND NOT granted', [GATE]);
      expect(rows).toEqual([]);
    });
    await client.query('DROP TRIGGER gate ON archive_import');
    await client.query('SELECT pg_advisory_unlock($1)', [GATE]);
  }

  async function stand() {
    const { rows } = await client.query<{
      status: string;
      accepted: number;
      items: number;
      keys: number;
      documents: number;
    }>(
      `SELECT i.status, i.accepted, (SELECT count(*)::int FROM archive_item a WHERE a.import_id = i.id) AS items,
         (SELECT count(DISTINCT a.url)::int FROM archive_item a WHERE a.import_id = i.id) AS keys,
         coalesce((SELECT m.documents FROM match_index m WHERE m.newsroom_id = i.newsroom_id), 0) AS documents FROM archive_import i`,
    );
    return rows[0]!;
  }

  it(
    'leaves whole batches, and the next one reads on: nothing is lost, doubled or half',
    async () => {
      const body = Array.from({ length: LINES }, (_, n) => lineOf(n)).join('\n');
      const sent = desk.editor.post('/archive/imports', body, { 'content-type': 'application/x-ndjson' });
      const { id } = await done(sent);

      await closeGate();
      worker = startWorker();
      await eventually(async () => expect((await stand()).accepted).toBeGreaterThan(0), PATIENCE_MS);
      worker.signal('SIGKILL');
      await worker.finished;
      await openGate();
      const killed = await stand();
      expect(killed.status).toBe('running');
      expect(killed.accepted).toBeLessThan(LINES);
      expect([killed.items, killed.keys, killed.documents]).toEqual([
        killed.accepted,
        killed.accepted,
        killed.accepted,
      ]);

      worker = startWorker();
      await eventually(async () => expect((await stand()).status).toBe('done'), PATIENCE_MS);
      expect(await stand()).toEqual({ status: 'done', accepted: LINES, items: LINES, keys: LINES, documents: LINES });
      expect(await done(desk.editor.get(`/archive/imports/${id}`))).toMatchObject({
        accepted: LINES,
        repeated: 0,
        rejected: [],
      });
      // The index finds what was read before and after.
      for (const n of [1, LINES - 1]) {
        const text = `The harbour of Westmark handled ${n} ships in the year after the dredging of its berth number ${n % 97}.`;
        const { items } = await done(desk.editor.get(`/similar?text=${encodeURIComponent(text)}`));
        expect(JSON.stringify(items)).toContain(`https://checks.example/${n}"`);
      }
    },
    2 * PATIENCE_MS,
  );
});
