import type { AssignmentStatus, ClaimState, Closure, Tier, Verifies } from '#domain';
import { claimConditions, type ClaimFilter } from '../claim/claim.filter.js';
import { Conditions } from '../unit-of-work/conditions.js';
import { sql, streamed, type Tx } from '../unit-of-work/tx.js';
import { CHOOSE, SETTINGS, verdictLines, type VerdictWords } from './verdict-table.statement.js';

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

/** Claims whose verdicts are written by one statement: enough for planning it not to matter, and few enough to sort in memory. */
const CLAIMS_AT_ONCE = 2_000;

/** Verdicts by the hundred thousand: the database writes the rows, nobody holds them. */
export class VerdictTableRepository {
  /** Articles with a claim examined in the scope. */
  async articles(tx: Tx, scope: VerdictScope): Promise<string[]> {
    const { where, parameters } = examined(tx, scope);
    const rows = await sql<{ id: string }>(
      tx,
      `SELECT DISTINCT c.article_id AS id FROM ${FROM} WHERE ${where} ORDER BY id`,
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
       FROM ${FROM}
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
   * The verdicts of the claims examined in the scope, by article, in text order and by time, as finished lines in UTF-8, some at a
   * time; of a withheld claim the member's own alone. What is yielded is valid until the next is asked for. The transaction must be a
   * snapshot.
   * @throws RangeError when a verdict has a rating or an author `words` does not know
   */
  async *lines(
    tx: Tx,
    scope: VerdictScope,
    words: VerdictWords,
    withheld: ReadonlySet<string>,
    memberId: string,
  ): AsyncGenerator<Buffer> {
    const { where, parameters } = examined(tx, scope);
    const separator = words.separator === '' ? undefined : words.separator.charCodeAt(0);
    const copy = verdictLines(tx.newsroomId, memberId, words);
    const fetch = () => sql<{ ids: string }>(tx, 'FETCH 1 FROM examined').then(([row]) => row?.ids);
    const [, , first] = await Promise.all([sql(tx, inSlices(where), parameters), sql(tx, SETTINGS), fetch()]);
    let continues = false;
    for (let ids = first; ids !== undefined;) {
      const hidden =
        withheld.size === 0
          ? ''
          : ids
              .split(',')
              .filter((id) => withheld.has(id))
              .join(',');
      const [, next] = await Promise.all([sql(tx, CHOOSE, [`{${ids}}`, `{${hidden}}`]), fetch()]);
      for await (const lines of streamed(tx, copy, separator, continues)) {
        continues = true;
        yield lines;
      }
      ids = next;
    }
    await sql(tx, 'CLOSE examined');
  }
}

const FROM = 'claim c JOIN article a ON a.newsroom_id = c.newsroom_id AND a.id = c.article_id';

/** A cursor over the claims' ids, so many in one text: what the worker would only hand back is nothing it should take apart. */
const inSlices = (where: string) => `DECLARE examined NO SCROLL CURSOR FOR
  SELECT string_agg(id::text, ',' ORDER BY place) AS ids FROM (
    SELECT c.id, row_number() OVER (ORDER BY c.article_id, c.position, c.id) AS place FROM ${FROM} WHERE ${where}) numbered
  GROUP BY (place - 1) / ${CLAIMS_AT_ONCE} ORDER BY (place - 1) / ${CLAIMS_AT_ONCE}`;

/** Conditions on claim `c` and article `a`. */
function examined({ newsroomId }: Tx, scope: VerdictScope): Conditions {
  const conditions = new Conditions().add('c.newsroom_id = ?', newsroomId);
  if ('articleIds' in scope) conditions.add('c.article_id = ANY (?)', scope.articleIds);
  else if ('claimIds' in scope) conditions.add('c.id = ANY (?)', scope.claimIds);
  else claimConditions(newsroomId, scope.filter, scope.memberId, conditions);
  return conditions.add("c.disposition = ? AND (a.kind = 'draft' OR c.selected)", 'active');
}
