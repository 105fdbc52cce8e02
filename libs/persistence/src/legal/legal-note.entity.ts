import { EntitySchema } from 'typeorm';
import { key, moment, text, uuid } from '../database/columns.js';

/** Advice of counsel on an article, for those who decide on it. */
export interface LegalNoteRow {
  newsroomId: string;
  id: string;
  articleId: string;
  text: string;
  createdBy: string;
  createdAt: Date;
}

export const LegalNoteEntity = new EntitySchema<LegalNoteRow>({
  name: 'legal_note',
  columns: { newsroomId: key, id: key, articleId: uuid, text, createdBy: uuid, createdAt: moment },
});
