import type { Client } from 'pg';

interface ReleaseRow {
  readonly id: string;
  readonly article: string;
  readonly unsourced: number;
  readonly waiting: number;
  readonly asked: number;
  readonly unheard: number;
  readonly early: boolean;
}

/** The claims of the gate: of a draft the active ones, of somebody else's article those of them that were selected. */
const RELEASES = `
  SELECT r.id, r.article_id AS article,
    count(c.id) FILTER (WHERE c.tier IN ('A', 'B') AND c.state = 'needs-source' AND c.closure IS NULL)::int AS unsourced,
    count(c.id) FILTER (WHERE c.anchor_status IN ('suggested', 'ambiguous', 'orphaned'))::int AS waiting,
    count(c.id) FILTER (WHERE EXISTS (SELECT FROM query q WHERE q.claim_id = c.id AND q.created_at < r.created_at
      AND (q.resolved_at IS NULL OR q.resolved_at > r.created_at)))::int AS asked,
    count(c.id) FILTER (WHERE a.kind = 'draft' AND c.tier = 'A' AND c.accuses AND NOT EXISTS (SELECT FROM comment_request m
      WHERE m.article_id = a.id AND c.id = ANY (m.claim_ids) AND m.created_at < r.created_at AND (m.waiver_reason IS NOT NULL
        OR (m.outcome_at < r.created_at AND m.passage <> '' AND EXISTS (SELECT FROM jsonb_array_elements(v.blocks) b
          WHERE position(m.passage in b->>'text') > 0)))))::int AS unheard,
    coalesce(a.embargo_until > r.created_at, false) AS early
  FROM release r JOIN article a ON a.id = r.article_id
  JOIN revision v ON v.article_id = a.id AND v.number = r.revision_number
  LEFT JOIN claim c ON c.article_id = a.id AND c.disposition = 'active' AND (a.kind = 'draft' OR c.selected)
  WHERE r.article_id = ANY ($1) AND NOT r.id = ANY ($2) GROUP BY r.id, r.article_id, r.created_at, a.embargo_until`;

/** What went out since the last look although something still stood in its way. `seen`: releases looked at before. */
export async function releasedTooEarly(
  look: Client,
  articles: readonly string[],
  seen: Set<string>,
): Promise<string[]> {
  if (articles.length === 0) return [];
  const { rows } = await look.query<ReleaseRow>(RELEASES, [articles, [...seen]]);
  return rows.flatMap(({ id, article, unsourced, waiting, asked, unheard, early }) => {
    seen.add(id);
    const faults = {
      'claims without a source': unsourced,
      'anchors that wait': waiting,
      'open queries': asked,
      'accusations whose subject was not asked': unheard,
      'its hour not come': Number(early),
    };
    return Object.entries(faults)
      .filter(([, count]) => count > 0)
      .map(([what, count]) => `article ${article} was released with ${count} ${what}`);
  });
}
