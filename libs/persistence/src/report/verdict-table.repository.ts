import type { AssignmentStatus, ClaimState, Closure, Tier, Verifies } from '#domain';
import { claimConditions, type ClaimFilter } from '../claim/claim.repository.js';
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
}

/** Lines that cross at once, and the memory the server may sort them in before it takes the disk. */
const LINES_AT_ONCE = 2_000;
const SORT_MEMORY = '48MB';

const AT = `to_char(v.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const OUTDATED = '(v.text_hash <> s.text_hash OR v.verifies <> s.verifies)';

/** The claim's share of a row is written once a claim, the rest once a verdict. `$5` holds the fixed texts. */
const SYNTAX = {
  csv: {
    before: `s.id || ',' || s.article_id || ',' || csv_cell(s.title) || ',' || csv_cell(s.quote) || ',' || s.state || ','`,
    between: `''`,
    evidence: `string_agg(e.evidence_id::text, ' ' ORDER BY e.evidence_id)`,
    line: `v.id || ',' || s.before || m.text || ',' || r.text || ',' || ($5::jsonb -> 'confidence' ->> v.confidence) || ','
      || csv_cell(v.rationale) || ',' || ($5::jsonb -> 'marks' ->> (${OUTDATED}::int + 2 * v.informed::int
        + 4 * (l.supersedes_id IS NOT NULL)::int + 8 * (w.verdict_id IS NOT NULL)::int))
      || ',' || coalesce(x.ids, '') || ',' || ${AT} || ($5::jsonb ->> 'tail')`,
  },
  json: {
    before: `'{"articleId":"' || s.article_id || '","articleKind":"' || s.kind || '","articleTitle":' || to_json(s.title) || ',"at":"'`,
    between: `'","claimId":"' || s.id || '","claimQuote":' || to_json(s.quote) || ',"claimState":"' || s.state || '","confidence":"'`,
    evidence: `'"' || string_agg(e.evidence_id::text, '","' ORDER BY e.evidence_id) || '"'`,
    line: `s.before || ${AT} || s.between || ($5::jsonb -> 'confidence' ->> v.confidence) || '","evidenceIds":[' || coalesce(x.ids, '')
      || '],"id":"' || v.id || '","informed":' || v.informed || ',"outdated":' || ${OUTDATED} || ',"rating":' || r.text
      || ',"rationale":' || to_json(v.rationale) || ',"reviewer":' || m.text || ',"superseded":' || (l.supersedes_id IS NOT NULL)
      || ',"withdrawn":' || (w.verdict_id IS NOT NULL) || ($5::jsonb ->> 'tail')`,
  },
} as const;

/** Verdicts by the hundred thousand: the database writes the rows, nobody holds them. */
export class VerdictTableRepository {
  /** Articles in the scope, in order of their ids. */
  async articles(tx: Tx, scope: VerdictScope): Promise<string[]> {
    const { where, parameters } = examined(tx, scope);
    const rows = await sql<{ id: string }>(
      tx,
      `SELECT DISTINCT c.article_id AS id FROM claim c JOIN article a ON a.newsroom_id = c.newsroom_id AND a.id = c.article_id
       WHERE ${where} ORDER BY 1`,
      parameters,
    );
    return rows.map(({ id }) => id);
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
   * The verdicts of the scope by article, claim in text order, and time, as finished lines, some at a time; of a withheld claim
   * the member's own alone. The next lines are asked for while these are used.
   * @throws RangeError when a verdict has a rating or an author `words` does not know
   */
  async *lines(
    tx: Tx,
    scope: VerdictScope,
    words: VerdictWords,
    withheld: readonly string[],
    memberId: string,
  ): AsyncGenerator<string[]> {
    await sql(tx, `SELECT set_config('work_mem', $1, true)`, [SORT_MEMORY]);
    const conditions = examined(tx, scope, [
      JSON.stringify(words.members),
      JSON.stringify(words.ratings),
      withheld,
      JSON.stringify({ confidence: words.confidence, marks: words.marks, tail: words.tail }),
      memberId,
    ]);
    await sql(
      tx,
      `DECLARE verdict_line NO SCROLL CURSOR FOR ${linesOf(words.syntax, conditions.where)}`,
      conditions.parameters,
    );
    const fetch = () => sql<{ line: string | null }>(tx, `FETCH ${LINES_AT_ONCE} FROM verdict_line`);
    let coming = fetch();
    try {
      for (;;) {
        const rows = await coming;
        if (rows.length === 0) return;
        coming = fetch();
        coming.catch(() => undefined); // told where it is awaited
        yield rows.map(({ line }) => {
          if (line === null) throw new RangeError('a verdict has a rating or an author that nothing names');
          return line;
        });
      }
    } finally {
      await coming.then(
        () => sql(tx, 'CLOSE verdict_line'),
        () => undefined, // the transaction has failed, and the cursor with it
      );
    }
  }
}

/** Conditions on claim `c` and article `a`; `before` takes the parameters after `$1`, which is the newsroom. */
function examined({ newsroomId }: Tx, scope: VerdictScope, before: readonly unknown[] = []): Conditions {
  const conditions = new Conditions().add('c.newsroom_id = ?', newsroomId);
  conditions.parameters.push(...before);
  if ('articleIds' in scope) conditions.add('c.article_id = ANY (?)', scope.articleIds);
  else if ('claimIds' in scope) conditions.add('c.id = ANY (?)', scope.claimIds);
  else claimConditions(newsroomId, scope.filter, scope.memberId, conditions);
  return conditions.add("c.disposition = ? AND (a.kind = 'draft' OR c.selected)", 'active');
}

const linesOf = (syntax: VerdictWords['syntax'], where: string) => `
WITH s AS MATERIALIZED (
  SELECT s.*, ${SYNTAX[syntax].before} AS before, ${SYNTAX[syntax].between} AS between FROM (
    SELECT c.id, c.article_id, c.position, c.quote, c.state, c.text_hash, c.verifies, a.title, a.kind
    FROM claim c JOIN article a ON a.newsroom_id = c.newsroom_id AND a.id = c.article_id WHERE ${where}) s
)
SELECT ${SYNTAX[syntax].line} AS line
FROM s JOIN verdict v ON v.newsroom_id = $1 AND v.claim_id = s.id
LEFT JOIN jsonb_to_recordset($2) AS m (id uuid, text text) ON m.id = v.reviewer_id
LEFT JOIN jsonb_to_recordset($3) AS r (kind text, key text, text text) ON r.kind = s.kind AND r.key = v.rating
LEFT JOIN unnest($4::uuid[]) AS hidden (id) ON hidden.id = s.id
LEFT JOIN verdict_withdrawal w ON w.newsroom_id = $1 AND w.verdict_id = v.id
LEFT JOIN (SELECT DISTINCT later.supersedes_id FROM s JOIN verdict later ON later.newsroom_id = $1 AND later.claim_id = s.id
  WHERE later.supersedes_id IS NOT NULL) l ON l.supersedes_id = v.id
LEFT JOIN (SELECT e.verdict_id, ${SYNTAX[syntax].evidence} AS ids FROM s
  JOIN verdict cited ON cited.newsroom_id = $1 AND cited.claim_id = s.id
  JOIN verdict_evidence e ON e.newsroom_id = $1 AND e.verdict_id = cited.id GROUP BY e.verdict_id) x ON x.verdict_id = v.id
WHERE hidden.id IS NULL OR v.reviewer_id = $6
ORDER BY s.article_id, s.position, s.id, v.created_at, v.id`;
