import type { LedgerAction } from '#domain';
import type { Change } from '../unit-of-work/change.types.js';
import { change, insert } from '../unit-of-work/row.js';
import { managerOf, sql, type Tx } from '../unit-of-work/tx.js';
import { PageFetchEntity, type PageFetchRow } from './page-fetch.entity.js';

export type NewPageFetch = Pick<PageFetchRow, 'id' | 'url' | 'earlierId' | 'requestedBy'>;

const ofFetch = (action: LedgerAction, id: string): Change => ({ action, object: { type: 'page_fetch', id } });

export class PageFetchRepository {
  /** Queues the work in the same transaction: a page that was promised is fetched. */
  async insert(tx: Tx, row: NewPageFetch): Promise<void> {
    await insert(tx, PageFetchEntity, row, ofFetch('page.asked-for', row.id));
    await sql(tx, 'SELECT enqueue_job($1, $2)', [
      'page-fetch',
      JSON.stringify({ newsroomId: tx.newsroomId, fetchId: row.id }),
    ]);
  }

  find(tx: Tx, id: string): Promise<PageFetchRow | null> {
    return managerOf(tx).findOneBy(PageFetchEntity, { newsroomId: tx.newsroomId, id });
  }

  lock(tx: Tx, id: string): Promise<PageFetchRow | null> {
    return managerOf(tx).findOne(PageFetchEntity, {
      where: { newsroomId: tx.newsroomId, id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** Fetches that compared a page with this copy, newest first. */
  ofCapture(tx: Tx, captureId: string): Promise<PageFetchRow[]> {
    return managerOf(tx).find(PageFetchEntity, {
      where: { newsroomId: tx.newsroomId, earlierId: captureId },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: 200,
    });
  }

  async underWay(tx: Tx): Promise<number> {
    const rows = await sql<{ count: number }>(
      tx,
      `SELECT count(*)::int AS count FROM page_fetch WHERE newsroom_id = $1 AND status IN ('queued', 'running')`,
      [tx.newsroomId],
    );
    return rows[0]!.count;
  }

  finish(
    tx: Tx,
    row: PageFetchRow,
    columns: Pick<
      PageFetchRow,
      'status' | 'failure' | 'outcome' | 'httpStatus' | 'captureId' | 'changes' | 'finishedAt'
    >,
  ): Promise<boolean> {
    return change(tx, PageFetchEntity, row, columns, ofFetch(`page.${columns.outcome ?? 'failed'}`, row.id));
  }
}
