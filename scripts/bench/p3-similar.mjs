import { openApplication } from '#application';
import { createLog, newId } from '#platform';
import { plainSearches } from './baseline/text.search.mjs';
import { archiveOf, sizesOf } from './p4-archive-import.mjs';
import { labelledRuns } from './quality/labelled.runs.mjs';
import { openLines } from './measure/http.line.mjs';
import { quantile } from './measure/slices.mjs';
import { archiveQuestions } from './seed/archive.mjs';
import { connected } from './stage/cluster.mjs';

const CLIENTS = 2;
const P95_MS = 20;
const RECALL = 0.97;
const TOP = 10;
const ROUNDS = 5;
const EVERYTHING = { budget: 2 ** 31 - 1, floor: 2 ** 31 - 1, ceiling: 2 ** 31 - 1, pool: 250 };

/** Earlier claims over HTTP: how soon, how much slower than in a small archive, and how near to exact scoring. */
export const row = {
  id: 'P3',
  title: 'GET /similar, 2 clients, 95th percentile over HTTP, against plain searches in the same database',
  reach: `≤ ${P95_MS} ms; recall@10 ≥ ${RECALL}`,
  async run(stage) {
    const results = [];
    let smallest;
    for (const claims of sizesOf(stage)) {
      const measured = await similar(stage, claims);
      smallest ??= measured.p95;
      results.push(...rowsOf(claims, measured, smallest));
    }
    if (stage.data) results.push(...(await labelledRuns(stage)));
    return results;
  },
};

function rowsOf(claims, { p50, p95, warm, recall, plain }, smallest) {
  const name = `${claims} claims`;
  const growth = p95 / smallest;
  return [
    {
      name: `${name}: p95 (p50 ${p50.toFixed(1)} ms, ${growth.toFixed(1)} × the smallest)`,
      unit: 'ms',
      ours: p95,
      growth,
      reached: p95 <= P95_MS,
    },
    {
      name: `${name}: p95 once the server is warm (p50 ${warm.p50.toFixed(1)} ms)`,
      unit: 'ms',
      ours: warm.p95,
      reached: warm.p95 <= P95_MS,
    },
    { name: `${name}: recall@10 of exact scoring`, unit: '', ours: recall, reached: recall >= RECALL },
    ...plain.map((other) => ({
      name: `${name}: against ${other.name}, p95`,
      unit: 'ms',
      ours: p95,
      baseline: other.p95,
      ratio: p95 / other.p95,
    })),
  ];
}

async function similar(stage, claims) {
  const { database, newsroom } = await archiveOf(stage, claims);
  const questions = await archiveQuestions(stage.quick ? 60 : 200, Math.min(claims, 100_000));
  const recall = await recallOf(database, newsroom, questions.slice(0, stage.quick ? 30 : 100));
  const server = await stage.serve(database);
  const [, second, , , fifth] = await asked(server.port, newsroom, questions);
  await server.stop();
  const client = await connected(database.superuserUrl);
  const plain = [];
  for (const { name, ask } of await plainSearches(client))
    plain.push({ name, p95: quantile(await timesOf(questions.slice(0, 40), ask), 0.95) });
  await client.end();
  stage.say(`  ${claims} claims asked`);
  return { ...told(second), warm: told(fifth), recall, plain };
}

const told = (times) => ({ p50: quantile(times, 0.5), p95: quantile(times, 0.95) });

/**
 * Two clients, each asking its half of the questions over and over: the times of each round. In the first the server reads everything
 * anew; until the fourth or so V8 is still compiling what a question runs through.
 */
async function asked(port, { editor }, questions) {
  const headers = { authorization: `Bearer ${editor.token}` };
  const lines = await openLines(CLIENTS, port);
  const rounds = Array.from({ length: ROUNDS }, () => []);
  const halves = lines.map((line, at) => ({ line, own: questions.filter((_, number) => number % CLIENTS === at) }));
  for (const times of rounds)
    await Promise.all(
      halves.map(async ({ line, own }) => {
        for (const question of own) {
          const began = performance.now();
          const { status } = await line.request('GET', `/api/v1/similar?text=${encodeURIComponent(question)}`, headers);
          if (status !== 200) throw new Error(`GET /similar answered ${status}`);
          times.push(performance.now() - began);
        }
      }),
    );
  for (const line of lines) line.close();
  return rounds;
}

async function timesOf(questions, ask) {
  const times = [];
  for (const question of questions) {
    const began = performance.now();
    await ask(question);
    times.push(performance.now() - began);
  }
  return times;
}

/** Share of the ten best by exact scoring of every posting that the bounded search finds too. */
async function recallOf(database, { id, editor }, questions) {
  const log = createLog('bench', 'silent');
  const opened = await openApplication({
    connection: database,
    poolSize: 2,
    name: 'isnad bench',
    log,
    statementTimeoutMs: 60_000,
  });
  try {
    const { matching } = opened.application;
    const who = { newsroomId: id, memberId: editor.id };
    const call = {
      agent: { ...who, actorKind: 'person', via: 'cli', credentialId: null, requestId: newId() },
      actor: { ...who, kind: 'person', roles: ['editor'], scopes: null },
      locale: 'en',
    };
    const idsOf = async (service, text) =>
      (await service.matchText(call, { text, limit: TOP })).items.map(({ archiveId }) => archiveId);
    let [found, all] = [0, 0];
    for (const text of questions) {
      const exact = await idsOf(matching.reaching(EVERYTHING), text);
      const bounded = new Set(await idsOf(matching, text));
      found += exact.filter((one) => bounded.has(one)).length;
      all += exact.length;
    }
    return found / all;
  } finally {
    await opened.close();
  }
}
