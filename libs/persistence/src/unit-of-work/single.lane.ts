import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { connectionOf } from '../database/pool.js';
import { inOneTrip, type Statement } from '../database/trip.js';
import type { OpenTx } from './tx.js';

/** A transaction of one statement, which goes to the database together with the binding, without BEGIN and COMMIT. */
export class SingleLane {
  private used = false;

  private constructor(
    private readonly client: PoolClient,
    private readonly binding: Statement,
  ) {}

  static async open(dataSource: DataSource, binding: Statement): Promise<SingleLane & OpenTx['lane']> {
    return new SingleLane(await connectionOf(dataSource), binding);
  }

  async run<T>(text: string, values: readonly unknown[] = []): Promise<T[]> {
    // Another statement would run in a transaction of its own, bound to no newsroom, and find nothing.
    if (this.used) throw new TypeError('a single read has one statement');
    this.used = true;
    const [, result] = await inOneTrip(this.client, [this.binding, { text, values }]);
    return result!.rows as T[];
  }

  get manager(): never {
    throw new TypeError('a single read has one statement of plain SQL');
  }

  stream(): never {
    throw new TypeError('a single read has one statement of plain SQL');
  }

  putOff(): never {
    throw new TypeError('a single read writes nothing');
  }

  release(): void {
    this.client.release();
  }
}
