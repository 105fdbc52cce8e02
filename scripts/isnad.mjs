#!/usr/bin/env node
// The isnad command: builds when a source is newer than the build, then runs apps/cli. Standard output is the command's alone.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { isBuilt } from './build.mjs';

const began = Date.now();
const verbose = process.argv.includes('--verbose');

if (!(await isBuilt())) {
  // In a process of its own: a server that had built itself would keep the gigabyte that this takes.
  const builder = spawn(process.execPath, [fileURLToPath(new URL('build.mjs', import.meta.url))], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [status] = await once(builder, 'exit');
  if (status !== 0) process.exit(70);
} else if (verbose) {
  process.stderr.write(`the build is up to date, seen in ${Date.now() - began} ms\n`);
}

// A reader that has seen enough (`isnad extract … | head`) is no fault.
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 70));

const { runCommandLine } = await import('../dist/apps/cli/src/index.js');
const manifest = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));

process.exit(
  await runCommandLine({
    args: process.argv.slice(2),
    environment: process.env,
    folder: process.cwd(),
    home: fileURLToPath(new URL('..', import.meta.url)),
    streams: { input: process.stdin, output: process.stdout, errors: process.stderr },
    version: manifest.version,
  }),
);
