import type { Client } from 'pg';
import { connectClient } from '../database/owner.client.js';
import { QUEUE_SCHEMA } from './queue.schema.js';

/** First key of the advisory locks that say "this worker lives"; the second is a hash of its name. */
const LIVING = 726_420_113;

export interface PresenceOptions {
  readonly ownerUrl: string;
  /** Time between two looks for dead workers, ms. A worker is dead when it was missing on two in a row. */
  readonly intervalMs: number;
  readonly onReleased: (workers: readonly string[]) => void;
}

/**
 * Tells living workers from dead ones. graphile-worker by itself gives up on a killed worker's job after four hours; here each worker
 * holds an advisory lock through one connection, which PostgreSQL ends with the process, and the others hand on the jobs of whoever
 * holds none.
 */
export class WorkerPresence {
  private readonly mine = new Set<string>();
  private suspects: ReadonlySet<string> = new Set();
  private client: Client | undefined;
  private lost = true;
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<void> = Promise.resolve();

  constructor(private readonly options: PresenceOptions) {}

  async start(): Promise<void> {
    await this.look();
    this.timer = setInterval(() => {
      this.working = this.look();
    }, this.options.intervalMs);
    this.timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.working;
    await this.client?.end().catch(() => {});
  }

  /** A pool of workers of this process began; its jobs are not handed on while this process lives. */
  add(worker: string): void {
    this.mine.add(worker);
    if (!this.lost) void this.lock([worker]).catch(() => (this.lost = true));
  }

  /** A pool of this process ended; a job it still holds is handed on. */
  remove(worker: string): void {
    this.mine.delete(worker);
    if (this.lost) return;
    void this.client
      ?.query('SELECT pg_advisory_unlock($1, hashtext($2))', [LIVING, worker])
      .catch(() => (this.lost = true));
  }

  /** Never fails: a lost connection is made anew at the next look. */
  private async look(): Promise<void> {
    try {
      if (this.lost) await this.connect();
      await this.releaseDead();
    } catch {
      this.lost = true;
    }
  }

  private async connect(): Promise<void> {
    await this.client?.end().catch(() => {});
    const client = await connectClient(this.options.ownerUrl, 0, { application_name: 'isnad worker presence' });
    client.on('end', () => (this.lost = true));
    this.client = client;
    this.suspects = new Set(); // whoever lost the connection with us needs time to come back too
    await this.lock([...this.mine]);
    this.lost = false;
  }

  private async lock(workers: readonly string[]): Promise<void> {
    await this.client?.query('SELECT pg_advisory_lock($1, hashtext(name)) FROM unnest($2::text[]) name', [
      LIVING,
      workers,
    ]);
  }

  private async releaseDead(): Promise<void> {
    const missing = await this.missing();
    const dead = missing.filter((worker) => this.suspects.has(worker));
    this.suspects = new Set(missing);
    if (dead.length === 0) return;
    await this.client!.query(`SELECT ${QUEUE_SCHEMA}.force_unlock_workers($1::text[])`, [dead]);
    this.options.onReleased(dead);
  }

  /** Workers that hold a job but no lock. Taking and dropping the lock in one statement leaves nothing behind. */
  private async missing(): Promise<string[]> {
    const { rows } = await this.client!.query<{ worker: string }>(
      `SELECT worker FROM (
         SELECT locked_by AS worker FROM ${QUEUE_SCHEMA}._private_jobs WHERE locked_by IS NOT NULL
         UNION SELECT locked_by FROM ${QUEUE_SCHEMA}._private_job_queues WHERE locked_by IS NOT NULL
       ) holders
       WHERE NOT worker = ANY($2)
         AND CASE WHEN pg_try_advisory_lock($1, hashtext(worker)) THEN pg_advisory_unlock($1, hashtext(worker)) ELSE false END`,
      [LIVING, [...this.mine]],
    );
    return rows.map((row) => row.worker);
  }
}
