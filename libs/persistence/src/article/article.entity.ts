import { EntitySchema } from 'typeorm';
import {
  flag,
  integer,
  key,
  maybeMoment,
  maybeText,
  maybeUuid,
  moment,
  text,
  uuid,
  uuids,
} from '../database/columns.js';

export interface ArticleRow {
  newsroomId: string;
  id: string;
  kind: 'draft' | 'external';
  title: string;
  language: 'ar' | 'en';
  outlet: string | null;
  outletSourceId: string | null;
  byline: string | null;
  authorIds: string[];
  deskId: string | null;
  dueAt: Date | null;
  sourceUrl: string | null;
  publishedAt: Date | null;
  visibility: 'newsroom' | 'named';
  visibleTo: string[];
  archived: boolean;
  mode: 'standard' | 'breaking';
  embargoUntil: Date | null;
  legalHold: boolean;
  legalHoldReason: string | null;
  state: 'checking' | 'released' | 'correcting';
  revisionNumber: number;
  createdBy: string;
  createdAt: Date;
  updatedAt: Date;
  version: number;
}

export const ArticleEntity = new EntitySchema<ArticleRow>({
  name: 'article',
  columns: {
    newsroomId: key,
    id: key,
    kind: text,
    title: text,
    language: text,
    outlet: maybeText,
    outletSourceId: maybeUuid,
    byline: maybeText,
    authorIds: uuids,
    deskId: maybeUuid,
    dueAt: maybeMoment,
    sourceUrl: maybeText,
    publishedAt: maybeMoment,
    visibility: text,
    visibleTo: uuids,
    archived: flag,
    mode: text,
    embargoUntil: maybeMoment,
    legalHold: flag,
    legalHoldReason: maybeText,
    state: text,
    revisionNumber: integer,
    createdBy: uuid,
    createdAt: moment,
    updatedAt: moment,
    version: integer,
  },
});
