import pg from 'pg';

/** The texts a row is put together from, as they stand in the file: quoted, guarded, in its language. */
export interface VerdictWords {
  readonly syntax: 'csv' | 'json';
  readonly members: readonly { readonly id: string; readonly text: string }[];
  /** `kind` is the article's: labels agree with its noun. */
  readonly ratings: readonly { readonly kind: string; readonly key: string; readonly text: string }[];
  readonly confidence: Readonly<Record<'low' | 'medium' | 'high', string>>;
  /** By outdated + 2 informed + 4 superseded + 8 withdrawn. */
  readonly marks: readonly string[];
  /** What every row ends with. */
  readonly tail: string;
  /** Between two rows: one character of ASCII, or none. */
  readonly separator: string;
}

/**
 * Everything is found by a list of ids, so everything is joined by hashing: the planner takes such lists for short ones. A statement's
 * rows are sorted in memory, and instants are written as ISO 8601 has them.
 */
export const SETTINGS = `SELECT set_config('enable_nestloop', 'off', true), set_config('enable_mergejoin', 'off', true),
  set_config('work_mem', '32MB', true), set_config('datestyle', 'ISO, YMD', true)`;

/** Claims whose verdicts come next and those of them whose verdicts are withheld, as arrays of ids: COPY takes no parameters. */
export const CHOOSE = `SELECT set_config('app.claims', $1, true), set_config('app.withheld', $2, true)`;
const CHOSEN = `current_setting('app.claims')::uuid[]`;
const WITHHELD = `current_setting('app.withheld')::uuid[]`;

// A whole millisecond and one more microsecond always has six decimals; to_char would take six times as long.
const AT = `translate(left((date_trunc('milliseconds', g.created_at AT TIME ZONE 'UTC') + interval '1 microsecond')::text, 23), ' ', 'T')`;
const MARK = `1 + g.outdated::int + 2 * g.informed::int + 4 * g.superseded::int + 8 * g.withdrawn::int`;

/** The claim's share of a row is written once a claim, the rest once a verdict; short texts are joined before long ones. */
const SYNTAX = {
  csv: {
    before: `',' || s.id || ',' || s.article_id || ',' || csv_cell(s.title) || ',' || csv_cell(s.quote) || ',' || s.state || ','`,
    between: `''`,
    evidence: `string_agg(e.evidence_id::text, ' ' ORDER BY e.evidence_id)`,
    line: ({ confidence, marks, tail }: VerdictWords) => `(g.id || g.before)
      || (g.member || ',' || g.rating || (',' || ${chosen('g.confidence', confidence)} || ',') || csv_cell(g.rationale))
      || (',' || (${list(marks)})[${MARK}] || ',' || coalesce(g.ids, '') || (',' || ${AT} || ${quoted(`Z${tail}`)}))`,
  },
  json: {
    before: `'{"articleId":"' || s.article_id || '","articleKind":"' || s.kind || '","articleTitle":' || to_json(s.title) || ',"at":"'`,
    between: `'Z","claimId":"' || s.id || '","claimQuote":' || to_json(s.quote) || ',"claimState":"' || s.state || '","confidence":"'`,
    evidence: `'"' || string_agg(e.evidence_id::text, '","' ORDER BY e.evidence_id) || '"'`,
    line: ({ confidence, tail }: VerdictWords) => `(g.before || ${AT} || g.between)
      || (${chosen('g.confidence', confidence)} || '","evidenceIds":[' || coalesce(g.ids, '') || ('],"id":"' || g.id || '","informed":')
        || (g.informed || ',"outdated":' || g.outdated || (',"rating":' || g.rating || ',"rationale":')))
      || (to_json(g.rationale) || ',"reviewer":' || (g.member || ',"superseded":' || g.superseded)
        || (',"withdrawn":' || g.withdrawn || ${quoted(tail)}))`,
  },
} as const;

/**
 * COPY of the verdicts of the chosen claims, in the order of these, one text a verdict; of withheld claims the member's own alone.
 * Null for a verdict whose rating or author the words do not name.
 */
export function verdictLines(newsroomId: string, memberId: string, words: VerdictWords): string {
  const { before, between, evidence, line } = SYNTAX[words.syntax];
  const newsroom = `${quoted(newsroomId)}::uuid`;
  return `COPY (
WITH s AS MATERIALIZED (
  SELECT s.*, ${before} AS before, ${between} AS between FROM (
    SELECT one.place, c.id, c.article_id, c.quote, c.state, c.text_hash, c.verifies, a.title, a.kind
    FROM unnest(${CHOSEN}) WITH ORDINALITY AS one (id, place)
    JOIN claim c ON c.newsroom_id = ${newsroom} AND c.id = ANY (${CHOSEN}) AND c.id = one.id
    JOIN article a ON a.newsroom_id = ${newsroom} AND a.id = c.article_id) s
), given AS MATERIALIZED (
  SELECT id, claim_id, reviewer_id, rating, confidence, rationale, text_hash, verifies, informed, supersedes_id, created_at
  FROM verdict WHERE newsroom_id = ${newsroom} AND claim_id = ANY (${CHOSEN})
)
SELECT ${line(words)} FROM (
  SELECT v.id, s.before, s.between, v.created_at, v.confidence, v.rationale, v.informed, m.text AS member, r.text AS rating, x.ids,
    v.text_hash <> s.text_hash OR v.verifies <> s.verifies AS outdated, l.supersedes_id IS NOT NULL AS superseded,
    w.verdict_id IS NOT NULL AS withdrawn
  FROM given v JOIN s ON s.id = v.claim_id
  LEFT JOIN json_to_recordset(${quoted(JSON.stringify(words.members))}) AS m (id uuid, text text) ON m.id = v.reviewer_id
  LEFT JOIN json_to_recordset(${quoted(JSON.stringify(words.ratings))}) AS r (kind text, key text, text text)
    ON r.kind = s.kind AND r.key = v.rating
  LEFT JOIN unnest(${WITHHELD}) AS hidden (id) ON hidden.id = s.id
  LEFT JOIN (SELECT verdict_id FROM verdict_withdrawal
    WHERE newsroom_id = ${newsroom} AND verdict_id = ANY (ARRAY(SELECT id FROM given))) w ON w.verdict_id = v.id
  LEFT JOIN (SELECT DISTINCT supersedes_id FROM given) l ON l.supersedes_id = v.id
  LEFT JOIN (SELECT e.verdict_id, ${evidence} AS ids FROM verdict_evidence e
    WHERE e.newsroom_id = ${newsroom} AND e.verdict_id = ANY (ARRAY(SELECT id FROM given)) GROUP BY e.verdict_id) x ON x.verdict_id = v.id
  WHERE hidden.id IS NULL OR v.reviewer_id = ${quoted(memberId)}::uuid
  ORDER BY s.place, v.created_at, v.id OFFSET 0) g) TO STDOUT (FORMAT binary)`;
}

function quoted(text: string): string {
  return pg.escapeLiteral(text);
}

function list(texts: readonly string[]): string {
  return `ARRAY[${texts.map(quoted).join(', ')}]::text[]`;
}

function chosen(column: string, texts: Readonly<Record<string, string>>): string {
  const cases = Object.entries(texts).map(([key, text]) => `WHEN ${quoted(key)} THEN ${quoted(text)}`);
  return `CASE ${column} ${cases.join(' ')} END`;
}
