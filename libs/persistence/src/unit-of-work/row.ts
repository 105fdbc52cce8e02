import type { EntitySchema, ObjectLiteral } from 'typeorm';
import { columnOf, membersOf, tableOf, typeOf } from '../database/row.columns.js';
import { record } from './change.js';
import type { Change } from './change.types.js';
import { putOff, sql, type Tx } from './tx.js';

/** Columns that never enter the ledger: secrets, and bytes whose digest stands beside them. */
const UNRECORDED = new Set([
  'passwordHash',
  'secretHash',
  'secret',
  'earlierSecret',
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
  const members = givenOf(rows);
  const into = `INSERT INTO ${tableOf(entity)} (${members.map(columnOf).join(', ')})`;
  if (members.some((member) => typeOf(entity, member) === 'bytea')) {
    // Bytes travel as they are, a row at a time.
    const places = members.map((_, at) => `$${at + 1}`).join(', ');
    for (const row of rows)
      putOff(
        tx,
        `${into} VALUES (${places})`,
        members.map((member) => sent(entity, member, { newsroomId: tx.newsroomId, ...row })),
      );
    return;
  }
  // One text for any number of rows, so that it stays prepared.
  const columns = members.map(columnOf);
  const named = rows.map((row) => {
    const values: Record<string, unknown> = {};
    for (const [at, member] of members.entries()) values[columns[at]!] = row[member];
    values.newsroom_id ??= tx.newsroomId;
    return values;
  });
  const list = columns.join(', ');
  putOff(tx, `${into} SELECT ${list} FROM json_populate_recordset(NULL::${tableOf(entity)}, $1)`, [
    JSON.stringify(named),
  ]);
}

/** The members that rows of one insert name, the newsroom's first. */
function givenOf(rows: readonly object[]): string[] {
  const given = new Set(['newsroomId']);
  for (const row of rows) {
    for (const member in row) if ((row as Record<string, unknown>)[member] !== undefined) given.add(member);
  }
  return [...given];
}

/** A member as its column takes it. */
function sent<T extends ObjectLiteral>(entity: EntitySchema<T>, member: string, row: Partial<T>): unknown {
  const value: unknown = row[member];
  return typeOf(entity, member) === 'jsonb' && value !== null && value !== undefined ? JSON.stringify(value) : value;
}

/** The one row of the newsroom with these members; `FOR UPDATE` locks it until the transaction ends. */
export async function findRow<T extends ObjectLiteral>(
  tx: Tx,
  entity: EntitySchema<T>,
  by: Partial<T>,
  lock: '' | ' FOR UPDATE' = '',
): Promise<T | null> {
  const members = ['newsroomId', ...Object.keys(by)];
  const where = members.map((member, at) => `t.${columnOf(member)} = $${at + 1}`).join(' AND ');
  const rows = await sql<T>(tx, `SELECT ${membersOf(entity, 't')} FROM ${tableOf(entity)} t WHERE ${where}${lock}`, [
    tx.newsroomId,
    ...Object.values(by),
  ]);
  return rows[0] ?? null;
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
  const { text, values } = compareAndSet(tx, entity, at, columns);
  const [changed] = await sql<{ count: number }>(
    tx,
    `WITH changed AS (${text} RETURNING 1) SELECT count(*)::int AS count FROM changed`,
    values,
  );
  if (changed!.count !== 1) return false;
  record(tx, what, recorded(columns));
  return true;
}

/**
 * The same for a row that was read under a lock this unit holds: nobody waits for the answer. Should someone have changed the
 * row in spite of the lock, the transaction fails as one that is tried again.
 */
export function changeHeld<T extends ObjectLiteral>(
  tx: Tx,
  entity: EntitySchema<T>,
  at: { id: string; version: number },
  columns: Partial<T>,
  what: Change,
): void {
  const { text, values } = compareAndSet(tx, entity, at, columns);
  putOff(tx, `WITH changed AS (${text} RETURNING 1) SELECT require_one(count(*)) FROM changed`, values);
  record(tx, what, recorded(columns));
}

function compareAndSet<T extends ObjectLiteral>(
  tx: Tx,
  entity: EntitySchema<T>,
  at: { id: string; version: number },
  columns: Partial<T>,
): { text: string; values: unknown[] } {
  // A newsroom's own row is of the newsroom it is.
  const newsroom = entity.options.columns.newsroomId ? 'newsroom_id' : 'id';
  const timed = entity.options.columns.updatedAt ? ', updated_at = now()' : '';
  const members = Object.keys(columns).filter((member) => columns[member] !== undefined);
  const set = members.map((member, index) => `${columnOf(member)} = $${index + 4}, `).join('');
  return {
    text: `UPDATE ${tableOf(entity)} SET ${set}version = $3::int + 1${timed}
      WHERE ${newsroom} = $1 AND id = $2 AND version = $3`,
    values: [tx.newsroomId, at.id, at.version, ...members.map((member) => sent(entity, member, columns))],
  };
}
