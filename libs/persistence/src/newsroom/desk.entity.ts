import { EntitySchema } from 'typeorm';
import { flag, integer, key, moment, text } from '../database/columns.js';

/** A section of the newsroom: politics, sport, the night desk. */
export interface DeskRow {
  newsroomId: string;
  id: string;
  name: string;
  active: boolean;
  createdAt: Date;
  updatedAt: Date;
  version: number;
}

export const DeskEntity = new EntitySchema<DeskRow>({
  name: 'desk',
  columns: {
    newsroomId: key,
    id: key,
    name: text,
    active: flag,
    createdAt: moment,
    updatedAt: moment,
    version: integer,
  },
});
