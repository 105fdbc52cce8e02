import type { Blindness } from '#domain';
import { blindOn } from '../claim/blind.reader.js';
import { pausedSince } from '../discussion/query.pause.js';
import { instant } from '../database/instant.js';
import { readBy } from '../article/article.reader.js';
import { sql, type Tx } from '../unit-of-work/tx.js';

export interface RatingRow {
  claimId: string;
  reviewerId: string;
  rating: string;
}

export interface DayRow {
  /** YYYY-MM-DD, UTC. */
  day: string;
  articles: number;
  claimsDecided: number;
  /** Hours from the claim's entry to its first decision, of claims first decided that day. */
  turnaroundMedian: number | null;
  turnaroundP90: number | null;
}

export interface BacklogRow {
  proposed: number;
  needsSource: number;
  closed: number;
  verified: number;
  disputed: number;
  dismissed: number;
}

export interface LoadRow {
  memberId: string;
  name: string;
  open: number;
  overdue: number;
  lastAssignedAt: Date | null;
}

export interface TurnaroundRow {
  enteredAt: string;
  decidedAt: string;
  waiting: { since: string; until: string | null }[];
}

export interface Period {
  readonly from: Date;
  readonly to: Date;
}

const SEEN = readBy('$2');

/** Figures about the work, never about a claim on which somebody must still judge. */
export class InsightRepository {
  /** Current verdicts on decided claims of articles the member may see. */
  ratings(
    tx: Tx,
    memberId: string,
    of: Period & {
      readonly kind: 'draft' | 'external';
      readonly informed: boolean;
      readonly tier: readonly string[] | null;
    },
  ): Promise<RatingRow[]> {
    return sql(
      tx,
      `SELECT v.claim_id AS "claimId", v.reviewer_id AS "reviewerId", v.rating
       FROM verdict v JOIN claim c ON c.newsroom_id = v.newsroom_id AND c.id = v.claim_id
         JOIN article a ON a.newsroom_id = c.newsroom_id AND a.id = c.article_id
       WHERE v.newsroom_id = $1 AND ${SEEN} AND a.kind = $3 AND v.created_at >= $4 AND v.created_at < $5
         AND (c.state <> 'needs-source' OR c.closure IS NOT NULL) AND v.text_hash = c.text_hash AND v.verifies = c.verifies
         AND ($6 OR NOT v.informed) AND ($7::text[] IS NULL OR c.tier = ANY ($7))
         AND NOT EXISTS (SELECT 1 FROM verdict l WHERE l.newsroom_id = v.newsroom_id AND l.supersedes_id = v.id)
         AND NOT EXISTS (SELECT 1 FROM verdict_withdrawal w WHERE w.newsroom_id = v.newsroom_id AND w.verdict_id = v.id)
       ORDER BY v.claim_id, v.reviewer_id`,
      [tx.newsroomId, memberId, of.kind, of.from, of.to, of.informed, of.tier],
    );
  }

  /** One row a day of the period, days without work included. */
  days(tx: Tx, memberId: string, { from, to }: Period): Promise<DayRow[]> {
    return sql(
      tx,
      `WITH first AS (
         SELECT d.claim_id, min(d.created_at) AS at FROM decision d
         WHERE d.newsroom_id = $1 AND d.decided_by IS NOT NULL AND (d.to_state <> 'needs-source' OR d.closure IS NOT NULL)
         GROUP BY d.claim_id
       ), decided AS (
         SELECT (f.at AT TIME ZONE 'UTC')::date AS day, extract(epoch FROM f.at - c.created_at) / 3600 AS hours
         FROM first f JOIN claim c ON c.newsroom_id = $1 AND c.id = f.claim_id
           JOIN article a ON a.newsroom_id = $1 AND a.id = c.article_id
         WHERE ${SEEN} AND f.at >= $3 AND f.at < $4
       ), made AS (
         SELECT (a.created_at AT TIME ZONE 'UTC')::date AS day, count(*)::int AS articles FROM article a
         WHERE a.newsroom_id = $1 AND ${SEEN} AND a.created_at >= $3 AND a.created_at < $4 GROUP BY 1
       )
       SELECT to_char(g.day, 'YYYY-MM-DD') AS day, coalesce(max(m.articles), 0)::int AS articles, count(x.hours)::int AS "claimsDecided",
         percentile_cont(0.5) WITHIN GROUP (ORDER BY x.hours)::float8 AS "turnaroundMedian",
         percentile_cont(0.9) WITHIN GROUP (ORDER BY x.hours)::float8 AS "turnaroundP90"
       FROM generate_series(($3 AT TIME ZONE 'UTC')::date, (($4::timestamptz - interval '1 microsecond') AT TIME ZONE 'UTC')::date, interval '1 day') AS g (day)
         LEFT JOIN made m ON m.day = g.day::date LEFT JOIN decided x ON x.day = g.day::date
       GROUP BY g.day ORDER BY g.day`,
      [tx.newsroomId, memberId, from, to],
    );
  }

  /** Over the whole period, in hours. */
  async turnaround(
    tx: Tx,
    memberId: string,
    { from, to }: Period,
  ): Promise<{ n: number; median: number | null; p90: number | null }> {
    const rows = await sql<{ n: number; median: number | null; p90: number | null }>(
      tx,
      `SELECT count(*)::int AS n, percentile_cont(0.5) WITHIN GROUP (ORDER BY x.hours)::float8 AS median,
         percentile_cont(0.9) WITHIN GROUP (ORDER BY x.hours)::float8 AS p90
       FROM (SELECT extract(epoch FROM min(d.created_at) - c.created_at) / 3600 AS hours, min(d.created_at) AS at
         FROM decision d JOIN claim c ON c.newsroom_id = d.newsroom_id AND c.id = d.claim_id
           JOIN article a ON a.newsroom_id = c.newsroom_id AND a.id = c.article_id
         WHERE d.newsroom_id = $1 AND ${SEEN} AND d.decided_by IS NOT NULL AND (d.to_state <> 'needs-source' OR d.closure IS NOT NULL)
         GROUP BY c.id, c.created_at) x WHERE x.at >= $3 AND x.at < $4`,
      [tx.newsroomId, memberId, from, to],
    );
    return rows[0]!;
  }

  /** When claims first decided in the period were entered and decided, with what their authors were asked. ISO 8601 UTC. */
  turnarounds(tx: Tx, memberId: string, { from, to }: Period): Promise<TurnaroundRow[]> {
    return sql(
      tx,
      `SELECT ${instant('x.entered')} AS "enteredAt", ${instant('x.at')} AS "decidedAt",
         coalesce((SELECT json_agg(json_build_object('since', ${instant('q.created_at')},
             'until', ${instant('coalesce(q.waited_until, q.answered_at, q.resolved_at)')}))
           FROM query q WHERE q.newsroom_id = $1 AND q.claim_id = x.id), '[]') AS waiting
       FROM (SELECT c.id, c.created_at AS entered, min(d.created_at) AS at
         FROM decision d JOIN claim c ON c.newsroom_id = d.newsroom_id AND c.id = d.claim_id
           JOIN article a ON a.newsroom_id = c.newsroom_id AND a.id = c.article_id
         WHERE d.newsroom_id = $1 AND ${SEEN} AND d.decided_by IS NOT NULL AND (d.to_state <> 'needs-source' OR d.closure IS NOT NULL)
         GROUP BY c.id, c.created_at) x WHERE x.at >= $3 AND x.at < $4`,
      [tx.newsroomId, memberId, from, to],
    );
  }

  async backlog(tx: Tx, memberId: string): Promise<BacklogRow> {
    const rows = await sql<BacklogRow>(
      tx,
      `SELECT count(*) FILTER (WHERE c.disposition = 'proposed')::int AS proposed,
         count(*) FILTER (WHERE c.disposition = 'active' AND c.state = 'needs-source' AND c.closure IS NULL)::int AS "needsSource",
         count(*) FILTER (WHERE c.disposition = 'active' AND c.closure IS NOT NULL)::int AS closed,
         count(*) FILTER (WHERE c.disposition = 'active' AND c.state = 'verified')::int AS verified,
         count(*) FILTER (WHERE c.disposition = 'active' AND c.state = 'disputed')::int AS disputed,
         count(*) FILTER (WHERE c.disposition = 'dismissed')::int AS dismissed
       FROM claim c JOIN article a ON a.newsroom_id = c.newsroom_id AND a.id = c.article_id
       WHERE c.newsroom_id = $1 AND ${SEEN} AND NOT a.archived`,
      [tx.newsroomId, memberId],
    );
    return rows[0]!;
  }

  /**
   * What each fact-checker has open. Left out are others' assignments on claims the reader must still judge: their going down would
   * tell that a verdict came in. `blind`: where the reader must.
   */
  loads(tx: Tx, memberId: string, blind: Blindness, now: Date): Promise<LoadRow[]> {
    return sql(
      tx,
      `SELECT m.id AS "memberId", m.name, count(s.id) FILTER (WHERE s.open)::int AS open,
         count(s.id) FILTER (WHERE s.open AND s.due_at < coalesce(s.paused, $5))::int AS overdue, max(s.created_at) AS "lastAssignedAt"
       FROM member m LEFT JOIN (
         SELECT s.*, s.status IN ('assigned', 'in-progress', 'outdated') AS open,
           CASE WHEN s.due_at < $5 THEN ${pausedSince('s.newsroom_id', 's.claim_id')} END AS paused
         FROM assignment s JOIN claim c ON c.newsroom_id = s.newsroom_id AND c.id = s.claim_id
           JOIN article a ON a.newsroom_id = c.newsroom_id AND a.id = c.article_id
         WHERE s.newsroom_id = $1 AND ${SEEN} AND (s.reviewer_id = $2 OR NOT ${blindOn('$2', '$3', '$4')})
       ) s ON s.newsroom_id = m.newsroom_id AND s.reviewer_id = m.id
       WHERE m.newsroom_id = $1 AND m.active AND m.kind = 'person' AND 'reviewer' = ANY (m.roles)
       GROUP BY m.id, m.name ORDER BY m.name, m.id`,
      [tx.newsroomId, memberId, blind.tiers, blind.unassigned, now],
    );
  }
}
