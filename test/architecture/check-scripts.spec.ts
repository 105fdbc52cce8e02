import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** A copy of the scripts beside other programs than theirs, each of which ends as FAILS says. */
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'isnad-scripts-'));
  const put = (path: string, text: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
    chmodSync(join(folder, path), 0o755);
  };
  for (const script of ['check.mjs', 'properties.mjs']) {
    mkdirSync(join(folder, 'scripts'), { recursive: true });
    copyFileSync(join(__dirname, '../../scripts', script), join(folder, 'scripts', script));
  }
  put('bin/npm', '#!/bin/sh\necho "ran $3"\n[ "$3" != "$FAILS" ]\n');
  put('node_modules/jest/package.json', '{ "name": "jest" }');
  put(
    'node_modules/jest/bin/jest.js',
    `const { FAILS, ISNAD_TEST_SEED, ISNAD_TEST_RUNS } = process.env;
     console.log('seed', ISNAD_TEST_SEED, 'times', ISNAD_TEST_RUNS);
     if (FAILS === 'killed') process.kill(process.pid, 'SIGKILL');
     process.exitCode = Number(FAILS);`,
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(script: string, fails: string, ...args: string[]) {
  const { status, stdout } = spawnSync(process.execPath, [join(folder, 'scripts', script), ...args], {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH}`, FAILS: fails },
  });
  return { status, stdout };
}

const STEPS = ['lint:code', 'types:admin', 'types:code', 'format:check', 'build', 'lint:arrows'];

describe('what is looked at before the tests', () => {
  it('passes when all of it does', () => {
    const { status, stdout } = run('check.mjs', 'nothing');
    expect(status).toBe(0);
    expect(STEPS.filter((step) => !stdout.includes(`${step}: passed`) || !stdout.includes(`ran ${step}`))).toEqual([]);
  });

  it.each(STEPS)('fails when %s does, after the rest was looked at too', (step) => {
    const { status, stdout } = run('check.mjs', step);
    expect(status).toBe(1);
    expect(stdout).toContain(`${step}: failed`);
    expect(stdout.match(/: passed/g)).toHaveLength(STEPS.length - 1);
  });
});

describe('the wider search of properties', () => {
  it.each([
    ['0', 0],
    ['1', 1],
    ['killed', 1],
  ])('of which jest ends with %s ends with %i', (fails, expected) => {
    const { status, stdout } = run('properties.mjs', fails, '--seed', '7', '--times', '3');
    expect(status).toBe(expected);
    expect(stdout).toContain('seed 7 times 3');
  });

  it('is refused without a number', () => {
    expect(run('properties.mjs', '0', '--times', 'many').status).toBe(2);
  });
});
