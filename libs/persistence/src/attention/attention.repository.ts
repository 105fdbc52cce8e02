import { instant } from '../database/instant.js';
import { readBy } from '../article/article.reader.js';
import { sql, type Tx } from '../unit-of-work/tx.js';

/** The latest decision on a claim, where the system took it. */
export interface FallBackRow {
  claimId: string;
  cause: string;
  at: string;
  /** Whoever decided before it, and whoever had judged by then. */
  concerned: string[];
}

export interface WaitingQueryRow {
  claimId: string;
  id: string;
  askedById: string;
  answered: boolean;
  /** When it was asked, or answered. */
  since: string;
}

/** Claims looked at for one member; whoever has more waiting for him than that works from the top anyway. */
const MOST = 2000;

const FELL_BACK = `SELECT 1 FROM decision d WHERE d.newsroom_id = c.newsroom_id AND d.claim_id = c.id AND d.decided_by IS NULL
  AND NOT EXISTS (SELECT 1 FROM decision l WHERE l.newsroom_id = d.newsroom_id AND l.claim_id = d.claim_id
    AND (l.created_at, l.id) > (d.created_at, d.id))`;

// What changed on a page that standing evidence cites from, as long as nobody has decided since.
const PAGE_MOVED = `SELECT f.finished_at FROM evidence e JOIN page_fetch f ON f.newsroom_id = e.newsroom_id AND f.earlier_id = e.capture_id
  WHERE e.newsroom_id = c.newsroom_id AND e.claim_id = c.id AND e.withdrawn_at IS NULL AND f.outcome IN ('changed', 'gone')
    AND NOT EXISTS (SELECT 1 FROM decision l WHERE l.newsroom_id = c.newsroom_id AND l.claim_id = c.id AND l.decided_by IS NOT NULL
      AND l.created_at > f.finished_at)`;

// Wider than the rules: what is nobody's turn after all, they leave out.
const CANDIDATES = `
SELECT c.id FROM claim c JOIN article a ON a.newsroom_id = c.newsroom_id AND a.id = c.article_id
WHERE c.newsroom_id = $1 AND c.disposition <> 'dismissed' AND NOT a.archived
  AND ${readBy('$2')}
  AND ($5::uuid IS NULL OR c.article_id = $5)
  AND (EXISTS (SELECT 1 FROM assignment s WHERE s.newsroom_id = c.newsroom_id AND s.claim_id = c.id AND s.reviewer_id = $2
      AND s.status IN ('assigned', 'in-progress', 'outdated'))
    OR EXISTS (SELECT 1 FROM query q WHERE q.newsroom_id = c.newsroom_id AND q.claim_id = c.id AND q.resolved_at IS NULL
      AND CASE WHEN q.answered_at IS NULL THEN $2 = ANY (a.author_ids) ELSE q.asked_by = $2 END)
    OR ($3 AND c.anchor_status IN ('changed', 'suggested', 'ambiguous', 'orphaned'))
    OR ($3 AND c.closure ->> 'kind' = 'as-attributed' AND (c.closure ->> 'recheckAt')::timestamptz <= $4)
    OR ($3 AND c.state = 'needs-source' AND c.closure IS NULL AND c.recheck_at <= $4)
    OR ($3 AND EXISTS (${PAGE_MOVED}))
    OR ($3 AND c.state = 'needs-source' AND c.closure IS NULL AND EXISTS (SELECT 1 FROM verdict v
      WHERE v.newsroom_id = c.newsroom_id AND v.claim_id = c.id AND v.text_hash = c.text_hash))
    OR EXISTS (${FELL_BACK} AND (($3 AND d.cause = 'origin-noticed')
      OR EXISTS (SELECT 1 FROM verdict v WHERE v.newsroom_id = c.newsroom_id AND v.claim_id = c.id AND v.reviewer_id = $2)
      OR EXISTS (SELECT 1 FROM decision e WHERE e.newsroom_id = c.newsroom_id AND e.claim_id = c.id AND e.decided_by = $2))))
ORDER BY c.due_at NULLS LAST, c.updated_at DESC LIMIT ${MOST}`;

/** What the rules of attention read besides the facts of a claim. */
export class AttentionRepository {
  /** Claims on which something may wait for this member. */
  async candidates(
    tx: Tx,
    memberId: string,
    decides: boolean,
    now: Date,
    articleId: string | undefined,
  ): Promise<string[]> {
    const parameters = [tx.newsroomId, memberId, decides, now, articleId ?? null];
    return (await sql<{ id: string }>(tx, CANDIDATES, parameters)).map(({ id }) => id);
  }

  /** Fall-backs that nobody has decided on since. */
  fallBacks(tx: Tx, claimIds: readonly string[]): Promise<FallBackRow[]> {
    return sql(
      tx,
      `SELECT DISTINCT ON (d.claim_id) d.claim_id AS "claimId", d.cause, ${instant('d.created_at')} AS at,
         ARRAY(SELECT e.decided_by FROM decision e WHERE e.newsroom_id = d.newsroom_id AND e.claim_id = d.claim_id
             AND e.decided_by IS NOT NULL AND e.created_at <= d.created_at
           UNION SELECT v.reviewer_id FROM verdict v WHERE v.newsroom_id = d.newsroom_id AND v.claim_id = d.claim_id
             AND v.created_at <= d.created_at
             AND NOT EXISTS (SELECT 1 FROM verdict_withdrawal w WHERE w.newsroom_id = v.newsroom_id AND w.verdict_id = v.id)
         ) AS concerned
       FROM decision d WHERE d.newsroom_id = $1 AND d.claim_id = ANY ($2) AND d.decided_by IS NULL
         AND NOT EXISTS (SELECT 1 FROM decision l WHERE l.newsroom_id = d.newsroom_id AND l.claim_id = d.claim_id
           AND (l.created_at, l.id) > (d.created_at, d.id))
       ORDER BY d.claim_id, d.created_at DESC, d.id DESC`,
      [tx.newsroomId, claimIds],
    );
  }

  /** By claim, since when it waits to be looked at again: its hour has come, or a page it cites has moved. */
  async rechecks(tx: Tx, claimIds: readonly string[], now: Date): Promise<Map<string, string>> {
    const rows = await sql<{ claimId: string; since: string }>(
      tx,
      `SELECT w.id AS "claimId", ${instant('min(w.since)')} AS since FROM (
         SELECT c.id, c.recheck_at AS since FROM claim c
         WHERE c.newsroom_id = $1 AND c.id = ANY ($2) AND c.state = 'needs-source' AND c.closure IS NULL AND c.recheck_at <= $3
         UNION ALL SELECT c.id, p.finished_at FROM claim c CROSS JOIN LATERAL (${PAGE_MOVED}) p
         WHERE c.newsroom_id = $1 AND c.id = ANY ($2)) w GROUP BY w.id`,
      [tx.newsroomId, claimIds, now],
    );
    return new Map(rows.map(({ claimId, since }) => [claimId, since]));
  }

  waitingQueries(tx: Tx, claimIds: readonly string[]): Promise<WaitingQueryRow[]> {
    return sql(
      tx,
      `SELECT q.claim_id AS "claimId", q.id, q.asked_by AS "askedById", q.answered_at IS NOT NULL AS answered,
         ${instant('coalesce(q.answered_at, q.created_at)')} AS since
       FROM query q WHERE q.newsroom_id = $1 AND q.claim_id = ANY ($2) AND q.resolved_at IS NULL ORDER BY q.created_at, q.id`,
      [tx.newsroomId, claimIds],
    );
  }
}
