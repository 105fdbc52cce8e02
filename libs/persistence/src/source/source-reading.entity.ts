import { EntitySchema } from 'typeorm';
import { key, moment, text, uuid } from '../database/columns.js';

/** Somebody read what a confidential source's name hides. */
export interface SourceReadingRow {
  newsroomId: string;
  id: string;
  sourceId: string;
  readBy: string;
  reason: string;
  createdAt: Date;
}

export const SourceReadingEntity = new EntitySchema<SourceReadingRow>({
  name: 'source_reading',
  columns: { newsroomId: key, id: key, sourceId: uuid, readBy: uuid, reason: text, createdAt: moment },
});
