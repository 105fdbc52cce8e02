import { change, insert, insertUnrecorded } from '../unit-of-work/row.js';
import type { Change } from '../unit-of-work/change.js';
import { managerOf, sql, type Tx } from '../unit-of-work/tx.js';
import { ReportEntity, type ReportRow } from './report.entity.js';
import { ReportFileEntity, type ReportFileRow } from './report-file.entity.js';

export type NewReport = Pick<ReportRow, 'id' | 'scope' | 'formats' | 'language' | 'requestedBy'>;
export type NewReportFile = Omit<ReportFileRow, 'newsroomId'>;
export type ReportFileListing = Omit<ReportFileRow, 'newsroomId' | 'content' | 'reportId'>;

function ofReport(action: string, id: string): Change {
  return { action, object: { type: 'report', id } };
}

export class ReportRepository {
  /** Queues the work in the same transaction: a report that was acknowledged is made. */
  async insert(tx: Tx, row: NewReport): Promise<void> {
    await insert(tx, ReportEntity, row, ofReport('report.requested', row.id));
    await sql(tx, 'SELECT enqueue_job($1, $2)', [
      'report',
      JSON.stringify({ newsroomId: tx.newsroomId, reportId: row.id }),
    ]);
  }

  find(tx: Tx, id: string): Promise<ReportRow | null> {
    return managerOf(tx).findOneBy(ReportEntity, { newsroomId: tx.newsroomId, id });
  }

  change(tx: Tx, row: ReportRow, columns: Partial<ReportRow>, action: string): Promise<boolean> {
    return change(tx, ReportEntity, row, columns, ofReport(action, row.id));
  }

  async insertFiles(tx: Tx, files: readonly NewReportFile[]): Promise<void> {
    if (files.length > 0) await insertUnrecorded(tx, ReportFileEntity, files);
  }

  files(tx: Tx, reportId: string): Promise<ReportFileListing[]> {
    return sql(
      tx,
      `SELECT name, format, media_type AS "mediaType", sha256, bytes FROM report_file
       WHERE newsroom_id = $1 AND report_id = $2 ORDER BY name`,
      [tx.newsroomId, reportId],
    );
  }

  findFile(tx: Tx, reportId: string, name: string): Promise<ReportFileRow | null> {
    return managerOf(tx).findOneBy(ReportFileEntity, { newsroomId: tx.newsroomId, reportId, name });
  }
}
