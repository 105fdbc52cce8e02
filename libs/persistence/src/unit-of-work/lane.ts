import type { PoolClient, QueryResult } from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { RowStream } from '../database/row.stream.js';
import { inOneTrip, type Statement } from '../database/trip.js';

interface Waiting extends Statement {
  readonly answer?: (result: QueryResult) => void;
  readonly fail?: (error: unknown) => void;
}

/**
 * One transaction's connection. Statements asked for in one breath (`Promise.all`) go to the database in one round trip, in the
 * order in which they were asked for; what was put off goes before them. When one fails none of the later ones runs. What is asked
 * for while a trip is under way goes with the next one: the driver is never given a second thing before it has done the first.
 */
export class Lane {
  private waiting: Waiting[] = [];
  private isLeaving = false;
  /** Something beside the opening was asked for. */
  private isUsed = false;
  private hasBegun = false;
  /** It is being committed or rolled back: what is asked for from now on would run outside of it. */
  private isOver = false;
  /** What failed first: everything after it in the transaction only fails because of it. */
  private failure: Error | undefined;
  /** Ends when the connection has nothing to do. */
  private turn: Promise<unknown> = Promise.resolve();

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
    const query = runner.query.bind(runner) as (...args: unknown[]) => Promise<unknown>;
    // What the query builder writes waits for its turn too.
    Object.assign(runner, { query: (...args: unknown[]) => lane.askAlone(() => query(...args)) });
    lane.waiting.push(...opening);
    return lane;
  }

  /** Goes with the next statement. Its failure is the transaction's. */
  putOff(text: string, values: readonly unknown[] = []): void {
    this.isUsed = true;
    this.waiting.push({ text, values });
  }

  /** @throws the first failure, or an error when the transaction has ended: a sibling of what failed may not know it yet */
  async run<T>(text: string, values: readonly unknown[] = []): Promise<T[]> {
    this.mustBeOpen();
    return (await this.ask(text, values)).rows as T[];
  }

  /**
   * The rows of a binary COPY of one text, as bytes; see RowStream. Nothing else is done on the connection until all are read or the
   * reader stops.
   */
  async *stream(text: string, separator: number | undefined, continues: boolean): AsyncGenerator<Buffer> {
    this.mustBeOpen();
    this.isUsed = true;
    if (this.waiting.length > 0) this.leaveSoon();
    let finish = () => {};
    const read = new Promise<void>((resolve) => (finish = resolve));
    await new Promise<void>((begin) => {
      void this.inTurn(() => {
        begin();
        return read;
      });
    });
    try {
      this.mustBeOpen();
      // Without the BEGIN that failed it would run in a transaction of its own.
      if (this.failure) throw this.failure;
      yield* this.client.query(new RowStream(text, separator, continues)).read();
    } catch (error) {
      this.failure ??= error as Error;
      throw error;
    } finally {
      finish();
    }
  }

  private mustBeOpen(): void {
    if (this.isOver) throw this.failure ?? new Error('the transaction has ended');
  }

  private ask(text: string, values: readonly unknown[] = []): Promise<QueryResult> {
    this.isUsed = true;
    return new Promise((resolve, reject) => {
      this.waiting.push({ text, values, answer: resolve, fail: reject });
      this.leaveSoon();
    });
  }

  /** One thing that the driver does by itself, after everything that waits. */
  private async askAlone<T>(work: () => Promise<T>): Promise<T> {
    this.mustBeOpen();
    if (this.waiting.length > 0) this.leaveSoon();
    return this.inTurn(work);
  }

  /** For what the query builder writes: its statements go one by one, after everything that waits. */
  get manager(): EntityManager {
    this.isUsed = true;
    return this.runner.manager;
  }

  /** @throws what failed first in the transaction, when its failure was not heeded */
  async commit(): Promise<void> {
    this.isOver = true;
    if (!this.isUsed) return;
    const { command } = await this.ask('COMMIT');
    // PostgreSQL answers a COMMIT of what has failed with ROLLBACK, and no error.
    if (command !== 'COMMIT') throw this.failure ?? new Error('a failed transaction was to be committed');
  }

  /** Ends what failed; answers why it did, when that is known better than from the last error. */
  async abandon(error: unknown): Promise<unknown> {
    this.isOver = true;
    this.waiting = []; // nobody heeds their answers any more
    // A dead connection cannot roll back; PostgreSQL has done so already.
    if (this.hasBegun) await this.ask('ROLLBACK').catch(() => undefined);
    return this.failure ?? error;
  }

  async release(): Promise<void> {
    await this.runner.release().catch(() => undefined);
  }

  private leaveSoon(): void {
    if (this.isLeaving) return;
    this.isLeaving = true;
    void this.inTurn(() => this.leave());
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.turn.then(work);
    this.turn = mine.catch(() => undefined);
    return mine;
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
