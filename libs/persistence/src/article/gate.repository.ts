import type { ClosureKind, GateClaim } from '#domain';
import { instant } from '../database/instant.js';
import { change, insert } from '../unit-of-work/row.js';
import { managerOf, sql, type Tx } from '../unit-of-work/tx.js';
import type { StoredAttribution } from '../claim/claim.text.js';
import type { StoredBlock } from './revision.text.js';
import { CorrectionEntity, type CorrectionRow } from './correction.entity.js';
import { ReleaseEntity, type ReleaseRow } from './release.entity.js';

export interface GateClaimRow extends Pick<
  GateClaim,
  'id' | 'state' | 'disposition' | 'tier' | 'selected' | 'openQueries' | 'anchorWaits'
> {
  articleId: string;
  closureKind: ClosureKind | null;
  quote: string;
  accuses: boolean | null;
  recheckAt: string | null;
}

export interface ReleaseFactRow {
  articleId: string;
  id: string;
  revisionNumber: number;
  keepAsDisputed: { claimId: string; reason: string }[];
}

export interface PendingCorrectionRow {
  articleId: string;
  id: string;
  class: CorrectionRow['class'];
}

/** A claim with the field of the block it stands in. */
export interface FieldClaimRow {
  articleId: string;
  id: string;
  quote: string;
  attribution: StoredAttribution | null;
  field: StoredBlock['field'];
}

/** Orders of a place count blocks in steps of this (see `positionOf`). */
const BLOCK_STEP = 2 ** 24;

/** What an article's gate, release and corrections rest on. */
export class GateRepository {
  claimsOf(tx: Tx, articleIds: readonly string[]): Promise<GateClaimRow[]> {
    return sql(
      tx,
      `SELECT c.article_id AS "articleId", c.id, c.state, c.disposition, c.tier, c.selected, c.closure->>'kind' AS "closureKind",
         c.quote, c.accuses, ${instant('c.recheck_at')} AS "recheckAt",
         c.anchor_status IN ('changed', 'suggested', 'ambiguous', 'orphaned') AS "anchorWaits",
         (SELECT count(*)::int FROM query q WHERE q.newsroom_id = c.newsroom_id AND q.claim_id = c.id AND q.resolved_at IS NULL) AS "openQueries"
       FROM claim c WHERE c.newsroom_id = $1 AND c.article_id = ANY ($2) ORDER BY c.position, c.id`,
      [tx.newsroomId, articleIds],
    );
  }

  /** The claims of the articles' current revisions in text order, with where they stand; those set aside or without a place left out. */
  claimsByField(tx: Tx, articleIds: readonly string[]): Promise<FieldClaimRow[]> {
    return sql(
      tx,
      `WITH layout AS MATERIALIZED (
         SELECT r.article_id, array_agg(b.block->>'field' ORDER BY b.place) AS fields
         FROM article a JOIN revision r ON r.newsroom_id = a.newsroom_id AND r.article_id = a.id AND r.number = a.revision_number
           CROSS JOIN LATERAL jsonb_array_elements(r.blocks) WITH ORDINALITY AS b (block, place)
         WHERE a.newsroom_id = $1 AND a.id = ANY ($2) GROUP BY r.article_id)
       SELECT c.article_id AS "articleId", c.id, c.quote, c.attribution, l.fields[(c.position / ${BLOCK_STEP} + 1)::int] AS field
       FROM claim c JOIN layout l ON l.article_id = c.article_id
       WHERE c.newsroom_id = $1 AND c.disposition <> 'dismissed' AND c.position >= 0
         AND c.anchor_status NOT IN ('suggested', 'ambiguous', 'orphaned')
       ORDER BY c.article_id, c.position, c.id`,
      [tx.newsroomId, articleIds],
    );
  }

  latestReleases(tx: Tx, articleIds: readonly string[]): Promise<ReleaseFactRow[]> {
    return sql(
      tx,
      `SELECT DISTINCT ON (article_id) article_id AS "articleId", id, revision_number AS "revisionNumber", keep_as_disputed AS "keepAsDisputed"
       FROM release WHERE newsroom_id = $1 AND article_id = ANY ($2) ORDER BY article_id, created_at DESC, id DESC`,
      [tx.newsroomId, articleIds],
    );
  }

  pendingCorrections(tx: Tx, articleIds: readonly string[]): Promise<PendingCorrectionRow[]> {
    return sql(
      tx,
      `SELECT DISTINCT ON (article_id) article_id AS "articleId", id, class FROM correction
       WHERE newsroom_id = $1 AND article_id = ANY ($2) AND release_id IS NULL ORDER BY article_id, created_at DESC, id DESC`,
      [tx.newsroomId, articleIds],
    );
  }

  async insertRelease(tx: Tx, row: Omit<ReleaseRow, 'newsroomId' | 'createdAt'>): Promise<void> {
    const object = { type: 'release', id: row.id };
    await insert(tx, ReleaseEntity, row, { action: 'release.signed', object, articleId: row.articleId });
  }

  releasesOf(tx: Tx, articleId: string): Promise<ReleaseRow[]> {
    return managerOf(tx).find(ReleaseEntity, {
      where: { newsroomId: tx.newsroomId, articleId },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
  }

  async insertCorrection(tx: Tx, row: Omit<CorrectionRow, 'newsroomId' | 'createdAt' | 'version'>): Promise<void> {
    const object = { type: 'correction', id: row.id };
    await insert(tx, CorrectionEntity, row, { action: 'correction.recorded', object, articleId: row.articleId });
  }

  correctionsOf(tx: Tx, articleId: string): Promise<CorrectionRow[]> {
    return managerOf(tx).find(CorrectionEntity, {
      where: { newsroomId: tx.newsroomId, articleId },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
  }

  publishCorrection(tx: Tx, row: CorrectionRow, releaseId: string): Promise<boolean> {
    const object = { type: 'correction', id: row.id };
    return change(
      tx,
      CorrectionEntity,
      row,
      { releaseId },
      { action: 'correction.published', object, articleId: row.articleId },
    );
  }

  /** What a release names: every current verdict and the standing decision of each claim in the gate. */
  groundsOf(
    tx: Tx,
    articleId: string,
  ): Promise<
    { claimId: string; state: string; closureKind: string | null; verdictIds: string[]; decisionId: string | null }[]
  > {
    return sql(
      tx,
      `SELECT c.id AS "claimId", c.state, c.closure->>'kind' AS "closureKind",
         coalesce((SELECT json_agg(v.id ORDER BY v.created_at, v.id) FROM verdict v
           WHERE v.newsroom_id = c.newsroom_id AND v.claim_id = c.id AND v.text_hash = c.text_hash
             AND NOT EXISTS (SELECT 1 FROM verdict_withdrawal w WHERE w.newsroom_id = v.newsroom_id AND w.verdict_id = v.id)
             AND NOT EXISTS (SELECT 1 FROM verdict l WHERE l.newsroom_id = v.newsroom_id AND l.supersedes_id = v.id)), '[]') AS "verdictIds",
         (SELECT d.id FROM decision d WHERE d.newsroom_id = c.newsroom_id AND d.claim_id = c.id ORDER BY d.created_at DESC, d.id DESC LIMIT 1) AS "decisionId"
       FROM claim c WHERE c.newsroom_id = $1 AND c.article_id = $2 AND c.disposition = 'active' ORDER BY c.position, c.id`,
      [tx.newsroomId, articleId],
    );
  }
}
