import { EntitySchema } from 'typeorm';
import { integer, key, maybeUuid, moment, text, uuid } from '../database/columns.js';

export interface CorrectionRow {
  newsroomId: string;
  id: string;
  articleId: string;
  class: 'update' | 'clarification' | 'correction' | 'withdrawal';
  note: string;
  createdBy: string;
  releaseId: string | null;
  createdAt: Date;
  version: number;
}

export const CorrectionEntity = new EntitySchema<CorrectionRow>({
  name: 'correction',
  columns: {
    newsroomId: key,
    id: key,
    articleId: uuid,
    class: text,
    note: text,
    createdBy: uuid,
    releaseId: maybeUuid,
    createdAt: moment,
    version: integer,
  },
});
