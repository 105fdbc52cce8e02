import { createWriteStream } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { termsOf } from '#language';
import { archiveClaims, archiveLines } from './seed/archive.mjs';
import { timed } from './measure/slices.mjs';
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
      const { rate, memory } = await archiveOf(stage, claims);
      const bare = await copied(stage, claims);
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

/** A newsroom with an archive of so many claims, imported the way anybody would, once a run: `{database, newsroom, rate, memory}`. */
export function archiveOf(stage, claims) {
  if (!ARCHIVES.has(stage)) ARCHIVES.set(stage, new Map());
  const known = ARCHIVES.get(stage);
  if (!known.has(claims)) known.set(claims, imported(stage, claims));
  return known.get(claims);
}

async function imported(stage, claims) {
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
  const headers = { authorization: `Bearer ${newsroom.editor.token}` };
  const milliseconds = await timed(async () => {
    const sent = await fetch(`${server.url}/api/v1/archive/imports`, {
      method: 'POST',
      duplex: 'half',
      headers: { ...headers, 'content-type': 'application/x-ndjson', 'idempotency-key': `bench-archive-${claims}` },
      body: Readable.toWeb(Readable.from(archiveLines(claims))),
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
  return { database, newsroom, rate: (claims * 1000) / milliseconds, memory };
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

/** The same claims and postings by COPY from files into tables without an index; claims a second. */
async function copied(stage, claims) {
  const files = { claims: join(stage.folder, 'claims.copy'), postings: join(stage.folder, 'postings.copy') };
  const out = { claims: createWriteStream(files.claims), postings: createWriteStream(files.postings) };
  for await (const { id, text } of archiveClaims(claims)) {
    const terms = termsOf(text);
    const length = terms.reduce((sum, { tf }) => sum + tf, 0);
    const full = [
      out.claims.write(`${id}\t${text}\thttps://checks.example/${id}\tChecks\tFalse\t2024-05-06\n`),
      out.postings.write(terms.map(({ term, tf }) => `${term}\t${id}\t${tf}\t${length}\n`).join('')),
    ];
    if (!full[0]) await once(out.claims, 'drain');
    if (!full[1]) await once(out.postings, 'drain');
  }
  for (const name of ['claims', 'postings']) {
    out[name].end();
    await once(out[name], 'close');
    await chmod(files[name], 0o644);
  }
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
  await client.end();
  return (claims * 1000) / milliseconds;
}
