import type { EntitySchema, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { record } from './change.js';
import type { Change } from './change.types.js';
import { managerOf, type Tx } from './tx.js';

/** Columns that never enter the ledger: secrets, and bytes whose digest stands beside them. */
const UNRECORDED = new Set([
  'passwordHash',
  'secretHash',
  'content',
  'createdAt',
  'updatedAt',
  'newsroomId',
  'version',
]);

function recorded(columns: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(columns).filter(([name]) => !UNRECORDED.has(name)));
}

/** Inserts one row and records it. */
export async function insert<T extends ObjectLiteral>(
  tx: Tx,
  entity: EntitySchema<T>,
  row: Partial<T>,
  change: Change,
): Promise<void> {
  await insertUnrecorded(tx, entity, [row]);
  record(tx, change, recorded(row));
}

/** Inserts many rows of one table in one statement and records each under its own change. */
export async function insertAll<T extends ObjectLiteral>(
  tx: Tx,
  entity: EntitySchema<T>,
  rows: readonly Partial<T>[],
  changeOf: (row: Partial<T>) => Change,
): Promise<void> {
  if (rows.length === 0) return;
  await insertUnrecorded(tx, entity, rows);
  for (const row of rows) record(tx, changeOf(row), recorded(row));
}

/** For rows that are no objects of their own (anchors, links between rows, credentials' secrets). */
export async function insertUnrecorded<T extends ObjectLiteral>(
  tx: Tx,
  entity: EntitySchema<T>,
  rows: readonly Partial<T>[],
): Promise<void> {
  const values = rows.map((row) => ({ newsroomId: tx.newsroomId, ...row })) as unknown as QueryDeepPartialEntity<T>[];
  await managerOf(tx)
    .createQueryBuilder()
    .insert()
    .into(entity)
    .values(values)
    .returning('')
    .updateEntity(false)
    .execute();
}

/**
 * Compare-and-set: changes the row and raises its version only while it still has the version that was read.
 * False when someone else was first; the caller then refuses with `version-stale`.
 */
export async function change<T extends ObjectLiteral>(
  tx: Tx,
  entity: EntitySchema<T>,
  at: { id: string; version: number },
  columns: Partial<T>,
  what: Change,
): Promise<boolean> {
  // A newsroom's own row is of the newsroom it is.
  const newsroom = entity.options.columns.newsroomId ? 'newsroom_id' : 'id';
  const timed = entity.options.columns.updatedAt ? { updatedAt: () => 'now()' } : {};
  const result = await managerOf(tx)
    .createQueryBuilder()
    .update(entity)
    .set({ ...columns, ...timed, version: at.version + 1 })
    .where(`${newsroom} = :newsroomId AND id = :id AND version = :version`, {
      newsroomId: tx.newsroomId,
      id: at.id,
      version: at.version,
    })
    .execute();
  if (result.affected !== 1) return false;
  record(tx, what, recorded(columns));
  return true;
}
