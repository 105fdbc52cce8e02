import type { ReportFileListing, ReportRow } from '#persistence';
import { savedName } from '#reporting';
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
  readonly files: readonly (ReportFileListing & { readonly savedAs: string })[];
  readonly requestedBy: string;
  readonly createdAt: string;
  readonly finishedAt: string | null;
  readonly version: number;
}

/** `title` of the one article the report is about: its files are saved under it. */
export function reportView(row: ReportRow, files: readonly ReportFileListing[], title: string | null): ReportView {
  return {
    id: row.id,
    scope: row.scope.given as ReportScope,
    formats: row.formats,
    language: row.language,
    status: row.status,
    progress: row.progress,
    failure: row.failure,
    ledgerSeq: row.ledgerSeq,
    files: files.map(({ name, format, mediaType, sha256, bytes }) => ({
      name,
      format,
      mediaType,
      sha256,
      bytes,
      savedAs: savedAs(row, name, title),
    })),
    requestedBy: row.requestedBy,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    version: row.version,
  };
}

/** The day is that of the making, by the newsroom's ledger: UTC. */
export function savedAs({ finishedAt, createdAt }: ReportRow, name: string, title: string | null): string {
  return savedName(name, title, (finishedAt ?? createdAt).toISOString().slice(0, 10));
}
