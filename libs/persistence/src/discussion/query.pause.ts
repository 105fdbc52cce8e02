/**
 * SQL: since when the clock of a claim stands because its author is waited for, the start of the queries that touch, as in the
 * rules; null while it runs. `newsroom` and `claim` are expressions for its ids.
 */
export const pausedSince = (newsroom: string, claim: string): string =>
  `(SELECT max(q.created_at) FROM query q WHERE q.newsroom_id = ${newsroom} AND q.claim_id = ${claim}
  AND EXISTS (SELECT 1 FROM query w WHERE w.newsroom_id = q.newsroom_id AND w.claim_id = q.claim_id
    AND coalesce(w.waited_until, w.answered_at, w.resolved_at) IS NULL)
  AND NOT EXISTS (SELECT 1 FROM query e WHERE e.newsroom_id = q.newsroom_id AND e.claim_id = q.claim_id AND e.created_at < q.created_at
    AND coalesce(e.waited_until, e.answered_at, e.resolved_at, 'infinity') >= q.created_at))`;
