import type { LedgerAction } from '#domain';
import { readBy } from '../article/article.reader.js';
import type { Change } from '../unit-of-work/change.types.js';
import { Conditions } from '../unit-of-work/conditions.js';
import { pageOf, type Page, type PageRequest } from '../unit-of-work/page.js';
import { change, insert } from '../unit-of-work/row.js';
import { managerOf, sql, type Tx } from '../unit-of-work/tx.js';
import { CorrectionRequestEntity, type CorrectionRequestRow } from './correction-request.entity.js';

type Given =
  | 'newsroomId'
  | 'createdAt'
  | 'updatedAt'
  | 'version'
  | 'outcome'
  | 'outcomeNote'
  | 'correctionId'
  | 'answeredBy'
  | 'answeredAt';
export type NewCorrectionRequest = Omit<CorrectionRequestRow, Given>;

export interface CorrectionRequestFilter {
  readonly open?: boolean | undefined;
  readonly memberId: string;
}

type Placed = Pick<CorrectionRequestRow, 'id' | 'articleId' | 'claimId'>;

const of = (action: LedgerAction, { id, articleId, claimId }: Placed): Change => ({
  action,
  object: { type: 'correction_request', id },
  articleId: articleId ?? undefined,
  claimId: claimId ?? undefined,
});

// A complaint about an article that names its readers is for these alone.
const VISIBLE = `NOT EXISTS (SELECT 1 FROM article a WHERE a.newsroom_id = correction_request.newsroom_id
  AND a.id = correction_request.article_id AND NOT ${readBy('?')})`;

export class CorrectionRequestRepository {
  insert(tx: Tx, row: NewCorrectionRequest): Promise<void> {
    return insert(tx, CorrectionRequestEntity, row, of('correction-request.received', row));
  }

  find(tx: Tx, id: string): Promise<CorrectionRequestRow | null> {
    return managerOf(tx).findOneBy(CorrectionRequestEntity, { newsroomId: tx.newsroomId, id });
  }

  change(tx: Tx, row: CorrectionRequestRow, columns: Partial<CorrectionRequestRow>): Promise<boolean> {
    return change(tx, CorrectionRequestEntity, row, columns, of('correction-request.answered', row));
  }

  /** Due first. */
  async list(tx: Tx, filter: CorrectionRequestFilter, page: PageRequest): Promise<Page<CorrectionRequestRow>> {
    const where = new Conditions()
      .add('newsroom_id = ?', tx.newsroomId)
      .add(VISIBLE, filter.memberId)
      .add('(outcome IS NULL) = ?', filter.open)
      .after('due_at', 'timestamptz', 'id', page.after);
    const ids = await sql<{ id: string }>(
      tx,
      `SELECT id FROM correction_request WHERE ${where.where} ORDER BY due_at, id LIMIT ${page.limit + 1}`,
      where.parameters,
    );
    if (ids.length === 0) return { items: [], next: null };
    const rows = await managerOf(tx)
      .createQueryBuilder(CorrectionRequestEntity, 'request')
      .where('request.newsroomId = :newsroomId AND request.id IN (:...ids)', {
        newsroomId: tx.newsroomId,
        ids: ids.map(({ id }) => id),
      })
      .getMany();
    const byId = new Map(rows.map((row) => [row.id, row]));
    return pageOf(
      ids.flatMap(({ id }) => byId.get(id) ?? []),
      page.limit,
      (row) => [row.dueAt.toISOString(), row.id],
    );
  }
}
