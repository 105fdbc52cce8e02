import type { Client } from 'pg';

interface ReleaseRow {
  readonly id: string;
  readonly article: string;
  readonly unsourced: number;
  readonly waiting: number;
  readonly asked: number;
}

/** The claims of the gate: of a draft the active ones, of somebody else's article those of them that were selected. */
const RELEASES = `
  SELECT r.id, r.article_id AS article,
    count(c.id) FILTER (WHERE c.tier IN ('A', 'B') AND c.state = 'needs-source' AND c.closure IS NULL)::int AS unsourced,
    count(c.id) FILTER (WHERE c.anchor_status IN ('suggested', 'ambiguous', 'orphaned'))::int AS waiting,
    count(c.id) FILTER (WHERE EXISTS (SELECT FROM query q WHERE q.claim_id = c.id AND q.resolved_at IS NULL))::int AS asked
  FROM release r JOIN article a ON a.id = r.article_id
  LEFT JOIN claim c ON c.article_id = a.id AND c.disposition = 'active' AND (a.kind = 'draft' OR c.selected)
  WHERE r.article_id = ANY ($1) AND NOT r.id = ANY ($2) GROUP BY r.id, r.article_id`;

/** What went out since the last look although something still stood in its way. `seen`: releases looked at before. */
export async function releasedTooEarly(
  look: Client,
  articles: readonly string[],
  seen: Set<string>,
): Promise<string[]> {
  if (articles.length === 0) return [];
  const { rows } = await look.query<ReleaseRow>(RELEASES, [articles, [...seen]]);
  return rows.flatMap(({ id, article, unsourced, waiting, asked }) => {
    seen.add(id);
    const faults = { 'claims without a source': unsourced, 'anchors that wait': waiting, 'open queries': asked };
    return Object.entries(faults)
      .filter(([, count]) => count > 0)
      .map(([what, count]) => `article ${article} was released with ${count} ${what}`);
  });
}
