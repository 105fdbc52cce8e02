import { Conditions } from '../unit-of-work/conditions.js';
import { pageOf, type Page, type PageRequest } from '../unit-of-work/page.js';
import { findRow, insert, insertUnrecorded } from '../unit-of-work/row.js';
import { managerOf, sql, type Tx } from '../unit-of-work/tx.js';
import {
  NoticeClaimEntity,
  NoticeEntity,
  type NoticeCarriers,
  type NoticeClaimRow,
  type NoticeRow,
} from './notice.entity.js';

export interface NoticeFilter {
  readonly type?: readonly string[] | undefined;
  readonly sourceId?: string | undefined;
}

/** Where a claim that rests on the origin stands. */
export interface RestingClaim {
  readonly claimId: string;
  readonly articleId: string;
}

// Everything that goes back to the origin: sources that relay it or that it vouches for, items of these, the same page
// cited again, and items derived from any of them.
const RESTING = `
WITH RECURSIVE voice AS (
  SELECT s.id FROM source s WHERE s.newsroom_id = $1 AND s.id = $2
  UNION
  SELECT s.id FROM voice v JOIN source s ON s.newsroom_id = $1
    AND (s.derives_from_id = v.id OR (s.vouched_by_id = v.id AND s.type = 'anonymous' AND s.derives_from_id IS NULL))
), item AS (
  SELECT e.id, e.claim_id FROM evidence e WHERE e.newsroom_id = $1 AND (
    e.source_id IN (SELECT id FROM voice) OR e.derives_from_source_id IN (SELECT id FROM voice)
    OR e.id = $3 OR EXISTS (SELECT 1 FROM evidence x WHERE x.newsroom_id = $1 AND x.id = $3 AND x.source_id = e.source_id AND x.url = e.url))
  UNION
  SELECT e.id, e.claim_id FROM item i JOIN evidence e ON e.newsroom_id = $1 AND e.derives_from_evidence_id = i.id
)
SELECT DISTINCT c.id AS "claimId", c.article_id AS "articleId" FROM item i
  JOIN claim c ON c.newsroom_id = $1 AND c.id = i.claim_id ORDER BY 1`;

export class NoticeRepository {
  insert(tx: Tx, row: Omit<NoticeRow, 'newsroomId' | 'createdAt'>): Promise<void> {
    return insert(tx, NoticeEntity, row, { action: 'notice.given', object: { type: 'notice', id: row.id } });
  }

  find(tx: Tx, id: string): Promise<NoticeRow | null> {
    return findRow(tx, NoticeEntity, { id });
  }

  /** Claims whose evidence goes back to the origin, in the order in which they are to be locked. */
  restingOn(tx: Tx, origin: { sourceId: string | null; evidenceId: string | null }): Promise<RestingClaim[]> {
    return sql(tx, RESTING, [tx.newsroomId, origin.sourceId, origin.evidenceId]);
  }

  /** What had gone out by then with these claims in it: standing releases, and finished reports. */
  async carriersOf(tx: Tx, claims: readonly RestingClaim[]): Promise<NoticeCarriers> {
    if (claims.length === 0) return { releases: [], reports: [] };
    const claimIds = claims.map(({ claimId }) => claimId);
    const articleIds = [...new Set(claims.map(({ articleId }) => articleId))];
    const releases = await sql<{ id: string; articleId: string }>(
      tx,
      `SELECT r.id, r.article_id AS "articleId" FROM release r WHERE r.newsroom_id = $1 AND r.article_id = ANY ($2)
         AND EXISTS (SELECT 1 FROM jsonb_array_elements(r.rests_on) g WHERE g->>'claimId' = ANY ($3))
       ORDER BY r.created_at, r.id`,
      [tx.newsroomId, articleIds, claimIds],
    );
    const reports = await sql<{ id: string }>(
      tx,
      `SELECT r.id FROM report r WHERE r.newsroom_id = $1 AND r.status = 'done'
         AND CASE WHEN r.scope->'claimIds' = 'null'::jsonb THEN r.scope->'articleIds' ?| $2 ELSE r.scope->'claimIds' ?| $3 END
       ORDER BY r.created_at, r.id`,
      [tx.newsroomId, articleIds, claimIds],
    );
    return { releases, reports: reports.map(({ id }) => id) };
  }

  /** Rows of the notice, not objects of their own: each claim's own leaf says what became of it. */
  insertClaims(tx: Tx, rows: readonly Omit<NoticeClaimRow, 'newsroomId'>[]): Promise<void> {
    return rows.length === 0 ? Promise.resolve() : insertUnrecorded(tx, NoticeClaimEntity, rows);
  }

  claimsOf(tx: Tx, noticeIds: readonly string[]): Promise<NoticeClaimRow[]> {
    if (noticeIds.length === 0) return Promise.resolve([]);
    return managerOf(tx)
      .createQueryBuilder(NoticeClaimEntity, 'reached')
      .where('reached.newsroomId = :newsroomId AND reached.noticeId IN (:...noticeIds)', {
        newsroomId: tx.newsroomId,
        noticeIds,
      })
      .orderBy('reached.claimId', 'ASC')
      .getMany();
  }

  async list(tx: Tx, filter: NoticeFilter, page: PageRequest): Promise<Page<NoticeRow>> {
    const where = new Conditions()
      .add('newsroom_id = ?', tx.newsroomId)
      .add('type = ANY (?)', filter.type)
      .add('source_id = ?', filter.sourceId)
      .before('created_at', 'timestamptz', 'id', page.after);
    const ids = await sql<{ id: string }>(
      tx,
      `SELECT id FROM notice WHERE ${where.where} ORDER BY created_at DESC, id DESC LIMIT ${page.limit + 1}`,
      where.parameters,
    );
    const rows = await this.byIds(
      tx,
      ids.map(({ id }) => id),
    );
    return pageOf(rows, page.limit, (row) => [row.createdAt.toISOString(), row.id]);
  }

  private async byIds(tx: Tx, ids: readonly string[]): Promise<NoticeRow[]> {
    if (ids.length === 0) return [];
    const rows = await managerOf(tx)
      .createQueryBuilder(NoticeEntity, 'notice')
      .where('notice.newsroomId = :newsroomId AND notice.id IN (:...ids)', { newsroomId: tx.newsroomId, ids })
      .getMany();
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }
}
