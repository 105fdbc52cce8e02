import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openApplication } from '#application';
import { createLog, newId } from '#platform';
import { median, quantile } from './measure/slices.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const USABLE_MS = 1000;
const KEY_MS = 50;
const SHIFT = 0.01;
const SHIFT_SCALE = 1000;
const EMAIL = 'editor@bench.example';

/** The screens in a real Chromium: how soon an article can be worked on, whether anything jumps, how long a key takes. */
export const row = {
  id: 'P10',
  title: 'the web admin in Chromium: an article of 60 claims usable, layout shift, keys on 300 claims',
  reach: `≤ ${USABLE_MS} ms; shift < ${SHIFT}; < ${KEY_MS} ms a key`,
  async run(stage) {
    const database = await stage.emptyDatabase();
    const server = await stage.serve(database);
    const { token, link } = await newsroom(database);
    const sixty = await article(server.url, token, 60);
    const many = await article(server.url, token, 300);
    const measured = await watch({ url: server.url, link, sixty, many, rounds: stage.quick ? 5 : 15 });
    await server.stop();
    const shifts = Object.entries(measured.shifts).sort(([, a], [, b]) => b - a);
    const [[worst, most]] = shifts;
    for (const [screen, shift] of shifts.filter(([, one]) => one >= SHIFT))
      stage.say(`  ${screen} shifts ${shift.toFixed(4)}`);
    return [
      times('article of 60 claims usable', measured.usableMs, USABLE_MS),
      {
        name: `shift of ${shifts.length} screens, most: ${worst}, ‰`,
        unit: '',
        ours: most * SHIFT_SCALE,
        reached: most < SHIFT,
      },
      times('j and k on 300 claims, a key', measured.stepMs, KEY_MS),
      times('writing a comment on 300 claims, a key', measured.writingMs, KEY_MS),
      times('searching 300 claims, a key', measured.searchMs, KEY_MS),
    ];
  },
};

function times(name, all, limit) {
  const ours = median(all);
  return { name, unit: 'ms', ours, spread: [quantile(all, 0), quantile(all, 1)], reached: ours <= limit };
}

/** One member who may open every screen, with a token for the preparation and a link to sign in with. */
async function newsroom(database) {
  const log = createLog('bench', 'silent');
  const opened = await openApplication({ connection: database, poolSize: 2, name: 'isnad bench', log });
  try {
    const { founding } = opened.application;
    const member = { email: EMAIL, name: 'Editor', roles: ['editor', 'admin'], locale: 'ar', password: newId() };
    const { newsroomId, members } = await founding.found({
      slug: 'bench',
      name: 'Bench',
      locale: 'ar',
      preset: 'standard',
      members: [member],
    });
    const [{ id }] = members;
    const [link] = await founding.signInLinks(newsroomId, [id]);
    return { link, token: await founding.token(newsroomId, id, 'bench') };
  } finally {
    await opened.close();
  }
}

/** Posts an article in which extraction finds at least so many claims. */
async function article(url, token, claims) {
  const sentences = Array.from(
    { length: Math.ceil(claims * 1.1) },
    (_, n) => `قال الوزير رقم ${n + 1} إن الأسعار ارتفعت ${n + 10} في المئة عام ${1990 + (n % 30)}.`,
  );
  const answer = await fetch(`${url}/api/v1/articles`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': newId() },
    body: JSON.stringify({
      kind: 'draft',
      language: 'ar',
      authorIds: [],
      text: `مادة من ${claims} عبارة\n\n${sentences.join('\n\n')}`,
    }),
  });
  const made = await answer.json();
  if (answer.status !== 201) throw new Error(`an article was answered ${answer.status}: ${JSON.stringify(made)}`);
  if (made.claims.length < claims) throw new Error(`${made.claims.length} claims were found, not ${claims}`);
  return made.id;
}

async function watch(wanted) {
  const args = Object.entries(wanted).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const runner = join(ROOT, 'test', 'support', 'run-typescript.cjs');
  const script = join(ROOT, 'test', 'browser', 'stage', 'stopwatch.ts');
  const child = spawn(process.execPath, [runner, script, ...args], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  const [status] = await once(child, 'close');
  if (status !== 0) throw new Error(`the browser ended with ${status}`);
  return JSON.parse(said);
}
