import type { PoolClient, QueryResult } from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { inOneTrip, type Statement } from '../database/trip.js';

interface Waiting extends Statement {
  readonly answer?: (result: QueryResult) => void;
  readonly fail?: (error: unknown) => void;
}

/**
 * One transaction's connection. Statements asked for in one breath (`Promise.all`) go to the database in one round trip, in the
 * order in which they were asked for; what was put off goes before them. When one fails none of the later ones runs.
 */
export class Lane {
  private waiting: Waiting[] = [];
  private isLeaving = false;
  /** Something beside the opening was asked for. */
  private isUsed = false;
  private hasBegun = false;
  /** What failed first: everything after it in the transaction only fails because of it. */
  private failure: Error | undefined;

  private constructor(
    private readonly runner: QueryRunner,
    private readonly client: PoolClient,
  ) {}

  /** Takes a connection; the `opening`, which begins the transaction, goes with the first statement. */
  static async open(dataSource: DataSource, opening: readonly Statement[]): Promise<Lane> {
    const runner = dataSource.createQueryRunner();
    // The transaction is ours; the query builder only asks whether there is one before it locks a row.
    Object.assign(runner, { isTransactionActive: true });
    const lane = new Lane(runner, (await runner.connect()) as PoolClient);
    lane.waiting.push(...opening);
    return lane;
  }

  /** Goes with the next statement. Its failure is the transaction's. */
  putOff(text: string, values: readonly unknown[] = []): void {
    this.isUsed = true;
    this.waiting.push({ text, values });
  }

  async run<T>(text: string, values: readonly unknown[] = []): Promise<T[]> {
    return (await this.ask(text, values)).rows as T[];
  }

  private ask(text: string, values: readonly unknown[] = []): Promise<QueryResult> {
    this.isUsed = true;
    return new Promise((resolve, reject) => {
      this.waiting.push({ text, values, answer: resolve, fail: reject });
      if (this.isLeaving) return;
      this.isLeaving = true;
      queueMicrotask(() => void this.leave());
    });
  }

  /** For what the query builder writes: its statements go one by one, after everything that waits. */
  get manager(): EntityManager {
    this.isUsed = true;
    if (this.waiting.length > 0) void this.leave();
    return this.runner.manager;
  }

  /** @throws what failed first in the transaction, when its failure was not heeded */
  async commit(): Promise<void> {
    if (!this.isUsed) return;
    const { command } = await this.ask('COMMIT');
    // PostgreSQL answers a COMMIT of what has failed with ROLLBACK, and no error.
    if (command !== 'COMMIT') throw this.failure ?? new Error('a failed transaction was to be committed');
  }

  /** Ends what failed; answers why it did, when that is known better than from the last error. */
  async abandon(error: unknown): Promise<unknown> {
    this.waiting = [];
    // A dead connection cannot roll back; PostgreSQL has done so already.
    if (this.hasBegun) await this.ask('ROLLBACK').catch(() => undefined);
    return this.failure ?? error;
  }

  async release(): Promise<void> {
    await this.runner.release().catch(() => undefined);
  }

  private async leave(): Promise<void> {
    const trip = this.waiting;
    this.waiting = [];
    this.isLeaving = false;
    if (trip.length === 0) return;
    this.hasBegun = true;
    try {
      const results = await inOneTrip(this.client, trip);
      for (const [at, { answer }] of trip.entries()) answer?.(results[at]!);
    } catch (error) {
      this.failure ??= error as Error;
      for (const { fail } of trip) fail?.(error);
    }
  }
}
