import type { LedgerAction } from '#domain';
import { change, findRow, insert, insertUnrecorded } from '../unit-of-work/row.js';
import { record } from '../unit-of-work/change.js';
import type { Change } from '../unit-of-work/change.types.js';
import { Conditions } from '../unit-of-work/conditions.js';
import { pageOf, type Page, type PageRequest } from '../unit-of-work/page.js';
import { managerOf, sql, type Tx } from '../unit-of-work/tx.js';
import { ReportEntity, type ReportRow } from './report.entity.js';
import { reportReadBy } from './report.reader.js';
import { ReportFileEntity, type ReportFileRow } from './report-file.entity.js';

export type NewReport = Pick<ReportRow, 'id' | 'scope' | 'formats' | 'language' | 'requestedBy'>;
/** A file of a report without its bytes. */
export type ReportFileListing = Omit<ReportFileRow, 'newsroomId' | 'reportId'>;

/** Reports on an article are found with its history; those on several have no one place. */
function ofReport(action: LedgerAction, { id, scope }: Pick<ReportRow, 'id' | 'scope'>): Change {
  const [articleId, ...others] = scope.articleIds;
  return { action, object: { type: 'report', id }, articleId: others.length === 0 ? articleId : undefined };
}

/** How long a making may go without a statement. */
const MAKING_IDLE = '60s';

export class ReportRepository {
  /** Queues the work in the same transaction: a report that was acknowledged is made. */
  async insert(tx: Tx, row: NewReport): Promise<void> {
    await insert(tx, ReportEntity, row, ofReport('report.requested', row));
    await sql(tx, 'SELECT enqueue_job($1, $2)', [
      'report',
      JSON.stringify({ newsroomId: tx.newsroomId, reportId: row.id }),
    ]);
  }

  find(tx: Tx, id: string): Promise<ReportRow | null> {
    return findRow(tx, ReportEntity, { id });
  }

  /** Whether the member may know of the report, by its articles and by whose it is. */
  async isVisible(tx: Tx, id: string, memberId: string): Promise<boolean> {
    const where = new Conditions()
      .add('newsroom_id = ?', tx.newsroomId)
      .add('id = ?', id)
      .holds([memberId], reportReadBy);
    return (await sql(tx, `SELECT 1 FROM report WHERE ${where.where}`, where.parameters)).length > 0;
  }

  /** Articles a report came to when it was made. */
  async addArticles(tx: Tx, id: string, articleIds: readonly string[]): Promise<void> {
    await sql(tx, 'INSERT INTO report_article (newsroom_id, report_id, article_id) SELECT $1, $2, unnest($3::uuid[])', [
      tx.newsroomId,
      id,
      articleIds,
    ]);
  }

  /** Under the row's lock until the transaction ends. */
  lock(tx: Tx, id: string): Promise<ReportRow | null> {
    return findRow(tx, ReportEntity, { id }, ' FOR UPDATE');
  }

  /** Newest first. */
  async list(tx: Tx, memberId: string, page: PageRequest): Promise<Page<ReportRow>> {
    const where = new Conditions()
      .add('newsroom_id = ?', tx.newsroomId)
      .holds([memberId], reportReadBy)
      .before('created_at', 'timestamptz', 'id', page.after);
    const ids = await sql<{ id: string }>(
      tx,
      `SELECT id FROM report WHERE ${where.where} ORDER BY created_at DESC, id DESC LIMIT ${page.limit + 1}`,
      where.parameters,
    );
    if (ids.length === 0) return { items: [], next: null };
    const rows = await managerOf(tx)
      .createQueryBuilder(ReportEntity, 'report')
      .where('report.newsroomId = :newsroomId AND report.id IN (:...ids)', {
        newsroomId: tx.newsroomId,
        ids: ids.map(({ id }) => id),
      })
      .getMany();
    const byId = new Map(rows.map((row) => [row.id, row]));
    return pageOf(
      ids.flatMap(({ id }) => byId.get(id) ?? []),
      page.limit,
      (row) => [row.createdAt.toISOString(), row.id],
    );
  }

  /** How far the making has come, 0 to 100. The queue's business: nothing of it enters the ledger. */
  async progress(tx: Tx, id: string, progress: number): Promise<void> {
    await sql(
      tx,
      `UPDATE report SET status = 'running', progress = $3 WHERE newsroom_id = $1 AND id = $2 AND status IN ('queued', 'running')`,
      [tx.newsroomId, id, progress],
    );
  }

  /** The finished files and the row's end in one: a making that ran twice leaves one set. The ledger vouches for the digests. */
  async finish(
    tx: Tx,
    row: ReportRow,
    files: readonly ReportFileListing[],
    columns: Pick<ReportRow, 'ledgerSeq' | 'finishedAt'>,
  ): Promise<boolean> {
    const what = ofReport('report.made', row);
    if (files.length > 0)
      await insertUnrecorded(
        tx,
        ReportFileEntity,
        files.map((file) => ({ ...file, reportId: row.id })),
      );
    if (!(await change(tx, ReportEntity, row, { ...columns, status: 'done', progress: 100 }, what))) return false;
    record(tx, what, { files: files.map(({ name, sha256, bytes }) => ({ name, sha256, bytes })) });
    return true;
  }

  fail(tx: Tx, row: ReportRow, failure: string, finishedAt: Date): Promise<boolean> {
    return change(tx, ReportEntity, row, { status: 'failed', failure, finishedAt }, ofReport('report.failed', row));
  }

  files(tx: Tx, reportId: string): Promise<ReportFileListing[]> {
    return sql(
      tx,
      `SELECT name, format, media_type AS "mediaType", sha256, bytes FROM report_file
       WHERE newsroom_id = $1 AND report_id = $2 ORDER BY name`,
      [tx.newsroomId, reportId],
    );
  }

  /** Of the one article it is about; null for a report on several, or on none by name. */
  async titleOf(tx: Tx, { scope }: ReportRow): Promise<string | null> {
    if (scope.articleIds.length !== 1) return null;
    const text = 'SELECT title FROM article WHERE newsroom_id = $1 AND id = $2';
    const rows = await sql<{ title: string }>(tx, text, [tx.newsroomId, scope.articleIds[0]]);
    return rows[0]?.title ?? null;
  }

  findFile(tx: Tx, reportId: string, name: string): Promise<ReportFileRow | null> {
    return findRow(tx, ReportFileEntity, { reportId, name });
  }

  /**
   * Only one making of a report goes on at a time: another waits here, for as long as a statement may take, until this transaction
   * ends, with its worker if need be. A making may think for longer between two statements than a request.
   */
  async beginMaking(tx: Tx, id: string): Promise<void> {
    await sql(
      tx,
      `SELECT set_config('lock_timeout', '0', true), set_config('idle_in_transaction_session_timeout', $1, true)`,
      [MAKING_IDLE],
    );
    await sql(tx, `SELECT pg_advisory_xact_lock(hashtextextended('report ' || $1, 0))`, [id]);
  }

  /** A piece of a file that is being written; nobody sees it before `finish`, and without it none is kept. */
  async addPiece(tx: Tx, reportId: string, name: string, number: number, content: Uint8Array): Promise<void> {
    await sql(
      tx,
      'INSERT INTO report_piece (newsroom_id, report_id, name, number, content) VALUES ($1, $2, $3, $4, $5)',
      [tx.newsroomId, reportId, name, number, content],
    );
  }

  /** The piece of a finished file, numbered from 1; null after the last. */
  async piece(tx: Tx, reportId: string, name: string, number: number): Promise<Buffer | null> {
    const rows = await sql<{ content: Buffer }>(
      tx,
      'SELECT content FROM report_piece WHERE newsroom_id = $1 AND report_id = $2 AND name = $3 AND number = $4',
      [tx.newsroomId, reportId, name, number],
    );
    return rows[0]?.content ?? null;
  }
}
