import { DataSource, type EntitySchema } from 'typeorm';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions.js';
import type { Connection } from './connection.js';
import { ENTITIES } from './entities.js';
import { SnakeNaming } from './naming.js';
import { SILENT_LOGGER } from './silent.logger.js';
import { SteadyClient } from './steady.client.js';

/**
 * Connections stay open between busy moments: making one takes a busy machine longer than a request waits. It ends after this, ms.
 */
const IDLE_MS = 10 * 60_000;

/** Bounds on every request's use of the database, in milliseconds: beyond them a clean 503 or 409 beats a pile-up. */
export const TIMEOUTS = { statement: 5_000, lock: 2_000, idleInTransaction: 10_000, poolWait: 2_000 } as const;

export interface DataSourceSettings {
  readonly poolSize: number;
  /** Shown in pg_stat_activity. */
  readonly applicationName: string;
  readonly entities?: readonly EntitySchema[];
  /** An idle connection was lost; the pool has already dropped it. */
  readonly onPoolError?: (error: Error) => void;
  /** For work that may take longer than a request: exports, imports. */
  readonly statementTimeoutMs?: number;
  /** For work that nobody waits for: how long a connection may take to come, instead of the bound of requests. */
  readonly poolWaitMs?: number;
}

/** The run-time data source, as the app role. Not yet connected: call `initialize()`. */
export function createDataSource(connection: Connection, settings: DataSourceSettings): DataSource {
  const options: PostgresDataSourceOptions = {
    type: 'postgres',
    url: connection.appUrl,
    applicationName: settings.applicationName,
    poolSize: settings.poolSize,
    connectTimeoutMS: settings.poolWaitMs ?? TIMEOUTS.poolWait,
    entities: [...(settings.entities ?? ENTITIES)],
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    migrationsRun: false,
    installExtensions: false,
    // Ledger positions and counts are bigint and far below 2^53: as numbers, not texts.
    parseInt8: true,
    logger: SILENT_LOGGER,
    poolErrorHandler: (error: Error) => settings.onPoolError?.(error),
    extra: {
      Client: SteadyClient,
      statement_timeout: settings.statementTimeoutMs ?? TIMEOUTS.statement,
      lock_timeout: TIMEOUTS.lock,
      idle_in_transaction_session_timeout: TIMEOUTS.idleInTransaction,
      // Set at connection, so that RESET ALL and DISCARD ALL come back to it.
      ...(connection.appRole === undefined ? {} : { options: `-c role=${connection.appRole}` }),
      keepAlive: true,
      idleTimeoutMillis: IDLE_MS,
    },
  };
  return new DataSource(options);
}
