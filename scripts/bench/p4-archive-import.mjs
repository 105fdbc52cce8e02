import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { termsOf } from '#language';
import { archiveClaims, archiveLines } from './seed/archive.mjs';
import { median, timed } from './measure/slices.mjs';
import { seedNewsrooms } from './seed/newsrooms.mjs';
import { connected } from './stage/cluster.mjs';
import { MeasuredProcess, peakMemory } from './stage/server.mjs';

const REACH = 0.1;
const ISNAD = join(dirname(fileURLToPath(import.meta.url)), '..', 'isnad.mjs');
const ARCHIVES = new WeakMap();

/** A published archive over HTTP and the worker, with all indexes, against COPY of the same claims and postings into bare tables. */
export const row = {
  id: 'P4',
  title: 'archive import, NDJSON, against COPY of the same claims and postings into bare tables, claims/s',
  reach: `≥ ${REACH}; memory flat`,
  async run(stage) {
    const results = [];
    for (const claims of sizesOf(stage)) {
      const { rate, memory, bare } = await archiveOf(stage, claims);
      const name = `${claims} claims; worker's memory at most ${Math.round(memory / 2 ** 20)} MiB`;
      results.push({
        name,
        unit: '/s',
        ours: rate,
        baseline: bare,
        ratio: rate / bare,
        memory,
        reached: rate / bare >= REACH,
      });
    }
    return results;
  },
};

/** A million takes many minutes: only when asked for. */
export function sizesOf({ quick, million }) {
  return quick ? [10_000] : million ? [10_000, 100_000, 1_000_000] : [10_000, 100_000];
}

/**
 * A newsroom with an archive of so many claims, imported the way anybody would, once a run, and copied before and after:
 * `{database, newsroom, rate, memory, bare}`.
 */
export function archiveOf(stage, claims) {
  if (!ARCHIVES.has(stage)) ARCHIVES.set(stage, new Map());
  const known = ARCHIVES.get(stage);
  if (!known.has(claims)) known.set(claims, imported(stage, claims));
  return known.get(claims);
}

async function imported(stage, claims) {
  const files = await written(stage, claims);
  const bare = [await copied(stage, claims, files)];
  const database = await stage.emptyDatabase();
  const client = await connected(database.superuserUrl);
  const [newsroom] = await seedNewsrooms(client, 1, 0, 'archive');
  await client.end();
  const server = await stage.serve(database);
  const worker = new MeasuredProcess(
    ISNAD,
    ['worker'],
    { DATABASE_URL: database.appUrl, ISNAD_DATABASE_OWNER_URL: database.ownerUrl },
    stage.folder,
  );
  await worker.says(/Taking jobs/);
  const headers = { authorization: `Bearer ${newsroom.editor.token}` };
  const milliseconds = await timed(async () => {
    const sent = await fetch(`${server.url}/api/v1/archive/imports`, {
      method: 'POST',
      duplex: 'half',
      headers: { ...headers, 'content-type': 'application/x-ndjson', 'idempotency-key': `bench-archive-${claims}` },
      body: Readable.toWeb(createReadStream(files.lines)),
    });
    if (sent.status !== 202) throw new Error(`the archive was refused: ${sent.status} ${await sent.text()}`);
    const { id } = await sent.json();
    const died = worker.ended.then(() => {
      throw new Error(`the worker ended:\n${worker.said}`);
    });
    await Promise.race([finished(`${server.url}/api/v1/archive/imports/${id}`, headers, claims), died]);
    died.catch(() => undefined); // it is stopped below
  });
  const memory = (await peakMemory(worker.pid)) ?? 0;
  await worker.stop();
  await server.stop();
  stage.say(`  ${claims} claims imported in ${(milliseconds / 1000).toFixed(1)} s`);
  bare.push(await copied(stage, claims, files));
  for (const file of Object.values(files)) await rm(file);
  return { database, newsroom, rate: (claims * 1000) / milliseconds, memory, bare: median(bare) };
}

async function finished(url, headers, claims) {
  for (;;) {
    const { status, accepted, failure } = await (await fetch(url, { headers })).json();
    if (status === 'failed') throw new Error(`the import failed: ${failure}`);
    if (status === 'done' && accepted !== claims) throw new Error(`${accepted} of ${claims} claims were taken`);
    if (status === 'done') return;
    await sleep(50);
  }
}

/** The archive as it is sent, and its claims and postings as COPY reads them: written before anything is timed. */
async function written(stage, claims) {
  const files = Object.fromEntries(
    ['lines', 'claims', 'postings'].map((name) => [name, join(stage.folder, `archive.${name}`)]),
  );
  const out = Object.fromEntries(Object.entries(files).map(([name, file]) => [name, createWriteStream(file)]));
  const write = async (name, text) => {
    if (!out[name].write(text)) await once(out[name], 'drain');
  };
  for await (const piece of archiveLines(claims)) await write('lines', piece);
  for await (const { id, text } of archiveClaims(claims)) {
    const terms = termsOf(text);
    const length = terms.reduce((sum, { tf }) => sum + tf, 0);
    await write('claims', `${id}\t${text}\thttps://checks.example/${id}\tChecks\tFalse\t2024-05-06\n`);
    await write('postings', terms.map(({ term, tf }) => `${term}\t${id}\t${tf}\t${length}\n`).join(''));
  }
  for (const [name, file] of Object.entries(files)) {
    out[name].end();
    await once(out[name], 'close');
    await chmod(file, 0o644);
  }
  return files;
}

/** Claims and postings by COPY from files into tables without an index; claims a second. */
async function copied(stage, claims, files) {
  const database = await stage.emptyDatabase();
  const client = await connected(database.superuserUrl);
  await client.query(
    'CREATE TABLE bare_claim (id integer, claim text, url text, publisher text, rating text, day date)',
  );
  await client.query('CREATE TABLE bare_posting (term text, claim_id integer, tf smallint, dl smallint)');
  const milliseconds = await timed(async () => {
    await client.query(`COPY bare_claim FROM '${files.claims}'`);
    await client.query(`COPY bare_posting FROM '${files.postings}'`);
  });
  await client.query('DROP TABLE bare_claim, bare_posting');
  await client.end();
  return (claims * 1000) / milliseconds;
}
