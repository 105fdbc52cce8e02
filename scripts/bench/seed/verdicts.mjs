// Verdicts in bulk on the claims of a newsroom, and the leaf of its founding, which every report names.
import { claimId, evidenceId, assignmentId } from './articles.mjs';

const RATIONALE = 'الجدول الرابع في نشرة مكتب الإحصاء يذكر الرقم نفسه للعام نفسه، وقد راجعناه في نسخة محفوظة';

/** Spread evenly over the claims a report examines, each citing the claim's evidence. */
export async function seedVerdicts(client, { id, reviewer }, count) {
  const { rows } = await client.query(
    "SELECT id FROM claim WHERE newsroom_id = $1 AND disposition = 'active' AND selected ORDER BY id",
    [id],
  );
  const numbers = rows.map((row) => parseInt(row.id.slice(-12), 16));
  await client.query('ALTER TABLE verdict DISABLE TRIGGER leaf_required');
  await client.query(
    `INSERT INTO verdict (newsroom_id, id, claim_id, reviewer_id, assignment_id, rating, stance, confidence, rationale, text_hash,
       verifies, informed, created_at)
     SELECT $1, ('019ad000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, t.claim_id, $2, t.assignment_id, 'true', 'supports', 'high',
       $3, c.text_hash, 'substance', false, now() - make_interval(secs => $4 - n)
     FROM generate_series(1, $4::int) n
     JOIN unnest($5::uuid[], $6::uuid[]) WITH ORDINALITY AS t (claim_id, assignment_id, place) ON t.place = 1 + n % $7
     JOIN claim c ON c.newsroom_id = $1 AND c.id = t.claim_id`,
    [id, reviewer.id, RATIONALE, count, numbers.map(claimId), numbers.map(assignmentId), numbers.length],
  );
  await client.query(
    `INSERT INTO verdict_evidence SELECT v.newsroom_id, v.id, t.evidence_id FROM verdict v
     JOIN unnest($2::uuid[], $3::uuid[]) AS t (claim_id, evidence_id) ON t.claim_id = v.claim_id WHERE v.newsroom_id = $1`,
    [id, numbers.map(claimId), numbers.map(evidenceId)],
  );
  await client.query('ALTER TABLE verdict ENABLE TRIGGER leaf_required');
  await client.query('BEGIN');
  await client.query("SELECT set_config('app.newsroom', $1, true)", [id]);
  const leaf = {
    action: 'newsroom.founded',
    type: 'newsroom',
    id,
    payload: '{}',
    salt: '00'.repeat(32),
    commit: '00'.repeat(32),
  };
  const actor = '{"credential":null,"kind":"system","member":null,"via":"cli"}';
  await client.query('SELECT ledger_append($1, $2, NULL, $3, $4)', [id, actor, 'seeding', JSON.stringify([leaf])]);
  await client.query('COMMIT');
}
