import type { EntitySchema, ObjectLiteral } from 'typeorm';
import { SnakeNaming } from './naming.js';

const naming = new SnakeNaming();
/** Members are named in code, so that there are only so many of them. */
const columns = new Map<string, string>();

/** The column that holds a member of a row. */
export function columnOf(member: string): string {
  let column = columns.get(member);
  if (column === undefined) columns.set(member, (column = naming.columnName(member, undefined)));
  return column;
}

export function tableOf<T extends ObjectLiteral>(entity: EntitySchema<T>): string {
  return `"${entity.options.name}"`;
}

export function typeOf<T extends ObjectLiteral>(entity: EntitySchema<T>, member: string): unknown {
  const column = entity.options.columns[member as keyof T];
  if (!column) throw new TypeError(`${entity.options.name} has no ${member}`);
  return column.type;
}

/** What to select so that rows come as the entity names their members. */
export function membersOf<T extends ObjectLiteral>(entity: EntitySchema<T>, alias: string): string {
  return Object.keys(entity.options.columns)
    .map((member) => `${alias}.${columnOf(member)} AS "${member}"`)
    .join(', ');
}
