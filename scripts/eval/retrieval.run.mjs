// npm run eval -- retrieval --claims F --queries F --out run.jsonl
// Asks the product itself: the claims go into the archive of a scratch newsroom on a PostgreSQL of its own, the way an import goes, and
// each query to the service behind GET /similar. One {query, claims} line a query, best first.
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { openApplication } from '#application';
import { migrate, MIGRATIONS, startEmbedded } from '#persistence';
import { createLog, newId } from '#platform';
import { linesOf } from './data.folder.mjs';

const HITS = 20;
const ADDRESS = 'urn:eval:';

/** `claims` and `queries` hold one {id, text, title?} a line. Answers how long reading and asking took. */
export async function retrievalRun({ claims, queries, out, say = () => {} }) {
  const [records, questions] = [await linesOf(claims), await linesOf(queries)];
  return withScratchNewsroom(async ({ application, call }) => {
    const importing = performance.now();
    await fill(application, call, records);
    const asking = performance.now();
    say(`${records.length} claims imported in ${Math.round(asking - importing)} ms`);
    const file = createWriteStream(out);
    for (const { id, text } of questions) {
      const { items } = await application.matching.matchText(call, { text, limit: HITS });
      const found = items.map(({ url }) => url.slice(ADDRESS.length));
      if (!file.write(`${JSON.stringify({ query: id, claims: found })}\n`)) await once(file, 'drain');
    }
    file.end();
    await once(file, 'close');
    say(`${questions.length} queries answered in ${Math.round(performance.now() - asking)} ms`);
  });
}

/** Imports {id, text, title?} records as published checks whose address is their id. */
export async function fill(application, call, records) {
  const readable = records.filter(({ text, title }) => /[\p{L}\p{N}]/u.test(`${text ?? ''}${title ?? ''}`));
  const lines = readable.map(({ id, text, title }) =>
    JSON.stringify({ '@type': 'ClaimReview', claimReviewed: text, headline: title, url: `${ADDRESS}${id}` }),
  );
  const file = Readable.from(lines.map((line) => Buffer.from(`${line}\n`)));
  const { value } = await application.archive.receive(call, 'application/x-ndjson', file);
  // eslint-disable-next-line no-undef -- a global of every Node release we run on
  const job = { jobId: '0', attempt: 1, lastAttempt: true, signal: new AbortController().signal };
  await application.jobs['archive-import']({ newsroomId: call.actor.newsroomId, importId: value.id }, job);
  const { status, rejected } = await application.archive.get(call, value.id);
  if (status !== 'done' || rejected.length > 0)
    throw new Error(
      `the import ended ${status}, with ${rejected.length} claims refused: ${JSON.stringify(rejected[0])}`,
    );
}

/** A PostgreSQL, a newsroom and an editor that go when `work` is done. */
export async function withScratchNewsroom(work) {
  const folder = await mkdtemp(join(tmpdir(), 'isnad-eval-'));
  await chmod(folder, 0o711); // as root, PostgreSQL runs as somebody else
  const database = await startEmbedded({ dataDir: folder });
  try {
    await migrate(database.connection, MIGRATIONS);
    const log = createLog('eval', 'silent');
    const opened = await openApplication({ connection: database.connection, poolSize: 4, name: 'isnad eval', log });
    try {
      return await work({ application: opened.application, call: await editorOf(opened.application) });
    } finally {
      await opened.close();
    }
  } finally {
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function editorOf(application) {
  const members = [
    {
      email: 'editor@scratch.example',
      name: 'editor',
      roles: ['editor'],
      locale: 'en',
      password: `not used ${newId()}`,
    },
  ];
  const founding = { slug: 'scratch', name: 'scratch', locale: 'en', members };
  const { newsroomId, members: made } = await application.founding.found(founding);
  const who = { newsroomId, memberId: made[0].id };
  return {
    agent: { ...who, actorKind: 'person', via: 'cli', credentialId: null, requestId: newId() },
    actor: { ...who, kind: 'person', roles: ['editor'], scopes: null },
    locale: 'en',
  };
}
