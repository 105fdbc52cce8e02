import type { Anonymity, SocialPost, Translation } from '#domain';
import { instant } from '../database/instant.js';
import { sql, type Tx } from '../unit-of-work/tx.js';

export interface VerdictFactRow {
  id: string;
  reviewerId: string;
  rating: string;
  stance: 'supports' | 'disputes' | 'unproven';
  confidence: 'low' | 'medium' | 'high';
  rationale: string;
  evidenceIds: string[];
  textHash: string;
  verifies: 'attribution' | 'substance';
  informed: boolean;
  supersedesId: string | null;
  supersededBy: string | null;
  checklist: string[];
  precedentId: string | null;
  withdrawn: boolean;
  adjudicated: boolean;
  createdAt: string;
}

export interface EvidenceFactRow {
  id: string;
  claimId: string;
  sourceId: string;
  stance: 'supports' | 'refutes' | 'context';
  locator: string;
  url: string | null;
  quote: string | null;
  captureId: string | null;
  primary: boolean;
  derivesFromEvidenceId: string | null;
  derivesFromSourceId: string | null;
  derivesHow: string | null;
  withdrawn: boolean;
  authorId: string;
  post: SocialPost | null;
  translation: Translation | null;
}

export interface SourceFactRow {
  id: string;
  type: string;
  ownerId: string | null;
  derivesFromId: string | null;
  vouchedById: string | null;
  anonymity: Anonymity | null;
  approved: boolean;
}

export interface AssignmentFactRow {
  id: string;
  version: number;
  reviewerId: string;
  status: string;
  createdAt: string;
  dueAt: string | null;
}

export interface DecisionFactRow {
  id: string;
  deciderId: string;
  toState: string;
  rating: string | null;
  overrides: { requirement: string }[];
}

/** Everything the rules read about one claim, as rows. */
export interface ClaimFactRows {
  verdicts: VerdictFactRow[];
  evidence: EvidenceFactRow[];
  otherEvidence: EvidenceFactRow[];
  sources: SourceFactRow[];
  assignments: AssignmentFactRow[];
  decision: DecisionFactRow | null;
  /** Whether the claim was decided once in the words it has now. */
  decidedOnTheseWords: boolean;
  /** Sources under a notice, and items: those it names, and those that cite the same page of the same source. */
  noticed: string[];
  openQueries: number;
  activePeople: number;
  /** When the transaction began, by the database's clock: the moment of everything it writes. */
  at: string;
}

const EVIDENCE_COLUMNS = `e.id, e.claim_id AS "claimId", e.source_id AS "sourceId", e.stance, e.locator, e.url, e.quote,
  e.capture_id AS "captureId", e.is_primary AS "primary", e.derives_from_evidence_id AS "derivesFromEvidenceId",
  e.derives_from_source_id AS "derivesFromSourceId", e.derives_how AS "derivesHow", e.withdrawn_at IS NOT NULL AS withdrawn,
  e.author_id AS "authorId", e.post, e.translation`;

const list = (select: string) => `coalesce((SELECT json_agg(row_to_json(r)) FROM (${select}) r), '[]')`;

/**
 * One statement: it runs under the claim's lock on every write. `$1` is the newsroom; the article's own outlet belongs to what the
 * rules need of the register.
 */
const facts = (claim: string, outlet: string) => `
WITH RECURSIVE own AS (
  SELECT e.* FROM evidence e WHERE e.newsroom_id = $1 AND e.claim_id = ${claim}
), derived AS (
  SELECT e.* FROM evidence e JOIN own o ON e.newsroom_id = o.newsroom_id AND e.id = o.derives_from_evidence_id
  UNION
  SELECT e.* FROM evidence e JOIN derived d ON e.newsroom_id = d.newsroom_id AND e.id = d.derives_from_evidence_id
), reached AS (
  SELECT s.id, s.type, s.owner_id, s.derives_from_id, s.vouched_by_id, s.anonymity, s.approved_by FROM source s
  WHERE s.newsroom_id = $1 AND (s.id = ${outlet} OR s.id IN (
    SELECT source_id FROM own UNION SELECT derives_from_source_id FROM own
    UNION SELECT source_id FROM derived UNION SELECT derives_from_source_id FROM derived))
  UNION
  SELECT s.id, s.type, s.owner_id, s.derives_from_id, s.vouched_by_id, s.anonymity, s.approved_by
  FROM reached r JOIN source s ON s.newsroom_id = $1 AND s.id IN (r.derives_from_id, r.vouched_by_id, r.owner_id)
)
SELECT
  ${list(`SELECT v.id, v.reviewer_id AS "reviewerId", v.rating, v.stance, v.confidence, v.rationale, v.text_hash AS "textHash", v.verifies, v.informed,
    v.supersedes_id AS "supersedesId", v.checklist, v.precedent_id AS "precedentId", ${instant('v.created_at')} AS "createdAt",
    (SELECT later.id FROM verdict later WHERE later.newsroom_id = v.newsroom_id AND later.claim_id = v.claim_id AND later.supersedes_id = v.id LIMIT 1) AS "supersededBy",
    EXISTS (SELECT 1 FROM verdict_withdrawal w WHERE w.newsroom_id = v.newsroom_id AND w.verdict_id = v.id) AS withdrawn,
    EXISTS (SELECT 1 FROM decision d WHERE d.newsroom_id = v.newsroom_id AND d.claim_id = v.claim_id
      AND d.adjudication @> jsonb_build_array(jsonb_build_object('verdictId', v.id))) AS adjudicated,
    coalesce((SELECT json_agg(x.evidence_id ORDER BY x.evidence_id) FROM verdict_evidence x
      WHERE x.newsroom_id = v.newsroom_id AND x.verdict_id = v.id), '[]') AS "evidenceIds"
    FROM verdict v WHERE v.newsroom_id = $1 AND v.claim_id = ${claim} ORDER BY v.created_at, v.id`)} AS verdicts,
  ${list(`SELECT ${EVIDENCE_COLUMNS} FROM own e ORDER BY e.created_at, e.id`)} AS evidence,
  ${list(`SELECT ${EVIDENCE_COLUMNS} FROM derived e WHERE e.claim_id <> ${claim}`)} AS "otherEvidence",
  ${list(`SELECT id, type, owner_id AS "ownerId", derives_from_id AS "derivesFromId", vouched_by_id AS "vouchedById", anonymity, approved_by IS NOT NULL AS approved FROM reached`)} AS sources,
  ${list(`SELECT a.id, a.version, a.reviewer_id AS "reviewerId", a.status, ${instant('a.created_at')} AS "createdAt", ${instant('a.due_at')} AS "dueAt"
    FROM assignment a WHERE a.newsroom_id = $1 AND a.claim_id = ${claim} ORDER BY a.created_at, a.id`)} AS assignments,
  (SELECT row_to_json(r) FROM (SELECT d.id, d.decided_by AS "deciderId", d.to_state AS "toState", d.rating, d.overrides FROM decision d
    WHERE d.newsroom_id = $1 AND d.claim_id = ${claim} AND d.decided_by IS NOT NULL ORDER BY d.created_at DESC, d.id DESC LIMIT 1) r) AS decision,
  EXISTS (SELECT 1 FROM decision d JOIN claim c ON c.newsroom_id = d.newsroom_id AND c.id = d.claim_id AND c.text_hash = d.text_hash
    WHERE d.newsroom_id = $1 AND d.claim_id = ${claim} AND (d.to_state <> 'needs-source' OR d.closure IS NOT NULL)) AS "decidedOnTheseWords",
  coalesce((SELECT json_agg(id) FROM (
    SELECT n.source_id AS id FROM notice n WHERE n.newsroom_id = $1 AND n.type <> 'advisory' AND n.source_id IN (SELECT id FROM reached)
    UNION SELECT o.id FROM (SELECT * FROM own UNION SELECT * FROM derived) o
      JOIN evidence x ON x.newsroom_id = $1 AND (x.id = o.id OR (x.source_id = o.source_id AND x.url = o.url))
      JOIN notice n ON n.newsroom_id = $1 AND n.evidence_id = x.id AND n.type <> 'advisory') noticed), '[]') AS noticed,
  (SELECT count(*)::int FROM query q WHERE q.newsroom_id = $1 AND q.claim_id = ${claim} AND q.resolved_at IS NULL) AS "openQueries",
  (SELECT count(*)::int FROM member m WHERE m.newsroom_id = $1 AND m.active AND m.kind = 'person'
    AND m.roles && ARRAY['editor', 'head', 'reviewer']) AS "activePeople",
  ${instant('now()::timestamptz(3)')} AS at`;

const OF_ONE = facts(
  '$2',
  '(SELECT a.outlet_source_id FROM claim c JOIN article a ON a.newsroom_id = $1 AND a.id = c.article_id WHERE c.newsroom_id = $1 AND c.id = $2)',
);
const OF_MANY = `SELECT t.claim_id AS "claimId", f.* FROM unnest($2::uuid[], $3::uuid[]) AS t (claim_id, outlet_id)
  CROSS JOIN LATERAL (${facts('t.claim_id', 't.outlet_id')}) f`;

export class FactsRepository {
  async ofClaim(tx: Tx, claimId: string): Promise<ClaimFactRows> {
    const rows = await sql<ClaimFactRows>(tx, OF_ONE, [tx.newsroomId, claimId]);
    return rows[0]!;
  }

  /** The same of many claims in one round trip, by claim. */
  async ofClaims(
    tx: Tx,
    claims: readonly { readonly id: string; readonly outletSourceId: string | null }[],
  ): Promise<Map<string, ClaimFactRows>> {
    if (claims.length === 0) return new Map();
    const rows = await sql<ClaimFactRows & { claimId: string }>(tx, OF_MANY, [
      tx.newsroomId,
      claims.map(({ id }) => id),
      claims.map(({ outletSourceId }) => outletSourceId),
    ]);
    return new Map(rows.map((row) => [row.claimId, row]));
  }
}
