import { EntitySchema } from 'typeorm';
import { bigint, integer, json, key, maybeMoment, maybeText, moment, text, texts, uuid } from '../database/columns.js';

export interface ReportRow {
  newsroomId: string;
  id: string;
  scope: unknown;
  formats: string[];
  language: 'ar' | 'en';
  status: 'queued' | 'running' | 'done' | 'failed';
  progress: number;
  failure: string | null;
  requestedBy: string;
  ledgerSeq: number | null;
  createdAt: Date;
  finishedAt: Date | null;
  version: number;
}

export const ReportEntity = new EntitySchema<ReportRow>({
  name: 'report',
  columns: {
    newsroomId: key,
    id: key,
    scope: json,
    formats: texts,
    language: text,
    status: text,
    progress: integer,
    failure: maybeText,
    requestedBy: uuid,
    ledgerSeq: bigint,
    createdAt: moment,
    finishedAt: maybeMoment,
    version: integer,
  },
});
