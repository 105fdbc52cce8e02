import type { Client } from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import { migrateQueue } from '../jobs/queue.schema.js';
import { APP_ROLE, type Connection } from './connection.js';
import { DatabaseError } from './database.error.js';
import { checkArabicSearch, checkServer, type RunQuery } from './fitness.check.js';
import { connectClient } from './owner.client.js';
import { ensureAppRole } from './role.setup.js';
import { SILENT_LOGGER } from './silent.logger.js';

export type MigrationClass = new () => MigrationInterface;

export interface MigrateOptions {
  /** How long to wait for a server that is still starting. */
  readonly patienceMs?: number;
}

/** Name of TypeORM's list of migrations that have run. */
export const MIGRATION_TABLE = 'migration';

/** Any constant does, as long as every process that migrates takes the same. */
const MIGRATION_LOCK = 7_264_201_126;
const LOCK_PATIENCE = '120s';
/** A migration waits no longer than this for traffic to leave a table, and traffic no longer behind it. */
const DDL_LOCK_MS = 5_000;
const DDL_ATTEMPTS = 5;

/**
 * Brings a database up to date as its owner: the app role, the schema, the job queue. Any number of processes may call it at once;
 * one works, the others wait and find nothing left to do. Answers the names of the migrations this call ran.
 * Throws DatabaseError.
 */
export async function migrate(
  connection: Connection,
  migrations: readonly MigrationClass[],
  options: MigrateOptions = {},
): Promise<string[]> {
  const client = await connectClient(connection.ownerUrl, options.patienceMs, { application_name: 'isnad migrate' });
  const query: RunQuery = async (sql) => (await client.query(sql)).rows;
  try {
    await checkServer(query);
    await takeLock(client);
    await ensureAppRole(client, connection);
    await ensureTrigrams(client);
    await checkArabicSearch(query);
    const applied = await runAll(connection.ownerUrl, migrations);
    await client.query(`GRANT SELECT ON ${MIGRATION_TABLE} TO ${APP_ROLE}`);
    await migrateQueue(client, connection.ownerUrl);
    return applied;
  } finally {
    await client.end().catch(() => {}); // ends the lock with it
  }
}

async function takeLock(client: Client): Promise<void> {
  await client.query(`SET lock_timeout = '${LOCK_PATIENCE}'; SET statement_timeout = 0`);
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
  } catch (error) {
    if ((error as { code?: string }).code !== '55P03') throw error;
    throw new DatabaseError(
      'busy',
      {
        en: `another migration has held the database for ${LOCK_PATIENCE}: see what it does`,
        ar: `تحجز عملية ترحيل أخرى قاعدة البيانات منذ ${LOCK_PATIENCE}: تحقّق مما تفعله`,
      },
      {
        cause: error,
      },
    );
  }
  await client.query(`SET lock_timeout = '${DDL_LOCK_MS}ms'`);
}

async function ensureTrigrams(client: Client): Promise<void> {
  try {
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
  } catch (error) {
    throw new DatabaseError(
      'forbidden',
      {
        en: `cannot add the extension pg_trgm (${(error as Error).message}): let an administrator run once: CREATE EXTENSION pg_trgm;`,
        ar: `تعذّرت إضافة الملحق pg_trgm (${(error as Error).message}): ليُنفّذ مدير القاعدة مرة واحدة: CREATE EXTENSION pg_trgm;`,
      },
      { cause: error },
    );
  }
}

async function runAll(ownerUrl: string, migrations: readonly MigrationClass[]): Promise<string[]> {
  const dataSource = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    applicationName: 'isnad migrate',
    poolSize: 1,
    migrations: [...migrations],
    migrationsTableName: MIGRATION_TABLE,
    migrationsTransactionMode: 'each',
    logger: SILENT_LOGGER,
    installExtensions: false,
    extra: { lock_timeout: DDL_LOCK_MS },
  });
  await dataSource.initialize();
  try {
    for (let attempt = 1; ; attempt++) {
      try {
        return (await dataSource.runMigrations()).map((migration) => migration.name);
      } catch (error) {
        // A busy table: what ran is kept, each migration in its own transaction; the rest is tried again.
        if ((error as { code?: string }).code !== '55P03' || attempt === DDL_ATTEMPTS) throw error;
      }
    }
  } finally {
    await dataSource.destroy();
  }
}

/**
 * Names of this release's migrations that a database lacks. A database ahead of this release lacks none: the previous release
 * keeps running while the next one is rolled out.
 */
export async function missingMigrations(query: RunQuery, migrations: readonly MigrationClass[]): Promise<string[]> {
  const names = migrations.map((migration) => new migration().name ?? migration.name);
  const [exists] = (await query(`SELECT to_regclass('${MIGRATION_TABLE}') IS NOT NULL AS yes`)) as { yes: boolean }[];
  if (!exists!.yes) return names;
  const ran = new Set(
    ((await query(`SELECT name FROM ${MIGRATION_TABLE}`)) as { name: string }[]).map((row) => row.name),
  );
  return names.filter((name) => !ran.has(name));
}
