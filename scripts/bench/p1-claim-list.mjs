import autocannon from 'autocannon';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { alternated } from './measure/slices.mjs';
import { MeasuredProcess } from './stage/server.mjs';

const CONNECTIONS = 32;
/** The server's own default, so that neither side has more of PostgreSQL than the other. */
const POOL_SIZE = 10;
const FILTER = 'state=needs-source,disputed&disposition=active,proposed&tier=A,B';
const BARE = join(dirname(fileURLToPath(import.meta.url)), 'baseline', 'bare-handler.mjs');
const REACH = 0.45;

/** A page of 50 claims over HTTP: rights, filters and row-level security against the plain join in a bare handler. */
export const row = {
  id: 'P1',
  title: 'GET /claims, 50 rows, against a bare Fastify handler with the plain join, requests/s',
  reach: `≥ ${REACH} (aim 0.60)`,
  async run(stage) {
    const results = [];
    for (const claims of [10_000, 100_000]) results.push(await listing(stage, claims));
    return results;
  },
};

async function listing(stage, claims) {
  const database = await stage.seededDatabase(claims);
  const server = await stage.serve(database, { ISNAD_POOL_SIZE: String(POOL_SIZE) });
  const bare = await bareHandler(stage, database);
  const ours = database.newsrooms.map(({ editor }) => ({
    path: `/api/v1/claims?limit=50&${FILTER}`,
    headers: { authorization: `Bearer ${editor.token}` },
  }));
  const plain = database.newsrooms.map(({ id }) => ({ path: `/claims?newsroom=${id}&${FILTER}` }));
  const seconds = stage.quick ? 1 : 3;
  const run = (url, requests, length) => () => load(url, requests, length);
  // By number and not by time, so that both have been compiled alike when it begins.
  const warm = { amount: stage.quick ? 1_000 : 3_000 };
  await run(server.url, ours, warm)();
  await run(bare.url, plain, warm)();
  const measured = await alternated(stage.quick ? 3 : 7, run(server.url, ours, seconds), run(bare.url, plain, seconds));
  await server.stop();
  await bare.stop();
  const name = `${claims} claims in ${database.newsrooms.length} newsrooms, ${CONNECTIONS} connections`;
  return { name, unit: '/s', ...measured, reached: measured.ratio >= REACH };
}

async function bareHandler(stage, database) {
  const environment = { BENCH_DATABASE_URL: database.superuserUrl, BENCH_POOL_SIZE: String(POOL_SIZE) };
  const bare = new MeasuredProcess(BARE, [], environment, stage.folder);
  const [, url] = await bare.says(/Ready at (\S+)/);
  return { url, stop: () => bare.stop() };
}

/** Answers a second, every one of them a 200 with something in it. */
async function load(url, requests, length) {
  const result = await autocannon({ url, connections: CONNECTIONS, ...length, requests });
  const { requests: answered, errors, timeouts, non2xx, throughput } = result;
  if (errors + timeouts + non2xx > 0)
    throw new Error(`${url}: ${errors} errors, ${timeouts} timeouts, ${non2xx} refused`);
  if (throughput.total / answered.total < 10_000) throw new Error(`${url} answers without claims`);
  return answered.total / result.duration;
}
