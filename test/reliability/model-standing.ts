export interface VerdictRow {
  readonly id: string;
  readonly by: string;
  readonly stance: 'supports' | 'disputes' | 'unproven';
  readonly informed: boolean;
  readonly evidence: readonly string[];
}
export interface Item {
  readonly id: string;
  readonly source: string;
  readonly url: string | null;
  readonly from_evidence: string | null;
  readonly from_source: string | null;
}
export interface EvidenceRow extends Item {
  readonly stance: 'supports' | 'refutes' | 'context';
  readonly primary: boolean;
  readonly countable: boolean;
}
export interface DecisionRow {
  readonly id: string;
  readonly to: string;
  readonly by: string | null;
  readonly hash: string;
  readonly rationale: string | null;
  readonly rating: string | null;
  readonly overridden: readonly string[];
  readonly adjudicated: readonly string[];
  readonly at: string;
}
/** One claim with the rows that its state must rest on. */
export interface Standing {
  readonly id: string;
  readonly state: 'needs-source' | 'verified' | 'disputed';
  readonly closure: { kind: string; searchLog?: readonly unknown[]; recheckAt?: string } | null;
  readonly tier: 'A' | 'B' | 'C';
  readonly hash: string;
  readonly rating: string | null;
  readonly named: boolean;
  /** An outlet vouches for whoever said it. */
  readonly vouched: boolean;
  /** As written, and whom extraction found it attributed to. */
  readonly sentence: string;
  readonly links: readonly { readonly role: string; readonly type: string; readonly name: string }[];
  readonly outlet: string | null;
  readonly authors: readonly string[];
  /** Current ones only: on these words and this question, neither replaced nor taken back. */
  readonly verdicts: readonly VerdictRow[];
  /** Standing ones only. */
  readonly evidence: readonly EvidenceRow[];
  /** The latest decision, and everything adjudicated before. */
  readonly last: DecisionRow | null;
  readonly adjudicated: readonly string[];
  readonly queries: readonly { readonly from: string; readonly to: string | null }[];
  readonly anchor: string;
}

export const STANDING = `
  SELECT c.id, c.state, c.closure, c.tier, c.text_hash AS hash, c.rating, c.anchor_status AS anchor,
    coalesce((SELECT jsonb_agg(jsonb_build_object('from', q.created_at, 'to', q.resolved_at)) FROM query q WHERE q.claim_id = c.id), '[]') AS queries, c.author_ids || a.author_ids AS authors,
    a.outlet_source_id AS outlet, c.context AS sentence, coalesce(c.attribution->'links', '[]') AS links,
    coalesce(NOT (c.attribution->>'anonymous')::boolean AND jsonb_path_exists(c.attribution, '$.links[*] ? (@.type != "anonymous")'), false) AS named,
    coalesce(jsonb_path_exists(c.attribution, '$.links[*] ? (@.role == "outlet" && @.type != "anonymous")'), false) AS vouched,
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', v.id, 'by', v.reviewer_id, 'stance', v.stance, 'informed', v.informed,
        'evidence', coalesce((SELECT jsonb_agg(e.evidence_id) FROM verdict_evidence e WHERE e.verdict_id = v.id), '[]')))
      FROM verdict v WHERE v.claim_id = c.id AND v.text_hash = c.text_hash AND v.verifies = c.verifies
        AND NOT EXISTS (SELECT FROM verdict n WHERE n.supersedes_id = v.id)
        AND NOT EXISTS (SELECT FROM verdict_withdrawal w WHERE w.verdict_id = v.id)), '[]') AS verdicts,
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', e.id, 'stance', e.stance, 'source', e.source_id, 'url', e.url,
        'from_evidence', e.derives_from_evidence_id, 'from_source', e.derives_from_source_id,
        'primary', s.type IN ('document', 'dataset', 'recording', 'observation'),
        'countable', e.is_primary OR e.capture_id IS NOT NULL OR (e.url IS NOT NULL AND e.quote <> '')))
      FROM evidence e JOIN source s ON s.newsroom_id = e.newsroom_id AND s.id = e.source_id
      WHERE e.claim_id = c.id AND e.withdrawn_at IS NULL), '[]') AS evidence,
    (SELECT jsonb_build_object('id', d.id, 'to', d.to_state, 'by', d.decided_by, 'hash', d.text_hash, 'rationale', d.rationale, 'at', d.created_at, 'rating', d.rating,
        'overridden', jsonb_path_query_array(d.overrides, '$[*].requirement'),
        'adjudicated', jsonb_path_query_array(d.adjudication, '$[*].verdictId'))
      FROM decision d WHERE d.claim_id = c.id ORDER BY d.created_at DESC, d.id DESC LIMIT 1) AS last,
    coalesce((SELECT jsonb_agg(j->>'verdictId') FROM decision d, jsonb_array_elements(d.adjudication) j WHERE d.claim_id = c.id), '[]')
      AS adjudicated
  FROM claim c JOIN article a ON a.newsroom_id = c.newsroom_id AND a.id = c.article_id
  WHERE c.article_id = ANY ($1) AND (c.state <> 'needs-source' OR c.closure IS NOT NULL)`;
