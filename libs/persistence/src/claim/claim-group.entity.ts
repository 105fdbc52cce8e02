import { EntitySchema } from 'typeorm';
import { integer, key, moment, text, uuid } from '../database/columns.js';

export interface ClaimGroupRow {
  newsroomId: string;
  id: string;
  relation: 'same' | 'contradicts' | 'related';
  createdBy: string;
  createdAt: Date;
  updatedAt: Date;
  version: number;
}

export const ClaimGroupEntity = new EntitySchema<ClaimGroupRow>({
  name: 'claim_group',
  columns: {
    newsroomId: key,
    id: key,
    relation: text,
    createdBy: uuid,
    createdAt: moment,
    updatedAt: moment,
    version: integer,
  },
});
