import type { AssignmentStatus, ClaimState, Closure, Tier, Verifies } from '#domain';
import { instant } from '../database/instant.js';
import { claimConditions, type ClaimFilter } from '../claim/claim.filter.js';
import { Conditions } from '../unit-of-work/conditions.js';
import { sql, type Tx } from '../unit-of-work/tx.js';

/** Whose verdicts a table holds: of the claims examined in these articles, of these claims, or of those a member's filter finds. */
export type VerdictScope =
  | { readonly articleIds: readonly string[] }
  | { readonly claimIds: readonly string[] }
  | { readonly filter: ClaimFilter; readonly memberId: string };

/** A claim nobody has decided, with all that one member's being blind on it depends on. */
export interface UndecidedRow {
  readonly id: string;
  readonly state: ClaimState;
  readonly closure: Closure | null;
  readonly tier: Tier;
  readonly textHash: string;
  readonly verifies: Verifies;
  readonly assignments: { reviewerId: string; status: AssignmentStatus }[];
  readonly verdicts: {
    reviewerId: string;
    textHash: string;
    verifies: Verifies;
    withdrawn: boolean;
    supersededBy: string | null;
  }[];
}

export interface VerdictTablePlace {
  readonly claimId: string;
  readonly articleId: string;
  readonly articleTitle: string;
  readonly claimQuote: string;
  readonly claimState: string;
}

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
  /** Between two rows. */
  readonly separator: string;
}

/** Claims whose verdicts are written by one statement: a piece's worth of text in most newsrooms. */
const CLAIMS_AT_ONCE = 500;

/** Everything is found by a list of ids, so everything is joined by hashing: the planner takes such lists for short ones. */
const HASHED = `SELECT set_config('enable_nestloop', 'off', true), set_config('enable_mergejoin', 'off', true)`;

const AT = instant('v.created_at');
const OUTDATED = '(v.text_hash <> s.text_hash OR v.verifies <> s.verifies)';

/** The claim's share of a row is written once a claim, the rest once a verdict. `$6` holds the fixed texts. */
const SYNTAX = {
  csv: {
    before: `s.id || ',' || s.article_id || ',' || csv_cell(s.title) || ',' || csv_cell(s.quote) || ',' || s.state || ','`,
    between: `''`,
    evidence: `string_agg(e.evidence_id::text, ' ' ORDER BY e.evidence_id)`,
    line: `v.id || ',' || s.before || m.text || ',' || r.text || ',' || ($6::jsonb -> 'confidence' ->> v.confidence) || ','
      || csv_cell(v.rationale) || ',' || ($6::jsonb -> 'marks' ->> (${OUTDATED}::int + 2 * v.informed::int
        + 4 * (l.supersedes_id IS NOT NULL)::int + 8 * (w.verdict_id IS NOT NULL)::int))
      || ',' || coalesce(x.ids, '') || ',' || ${AT} || ($6::jsonb ->> 'tail')`,
  },
  json: {
    before: `'{"articleId":"' || s.article_id || '","articleKind":"' || s.kind || '","articleTitle":' || to_json(s.title) || ',"at":"'`,
    between: `'","claimId":"' || s.id || '","claimQuote":' || to_json(s.quote) || ',"claimState":"' || s.state || '","confidence":"'`,
    evidence: `'"' || string_agg(e.evidence_id::text, '","' ORDER BY e.evidence_id) || '"'`,
    line: `s.before || ${AT} || s.between || ($6::jsonb -> 'confidence' ->> v.confidence) || '","evidenceIds":[' || coalesce(x.ids, '')
      || '],"id":"' || v.id || '","informed":' || v.informed || ',"outdated":' || ${OUTDATED} || ',"rating":' || r.text
      || ',"rationale":' || to_json(v.rationale) || ',"reviewer":' || m.text || ',"superseded":' || (l.supersedes_id IS NOT NULL)
      || ',"withdrawn":' || (w.verdict_id IS NOT NULL) || ($6::jsonb ->> 'tail')`,
  },
} as const;

/** Verdicts by the hundred thousand: the database writes the rows, nobody holds them. */
export class VerdictTableRepository {
  /** Claims examined in the scope, by article and in text order. */
  claims(tx: Tx, scope: VerdictScope): Promise<{ id: string; articleId: string }[]> {
    const { where, parameters } = examined(tx, scope);
    return sql(
      tx,
      `SELECT c.id, c.article_id AS "articleId" FROM claim c JOIN article a ON a.newsroom_id = c.newsroom_id AND a.id = c.article_id
       WHERE ${where} ORDER BY c.article_id, c.position, c.id`,
      parameters,
    );
  }

  /** Undecided claims of the scope: all of them, or those a member was assigned to. */
  undecided(tx: Tx, scope: VerdictScope, memberId: string, assignedOnly: boolean): Promise<UndecidedRow[]> {
    const conditions = examined(tx, scope);
    const me = `$${conditions.parameters.push(memberId)}`;
    const assigned = `EXISTS (SELECT 1 FROM assignment s WHERE s.newsroom_id = c.newsroom_id AND s.claim_id = c.id AND s.reviewer_id = ${me})`;
    return sql(
      tx,
      `SELECT c.id, c.state, c.closure, c.tier, c.text_hash AS "textHash", c.verifies,
         coalesce((SELECT json_agg(json_build_object('reviewerId', s.reviewer_id, 'status', s.status)) FROM assignment s
           WHERE s.newsroom_id = c.newsroom_id AND s.claim_id = c.id AND s.reviewer_id = ${me}), '[]') AS assignments,
         coalesce((SELECT json_agg(json_build_object('reviewerId', v.reviewer_id, 'textHash', v.text_hash, 'verifies', v.verifies,
             'withdrawn', EXISTS (SELECT 1 FROM verdict_withdrawal w WHERE w.newsroom_id = v.newsroom_id AND w.verdict_id = v.id),
             'supersededBy', (SELECT l.id FROM verdict l WHERE l.newsroom_id = v.newsroom_id AND l.claim_id = v.claim_id AND l.supersedes_id = v.id LIMIT 1)))
           FROM verdict v WHERE v.newsroom_id = c.newsroom_id AND v.claim_id = c.id AND v.reviewer_id = ${me}), '[]') AS verdicts
       FROM claim c JOIN article a ON a.newsroom_id = c.newsroom_id AND a.id = c.article_id
       WHERE ${conditions.where} AND c.state = 'needs-source' AND c.closure IS NULL ${assignedOnly ? `AND ${assigned}` : ''}
       ORDER BY c.article_id, c.position, c.id`,
      conditions.parameters,
    );
  }

  /** What a table can still say of claims whose verdicts it withholds, in the order of `ids`. */
  places(tx: Tx, ids: readonly string[]): Promise<VerdictTablePlace[]> {
    return sql(
      tx,
      `SELECT c.id AS "claimId", c.article_id AS "articleId", a.title AS "articleTitle", c.quote AS "claimQuote", c.state AS "claimState"
       FROM unnest($2::uuid[]) WITH ORDINALITY AS asked (id, place) JOIN claim c ON c.newsroom_id = $1 AND c.id = asked.id
       JOIN article a ON a.newsroom_id = $1 AND a.id = c.article_id ORDER BY asked.place`,
      [tx.newsroomId, ids],
    );
  }

  /**
   * The verdicts of the claims, in the order of these and by time, as finished text, some claims at a time; of a withheld claim the
   * member's own alone. The next text is asked for while one is used.
   * @throws RangeError when a verdict has a rating or an author `words` does not know
   */
  async *texts(
    tx: Tx,
    claimIds: readonly string[],
    words: VerdictWords,
    withheld: ReadonlySet<string>,
    memberId: string,
  ): AsyncGenerator<string> {
    const { confidence, marks, tail } = words;
    const fixed = [JSON.stringify(words.members), JSON.stringify(words.ratings)];
    const ask = async (from: number) => {
      const ids = claimIds.slice(from, from + CLAIMS_AT_ONCE);
      const hidden = ids.filter((id) => withheld.has(id));
      const own = [JSON.stringify({ confidence, marks, tail }), memberId, words.separator];
      const [row] = await sql<WrittenRow>(tx, TEXT[words.syntax], [tx.newsroomId, ids, ...fixed, hidden, ...own]);
      return row!;
    };
    await sql(tx, HASHED);
    let coming = ask(0);
    for (let from = 0; from < claimIds.length; from += CLAIMS_AT_ONCE) {
      const { text, verdicts, lines } = await coming;
      if (lines !== verdicts) throw new RangeError('a verdict has a rating or an author that nothing names');
      coming = ask(from + CLAIMS_AT_ONCE);
      coming.catch(() => undefined); // told where it is awaited, if it ever is
      if (text !== null) yield text;
    }
  }
}

interface WrittenRow {
  readonly text: string | null;
  readonly verdicts: number;
  /** A verdict whose words are missing has none. */
  readonly lines: number;
}

/** Conditions on claim `c` and article `a`. */
function examined({ newsroomId }: Tx, scope: VerdictScope): Conditions {
  const conditions = new Conditions().add('c.newsroom_id = ?', newsroomId);
  if ('articleIds' in scope) conditions.add('c.article_id = ANY (?)', scope.articleIds);
  else if ('claimIds' in scope) conditions.add('c.id = ANY (?)', scope.claimIds);
  else claimConditions(newsroomId, scope.filter, scope.memberId, conditions);
  return conditions.add("c.disposition = ? AND (a.kind = 'draft' OR c.selected)", 'active');
}

const textOf = ({ before, between, evidence, line }: (typeof SYNTAX)['csv' | 'json']) => `
WITH s AS MATERIALIZED (
  SELECT s.*, ${before} AS before, ${between} AS between FROM (
    SELECT asked.place, c.id, c.article_id, c.quote, c.state, c.text_hash, c.verifies, a.title, a.kind
    FROM unnest($2::uuid[]) WITH ORDINALITY AS asked (id, place)
    JOIN claim c ON c.newsroom_id = $1 AND c.id = ANY ($2) AND c.id = asked.id
    JOIN article a ON a.newsroom_id = $1 AND a.id = c.article_id) s
), given AS MATERIALIZED (
  SELECT id, claim_id, reviewer_id, rating, confidence, rationale, text_hash, verifies, informed, supersedes_id, created_at
  FROM verdict WHERE newsroom_id = $1 AND claim_id = ANY ($2)
), written AS (
  SELECT s.place, v.created_at, v.id, ${line} AS line
  FROM given v JOIN s ON s.id = v.claim_id
  LEFT JOIN json_to_recordset($3) AS m (id uuid, text text) ON m.id = v.reviewer_id
  LEFT JOIN json_to_recordset($4) AS r (kind text, key text, text text) ON r.kind = s.kind AND r.key = v.rating
  LEFT JOIN unnest($5::uuid[]) AS hidden (id) ON hidden.id = s.id
  LEFT JOIN (SELECT verdict_id FROM verdict_withdrawal
    WHERE newsroom_id = $1 AND verdict_id = ANY (ARRAY(SELECT id FROM given))) w ON w.verdict_id = v.id
  LEFT JOIN (SELECT DISTINCT supersedes_id FROM given) l ON l.supersedes_id = v.id
  LEFT JOIN (SELECT e.verdict_id, ${evidence} AS ids FROM verdict_evidence e
    WHERE e.newsroom_id = $1 AND e.verdict_id = ANY (ARRAY(SELECT id FROM given)) GROUP BY e.verdict_id) x ON x.verdict_id = v.id
  WHERE hidden.id IS NULL OR v.reviewer_id = $7
)
SELECT string_agg(line, $8 ORDER BY place, created_at, id) AS text, count(*)::int AS verdicts, count(line)::int AS lines FROM written`;
const TEXT = { csv: textOf(SYNTAX.csv), json: textOf(SYNTAX.json) };
