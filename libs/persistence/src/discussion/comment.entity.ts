import { EntitySchema } from 'typeorm';
import { key, moment, text, uuid, uuids } from '../database/columns.js';

export interface CommentRow {
  newsroomId: string;
  id: string;
  claimId: string;
  text: string;
  mentions: string[];
  authorId: string;
  createdAt: Date;
}

export const CommentEntity = new EntitySchema<CommentRow>({
  name: 'comment',
  columns: {
    newsroomId: key,
    id: key,
    claimId: uuid,
    text,
    mentions: uuids,
    authorId: uuid,
    createdAt: moment,
  },
});
