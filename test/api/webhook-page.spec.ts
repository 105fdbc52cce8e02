import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { done } from '../support/checking-work.js';
import { startNewsroomApi, type NewsroomApi } from '../support/newsroom-api.js';
import { makeWebhook } from '../support/webhook-work.js';
import { WebhookLab } from '../support/webhook-lab.js';

const PAGE = join(__dirname, '../../docs/webhooks.md');
const ASKED = `
import { readFileSync } from 'node:fs';
import { isFromIsnad } from './page.mjs';
console.log(JSON.stringify(JSON.parse(readFileSync(process.argv[2])).map((one) => isFromIsnad(...one))));`;

let api: NewsroomApi;
let lab: WebhookLab;
let folder: string;

beforeAll(async () => {
  api = await startNewsroomApi();
  lab = await WebhookLab.open(api);
  folder = await mkdtemp(join(tmpdir(), 'isnad-page-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await lab.close();
  await api.stop();
});

it('the lines of docs/webhooks.md know a message of ours from any other', async () => {
  const desk = await api.found();
  const webhook = await makeWebhook(desk.admin);
  await done(desk.admin.post(`/webhooks/${webhook.id}/test`, undefined));
  await lab.send(desk);
  const { headers, body } = lab.received[0]!;
  const old = { ...headers, 'webhook-timestamp': String(Number(headers['webhook-timestamp']) - 400) };
  const asked: [secret: string, headers: object, body: string][] = [
    [webhook.secret, headers, body],
    [webhook.secret, { ...headers, 'webhook-signature': `v1,AAAA ${String(headers['webhook-signature'])}` }, body],
    [webhook.secret, headers, `${body} `],
    [(await makeWebhook(desk.admin)).secret, headers, body],
    [webhook.secret, { ...headers, 'webhook-id': 'another' }, body],
    [webhook.secret, old, body],
    [webhook.secret, {}, body],
  ];
  const [, lines] = /```js\n([\s\S]+?)```/.exec(await readFile(PAGE, 'utf8'))!;
  await writeFile(join(folder, 'page.mjs'), lines!);
  await writeFile(join(folder, 'asked.mjs'), ASKED);
  await writeFile(join(folder, 'asked.json'), JSON.stringify(asked));
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, [join(folder, 'asked.mjs'), join(folder, 'asked.json')]);
  expect(JSON.parse(stdout)).toEqual([true, true, false, false, false, false, false]);
});
