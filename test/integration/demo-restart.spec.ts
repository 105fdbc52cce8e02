import { access, chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask, bearer } from '../support/ask.js';
import { eventually } from '../support/eventually.js';
import { IsnadProcess } from '../support/isnad-process.js';

let folder: string;
const running: IsnadProcess[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'isnad-restart-'));
  // run as root, the database user must get in
  await chmod(folder, 0o755);
});
afterAll(async () => {
  for (const process of running) process.signal('SIGTERM');
  await Promise.all(running.map(({ finished }) => finished));
  await rm(folder, { recursive: true, force: true });
});

function start(): IsnadProcess {
  const started = new IsnadProcess(['start'], {}, folder);
  running.push(started);
  return started;
}

it('a demo whose first start was killed is made whole by the next', async () => {
  const mark = join(folder, '.isnad', 'demo-unfinished');
  const first = start();
  await eventually(() => access(mark));
  first.signal('SIGKILL');
  await first.finished;
  await access(mark);
  const second = start();
  const [url] = await second.says(/http:\/\/localhost:\d+/);
  await expect(access(mark)).rejects.toThrow();
  const { members } = JSON.parse(await readFile(join(folder, '.isnad', 'demo-credentials.json'), 'utf8'));
  const editor = members.find(({ roles }: { roles: string[] }) => roles.includes('editor'));
  const { status, body } = await ask(`${url}/api/v1/articles`, 'GET', bearer(editor.token));
  expect([status, (body.items as unknown[]).length]).toEqual([200, 6]);
  const { body: signedIn } = await ask(
    `${url}/api/v1/sessions`,
    'POST',
    {},
    { email: editor.email, password: editor.password },
  );
  expect(signedIn.code).toBeUndefined();
});
