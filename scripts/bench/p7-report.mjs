import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '#platform';
import { copyOut } from '../../dist/libs/persistence/src/backup/copy.stream.js';
import { openLines } from './measure/http.line.mjs';
import { alternated, timed } from './measure/slices.mjs';
import { seedNewsrooms } from './seed/newsrooms.mjs';
import { settle } from './seed/settle.mjs';
import { seedVerdicts } from './seed/verdicts.mjs';
import { connected } from './stage/cluster.mjs';
import { peakMemory } from './stage/server.mjs';

const REACH = 2.5;
const MEMORY_MIB = 150;
/** Three of four claims are examined: about four verdicts each. */
const VERDICTS_A_CLAIM = 3;
/** The most a report on claims may have. */
const CLAIMS = 1000;

/**
 * From the request to the finished file. First the tables of all verdicts of a newsroom, whose columns COPY sends as they are: for
 * these the goal is. Then reports on a thousand claims, which tell of each what it rests on (requirements, origins of evidence,
 * decisions, place in the text), beside COPY of the same claims and their verdicts.
 */
export const row = {
  id: 'P7',
  title: 'CSV and JSON by the worker, against COPY of the same verdicts, ms; and the memory the worker takes',
  reach: `tables of verdicts ≤ ${REACH} (aim 2), RSS ≤ ${MEMORY_MIB} MiB`,
  async run(stage) {
    const verdicts = stage.quick ? 20_000 : 200_000;
    const database = await stage.emptyDatabase();
    const client = await connected(database.superuserUrl);
    const [desk] = await seedNewsrooms(client, 1, Math.ceil(verdicts / VERDICTS_A_CLAIM));
    await seedVerdicts(client, desk, verdicts);
    await settle(client);
    const claimIds = await examined(client);
    const server = await stage.serve(database);
    const worker = await stage.work(database);
    const [line] = await openLines(1, server.port);
    const results = [];
    const measure = async (scope, format, where, name, goal) => {
      const made = () => timed(() => report(line, desk.editor.token, scope, format));
      const copied = () => timed(() => drained(copyOut(client, COPY(where))));
      await made();
      await copied();
      const measured = await alternated(stage.quick ? 2 : 5, made, copied);
      const memory = Math.round((await peakMemory(worker.pid)) / 2 ** 20);
      const reached = goal ? measured.ratio <= REACH && memory <= MEMORY_MIB : undefined;
      results.push({ name: `${format}, ${name}, ${memory} MiB`, unit: 'ms', ...measured, memory, reached });
    };
    for (const format of ['verdicts-csv', 'verdicts-json'])
      await measure({ filter: {} }, format, 'true', `${verdicts} verdicts`, true);
    const named = `c.id IN (${claimIds.map((id) => `'${id}'`).join(', ')})`;
    for (const format of ['csv', 'json'])
      await measure({ claimIds }, format, named, `${claimIds.length} claims`, false);
    line.close();
    await worker.stop();
    await server.stop();
    await client.end();
    return results;
  },
};

async function examined(client) {
  const { rows } = await client.query(
    `SELECT id FROM claim WHERE disposition = 'active' AND selected ORDER BY id LIMIT ${CLAIMS}`,
  );
  return rows.map(({ id }) => id);
}

/** The same columns in the same order of rows, codes instead of words. */
export const COPY = (where) => `COPY (
  SELECT v.id, v.claim_id, c.article_id, a.title, c.quote, c.state, m.name, v.rating, v.confidence, v.rationale,
    v.text_hash <> c.text_hash OR v.verifies <> c.verifies, v.informed, l.supersedes_id IS NOT NULL, w.verdict_id IS NOT NULL, x.ids,
    v.created_at
  FROM claim c JOIN article a ON a.newsroom_id = c.newsroom_id AND a.id = c.article_id
  JOIN verdict v ON v.newsroom_id = c.newsroom_id AND v.claim_id = c.id
  JOIN member m ON m.newsroom_id = v.newsroom_id AND m.id = v.reviewer_id
  LEFT JOIN verdict_withdrawal w ON w.newsroom_id = v.newsroom_id AND w.verdict_id = v.id
  LEFT JOIN (SELECT DISTINCT supersedes_id FROM verdict WHERE supersedes_id IS NOT NULL) l ON l.supersedes_id = v.id
  LEFT JOIN (SELECT verdict_id, string_agg(evidence_id::text, ' ') AS ids FROM verdict_evidence GROUP BY verdict_id) x ON x.verdict_id = v.id
  WHERE c.disposition = 'active' AND c.selected AND ${where}
  ORDER BY c.article_id, c.position, c.id, v.created_at, v.id) TO STDOUT WITH (FORMAT csv)`;

async function drained(chunks) {
  let bytes = 0;
  for await (const chunk of chunks) bytes += chunk.length;
  if (bytes === 0) throw new Error('COPY sent nothing');
}

/** Resolves when the file is there to be downloaded. */
async function report(line, token, scope, format) {
  const headers = { authorization: `Bearer ${token}`, 'idempotency-key': newId() };
  const body = JSON.stringify({ scope, formats: [format], language: 'ar' });
  let answer = await line.request('POST', '/api/v1/reports', headers, body);
  for (;;) {
    if (answer.status >= 300) throw new Error(`a report was answered ${answer.status}: ${answer.body}`);
    const { id, status, failure } = JSON.parse(answer.body);
    if (status === 'done') return;
    if (status === 'failed') throw new Error(`a report failed: ${failure}`);
    await sleep(10);
    answer = await line.request('GET', `/api/v1/reports/${id}`, { authorization: headers.authorization });
  }
}
