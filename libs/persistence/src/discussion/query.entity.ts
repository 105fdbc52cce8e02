import { EntitySchema } from 'typeorm';
import { integer, key, maybeMoment, maybeText, maybeUuid, moment, text, uuid } from '../database/columns.js';

export interface QueryRow {
  newsroomId: string;
  id: string;
  claimId: string;
  text: string;
  askedBy: string;
  answer: string | null;
  answeredBy: string | null;
  answeredAt: Date | null;
  /** When the author was no longer waited for: the first answer, or the end without one. */
  waitedUntil: Date | null;
  resolvedBy: string | null;
  resolvedAt: Date | null;
  /** Why it was closed, where that is not its answer. */
  resolution: string | null;
  createdAt: Date;
  version: number;
}

export const QueryEntity = new EntitySchema<QueryRow>({
  name: 'query',
  columns: {
    newsroomId: key,
    id: key,
    claimId: uuid,
    text,
    askedBy: uuid,
    answer: maybeText,
    answeredBy: maybeUuid,
    answeredAt: maybeMoment,
    waitedUntil: maybeMoment,
    resolvedBy: maybeUuid,
    resolvedAt: maybeMoment,
    resolution: maybeText,
    createdAt: moment,
    version: integer,
  },
});
