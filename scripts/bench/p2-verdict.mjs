import pg from 'pg';
import { newId } from '#platform';
import { bareVerdict } from './baseline/bare-verdict.mjs';
import { openLines } from './measure/http.line.mjs';
import { alternated, throughput } from './measure/slices.mjs';
import { assignmentId, claimId, evidenceId } from './seed/articles.mjs';
import { seedNewsrooms } from './seed/newsrooms.mjs';
import { settle } from './seed/settle.mjs';
import { connected } from './stage/cluster.mjs';

const WRITERS = 16;
const REACH = 0.35;

/** A verdict over HTTP with everything that belongs to it, against the same writes from Node with `pg`. */
export const row = {
  id: 'P2',
  title:
    'POST verdict with ledger, outbox and idempotency row, against the same statements in one transaction, verdicts/s',
  reach: `≥ ${REACH} (aim 0.40)`,
  async run(stage) {
    const slice = stage.quick ? 400 : 1_200;
    const pairs = stage.quick ? 3 : 6;
    const results = [];
    for (const newsrooms of [1, 50]) results.push(await verdicts(stage, newsrooms, slice, pairs));
    return results;
  },
};

async function verdicts(stage, newsrooms, slice, pairs) {
  const database = await stage.emptyDatabase();
  const wanted = slice * (2 * pairs + 2);
  const desks = await seeded(database, newsrooms, Math.ceil(wanted / newsrooms));
  const server = await stage.serve(database, { ISNAD_POOL_SIZE: String(WRITERS) });
  const lines = await openLines(WRITERS, server.port);
  const pool = new pg.Pool({ connectionString: database.appUrl, max: WRITERS });
  // Each verdict is the first on a claim of its own: newsroom by newsroom in turn, claim after claim.
  let taken = 0;
  const next = () => {
    const number = taken++;
    return { desk: desks[number % desks.length], claim: 1 + Math.floor(number / desks.length) };
  };
  const ours = () => throughput(slice, WRITERS, (_, lane) => overHttp(lines[lane], next()));
  const baseline = () => throughput(slice, WRITERS, () => bareVerdict(pool, cited(next())));
  await ours();
  await baseline();
  const measured = await alternated(pairs, ours, baseline);
  for (const line of lines) line.close();
  await pool.end();
  await server.stop();
  const name = `${newsrooms === 1 ? 'one newsroom' : `${newsrooms} newsrooms`}, ${WRITERS} writers`;
  return { name, unit: '/s', ...measured, reached: measured.ratio >= REACH };
}

async function seeded(database, newsrooms, claimsEach) {
  const client = await connected(database.superuserUrl);
  try {
    const desks = await seedNewsrooms(client, newsrooms, claimsEach);
    await settle(client);
    return desks;
  } finally {
    await client.end();
  }
}

const RATIONALE = 'الجدول الرابع في نشرة مكتب الإحصاء يذكر الرقم نفسه للعام نفسه';

function cited({ desk, claim }) {
  const ids = { claimId: claimId(claim), evidenceId: evidenceId(claim), assignmentId: assignmentId(claim) };
  return { newsroomId: desk.id, reviewerId: desk.reviewer.id, rationale: RATIONALE, ...ids };
}

async function overHttp(line, { desk, claim }) {
  const body = { rating: 'true', confidence: 'high', rationale: RATIONALE, evidenceIds: [evidenceId(claim)] };
  const headers = { authorization: `Bearer ${desk.reviewer.token}`, 'idempotency-key': newId() };
  const path = `/api/v1/claims/${claimId(claim)}/verdicts`;
  const answer = await line.request('POST', path, headers, JSON.stringify(body));
  if (answer.status !== 201) throw new Error(`a verdict was answered ${answer.status}: ${answer.body}`);
}
