import type { EntitySchemaColumnOptions } from 'typeorm';

/** Column kinds, spelled once. Migrations own the schema; these only tell TypeORM how to read and write a value. */
export const key: EntitySchemaColumnOptions = { type: 'uuid', primary: true };
export const uuid: EntitySchemaColumnOptions = { type: 'uuid' };
export const maybeUuid: EntitySchemaColumnOptions = { type: 'uuid', nullable: true };
export const uuids: EntitySchemaColumnOptions = { type: 'uuid', array: true };
export const text: EntitySchemaColumnOptions = { type: 'text' };
export const maybeText: EntitySchemaColumnOptions = { type: 'text', nullable: true };
export const texts: EntitySchemaColumnOptions = { type: 'text', array: true };
export const flag: EntitySchemaColumnOptions = { type: 'boolean' };
export const integer: EntitySchemaColumnOptions = { type: 'integer' };
export const bigint: EntitySchemaColumnOptions = { type: 'bigint' };
export const maybeInteger: EntitySchemaColumnOptions = { type: 'integer', nullable: true };
export const json: EntitySchemaColumnOptions = { type: 'jsonb' };
export const maybeJson: EntitySchemaColumnOptions = { type: 'jsonb', nullable: true };
export const moment: EntitySchemaColumnOptions = { type: 'timestamptz' };
export const maybeMoment: EntitySchemaColumnOptions = { type: 'timestamptz', nullable: true };
export const bytes: EntitySchemaColumnOptions = { type: 'bytea' };
export const maybeBytes: EntitySchemaColumnOptions = { type: 'bytea', nullable: true };
