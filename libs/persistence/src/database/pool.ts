import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { inOneTrip } from './trip.js';

/** A connection of the data source's pool, without a query runner around it; the caller releases it. */
export async function connectionOf(dataSource: DataSource): Promise<PoolClient> {
  const { master } = dataSource.driver as unknown as { master: { connect(): Promise<PoolClient> } | undefined };
  if (!master) throw new Error('driver not connected');
  return master.connect();
}

/** One statement in a transaction of its own, bound to no newsroom. */
export async function askOnce<T>(dataSource: DataSource, text: string, values: readonly unknown[]): Promise<T[]> {
  const client = await connectionOf(dataSource);
  try {
    const [result] = await inOneTrip(client, [{ text, values }]);
    return result!.rows as T[];
  } finally {
    client.release();
  }
}
