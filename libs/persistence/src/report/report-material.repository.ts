import type { AssignmentStatus, NewsroomScales, NoticeType, Verifies } from '#domain';
import { managerOf, sql, type Tx } from '../unit-of-work/tx.js';
import { AnchorEntity, type AnchorRow } from '../claim/anchor.entity.js';
import { DecisionEntity, type DecisionRow } from '../decision/decision.entity.js';
import { RevisionEntity, type RevisionRow } from '../article/revision.entity.js';

/** The last leaf of the ledger that says something about the checking; reports on it add leaves of their own after it. */
export interface LedgerStand {
  seq: number;
  /** Lower-case hexadecimal. */
  hash: string;
  at: Date;
}

export interface DismissalRow {
  claimId: string;
  memberId: string | null;
  at: Date;
}

export interface CaptureDigestRow {
  id: string;
  sha256: string;
  mediaType: string;
  bytes: number;
}

export interface SourceNameRow {
  id: string;
  name: string;
  confidential: boolean;
}

/** One member's own part in claims: all that his being blind on them depends on. */
export interface OwnPartRow {
  claimId: string;
  assignments: { reviewerId: string; status: AssignmentStatus }[];
  verdicts: {
    reviewerId: string;
    textHash: string;
    verifies: Verifies;
    withdrawn: boolean;
    supersededBy: string | null;
  }[];
}

/** What a report is put together from, beside what the rules read of a claim. */
export interface ReportNoticeRow {
  type: NoticeType;
  text: string;
  createdAt: Date;
  claimIds: string[];
}

export class ReportMaterialRepository {
  async ledgerStand(tx: Tx): Promise<LedgerStand> {
    const rows = await sql<LedgerStand>(
      tx,
      `SELECT seq, encode(hash, 'hex') AS hash, at FROM ledger_leaf
       WHERE newsroom_id = $1 AND object_type <> 'report' ORDER BY seq DESC LIMIT 1`,
      [tx.newsroomId],
    );
    return rows[0]!; // founding the newsroom is a leaf
  }

  /** Where each claim stands, or stood last before it lost its place. */
  async places(tx: Tx, claimIds: readonly string[]): Promise<Map<string, AnchorRow>> {
    if (claimIds.length === 0) return new Map();
    const rows = await managerOf(tx)
      .createQueryBuilder(AnchorEntity, 'anchor')
      .distinctOn(['anchor.claimId'])
      .where('anchor.newsroomId = :newsroomId AND anchor.claimId IN (:...claimIds) AND anchor.blockId IS NOT NULL', {
        newsroomId: tx.newsroomId,
        claimIds,
      })
      .orderBy('anchor.claimId')
      .addOrderBy('anchor.revisionNumber', 'DESC')
      .getMany();
    return new Map(rows.map((row) => [row.claimId, row]));
  }

  revisions(tx: Tx, articleId: string, numbers: readonly number[]): Promise<RevisionRow[]> {
    if (numbers.length === 0) return Promise.resolve([]); // an article without a claim
    return managerOf(tx)
      .createQueryBuilder(RevisionEntity, 'revision')
      .where(
        'revision.newsroomId = :newsroomId AND revision.articleId = :articleId AND revision.number IN (:...numbers)',
        {
          newsroomId: tx.newsroomId,
          articleId,
          numbers,
        },
      )
      .getMany();
  }

  /** Who set a claim aside last, and when. */
  dismissals(tx: Tx, claimIds: readonly string[]): Promise<DismissalRow[]> {
    return sql(
      tx,
      `SELECT DISTINCT ON (object_id) object_id AS "claimId", member_id AS "memberId", at FROM ledger_leaf
       WHERE newsroom_id = $1 AND object_type = 'claim' AND object_id = ANY ($2) AND action IN ('claim.dismissed', 'claim.merged')
       ORDER BY object_id, object_seq DESC`,
      [tx.newsroomId, claimIds],
    );
  }

  decisions(tx: Tx, claimIds: readonly string[]): Promise<DecisionRow[]> {
    if (claimIds.length === 0) return Promise.resolve([]);
    return managerOf(tx)
      .createQueryBuilder(DecisionEntity, 'decision')
      .where('decision.newsroomId = :newsroomId AND decision.claimId IN (:...claimIds)', {
        newsroomId: tx.newsroomId,
        claimIds,
      })
      .orderBy('decision.createdAt', 'ASC')
      .addOrderBy('decision.id', 'ASC')
      .getMany();
  }

  /** Of the items named, those given in confidence. */
  async confidentialItems(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
    const rows = await sql<{ id: string }>(
      tx,
      'SELECT id FROM evidence WHERE newsroom_id = $1 AND id = ANY ($2) AND confidential',
      [tx.newsroomId, ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Former members too: they stay the authors of what they did. */
  async memberNames(tx: Tx): Promise<Map<string, string>> {
    const rows = await sql<{ id: string; name: string }>(tx, 'SELECT id, name FROM member WHERE newsroom_id = $1', [
      tx.newsroomId,
    ]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  captures(tx: Tx, ids: readonly string[]): Promise<CaptureDigestRow[]> {
    return sql(
      tx,
      'SELECT id, sha256, media_type AS "mediaType", bytes FROM capture WHERE newsroom_id = $1 AND id = ANY ($2)',
      [tx.newsroomId, ids],
    );
  }

  sourceNames(tx: Tx, ids: readonly string[]): Promise<SourceNameRow[]> {
    return sql(tx, 'SELECT id, name, confidential FROM source WHERE newsroom_id = $1 AND id = ANY ($2)', [
      tx.newsroomId,
      ids,
    ]);
  }

  /** Notices that reached claims, oldest first. */
  notices(tx: Tx, claimIds: readonly string[]): Promise<ReportNoticeRow[]> {
    return sql(
      tx,
      `SELECT n.type, n.text, n.created_at AS "createdAt", array_agg(r.claim_id::text ORDER BY r.claim_id) AS "claimIds"
       FROM notice n JOIN notice_claim r ON r.newsroom_id = n.newsroom_id AND r.notice_id = n.id
       WHERE n.newsroom_id = $1 AND r.claim_id = ANY ($2) GROUP BY n.newsroom_id, n.id ORDER BY n.created_at, n.id`,
      [tx.newsroomId, claimIds],
    );
  }

  /** Every scale the newsroom has had, newest first: a verdict may have been given on an earlier one. */
  async scales(tx: Tx): Promise<NewsroomScales[]> {
    const rows = await sql<{ scale: NewsroomScales }>(
      tx,
      'SELECT scale FROM policy_version WHERE newsroom_id = $1 ORDER BY number DESC',
      [tx.newsroomId],
    );
    return rows.map(({ scale }) => scale);
  }

  /** In one statement for all claims: it decides who may open a file. */
  ownPart(tx: Tx, memberId: string, claimIds: readonly string[]): Promise<OwnPartRow[]> {
    return sql(
      tx,
      `SELECT c.id AS "claimId",
         coalesce((SELECT json_agg(json_build_object('reviewerId', a.reviewer_id, 'status', a.status))
           FROM assignment a WHERE a.newsroom_id = c.newsroom_id AND a.claim_id = c.id AND a.reviewer_id = $2), '[]') AS assignments,
         coalesce((SELECT json_agg(json_build_object('reviewerId', v.reviewer_id, 'textHash', v.text_hash, 'verifies', v.verifies,
             'withdrawn', EXISTS (SELECT 1 FROM verdict_withdrawal w WHERE w.newsroom_id = v.newsroom_id AND w.verdict_id = v.id),
             'supersededBy', (SELECT l.id FROM verdict l WHERE l.newsroom_id = v.newsroom_id AND l.supersedes_id = v.id LIMIT 1)))
           FROM verdict v WHERE v.newsroom_id = c.newsroom_id AND v.claim_id = c.id AND v.reviewer_id = $2), '[]') AS verdicts
       FROM claim c WHERE c.newsroom_id = $1 AND c.id = ANY ($3)`,
      [tx.newsroomId, memberId, claimIds],
    );
  }
}
