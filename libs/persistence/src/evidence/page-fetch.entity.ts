import { EntitySchema } from 'typeorm';
import {
  integer,
  key,
  maybeInteger,
  maybeJson,
  maybeMoment,
  maybeText,
  maybeUuid,
  moment,
  text,
  uuid,
} from '../database/columns.js';

/** What a page says now that it did not say, and no longer says; and whether passages cited from it are still there. */
export interface PageChanges {
  added: string[];
  removed: string[];
  quotes: { evidenceId: string; present: boolean }[];
}

export interface PageFetchRow {
  newsroomId: string;
  id: string;
  url: string;
  /** The copy this one is compared with; null for a first one. */
  earlierId: string | null;
  status: 'queued' | 'running' | 'done' | 'failed';
  failure: string | null;
  outcome: 'kept' | 'unchanged' | 'changed' | 'gone' | null;
  httpStatus: number | null;
  /** The copy that was kept; for a page that has not changed the earlier one. */
  captureId: string | null;
  changes: PageChanges | null;
  requestedBy: string;
  createdAt: Date;
  finishedAt: Date | null;
  version: number;
}

export const PageFetchEntity = new EntitySchema<PageFetchRow>({
  name: 'page_fetch',
  columns: {
    newsroomId: key,
    id: key,
    url: text,
    earlierId: maybeUuid,
    status: text,
    failure: maybeText,
    outcome: maybeText,
    httpStatus: maybeInteger,
    captureId: maybeUuid,
    changes: maybeJson,
    requestedBy: uuid,
    createdAt: moment,
    finishedAt: maybeMoment,
    version: integer,
  },
});
