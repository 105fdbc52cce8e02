import { EntitySchema } from 'typeorm';
import { bigint, integer, key, maybeJson, maybeMoment, maybeText, moment, text, uuid } from '../database/columns.js';

export type ImportStatus = 'receiving' | 'queued' | 'running' | 'done' | 'failed';

/** Where the reading of a file stands; the reader's own business. */
export interface StoredReader {
  line: number;
  inList?: boolean;
  header?: string[];
  separator?: string;
}

export interface ArchiveImportRow {
  newsroomId: string;
  id: string;
  format: 'ndjson' | 'json' | 'csv';
  status: ImportStatus;
  bytes: number;
  sha256: string | null;
  bytesRead: number;
  reader: StoredReader | null;
  accepted: number;
  repeated: number;
  rejected: number;
  failure: string | null;
  requestedBy: string;
  createdAt: Date;
  finishedAt: Date | null;
  version: number;
}

export const ArchiveImportEntity = new EntitySchema<ArchiveImportRow>({
  name: 'archive_import',
  columns: {
    newsroomId: key,
    id: key,
    format: text,
    status: text,
    bytes: bigint,
    sha256: maybeText,
    bytesRead: bigint,
    reader: maybeJson,
    accepted: integer,
    repeated: integer,
    rejected: integer,
    failure: maybeText,
    requestedBy: uuid,
    createdAt: moment,
    finishedAt: maybeMoment,
    version: integer,
  },
});
