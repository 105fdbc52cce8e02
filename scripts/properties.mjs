// Looks for what contradicts the properties of the specs: other examples than those of `npm test`, and many more of them.
// usage: npm run test:properties -- [--times 30] [--seed 7]
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { values } = parseArgs({ options: { times: { type: 'string', default: '30' }, seed: { type: 'string' } } });
const times = Number(values.times);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
if (!Number.isInteger(times) || times < 1 || !Number.isInteger(seed)) {
  process.stderr.write('--times is a whole number from 1 on and --seed a whole number, as in: --times 30 --seed 7\n');
  process.exit(2);
}

process.stdout.write(`properties with seed ${seed}, ${times} times the runs of npm test\n`);
const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const specs = ['--selectProjects', 'unit', '--findRelatedTests', 'test/support/fast-check.cjs'];
const patience = ['--testTimeout', String(times * 180_000)];
spawn(process.execPath, [jest, ...specs, ...patience], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, ISNAD_TEST_SEED: String(seed), ISNAD_TEST_RUNS: String(times) },
}).on('close', (code) => (process.exitCode = code ?? 1));
