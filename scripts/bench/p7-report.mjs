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

/**
 * A report on an article, from the request to the finished file, against COPY of the verdicts in it with their claim, article and
 * reviewer. A report holds more than that (requirements, evidence, decisions, the ledger's stand) and is made whole, in memory.
 */
export const row = {
  id: 'P7',
  title: 'a report as CSV and as JSON by the worker, against COPY of its verdicts, ms; and the memory the worker takes',
  reach: `≤ ${REACH} (aim 2), RSS ≤ ${MEMORY_MIB} MiB`,
  async run(stage) {
    const verdicts = stage.quick ? 5_000 : 20_000;
    const database = await stage.emptyDatabase();
    const client = await connected(database.superuserUrl);
    const [desk] = await seedNewsrooms(client, 1, 49);
    const articleId = await seedVerdicts(client, desk, verdicts);
    await settle(client);
    const server = await stage.serve(database);
    const worker = await stage.work(database);
    const [line] = await openLines(1, server.port);
    const copied = () => timed(() => drained(copyOut(client, COPY)));
    const results = [];
    for (const format of ['csv', 'json']) {
      const made = () => timed(() => report(line, desk.editor.token, articleId, format));
      await made();
      await copied();
      const measured = await alternated(stage.quick ? 2 : 5, made, copied);
      const memory = Math.round((await peakMemory(worker.pid)) / 2 ** 20);
      const reached = measured.ratio <= REACH && memory <= MEMORY_MIB;
      results.push({
        name: `${format}, ${verdicts} verdicts, ${memory} MiB`,
        unit: 'ms',
        ...measured,
        memory,
        reached,
      });
    }
    line.close();
    await worker.stop();
    await server.stop();
    await client.end();
    return results;
  },
};

const COPY = `COPY (SELECT v.id, v.claim_id, c.article_id, a.title, c.quote, m.name, v.rating, v.confidence, v.rationale, v.informed,
    v.created_at, (SELECT string_agg(x.evidence_id::text, ' ') FROM verdict_evidence x WHERE x.newsroom_id = v.newsroom_id AND x.verdict_id = v.id)
  FROM verdict v JOIN claim c ON c.newsroom_id = v.newsroom_id AND c.id = v.claim_id
  JOIN article a ON a.newsroom_id = c.newsroom_id AND a.id = c.article_id
  JOIN member m ON m.newsroom_id = v.newsroom_id AND m.id = v.reviewer_id ORDER BY v.created_at, v.id) TO STDOUT WITH (FORMAT csv)`;

async function drained(chunks) {
  let bytes = 0;
  for await (const chunk of chunks) bytes += chunk.length;
  if (bytes === 0) throw new Error('COPY sent nothing');
}

/** Resolves when the file is there to be downloaded. */
async function report(line, token, articleId, format) {
  const headers = { authorization: `Bearer ${token}`, 'idempotency-key': newId() };
  const body = JSON.stringify({ scope: { articleId }, formats: [format], language: 'ar' });
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
