import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startNewsroomApi, type NewsroomApi } from '../support/newsroom-api.js';

const SCRIPT = join(__dirname, '../../scripts/desk-day.mjs');
let api: NewsroomApi;
let folder: string;

beforeAll(async () => {
  api = await startNewsroomApi();
  folder = await mkdtemp(join(tmpdir(), 'desk-day-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await api.stop();
});

function run(file: string): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [SCRIPT, '--credentials', file], (error, output) =>
      resolve({ code: error ? Number(error.code ?? 1) : 0, output }),
    );
  });
}

it('a day on the desk comes out as the rules say: dispute, revisions, release, a withdrawn source, the correction', async () => {
  const desk = await api.found();
  const of = (person: { email: string; token: string }, role: string) => ({
    email: person.email,
    token: person.token,
    roles: [role],
  });
  const { editor, salma, omar, writer } = desk;
  const members = [of(editor, 'editor'), of(salma, 'reviewer'), of(omar, 'reviewer'), of(writer, 'writer')];
  const file = join(folder, 'credentials.json');
  await writeFile(file, JSON.stringify({ url: api.url, members }));
  const { code, output } = await run(file);
  if (process.env.ISNAD_TRANSCRIPT) await writeFile(process.env.ISNAD_TRANSCRIPT, output);
  expect(output.split('\n').filter((line) => line.includes('✗'))).toEqual([]);
  expect(output.split('\n').filter((line) => line.includes('✓')).length).toBeGreaterThan(20);
  expect(code).toBe(0);
});

it('says how it is called when it is called without credentials', async () => {
  const failed = await new Promise<{ code: number }>((resolve) => {
    execFile(process.execPath, [SCRIPT], (error) => resolve({ code: Number(error?.code) }));
  });
  expect(failed.code).toBe(2);
});
