// Runs the fault specs at a chosen scale and prints what happened and how long each phase took.
// usage: npm run test:reliability -- --scale pr
//        npm run test:reliability -- --scale release [--only server,fuzz] [--until 20m] [--shared]   goes on where the last slice ended
//        npm run test:model -- --runs 60 --seed 100    random days against the model, as many as asked for and from a seed on
//        npm run test:model -- --until 20m    goes on with them where the last slice ended; --totals, --fresh as below, of them alone
//        npm run test:reliability -- --scale release --totals    says how far the slices are; --fresh forgets them
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readOptions } from './reliability/options.mjs';
import { PARTS } from './reliability/parts.mjs';
import { Progress } from './reliability/progress.mjs';
import { phases, table, tables } from './reliability/tables.mjs';

const FIRST_SEED = 20_261_122;
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const scales = JSON.parse(await readFile(join(root, 'test/reliability/scales.json'), 'utf8'));
const options = readOptions(scales);
const { scale, kept, seconds: patience } = options;
// the days against the model are counted by themselves: they take hours on one commit while faults go on elsewhere
const progress = new Progress(root, options.only === 'model' ? 'model' : scale);
const say = (text) => process.stdout.write(`${text}\n`);

/** What the specs are told beside the scale. */
function environmentOf(parts, left) {
  const seconds = patience === undefined ? {} : { ISNAD_TEST_SECONDS: String(Math.ceil(patience / parts.length)) };
  return {
    ISNAD_TEST_SCALE: scale,
    ISNAD_TEST_PARTS: parts.join(','),
    ISNAD_TEST_LEFT: JSON.stringify(left),
    ...(kept && {
      ISNAD_FUZZ_SEED: String(FIRST_SEED + progress.done('fuzz', 'requests')),
      ISNAD_TEST_MODEL_SEED: String(FIRST_SEED + progress.done('model', 'worlds')),
    }),
    ...(options.runs && { ISNAD_TEST_MODEL: options.runs }),
    ...(options.seed && { ISNAD_TEST_MODEL_SEED: options.seed }),
    ...(options.shared && { ISNAD_TEST_SHARED: '1' }),
    ...seconds,
  };
}

/** Two specs side by side, as most machines have two cores: faults beside other work are the harder ones. Slices run one by one. */
async function run(specs, environment) {
  const folder = await mkdtemp(join(tmpdir(), 'isnad-reliability-'));
  const summary = join(folder, 'summary.jsonl');
  const began = Date.now();
  const args = [join(root, 'node_modules/jest/bin/jest.js'), ...specs, `--maxWorkers=${kept ? 1 : 2}`];
  const child = spawn(process.execPath, [...args, '--selectProjects', 'database'], {
    cwd: root,
    env: { ...process.env, ...environment, ISNAD_TEST_SUMMARY: summary },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  const lines = (await readFile(summary, 'utf8').catch(() => '')).split('\n').filter(Boolean);
  await rm(folder, { recursive: true, force: true });
  const all = lines.map((line) => JSON.parse(line));
  return {
    code: code ?? 1,
    seconds: Math.round((Date.now() - began) / 1000),
    rows: all.filter(({ title }) => title !== 'phase'),
    timed: all.filter(({ title }) => title === 'phase'),
  };
}

function tellTotals() {
  const { slices, failed, seconds, commits, rows } = progress.state;
  say(
    `\nscale ${scale} so far: ${slices} slices, ${failed} failed, ${seconds} s, at ${commits.join(', ') || 'no commit'}\n`,
  );
  say(table(progress.standing(scales[scale])));
  const told = Object.entries(rows).map(([title, figures]) => ({ title, ...figures }));
  if (told.length > 0) say(`\n${tables(told)}`);
}

async function main() {
  if (options.fresh) await progress.forget();
  else if (kept || options.totals) await progress.read();
  if (options.totals) return tellTotals();
  const { figures, open } = kept ? progress.left(scales[scale], options.parts) : { figures: {}, open: options.parts };
  if (open.length === 0) {
    say('nothing is left to do: --fresh begins anew');
    return tellTotals();
  }
  const specs = [...new Set(open.map((part) => `test/reliability/${PARTS[part].spec}.spec.ts`))];
  const chosen = options.specs.length > 0 ? options.specs : specs;
  const { code, seconds, rows, timed } = await run(chosen, environmentOf(open, figures));
  process.exitCode = code;
  if (kept) await progress.add(rows, { seconds, passed: code === 0, parts: open });
  if (options.json) return say(JSON.stringify({ scale, seconds, passed: code === 0, rows, phases: timed }));
  const load = loadavg()[0].toFixed(1);
  const machine = `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, load ${load} at the end`;
  say(`\nscale ${scale}, ${seconds} s, ${machine}: ${code === 0 ? 'everything held' : 'FAILED'}\n`);
  if (rows.length > 0) say(`${tables(rows)}\n`);
  if (timed.length > 0) say(table(phases(timed)));
  if (kept) tellTotals();
}

await main();
