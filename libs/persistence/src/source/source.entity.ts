import type { Anonymity, SourceType } from '#domain';
import { EntitySchema } from 'typeorm';
import {
  flag,
  integer,
  key,
  maybeJson,
  maybeMoment,
  maybeText,
  maybeUuid,
  moment,
  text,
  texts,
} from '../database/columns.js';

export interface SourceRow {
  newsroomId: string;
  id: string;
  name: string;
  type: SourceType;
  url: string | null;
  aliases: string[];
  ownerId: string | null;
  derivesFromId: string | null;
  vouchedById: string | null;
  confidential: boolean;
  /** Of a source without a name; never who it is. */
  anonymity: Anonymity | null;
  approvedBy: string | null;
  approvedAt: Date | null;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
  version: number;
}

export const SourceEntity = new EntitySchema<SourceRow>({
  name: 'source',
  columns: {
    newsroomId: key,
    id: key,
    name: text,
    type: text,
    url: maybeText,
    aliases: texts,
    ownerId: maybeUuid,
    derivesFromId: maybeUuid,
    vouchedById: maybeUuid,
    confidential: flag,
    anonymity: maybeJson,
    approvedBy: maybeUuid,
    approvedAt: maybeMoment,
    createdBy: maybeUuid,
    createdAt: moment,
    updatedAt: moment,
    version: integer,
  },
});
