// How good each way of searching is on a labelled set: the product and the three plain searches over the same archive.
import { join } from 'node:path';
import { openApplication } from '#application';
import { createLog, newId } from '#platform';
import { rowsOf } from '../../eval/data.folder.mjs';
import { retrievalFigures } from '../../eval/measure.mjs';
import { fill } from '../../eval/retrieval.run.mjs';
import { plainSearches } from '../baseline/text.search.mjs';
import { seedNewsrooms } from '../seed/newsrooms.mjs';
import { connected } from '../stage/cluster.mjs';

const ADDRESS = 'urn:eval:';
const DEPTH = 20;
/** Questions asked of each way; trigram search alone would take half an hour for all. */
const ASKED = 250;

export async function labelledRuns(stage) {
  const results = [];
  for (const [language, name] of [
    ['en', 'English'],
    ['ar', 'Arabic'],
  ]) {
    const [claims, queries, qrels] = await Promise.all(
      ['claims', 'queries', 'qrels'].map((file) => rowsOf(stage.data, 'retrieval', language, `${file}.jsonl`)),
    );
    if (!claims || !queries || !qrels) {
      stage.say(`  no labelled set in ${join(stage.data, 'retrieval', language)}`);
      continue;
    }
    results.push(...(await labelled(stage, name, { claims, queries, qrels })));
  }
  return results;
}

async function labelled(stage, name, { claims, queries, qrels }) {
  const database = await stage.emptyDatabase();
  const client = await connected(database.superuserUrl);
  const [{ id: newsroomId, editor }] = await seedNewsrooms(client, 1, 0, 'labelled');
  const log = createLog('bench', 'silent');
  const { application, close } = await openApplication({ connection: database, poolSize: 4, name: 'isnad bench', log });
  try {
    const who = { newsroomId, memberId: editor.id };
    const call = {
      agent: { ...who, actorKind: 'person', via: 'cli', credentialId: null, requestId: newId() },
      actor: { ...who, kind: 'person', roles: ['editor'], scopes: null },
      locale: 'en',
    };
    await fill(application, call, claims);
    const { rows } = await client.query('SELECT id, url FROM archive_item');
    const nameOf = new Map(rows.map((item) => [item.id, item.url.slice(ADDRESS.length)]));
    const ours = async (text) =>
      (await application.matching.matchText(call, { text, limit: DEPTH })).items.map((item) => item.archiveId);
    const ways = [{ name: 'GET /similar', ask: ours }, ...(await plainSearches(client))];
    const answered = new Set(qrels.map(({ query }) => query));
    const judged = queries.filter(({ id }) => answered.has(id));
    const every = Math.ceil(judged.length / ASKED);
    const chosen = judged.filter((_, at) => at % every === 0);
    const ids = new Set(chosen.map(({ id }) => id));
    const relevant = new Map();
    for (const { query, claim } of qrels)
      if (ids.has(query)) relevant.set(query, (relevant.get(query) ?? new Set()).add(claim));
    const figures = [];
    for (const way of ways) figures.push({ way, map5: await quality(way.ask, chosen, relevant, nameOf) });
    const best = Math.max(...figures.slice(1).map(({ map5 }) => map5));
    return figures.map(({ way, map5 }, at) => ({
      name: `${name} labelled set, ${chosen.length} of ${judged.length} questions, MAP@5, ${way.name}`,
      unit: '',
      ours: map5,
      ...(at === 0 ? { reached: map5 > best } : {}),
    }));
  } finally {
    await close();
    await client.end();
  }
}

async function quality(ask, queries, relevant, nameOf) {
  const run = new Map();
  for (const { id, text } of queries)
    if (relevant.has(id))
      run.set(
        id,
        (await ask(text, DEPTH)).map((item) => nameOf.get(item)),
      );
  return retrievalFigures(run, relevant).map5;
}
