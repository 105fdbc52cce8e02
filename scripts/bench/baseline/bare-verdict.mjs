// A verdict as one would write it by hand: nine prepared statements in one transaction, as the app role under row-level security.
// The rows are those the server writes; what its rules would read before they allow it is not read.
import { canonicalJson, payloadCommit } from '#ledger';
import { newId, sha256 } from '#platform';
import { randomBytes } from 'node:crypto';

const STATEMENTS = {
  open: 'SELECT * FROM begin_unit($1, $2, $3, $4, $5)',
  lock: 'SELECT version, text_hash FROM claim WHERE newsroom_id = $1 AND id = $2 FOR UPDATE',
  verdict: `INSERT INTO verdict (newsroom_id, id, claim_id, reviewer_id, assignment_id, rating, stance, confidence, rationale, text_hash,
      verifies, informed) VALUES ($1, $2, $3, $4, $5, 'true', 'supports', 'high', $6, $7, 'substance', false)`,
  cite: 'INSERT INTO verdict_evidence (newsroom_id, verdict_id, evidence_id) VALUES ($1, $2, $3)',
  submit: `UPDATE assignment SET status = 'submitted', version = version + 1, updated_at = now()
      WHERE newsroom_id = $1 AND id = $2 AND version = 1`,
  close: 'SELECT finish_unit($1, $2, $3, $4, $5, $6, $7, $8, $9) AS seq',
};

export async function bareVerdict(pool, { newsroomId, reviewerId, claimId, evidenceId, assignmentId, rationale }) {
  const id = newId();
  const key = newId();
  const hash = sha256(key).toString('hex');
  const client = await pool.connect();
  const run = (name, values) => client.query({ name, text: STATEMENTS[name], values });
  try {
    await client.query('BEGIN');
    await run('open', [newsroomId, reviewerId, 'giveVerdict', key, hash]);
    const [claim] = (await run('lock', [newsroomId, claimId])).rows;
    await run('verdict', [newsroomId, id, claimId, reviewerId, assignmentId, rationale, claim.text_hash]);
    await run('cite', [newsroomId, id, evidenceId]);
    const { rowCount } = await run('submit', [newsroomId, assignmentId]);
    if (rowCount !== 1) throw new Error('the assignment was not there');
    const stored = { id, claimId, reviewerId, assignmentId, rationale, rating: 'true', stance: 'supports' };
    const verdict = {
      ...stored,
      confidence: 'high',
      textHash: claim.text_hash,
      verifies: 'substance',
      evidenceIds: [evidenceId],
    };
    const changes = [
      leaf('verdict.given', 'verdict', id, claimId, verdict),
      leaf('assignment.submitted', 'assignment', assignmentId, claimId, { status: 'submitted' }),
    ];
    const actor = canonicalJson({ credential: key, kind: 'person', member: reviewerId, via: 'token' });
    const unit = [newsroomId, reviewerId, actor, key, JSON.stringify(changes)];
    await run('close', [...unit, 'giveVerdict', key, hash, JSON.stringify(verdict)]);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

function leaf(action, type, id, claimId, payload) {
  const salt = randomBytes(32);
  const commit = payloadCommit(salt, payload);
  return { action, type, id, payload: canonicalJson(payload), salt: salt.toString('hex'), commit, claimId };
}
