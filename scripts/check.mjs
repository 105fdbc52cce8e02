// What `npm run check` looks at before the tests: format, lint, import arrows and types, and that it builds, two at a time, each told as
// it ends. The tests find it built: before the first of them a build would leave a processor idle.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
/** The longest first, so that none is left alone at the end. */
const STEPS = ['lint:code', 'types:admin', 'types:code', 'format:check', 'build', 'lint:arrows'];

/** Runs one script of package.json; answers whether it passed. */
function passes(script) {
  const began = Date.now();
  const child = spawn('npm', ['run', '--silent', script], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      process.stdout.write(
        `${script}: ${code === 0 ? 'passed' : 'failed'}, ${Math.round((Date.now() - began) / 1000)} s\n`,
      );
      process.stdout.write(Buffer.concat(said));
      resolve(code === 0);
    });
  });
}

const waiting = [...STEPS];
const results = [];
const lane = async () => {
  for (let script = waiting.shift(); script; script = waiting.shift()) results.push(await passes(script));
};
await Promise.all(Array.from({ length: Math.min(availableParallelism(), 2) }, lane));
process.exitCode = results.every(Boolean) ? 0 : 1;
