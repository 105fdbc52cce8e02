import { createLog } from '#platform';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { HOUSEKEEPING } from '../../libs/persistence/src/jobs/housekeeping.job.js';
import { type JobContext, JobRunner } from '../../libs/persistence/src/jobs/job.runner.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { eventually } from '../support/eventually.js';

const log = createLog('test', 'silent');
/** Between two looks for dead workers, ms. */
const LOOK_MS = 200;
const someLooks = () => new Promise((resolve) => setTimeout(resolve, 5 * LOOK_MS));

describe('jobs', () => {
  let database: FreshDatabase;
  let app: Client;
  let owner: Client;
  let runner: JobRunner | undefined;
  let child: ChildProcess | undefined;

  beforeEach(async () => {
    database = await freshDatabase();
    app = new Client({ connectionString: database.appUrl });
    owner = new Client({ connectionString: database.ownerUrl });
    await Promise.all([app.connect(), owner.connect()]);
  });
  afterEach(async () => {
    child?.kill('SIGKILL');
    await runner?.stop();
    runner = undefined;
    await Promise.all([app.end(), owner.end()]);
    await database.drop();
  });

  const start = async (handlers: Record<string, (payload: unknown, context: JobContext) => Promise<void>>) => {
    runner = await JobRunner.start({
      ownerUrl: database.ownerUrl,
      concurrency: 2,
      log,
      handlers,
      presenceIntervalMs: LOOK_MS,
    });
  };
  const jobsLeft = async () => Number((await owner.query('SELECT count(*) FROM graphile_worker.jobs')).rows[0].count);

  const holders = async () =>
    (await owner.query<{ by: string | null }>('SELECT locked_by AS by FROM graphile_worker._private_jobs')).rows;

  it('run once their transaction has committed, and not at all when it rolls back', async () => {
    const ran: unknown[] = [];
    await start({ note: async (payload) => void ran.push(payload) });
    await app.query(`BEGIN; SELECT enqueue_job('note', '{"n": 1}'); ROLLBACK`);
    await app.query(`BEGIN; SELECT enqueue_job('note', '{"n": 2}'); COMMIT`);
    await eventually(async () => expect(await jobsLeft()).toBe(0));
    expect(ran).toEqual([{ n: 2 }]);
  });

  it('run again after a failure, told which attempt it is', async () => {
    const attempts: number[] = [];
    await start({
      shaky: async (_payload, { attempt }) => {
        attempts.push(attempt);
        if (attempt === 1) throw new Error('once');
      },
    });
    await app.query(`SELECT enqueue_job('shaky')`);
    await eventually(() => expect(attempts).toEqual([1]));
    await owner.query('UPDATE graphile_worker._private_jobs SET run_at = now()'); // instead of waiting for the pause
    await eventually(() => expect(attempts).toEqual([1, 2]));
  });

  it('are handed on within moments when their worker is killed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'isnad-jobs-'));
    const file = join(folder, 'log');
    const launcher = join(__dirname, '../support/run-typescript.cjs');
    const script = join(__dirname, '../support/job-worker.ts');
    child = spawn(process.execPath, [launcher, script, database.ownerUrl, file], { stdio: 'inherit' });
    await app.query(`SELECT enqueue_job('stuck')`);
    await eventually(async () => expect(await readFile(file, 'utf8')).toBe('taken\n'));

    const taken: number[] = [];
    await start({ stuck: async (_payload, { attempt }) => void taken.push(attempt) });
    await someLooks();
    expect([await holders(), taken]).toEqual([[{ by: expect.any(String) as string }], []]); // its worker lives

    child.kill('SIGKILL');
    await eventually(() => expect(taken).toEqual([2]));
    await rm(folder, { recursive: true });
  });

  it('stay with a worker that lives, however long they take', async () => {
    const began: number[] = [];
    let end = () => {};
    const ended = new Promise<void>((resolve) => (end = resolve));
    await start({ long: (_payload, { attempt }) => (began.push(attempt), ended) });
    const beside = await JobRunner.start({
      ownerUrl: database.ownerUrl,
      concurrency: 1,
      log,
      handlers: {},
      presenceIntervalMs: LOOK_MS,
    });
    try {
      await app.query(`SELECT enqueue_job('long')`);
      await eventually(() => expect(began).toEqual([1]));
      const before = await holders();
      await someLooks();
      expect(before).toEqual([{ by: expect.any(String) as string }]);
      expect(await holders()).toEqual(before);
    } finally {
      end();
      await beside.stop();
    }
    await eventually(async () => expect(await jobsLeft()).toBe(0));
    expect(began).toEqual([1]);
  });

  it('go on after every connection was cut', async () => {
    const ran: unknown[] = [];
    await start({ note: async (payload) => void ran.push(payload) });
    const superuser = new Client({ connectionString: database.superuserUrl });
    await superuser.connect();
    const { rows } = await owner.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const theirs = "datname = current_database() AND usename = 'isnad_owner' AND pid <> $1";
    try {
      // presence, listener, workers: all there before they are cut
      await eventually(async () => {
        const open = await superuser.query(`SELECT 1 FROM pg_stat_activity WHERE ${theirs}`, [rows[0]!.pid]);
        expect(open.rowCount).toBeGreaterThanOrEqual(3);
      });
      await superuser.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${theirs}`, [rows[0]!.pid]);
    } finally {
      await superuser.end();
    }
    await app.query(`SELECT enqueue_job('note', '{"n": 3}')`);
    await eventually(() => expect(ran).toEqual([{ n: 3 }]));
  });

  it('go on after a cut in the very first look at the queue', async () => {
    const ran: unknown[] = [];
    await owner.query('BEGIN; LOCK graphile_worker._private_tasks IN ACCESS EXCLUSIVE MODE');
    await start({ note: async (payload) => void ran.push(payload) });
    const superuser = new Client({ connectionString: database.superuserUrl });
    await superuser.connect();
    try {
      await eventually(async () => {
        const cut = await superuser.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%_private_tasks%'`,
        );
        expect(cut.rowCount).toBeGreaterThan(0);
      });
    } finally {
      await superuser.end();
      await owner.query('ROLLBACK');
    }
    await app.query(`SELECT enqueue_job('note', '{"n": 4}')`);
    await eventually(() => expect(ran).toEqual([{ n: 4 }]));
  });

  it('are aborted by a stop that they outlast, and stay in the queue', async () => {
    let aborted = false;
    let began = () => {};
    const begun = new Promise<void>((resolve) => (began = resolve));
    await start({
      long: (_payload, { signal }) =>
        new Promise((_resolve, reject) => {
          began();
          signal.addEventListener('abort', () => {
            aborted = true;
            reject(new Error('stopped'));
          });
        }),
    });
    await app.query(`SELECT enqueue_job('long')`);
    await begun;
    await runner!.stop();
    runner = undefined;
    expect(aborted).toBe(true);
    expect(await jobsLeft()).toBe(1);
  });

  it('keep house: what has served its time goes, what is still promised stays', async () => {
    await owner.query(
      `INSERT INTO throttle VALUES ('old', now() - interval '2 days', 1), ('new', now(), 1);
       INSERT INTO idempotency_key (newsroom_id, member_id, operation, key, request_hash, created_at) VALUES
         (gen_random_uuid(), gen_random_uuid(), 'x', 'old', '', now() - interval '8 days'),
         (gen_random_uuid(), gen_random_uuid(), 'x', 'new', '', now() - interval '73 hours')`,
    );
    await start({});
    await app.query(`SELECT enqueue_job('${HOUSEKEEPING}')`);
    await eventually(async () => {
      const { rows } = await owner.query('SELECT key FROM throttle UNION ALL SELECT key FROM idempotency_key');
      expect(rows).toEqual([{ key: 'new' }, { key: 'new' }]);
    });
  });
});
