export { UnitOfWork, sqlStateOf } from './unit-of-work/unit-of-work.js';
export type { Agent, IdempotentRequest, Written, WriteCall, WriteOptions } from './unit-of-work/unit-of-work.js';
export type { Tx } from './unit-of-work/tx.js';
export { MIGRATIONS } from './migrations/index.js';
export { APP_ROLE, OWNER_ROLE, externalConnection, type Connection } from './database/connection.js';
export { createDataSource, TIMEOUTS, type DataSourceSettings } from './database/data-source.js';
export { DatabaseError, type DatabaseFault } from './database/database.error.js';
export { checkAppRole, checkArabicSearch, checkServer, type RunQuery } from './database/fitness.check.js';
export { migrate, missingMigrations, type MigrateOptions } from './database/migration.runner.js';
export { EmbeddedDatabaseError } from './embedded/embedded.error.js';
export {
  findRunningEmbedded,
  startEmbedded,
  type EmbeddedDatabase,
  type EmbeddedEvent,
  type EmbeddedOptions,
} from './embedded/cluster.supervisor.js';
