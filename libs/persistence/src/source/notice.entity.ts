import { EntitySchema } from 'typeorm';
import { key, maybeUuid, moment, text, uuid } from '../database/columns.js';

export interface NoticeRow {
  newsroomId: string;
  id: string;
  type: 'correction' | 'kill' | 'withdrawn' | 'advisory';
  sourceId: string | null;
  evidenceId: string | null;
  text: string;
  createdBy: string;
  createdAt: Date;
}

export const NoticeEntity = new EntitySchema<NoticeRow>({
  name: 'notice',
  columns: {
    newsroomId: key,
    id: key,
    type: text,
    sourceId: maybeUuid,
    evidenceId: maybeUuid,
    text,
    createdBy: uuid,
    createdAt: moment,
  },
});
