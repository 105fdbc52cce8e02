import type { ReportFileListing, ReportRow } from '#persistence';
import type { ReportScope } from './report.scope.js';

export interface ReportView {
  readonly id: string;
  readonly scope: ReportScope;
  readonly formats: readonly string[];
  readonly language: ReportRow['language'];
  readonly status: ReportRow['status'];
  /** 0 to 100. */
  readonly progress: number;
  /** Why it failed, as a code. */
  readonly failure: string | null;
  /** The ledger position whose state of knowledge the report describes; null until it is made. */
  readonly ledgerSeq: number | null;
  readonly files: readonly ReportFileListing[];
  readonly requestedBy: string;
  readonly createdAt: string;
  readonly finishedAt: string | null;
  readonly version: number;
}

export function reportView(row: ReportRow, files: readonly ReportFileListing[]): ReportView {
  return {
    id: row.id,
    scope: row.scope.given as ReportScope,
    formats: row.formats,
    language: row.language,
    status: row.status,
    progress: row.progress,
    failure: row.failure,
    ledgerSeq: row.ledgerSeq,
    files: files.map(({ name, format, mediaType, sha256, bytes }) => ({ name, format, mediaType, sha256, bytes })),
    requestedBy: row.requestedBy,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    version: row.version,
  };
}
