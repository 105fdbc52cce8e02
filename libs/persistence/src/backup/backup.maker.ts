import { access } from 'node:fs/promises';
import type { Client } from 'pg';
import { connectClient } from '../database/owner.client.js';
import { QUEUE_SCHEMA } from '../jobs/queue.schema.js';
import { BackupError } from './backup.error.js';
import { BackupWriter, type SectionSum } from './backup.file.js';
import { BACKUP_FORMAT, BACKUP_VERSION, type BackupHead, type BackupTail } from './backup.manifest.js';
import { columnList, migrationsRun, tablesInOrder } from './backup.tables.js';
import { copyOut } from './copy.stream.js';
import { ledgerStands } from './ledger.stand.js';

export interface BackupSummary {
  readonly tables: number;
  readonly rows: number;
  readonly newsrooms: number;
  /** Jobs that were waiting or under way. */
  readonly jobs: number;
}

/** Jobs that would still be run, as `enqueue_job` takes them. */
export const JOBS = `
  SELECT json_build_object('task', t.identifier, 'payload', j.payload, 'job_key', j.key, 'run_at', j.run_at,
    'max_attempts', j.max_attempts, 'queue_name', q.queue_name, 'priority', j.priority)
  FROM ${QUEUE_SCHEMA}._private_jobs j
  JOIN ${QUEUE_SCHEMA}._private_tasks t ON t.id = j.task_id
  LEFT JOIN ${QUEUE_SCHEMA}._private_job_queues q ON q.id = j.job_queue_id
  WHERE j.attempts < j.max_attempts ORDER BY j.id`;

/**
 * Copies the whole database, as its owner, into one compressed file: every table and the waiting jobs as of one moment, while
 * everybody goes on working. `onProgress` is told the table it is at. Throws BackupError or DatabaseError; then there is no file.
 */
export async function makeBackup(
  ownerUrl: string,
  path: string,
  onProgress: (table: string) => void = () => {},
): Promise<BackupSummary> {
  await refuseExisting(path);
  const client = await connectClient(ownerUrl, 0, { application_name: 'isnad backup', statement_timeout: 0 });
  const writer = new BackupWriter(path);
  try {
    await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const summary = await writeAll(client, writer, onProgress);
    await client.query('COMMIT');
    await writer.close();
    return summary;
  } catch (error) {
    await writer.discard();
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

async function writeAll(
  client: Client,
  writer: BackupWriter,
  onProgress: (table: string) => void,
): Promise<BackupSummary> {
  const tables = await tablesInOrder(client);
  const { rows: about } = await client.query<{ version: string; now: Date }>(
    `SELECT current_setting('server_version') AS version, now() AS now`,
  );
  await writer.json({
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    createdAt: about[0]!.now.toISOString(),
    postgres: about[0]!.version,
    migrations: await migrationsRun(client),
    tables: tables.map(({ name, columns }) => ({ name, columns: [...columns] })),
  } satisfies BackupHead);
  const sums: BackupTail['tables'] = [];
  for (const table of tables) {
    onProgress(table.name);
    const name = client.escapeIdentifier(table.name);
    const sum = await writer.section(copyOut(client, `COPY ${name} (${columnList(client, table)}) TO STDOUT`));
    await requireWhole(client, table.name, sum);
    sums.push({ name: table.name, ...sum });
  }
  const jobs = await writer.section(copyOut(client, `COPY (${JOBS}) TO STDOUT`));
  const ledgers = await ledgerStands(client);
  await writer.json({ tables: sums, jobs, ledgers } satisfies BackupTail);
  const rows = sums.reduce((total, sum) => total + sum.rows, 0);
  return {
    tables: tables.length,
    rows,
    newsrooms: sums.find(({ name }) => name === 'newsroom')!.rows,
    jobs: jobs.rows,
  };
}

/** Nothing may have been left out on the way: as many rows as the same snapshot counts. */
async function requireWhole(client: Client, table: string, sum: SectionSum): Promise<void> {
  const { rows } = await client.query<{ count: string }>(
    `SELECT count(*) AS count FROM ${client.escapeIdentifier(table)}`,
  );
  if (Number(rows[0]!.count) !== sum.rows)
    throw new Error(`${table}: ${sum.rows} of ${rows[0]!.count} rows were copied`);
}

async function refuseExisting(path: string): Promise<void> {
  const exists = await access(path).then(
    () => true,
    () => false,
  );
  if (!exists) return;
  throw new BackupError({
    en: `${path} exists already: name another file, or move that one away`,
    ar: `الملف ${path} موجود: اختر اسمًا آخر أو انقل ذلك الملف`,
  });
}
