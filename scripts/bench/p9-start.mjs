import { cp, mkdir, rm, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { median, quantile } from './measure/slices.mjs';
import { freePort, MeasuredProcess } from './stage/server.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
/** What a clone does not hold, or an installation made. */
const NOT_COPIED = new Set(['node_modules', 'dist', '.cache', '.git', '.isnad']);
const FIRST_REACH_S = 8;
const NEXT_REACH_S = 2;

/** `npm start` after an installation, to the first answer that says ready: build, cluster, migrations, demo; and again. */
export const row = {
  id: 'P9',
  title: 'first start to ready after an installation, and the next one, s',
  reach: `≤ ${FIRST_REACH_S} s, then ≤ ${NEXT_REACH_S} s`,
  async run(stage) {
    const first = [];
    const next = [];
    for (let at = 0; at < (stage.quick ? 1 : 3); at++) {
      const folder = await clone(join(stage.folder, `clone-${at}`));
      first.push(await start(folder));
      for (let again = 0; again < (stage.quick ? 2 : 3); again++) next.push(await start(folder));
      await rm(folder, { recursive: true, force: true });
    }
    return [result('first start, with build and demo', first, FIRST_REACH_S), result('next start', next, NEXT_REACH_S)];
  },
};

function result(name, seconds, limit) {
  const spread = [quantile(seconds, 0), quantile(seconds, 1)];
  return { name, unit: 's', ours: median(seconds), spread, reached: median(seconds) <= limit };
}

async function clone(folder) {
  await mkdir(folder);
  const wanted = (source) =>
    !relative(ROOT, source)
      .split('/')
      .some((name) => NOT_COPIED.has(name));
  await cp(ROOT, folder, { recursive: true, filter: wanted });
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** Seconds until the server says it is ready; then it is stopped. */
async function start(folder) {
  const port = await freePort();
  const environment = { ISNAD_PORT: String(port), ISNAD_DATA_DIR: join(folder, '.isnad') };
  const began = performance.now();
  const running = new MeasuredProcess(join(folder, 'scripts', 'isnad.mjs'), ['start'], environment, folder);
  let ended = false;
  void running.ended.then(() => (ended = true));
  while (!(await isReady(port))) {
    if (ended) throw new Error(`a start ended before it was ready:\n${running.said}`);
    await sleep(10);
  }
  const seconds = (performance.now() - began) / 1000;
  await running.stop();
  return seconds;
}

async function isReady(port) {
  const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
  await answer?.arrayBuffer();
  return answer?.ok === true;
}
