import { EntitySchema } from 'typeorm';
import type { ClaimFilter } from '../claim/claim.filter.js';
import { bigint, integer, json, key, maybeMoment, maybeText, moment, text, texts, uuid } from '../database/columns.js';

/** What a report is about. `given` is what was asked for; the rest what it came to when it was asked. */
export interface StoredReportScope {
  given: unknown;
  articleIds: string[];
  /** Null: all claims of the articles, as they stand when the report is made. */
  claimIds: string[] | null;
  /** Of a table of verdicts on more claims than anybody counts: what the filter finds when the report is made, for its requester. */
  filter?: ClaimFilter;
}

export interface ReportRow {
  newsroomId: string;
  id: string;
  scope: StoredReportScope;
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
