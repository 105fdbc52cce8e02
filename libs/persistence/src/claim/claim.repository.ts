import type { LedgerAction } from '#domain';
import { Between } from 'typeorm';
import { readBy } from '../article/article.reader.js';
import { change, findRow, insertAll, insertUnrecorded } from '../unit-of-work/row.js';
import { record } from '../unit-of-work/change.js';
import type { Change } from '../unit-of-work/change.types.js';
import { Conditions } from '../unit-of-work/conditions.js';
import { pageOf, type Page, type PageRequest } from '../unit-of-work/page.js';
import { managerOf, sql, type Tx } from '../unit-of-work/tx.js';
import { AnchorEntity, type AnchorRow } from './anchor.entity.js';
import { ClaimEntity, type ClaimRow } from './claim.entity.js';
import { type ClaimFilter, filtered } from './claim.filter.js';
import { type JoinedClaim, PLACE, PLACED, placed, type PlacedClaim } from './placed.claim.js';

export type NewClaim = Omit<
  ClaimRow,
  'newsroomId' | 'createdAt' | 'updatedAt' | 'version' | 'state' | 'closure' | 'rating' | 'accuses' | 'recheckAt'
>;
export type NewAnchor = Omit<AnchorRow, 'newsroomId'>;

export type ClaimOrder = 'text' | '-updatedAt' | 'updatedAt';

const ORDERS = {
  text: { column: 'position', type: 'bigint', down: false },
  updatedAt: { column: 'updated_at', type: 'timestamptz', down: false },
  '-updatedAt': { column: 'updated_at', type: 'timestamptz', down: true },
} as const;

function ofClaim(action: LedgerAction, claim: { id: string; articleId: string }, reason?: string): Change {
  return { action, object: { type: 'claim', id: claim.id }, articleId: claim.articleId, claimId: claim.id, reason };
}

export class ClaimRepository {
  async insertAll(
    tx: Tx,
    claims: readonly NewClaim[],
    anchors: readonly NewAnchor[],
    action: LedgerAction,
  ): Promise<void> {
    await insertAll(tx, ClaimEntity, claims, (row) => ofClaim(action, row as NewClaim));
    await this.insertAnchors(tx, anchors, action);
  }

  /**
   * Anchors belong to their claim in the ledger: one leaf for both. Without an action the claim itself did not change
   * (it stands where it stood) and the leaf of the revision is enough.
   */
  async insertAnchors(tx: Tx, anchors: readonly NewAnchor[], action: LedgerAction | null): Promise<void> {
    if (anchors.length === 0) return;
    await insertUnrecorded(tx, AnchorEntity, anchors);
    if (action === null) return;
    for (const { claimId, articleId, candidates: _, ...anchor } of anchors) {
      record(tx, ofClaim(action, { id: claimId, articleId }), { anchor });
    }
  }

  find(tx: Tx, id: string): Promise<ClaimRow | null> {
    return findRow(tx, ClaimEntity, { id });
  }

  /** Under the row's lock until the transaction ends; every write on a claim begins here. */
  lock(tx: Tx, id: string): Promise<ClaimRow | null> {
    return findRow(tx, ClaimEntity, { id }, ' FOR UPDATE');
  }

  /** All claims of an article in text order. */
  ofArticle(tx: Tx, articleId: string): Promise<ClaimRow[]> {
    return managerOf(tx).find(ClaimEntity, {
      where: { newsroomId: tx.newsroomId, articleId },
      order: { position: 'ASC', id: 'ASC' },
    });
  }

  /** The same, each with its anchor in the current revision. */
  async placedOfArticle(tx: Tx, articleId: string): Promise<PlacedClaim[]> {
    const rows = await sql<JoinedClaim>(
      tx,
      `SELECT ${PLACED} FROM claim c ${PLACE} WHERE c.newsroom_id = $1 AND c.article_id = $2 ORDER BY c.position, c.id`,
      [tx.newsroomId, articleId],
    );
    return rows.map(placed);
  }

  /** The same, locked in id order until the transaction ends. */
  async lockOfArticle(tx: Tx, articleId: string): Promise<ClaimRow[]> {
    await sql(tx, 'SELECT id FROM claim WHERE newsroom_id = $1 AND article_id = $2 ORDER BY id FOR UPDATE', [
      tx.newsroomId,
      articleId,
    ]);
    return this.ofArticle(tx, articleId);
  }

  change(tx: Tx, claim: ClaimRow, columns: Partial<ClaimRow>, action: LedgerAction, reason?: string): Promise<boolean> {
    return change(tx, ClaimEntity, claim, columns, ofClaim(action, claim, reason));
  }

  /** Where claims now stand in their text; no change of their own, so their versions stay. Under their locks. */
  async place(tx: Tx, places: readonly Pick<ClaimRow, 'id' | 'position' | 'anchorStatus'>[]): Promise<void> {
    if (places.length === 0) return;
    await sql(
      tx,
      `UPDATE claim c SET position = p.position, anchor_status = p.status
       FROM unnest($2::uuid[], $3::bigint[], $4::text[]) AS p (id, position, status)
       WHERE c.newsroom_id = $1 AND c.id = p.id`,
      [
        tx.newsroomId,
        places.map(({ id }) => id),
        places.map(({ position }) => position),
        places.map(({ anchorStatus }) => anchorStatus),
      ],
    );
  }

  /** The claim's words as they first stood in the article. */
  async firstQuote(tx: Tx, claimId: string): Promise<string | null> {
    const rows = await sql<{ quote: string }>(
      tx,
      'SELECT quote FROM anchor WHERE newsroom_id = $1 AND claim_id = $2 ORDER BY revision_number LIMIT 1',
      [tx.newsroomId, claimId],
    );
    return rows[0]?.quote ?? null;
  }

  /** The claim with exactly this span in a revision, unless it was dismissed. */
  async atSpan(
    tx: Tx,
    articleId: string,
    revisionNumber: number,
    blockId: string,
    start: number,
    end: number,
  ): Promise<ClaimRow | null> {
    const rows = await sql<{ id: string }>(
      tx,
      `SELECT c.id FROM anchor a JOIN claim c ON c.newsroom_id = a.newsroom_id AND c.id = a.claim_id
       WHERE a.newsroom_id = $1 AND a.article_id = $2 AND a.revision_number = $3 AND a.block_id = $4 AND a.start_at = $5 AND a.end_at = $6
         AND c.disposition <> 'dismissed' ORDER BY c.id LIMIT 1`,
      [tx.newsroomId, articleId, revisionNumber, blockId, start, end],
    );
    return rows[0] ? this.find(tx, rows[0].id) : null;
  }

  anchorsOf(tx: Tx, articleId: string, revisionNumber: number): Promise<AnchorRow[]> {
    return managerOf(tx).findBy(AnchorEntity, { newsroomId: tx.newsroomId, articleId, revisionNumber });
  }

  /** Where the claims of an article stood in the revisions of a range, in revision order. */
  anchorsBetween(tx: Tx, articleId: string, from: number, to: number): Promise<AnchorRow[]> {
    return managerOf(tx).find(AnchorEntity, {
      where: { newsroomId: tx.newsroomId, articleId, revisionNumber: Between(from, to) },
      order: { revisionNumber: 'ASC', claimId: 'ASC' },
    });
  }

  /** Claims of an article that were set aside. */
  async dismissedOf(tx: Tx, articleId: string): Promise<Set<string>> {
    const rows = await sql<{ id: string }>(
      tx,
      "SELECT id FROM claim WHERE newsroom_id = $1 AND article_id = $2 AND disposition = 'dismissed'",
      [tx.newsroomId, articleId],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Claims that fell back because a revision after `from`, up to `to`, changed their words. */
  async fellBackBetween(tx: Tx, articleId: string, from: number, to: number): Promise<Set<string>> {
    const rows = await sql<{ id: string }>(
      tx,
      `SELECT DISTINCT d.claim_id AS id FROM decision d JOIN claim c ON c.newsroom_id = d.newsroom_id AND c.id = d.claim_id
       WHERE d.newsroom_id = $1 AND c.article_id = $2 AND d.cause = 'words-changed' AND d.revision_number > $3 AND d.revision_number <= $4`,
      [tx.newsroomId, articleId, from, to],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Flags that re-anchoring raised on active claims of an article after a revision. */
  async flagsSince(tx: Tx, articleId: string, revisionNumber: number): Promise<string[]> {
    const rows = await sql<{ flag: string }>(
      tx,
      `SELECT DISTINCT unnest(a.flags) AS flag FROM anchor a JOIN claim c ON c.newsroom_id = a.newsroom_id AND c.id = a.claim_id
       WHERE a.newsroom_id = $1 AND a.article_id = $2 AND a.revision_number > $3 AND c.disposition = 'active'`,
      [tx.newsroomId, articleId, revisionNumber],
    );
    return rows.map(({ flag }) => flag);
  }

  async anchorOf(tx: Tx, claimId: string, revisionNumber: number): Promise<AnchorRow | null> {
    return findRow(tx, AnchorEntity, { claimId, revisionNumber });
  }

  /** A person's placing of a claim; the anchor of one revision is the only part of it that may change. */
  async replaceAnchor(
    tx: Tx,
    claim: ClaimRow,
    revisionNumber: number,
    anchor: Partial<AnchorRow>,
    action: LedgerAction,
  ): Promise<void> {
    await managerOf(tx)
      .createQueryBuilder()
      .update(AnchorEntity)
      .set(anchor)
      .where({ newsroomId: tx.newsroomId, claimId: claim.id, revisionNumber })
      .execute();
    record(tx, ofClaim(action, claim), { anchor: { ...anchor, revisionNumber } });
  }

  async list(
    tx: Tx,
    filter: ClaimFilter,
    order: ClaimOrder,
    memberId: string,
    page: PageRequest,
  ): Promise<Page<PlacedClaim>> {
    const { column, type, down } = ORDERS[order];
    const where = filtered(tx.newsroomId, filter, new Conditions());
    const reader = where.parameters.push(memberId);
    if (down) where.before(`c.${column}`, type, 'c.id', page.after);
    else where.after(`c.${column}`, type, 'c.id', page.after);
    const direction = down ? 'DESC' : 'ASC';
    const ordered = `ORDER BY c.${column} ${direction}, c.id ${direction}`;
    // The page first, article and anchor looked up row by row, which OFFSET 0 insists on: with row-level security on every joined
    // table the planner would sort the whole queue. Nothing is kept aside or sorted again.
    const rows = await sql<JoinedClaim>(
      tx,
      `SELECT ${PLACED} FROM (
         SELECT c.*, a.revision_number FROM claim c CROSS JOIN LATERAL (
           SELECT a.revision_number FROM article a WHERE a.newsroom_id = $1 AND a.id = c.article_id
             AND ${readBy(`$${reader}`)} OFFSET 0) a
         WHERE ${where.where} ${ordered} LIMIT ${page.limit + 1}) c
       LEFT JOIN LATERAL (
         SELECT * FROM anchor n WHERE n.newsroom_id = $1 AND n.claim_id = c.id AND n.revision_number = c.revision_number OFFSET 0) n ON true
       ${ordered}`,
      where.parameters,
    );
    return pageOf(rows.map(placed), page.limit, (row) => [
      order === 'text' ? String(row.position) : row.updatedAt.toISOString(),
      row.id,
    ]);
  }

  /** In the order of `ids`, each with its anchor in the article's current revision. */
  async byIds(tx: Tx, ids: readonly string[]): Promise<PlacedClaim[]> {
    if (ids.length === 0) return [];
    const rows = await sql<JoinedClaim>(
      tx,
      `SELECT ${PLACED} FROM unnest($2::uuid[]) WITH ORDINALITY AS asked (id, place)
       JOIN claim c ON c.newsroom_id = $1 AND c.id = asked.id ${PLACE} ORDER BY asked.place`,
      [tx.newsroomId, ids],
    );
    return rows.map(placed);
  }
}
