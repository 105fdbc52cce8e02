// Runs the fault specs at a chosen scale and prints what happened as one table: npm run test:reliability -- --scale pr|release;
// random days against the model, as many as asked for and from a seed on: npm run test:model -- --runs 60 --seed 100
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const SCALES = ['smoke', 'pr', 'release'];
const SPECS = ['faults', 'query-faults', 'backup'].map((name) => `test/reliability/${name}.spec.ts`);
const root = join(dirname(fileURLToPath(import.meta.url)), '..');

function options() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        scale: { type: 'string', default: 'pr' },
        json: { type: 'boolean', default: false },
        runs: { type: 'string' },
        seed: { type: 'string' },
      },
    });
    for (const name of ['runs', 'seed'])
      if (!/^[1-9]\d{0,8}$/.test(values[name] ?? '1')) throw new Error(`--${name} must be a number from 1 on`);
    if (!SCALES.includes(values.scale)) throw new Error(`--scale must be one of ${SCALES.join(', ')}`);
    return { ...values, only: positionals };
  } catch (error) {
    process.stderr.write(`reliability: ${error.message}\n`);
    process.exit(2);
  }
}

/** One line a run, one column a figure; a run without a figure has a dash there. */
function tables(rows) {
  const groups = new Map();
  for (const row of rows) {
    const columns = Object.keys(row).sort().join();
    groups.set(columns, [...(groups.get(columns) ?? []), row]);
  }
  return [...groups.values()].map(table).join('\n\n');
}

function table(rows) {
  const columns = Object.keys(rows[0]);
  const cells = [columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? '-')))];
  const widths = columns.map((_, at) => Math.max(...cells.map((line) => line[at].length)));
  const line = (cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]));
  return cells.map((row) => row.map(line).join('  ')).join('\n');
}

const { scale, json, runs, seed, only } = options();
const folder = await mkdtemp(join(tmpdir(), 'isnad-reliability-'));
const summary = join(folder, 'summary.jsonl');
const began = Date.now();
// One spec at a time: figures of runs that share the machine say little.
const jest = [join(root, 'node_modules/jest/bin/jest.js'), ...(only.length > 0 ? only : SPECS), '--runInBand'];
const child = spawn(process.execPath, [...jest, '--selectProjects', 'database'], {
  cwd: root,
  env: {
    ...process.env,
    ISNAD_TEST_SCALE: scale,
    ISNAD_TEST_SUMMARY: summary,
    ...(runs && { ISNAD_TEST_MODEL: runs }),
    ...(seed && { ISNAD_TEST_MODEL_SEED: seed }),
  },
  stdio: ['ignore', 'inherit', 'inherit'],
});
const code = await new Promise((resolve) => child.once('close', resolve));
const lines = (await readFile(summary, 'utf8').catch(() => '')).split('\n').filter(Boolean);
const rows = lines.map((line) => JSON.parse(line));
await rm(folder, { recursive: true, force: true });
const seconds = Math.round((Date.now() - began) / 1000);
if (json) process.stdout.write(`${JSON.stringify({ scale, seconds, passed: code === 0, rows })}\n`);
else {
  const machine = `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
  process.stdout.write(`\nscale ${scale}, ${seconds} s, ${machine}: ${code === 0 ? 'everything held' : 'FAILED'}\n\n`);
  if (rows.length > 0) process.stdout.write(`${tables(rows)}\n`);
}
process.exit(code ?? 1);
