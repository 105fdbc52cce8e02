import { runCommandLine } from '#apps/cli';
import { start as startWorker } from '#apps/worker';
import type { Role } from '#domain';
import { createLog } from '#platform';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { startNewsroomApi, type NewsroomApi } from '../support/newsroom-api.js';
import { StoredStates } from '../support/stored-state.js';

/**
 * A fact-checker's day in a terminal, in Arabic, as typed and as shown. ISNAD_TRANSCRIPT=FILE keeps what was on the screen, to be
 * read by people who speak the language.
 */

const COLUMNS = 100;
const ROOM = 'صحيفة الميناء';
const CAST: readonly { name: string; address: string; role: Role }[] = [
  { name: 'هدى منصور', address: 'huda', role: 'editor' },
  { name: 'سلمى الحاج', address: 'salma', role: 'reviewer' },
  { name: 'عمر نجار', address: 'omar', role: 'reviewer' },
  { name: 'كريم سعد', address: 'karim', role: 'writer' },
];
const DRAFT = `كلفة الجسر الجديد ترتفع إلى 12 مليون دينار

قال وزير النقل سالم الراوي إن كلفة جسر المرفأ بلغت 12 مليون دينار عام 2023.

وأضاف أن شركة Harbour Works أنهت الأعمال في 14 شهرًا، بحسب بيان الوزارة.

ويعبر الجسر نحو 40 ألف سيارة يوميًا.
`;
const EMAIL = (address: string) => `${address}@mina.example`;

let api: NewsroomApi;
let worker: Awaited<ReturnType<typeof startWorker>>;
let folder: string;
let password: string;
const transcript: string[] = [];

beforeAll(async () => {
  api = await startNewsroomApi();
  folder = await mkdtemp(join(tmpdir(), 'isnad-day-'));
  password = 'مفتاح الميناء لا يعرفه الغرباء';
  const members = CAST.map(({ name, address, role }) => ({
    email: EMAIL(address),
    name,
    roles: [role],
    locale: 'ar' as const,
    password,
  }));
  await api.application.founding.found({ slug: 'mina', name: ROOM, locale: 'ar', preset: 'standard', members });
  await writeFile(join(folder, 'مسودة.txt'), DRAFT);
  await writeFile(join(folder, 'minutes.pdf'), Buffer.from('%PDF-1.4 محضر'));
  worker = await startWorker({
    connection: api.database,
    jobs: 1,
    dataDir: folder,
    log: createLog('worker', 'silent'),
  });
});
afterAll(async () => {
  await worker?.stop();
  await api?.stop();
  await rm(folder, { recursive: true });
  const file = process.env.ISNAD_TRANSCRIPT;
  if (file !== undefined) await writeFile(file, transcript.join('\n'));
});

interface Shown {
  readonly code: number;
  /** Both streams as they appeared, direction marks taken out. */
  readonly screen: string;
  /** The result alone, as it came. */
  readonly output: string;
}

const bare = (text: string) => text.replace(/[\u200F\u2068\u2069]/g, '');
/** Addresses and folders of this run, as they would be at a newsroom's. */
const asAtHome = (text: string) => text.replaceAll(api.url, 'https://isnad.mina.example').replaceAll(`${folder}/`, '');
const quoted = (word: string) => (/[\s«»]/.test(word) ? `'${word}'` : word);

/** Types a command in a terminal of a hundred columns; each person keeps credentials of his own. */
async function type(who: string, args: readonly string[], input = ''): Promise<Shown> {
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: COLUMNS });
  const errors = Object.assign(new PassThrough(), { isTTY: true });
  let [screen, result] = ['', ''];
  output.setEncoding('utf8').on('data', (part: string) => ((screen += part), (result += part)));
  errors.setEncoding('utf8').on('data', (part: string) => (screen += part));
  const code = await runCommandLine({
    args,
    environment: { XDG_CONFIG_HOME: join(folder, who), LANG: 'ar_JO.UTF-8' },
    folder,
    home: folder,
    streams: { input: Readable.from([Buffer.from(input)]), output, errors },
    version: '1.2.3',
  });
  // of a line of progress stays what it showed last
  const told = asAtHome(screen)
    .split('\n')
    .map((line) => line.slice(line.lastIndexOf('\u001b[K') + 1).replace(/^\[K/, ''))
    .join('\n');
  const command = asAtHome(`isnad ${args.map(quoted).join(' ')}`);
  transcript.push(`${who}$ ${command}\n${told.trimEnd()}${code === 0 ? '' : `\n[${code}]`}\n`);
  return { code, screen: bare(screen), output: bare(result) };
}

/** The short id under which the queue shows a sentence. */
const idBefore = (screen: string, words: string) => {
  const line = screen.split('\n').find((each) => each.includes(words));
  return /\b[0-9a-f]{8}\b/.exec(line ?? '')?.[0] ?? `nothing on ${words}`;
};

it('goes from signing in to the report, and nothing of it needs another language', async () => {
  const signIn = (address: string) => type(address, ['login', api.url, '--email', EMAIL(address)], `${password}\n`);
  expect((await signIn('huda')).screen).toContain('هدى منصور');
  const posted = await type('huda', [
    'article',
    'add',
    join(folder, 'مسودة.txt'),
    '--kind',
    'draft',
    '--author',
    EMAIL('karim'),
  ]);
  expect(posted.code).toBe(0);
  const cost = idBefore(posted.screen, 'كلفة جسر المرفأ بلغت');
  const works = idBefore(posted.screen, 'Harbour');
  await assign(cost, 'سلمى الحاج', 'عمر نجار');
  await assign(works, 'سلمى الحاج');

  expect((await signIn('salma')).code).toBe(0);
  const queue = await type('salma', ['queue']);
  expect(queue.screen).toContain('تكليف جديد');
  expect((await type('salma', ['show', cost])).screen).toContain('يظهر ما رآه غيرك بعد أن تقدّم تقييمك المستقل');
  const evidence = ['evidence', 'add', cost, '--source', 'محضر لجنة العطاءات', '--type', 'document'];
  const where = ['--stance', 'supports', '--locator', 'ص 3، البند 2', '--primary', '--capture', 'minutes.pdf'];
  expect((await type('salma', [...evidence, ...where, '--quote', 'الكلفة النهائية 12 مليون دينار'])).code).toBe(0);
  const reasons = ['--confidence', 'high', '--rationale', 'المحضر الموقَّع يذكر الرقم نفسه والسنة نفسها.'];
  const verdict = await type('salma', ['verdict', cost, 'مطابقة', ...reasons]);
  expect(verdict.screen).toContain('سُجّل تقييمك: مطابقة');
  expect((await type('salma', ['show', cost])).screen).toContain('الثقة: عالية');

  const refused = await type('salma', ['decide', cost, 'verified', '--rationale', 'المحضر واضح']);
  expect(refused.code).toBe(5);
  expect(refused.screen).toContain('دورك لا يسمح بهذا');

  // from where the ledger stands, so that nothing depends on how soon it listens
  const watching = type('salma', ['watch', '--after', String(await ledgerHead()), '--count', '6']);
  const early = await type('huda', ['decide', works, 'verified']);
  expect(early.code).toBe(5);
  expect(early.screen).toMatch(/✗ تقييمات مؤيِّدة/);
  const tooEarly = await type('huda', ['decide', cost, 'verified', '--rationale', 'محضر رسمي موقَّع']);
  expect(tooEarly.screen).toContain('تقييمات مؤيِّدة: المتوفر 1، المطلوب 2');
  await secondOpinion(cost);
  const decided = await type('huda', ['decide', cost, 'verified', '--rationale', 'محضر رسمي موقَّع']);
  expect({ code: decided.code, screen: decided.screen }).toMatchObject({ code: 0 });
  expect(decided.screen).toContain('صدر القرار');
  await type('huda', [
    'evidence',
    'add',
    works,
    '--source',
    'بيان الوزارة',
    '--type',
    'institution',
    '--stance',
    'supports',
    '--locator',
    'الفقرة 2',
  ]);
  expect((await watching).screen).toContain('إضافة دليل');

  expect((await type('salma', ['queue'])).screen).toContain(works);
  const article = idBefore(queue.screen, 'كلفة الجسر الجديد');
  const report = await type('salma', ['report', article, '--format', 'html,csv', '--language', 'ar']);
  expect(report.code).toBe(0);
  const html = report.output
    .trim()
    .split('\n')
    .find((path) => path.endsWith('.html'))!;
  expect(await readFile(html, 'utf8')).toContain('محضر لجنة العطاءات');
  expect((await type('salma', ['logout'])).code).toBe(0);
});

/** Omar checks the same claim without seeing what Salma concluded. */
async function secondOpinion(claim: string): Promise<void> {
  await type('omar', ['login', api.url, '--email', EMAIL('omar')], `${password}\n`);
  const seen = await type('omar', ['show', claim]);
  expect(seen.screen).not.toContain('المحضر الموقَّع');
  expect(seen.screen).not.toContain('دليل مؤيِّد');
  const own = ['--source', 'عقد الإنشاء', '--type', 'document', '--stance', 'supports', '--locator', 'الملحق 1'];
  expect((await type('omar', ['evidence', 'add', claim, ...own, '--primary'])).code).toBe(0);
  const reasons = ['--confidence', 'medium', '--rationale', 'العقد وملحقه يذكران 12 مليونًا.'];
  expect((await type('omar', ['verdict', claim, 'مطابقة', ...reasons])).code).toBe(0);
}

async function ledgerHead(): Promise<number> {
  const stored = await StoredStates.open(api.database);
  const [head] = await stored.query<{ seq: number }>('SELECT max(seq)::int AS seq FROM ledger_head');
  await stored.close();
  return head!.seq;
}

/** The command line has no command for it: the editor's screen has. */
async function assign(short: string, ...names: string[]): Promise<void> {
  const { token } = JSON.parse(await readFile(join(folder, 'huda', 'isnad', 'profiles.json'), 'utf8')).profiles.default;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const ask = async (path: string, body?: object) => {
    const key = { 'idempotency-key': crypto.randomUUID() };
    const init = body ? { method: 'POST', body: JSON.stringify(body), headers: { ...headers, ...key } } : { headers };
    return (await (await fetch(`${api.url}/api/v1${path}`, init)).json()) as { items: { id: string; name: string }[] };
  };
  const claim = (await ask('/claims?limit=200')).items.find(({ id }) => id.endsWith(short))!;
  const { items } = await ask('/members');
  for (const name of names) {
    const { id } = items.find((member) => member.name === name)!;
    await ask(`/claims/${claim.id}/assignments`, { reviewerId: id });
  }
}
