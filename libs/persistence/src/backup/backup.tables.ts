import type { Client } from 'pg';
import { MIGRATION_TABLE } from '../database/migration.runner.js';

export interface BackupTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** Whether row-level security binds the owner too. */
  readonly forced: boolean;
}

/** The list of migrations is compared, not copied; what throttling has counted is of no use later. */
const LEFT_OUT = [MIGRATION_TABLE, 'throttle'];

/** Every table of the schema with its columns, each after the tables its rows refer to. */
export async function tablesInOrder(client: Client): Promise<BackupTable[]> {
  const { rows: tables } = await client.query<BackupTable>(
    `SELECT c.relname AS name, c.relforcerowsecurity AS forced,
       array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relname <> ALL ($1)
     GROUP BY c.oid ORDER BY c.relname`,
    [LEFT_OUT],
  );
  const { rows: links } = await client.query<{ from: string; to: string }>(
    `SELECT f.relname AS from, t.relname AS to FROM pg_constraint k
     JOIN pg_class f ON f.oid = k.conrelid JOIN pg_class t ON t.oid = k.confrelid
     WHERE k.contype = 'f' AND NOT k.condeferrable AND f.oid <> t.oid AND k.connamespace = current_schema()::regnamespace`,
  );
  const ordered: BackupTable[] = [];
  const placed = new Set<string>();
  while (ordered.length < tables.length) {
    const next = tables.filter(
      ({ name }) => !placed.has(name) && links.every(({ from, to }) => from !== name || placed.has(to)),
    );
    if (next.length === 0) throw new Error('tables refer to each other in a circle');
    ordered.push(...next);
    for (const { name } of next) placed.add(name);
  }
  return ordered;
}

/** Names of the migrations a database has run, in order: what decides whether a backup fits it. */
export async function migrationsRun(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`SELECT name FROM ${MIGRATION_TABLE} ORDER BY timestamp, name`);
  return rows.map(({ name }) => name);
}

export const columnList = (client: Client, { columns }: Pick<BackupTable, 'columns'>): string =>
  columns.map((column) => client.escapeIdentifier(column)).join(', ');
