import { EntitySchema } from 'typeorm';
import { flag, integer, json, key, maybeUuid, moment, uuid } from '../database/columns.js';

export interface ReleaseRow {
  newsroomId: string;
  id: string;
  articleId: string;
  revisionNumber: number;
  releasedBy: string;
  restsOn: unknown;
  requirements: unknown;
  overrides: unknown;
  keepAsDisputed: unknown;
  supersedesId: string | null;
  provisional: boolean;
  pending: unknown;
  createdAt: Date;
}

export const ReleaseEntity = new EntitySchema<ReleaseRow>({
  name: 'release',
  columns: {
    newsroomId: key,
    id: key,
    articleId: uuid,
    revisionNumber: integer,
    releasedBy: uuid,
    restsOn: json,
    requirements: json,
    overrides: json,
    keepAsDisputed: json,
    supersedesId: maybeUuid,
    provisional: flag,
    pending: json,
    createdAt: moment,
  },
});
