import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { runCommandLine } from '#apps/cli';
import { start as startWorker } from '#apps/worker';
import { createLog } from '#platform';
import { addEvidence, type Any, assignTo, done, fromOutlet, post, verdictBody } from '../support/checking-work.js';
import { eventually } from '../support/eventually.js';
import { type Newsroom, type NewsroomApi, type Person, startNewsroomApi } from '../support/newsroom-api.js';

interface Ran {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

const TEXT = 'قال وزير النقل سالم الراوي إن كلفة جسر المرفأ بلغت 12 مليون دينار عام 2023.';
let api: NewsroomApi;
let desk: Newsroom;
let folder: string;

beforeAll(async () => {
  api = await startNewsroomApi();
});
afterAll(() => api.stop());
beforeEach(async () => {
  desk = await api.found();
  folder = await mkdtemp(join(tmpdir(), 'isnad-desk-'));
});
afterEach(() => rm(folder, { recursive: true }));

interface How {
  readonly input?: string;
  /** A terminal to type at, in place of `input`. */
  readonly keyboard?: PassThrough;
  readonly lang?: 'ar' | 'en';
  /** Columns of a terminal; without them a pipe. */
  readonly columns?: number;
  readonly onOutput?: (text: string) => void;
}

async function isnad(
  args: readonly string[],
  { input = '', keyboard, lang = 'en', columns, onOutput }: How = {},
): Promise<Ran> {
  const output = Object.assign(new PassThrough(), columns !== undefined && { isTTY: true, columns });
  const errors = new PassThrough();
  let [out, err] = ['', ''];
  output.setEncoding('utf8').on('data', (chunk: string) => ((out += chunk), onOutput?.(chunk)));
  errors.setEncoding('utf8').on('data', (chunk: string) => (err += chunk));
  const code = await runCommandLine({
    args: [...args, '--lang', lang],
    environment: { XDG_CONFIG_HOME: folder },
    folder,
    home: folder,
    streams: { input: keyboard ?? Readable.from([Buffer.from(input)]), output, errors },
    version: '1.2.3',
  });
  return { code, output: out, errors: err };
}

const login = (who: Person, ...more: string[]) =>
  isnad(['login', api.url, '--email', who.email, ...more], { input: `${who.password}\n` });
const profiles = async () => JSON.parse(await readFile(join(folder, 'isnad', 'profiles.json'), 'utf8'));

/** A claim of an external article, assigned to Salma. */
async function assignedClaim(): Promise<{ article: Any; claim: Any; short: string }> {
  const article = await post(desk.editor, [TEXT], { title: 'جسر المرفأ' });
  const claim = article.claims[0];
  await assignTo(desk.editor, claim.id, desk.salma);
  return { article, claim, short: claim.id.slice(-8) };
}

const EVIDENCE = [
  '--source',
  'محضر الجلسة',
  '--type',
  'document',
  '--stance',
  'supports',
  '--locator',
  'ص 3',
  '--primary',
];

describe('signing in', () => {
  it('keeps a token of the least scopes, no password and no session, readable by its owner alone', async () => {
    const { code, output, errors } = await login(desk.salma);
    expect({ code, output }).toEqual({ code: 0, output: '' });
    expect(errors).toMatch(/^Signed in as salma at room-/);
    const file = join(folder, 'isnad', 'profiles.json');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'isnad'))).mode & 0o777).toBe(0o700);
    expect(await readFile(file, 'utf8')).not.toContain(desk.salma.password);
    const { tokenId, expiresAt } = (await profiles()).profiles.default;
    const { items } = await done(desk.salma.get('/tokens'));
    const { scopes } = items.find(({ id }: Any) => id === tokenId);
    expect(scopes).not.toContain('admin');
    expect(scopes).not.toContain('decisions:write');
    const days = (Date.parse(expiresAt) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(89.9);
    expect(days).toBeLessThan(90.1);
    expect((await done(desk.salma.get('/sessions'))).items).toEqual([]);
  });

  it('refuses a wrong password with status 6, and keeps nothing', async () => {
    const args = ['login', api.url, '--email', desk.salma.email];
    const { code, errors } = await isnad(args, { input: 'wrong wrong wrong\n', lang: 'ar' });
    expect({ code, lines: errors.trimEnd().split('\n').length }).toEqual({ code: 6, lines: 1 });
    expect(errors).toMatch(/^isnad: تعذّر تسجيل الدخول/);
    await expect(profiles()).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('asks for both, one after the other, when both come by a pipe', async () => {
    const { code } = await isnad(['login', api.url], { input: `${desk.salma.email}\n${desk.salma.password}\n` });
    expect(code).toBe(0);
  });

  it('takes a password typed in a terminal unseen, corrections and all', async () => {
    const raw: boolean[] = [];
    const keyboard = Object.assign(new PassThrough(), { isTTY: true, setRawMode: (on: boolean) => raw.push(on) });
    const typing = isnad(['login', api.url, '--email', desk.salma.email], { keyboard });
    await eventually(() => expect(raw).toEqual([true]));
    for (const key of `${desk.salma.password}xy\u007F\u007F\r`) keyboard.write(key);
    const { code, errors } = await typing;
    expect({ code, raw }).toEqual({ code: 0, raw: [true, false] });
    expect(errors).toMatch(/^Password: \nSigned in as salma/);
    expect(errors).not.toContain(desk.salma.password);
  });

  it('is forgotten at logout even where the server does not answer', async () => {
    await login(desk.salma);
    const file = join(folder, 'isnad', 'profiles.json');
    await writeFile(file, (await readFile(file, 'utf8')).replace(api.url, 'http://127.0.0.1:1'));
    const { code, errors } = await isnad(['logout']);
    expect(code).toBe(0);
    expect(errors).toContain('the token stays valid until');
    expect((await profiles()).profiles).toEqual({});
  });

  it('takes a token that was brought along, and does not revoke it', async () => {
    expect((await isnad(['login', api.url, '--token'], { input: `${desk.editor.token}\n` })).code).toBe(0);
    expect((await isnad(['logout'])).code).toBe(0);
    expect((await desk.editor.get('/me')).status).toBe(200);
    expect((await isnad(['login', api.url, '--token'], { input: 'isn_pat_nothing\n' })).code).toBe(6);
  });

  it('holds several servers by profile; the last one signed in to is meant when none is named', async () => {
    await login(desk.salma, '--profile', 'first');
    await login(desk.editor, '--profile', 'second');
    const { claim } = await assignedClaim();
    expect((await isnad(['queue'])).output).toBe('');
    expect((await isnad(['queue', '--profile', 'first'])).output).toContain(claim.id);
    expect(await isnad(['logout', '--profile', 'second'])).toMatchObject({ code: 0 });
    expect((await isnad(['queue'])).output).toContain(claim.id);
  });

  it('ends with logout: the token is revoked, and commands say how to sign in again', async () => {
    await login(desk.salma);
    const { token } = (await profiles()).profiles.default;
    await isnad(['logout']);
    const headers = { authorization: `Bearer ${token}` };
    expect((await fetch(`${api.url}/api/v1/me`, { headers })).status).toBe(401);
    const { code, errors } = await isnad(['queue']);
    expect({ code, errors }).toEqual({ code: 6, errors: 'isnad: you are not signed in: run isnad login URL\n' });
  });

  it('says so when the token was revoked elsewhere', async () => {
    await login(desk.salma);
    const { tokenId } = (await profiles()).profiles.default;
    await done(desk.salma.send('DELETE', `/tokens/${tokenId}`));
    const { code, errors } = await isnad(['queue'], { lang: 'ar' });
    expect({ code, errors }).toEqual({ code: 6, errors: 'isnad: لم يعد دخولك صالحًا: شغّل isnad login\n' });
  });

  it.each([
    ['http://news.example.org', 'not encrypted'],
    ['ftp://news.example.org', 'no address'],
    ['http://', 'no address'],
  ])('sends no password to %s', async (url, said) => {
    const { code, errors } = await isnad(['login', url, '--email', 'a@b.c'], { input: 'secret\n' });
    expect(code).toBe(2);
    expect(errors).toContain(said);
  });

  it('has status 3 where nobody answers', async () => {
    const { code, errors } = await isnad(['login', 'http://127.0.0.1:1', '--email', 'a@b.c'], { input: 'secret\n' });
    expect({ code, errors }).toEqual({
      code: 3,
      errors: 'isnad: no answer from http://127.0.0.1:1: is the server running, and the address right?\n',
    });
  });
});

describe('a reviewer’s work', () => {
  beforeEach(() => login(desk.salma));

  it('goes from the queue to a verdict by short ids, in Arabic', async () => {
    const { claim, short } = await assignedClaim();
    const queue = await isnad(['queue'], { lang: 'ar', columns: 100 });
    expect(queue.output).toContain(short);
    expect(queue.output).toContain('تكليف جديد');
    const added = await isnad(['evidence', 'add', short, ...EVIDENCE], { lang: 'ar' });
    expect(added).toMatchObject({ code: 0 });
    const verdict = ['verdict', short, 'صحيح', '--confidence', 'high', '--rationale', '-'];
    const given = await isnad(verdict, { lang: 'ar', input: 'المحضر يذكر الكلفة نفسها.\n' });
    expect({ code: given.code, errors: given.errors }).toEqual({
      code: 0,
      errors: 'سُجّل تقييمك: صحيح. عدد الأدلة المستند إليها: 1.\n',
    });
    const [stored] = (await done(desk.salma.get(`/claims/${claim.id}/verdicts`))).items;
    expect(stored).toMatchObject({
      rating: 'true',
      confidence: 'high',
      rationale: 'المحضر يذكر الكلفة نفسها.',
      evidenceIds: [added.output.trim()],
    });
    expect((await isnad(['queue'])).output).toBe('');
  });

  it('shows the claim, its chain and evidence, what is missing and whose turn it is', async () => {
    const { claim, short } = await assignedClaim();
    const blind = await isnad(['show', short], { lang: 'ar', columns: 90 });
    expect(blind.output).toContain('يظهر ما رآه غيرك بعد أن تقدّم تقييمك المستقل');
    expect(blind.output).not.toContain('✗');
    await isnad(['evidence', 'add', short, ...EVIDENCE]);
    await isnad(['verdict', short, 'true', '--confidence', 'low', '--rationale', 'so it is']);
    const shown = (await isnad(['show', short], { lang: 'ar' })).output;
    for (const part of [claim.quote, 'سالم الراوي', 'محضر الجلسة', 'صحيح', 'الثقة: منخفضة', 'دليل مخالف']) {
      expect(shown).toContain(part);
    }
    expect(shown).toMatch(/✗ دليل مخالف: .* — الدور على المحرر المسؤول: لا تكليف مفتوحًا/);
    expect(shown).not.toMatch(/[\u2066-\u2069\u200F]/);
  });

  it('keeps every line of a terminal within its width and its direction closed', async () => {
    const { short } = await assignedClaim();
    const { output } = await isnad(['show', short], { lang: 'ar', columns: 60 });
    for (const line of output.split('\n')) {
      expect(line.match(/\u2068/g)?.length).toBe(line.match(/\u2069/g)?.length);
      if (line !== '') expect(line.startsWith('\u200F')).toBe(true);
    }
  });

  it('uses the register’s source of the same name, and asks what a new one is', async () => {
    const { claim, short } = await assignedClaim();
    const rest = ['--stance', 'supports', '--locator', 'p. 3', '--source', 'Gazette'];
    const unknown = await isnad(['evidence', 'add', short, ...rest]);
    expect(unknown).toMatchObject({ code: 2, output: '' });
    expect(unknown.errors).toContain('--type outlet');
    await isnad(['evidence', 'add', short, ...rest, '--type', 'outlet']);
    await isnad(['evidence', 'add', short, ...rest]);
    const { items } = await done(desk.salma.get(`/claims/${claim.id}/evidence`));
    expect(items.map(({ source }: Any) => source.name)).toEqual(['Gazette', 'Gazette']);
    expect(new Set(items.map(({ source }: Any) => source.id)).size).toBe(1);
  });

  it('keeps a copy of a file byte for byte', async () => {
    const { claim, short } = await assignedClaim();
    const bytes = Buffer.from([0, 255, 13, 10, 127]);
    await writeFile(join(folder, 'page.pdf'), bytes);
    expect((await isnad(['evidence', 'add', short, ...EVIDENCE, '--capture', 'page.pdf'])).code).toBe(0);
    const [{ captureId }] = (await done(desk.salma.get(`/claims/${claim.id}/evidence`))).items;
    const headers = { authorization: `Bearer ${desk.salma.token}` };
    const kept = await fetch(`${api.url}/api/v1/captures/${captureId}`, { headers });
    expect(Buffer.from(await kept.arrayBuffer())).toEqual(bytes);
    expect((await isnad(['evidence', 'add', short, ...EVIDENCE, '--capture', 'none.pdf'])).code).toBe(2);
  });

  it('names the ratings there are when given another', async () => {
    const { short } = await assignedClaim();
    const { code, errors } = await isnad(['verdict', short, 'perhaps', '--confidence', 'low', '--rationale', 'x'], {
      lang: 'ar',
    });
    expect(code).toBe(2);
    expect(errors).toContain('mostly-true (صحيح إلى حدّ كبير)');
  });

  it('passes on why the rules refuse, with status 5', async () => {
    const { short } = await assignedClaim();
    const decided = await isnad(['decide', short, 'verified', '--rationale', 'x'], { lang: 'ar' });
    expect(decided).toMatchObject({ code: 5, output: '' });
    expect(decided.errors).toMatch(/^isnad: دورك لا يسمح بهذا: .*\n$/);
    const other = (await post(desk.editor, [TEXT])).claims[0].id;
    const verdict = await isnad(['verdict', other, 'true', '--confidence', 'low', '--rationale', 'x']);
    expect(verdict).toMatchObject({ code: 5 });
    expect(verdict.errors).toContain('Not assigned to you');
  });

  it('finds nothing by an id that is none, or of another newsroom', async () => {
    const foreign = (await post((await api.found()).editor, [TEXT])).claims[0].id as string;
    for (const id of [foreign, foreign.slice(-8), '00000000']) expect((await isnad(['show', id])).code).toBe(4);
    expect((await isnad(['show', 'zzz'])).code).toBe(2);
  });

  it('finds what was claimed before, with the reason', async () => {
    const { claim, short } = await assignedClaim();
    await login(desk.salma);
    const asked = 'كلفة جسر المرفأ 15 مليون دينار';
    expect(JSON.parse((await isnad(['similar', asked, '--json'])).output).items[0]).toMatchObject({
      claimId: claim.id,
    });
    const shown = await isnad(['similar', asked], { lang: 'ar', columns: 100 });
    expect(shown.output).toContain(short);
    expect(shown.output).toContain('الأرقام مختلفة');
    expect((await isnad(['similar', asked, '--limit', '1'])).output).toContain(claim.id);
    expect(await isnad(['similar', 'zzzz'])).toMatchObject({ code: 0, output: '' });
    expect((await isnad(['similar', '؟'])).code).not.toBe(0);
  });

  it('prints what the server answers with --json', async () => {
    const { claim, short } = await assignedClaim();
    const queue = JSON.parse((await isnad(['queue', '--json'])).output);
    expect(queue.items[0].claim.id).toBe(claim.id);
    const shown = JSON.parse((await isnad(['show', short, '--json'])).output);
    expect(shown.claim).toEqual(await done(desk.salma.get(`/claims/${claim.id}`)));
  });
});

describe('a query to the author', () => {
  it('is asked, waits in his attention, is answered and closed; the history tells it', async () => {
    const article = await post(desk.editor, [TEXT], { kind: 'draft', authorIds: [desk.writer.id] });
    const claim = (await done(desk.editor.get(`/articles/${article.id}/claims`))).items[0];
    const short = claim.id.slice(-8);
    await login(desk.editor);
    expect(await isnad(['ask', short, '-'], { lang: 'ar', input: 'من أين الرقم؟\n' })).toMatchObject({
      code: 0,
      errors: expect.stringMatching(/^أُرسل طلب الإيضاح إلى معدّ المادة: [0-9a-f]{8}\./),
    });
    expect((await isnad(['answer', short, 'لا أدري'])).code).toBe(5);
    await login(desk.writer);
    const waits = await isnad(['attention'], { lang: 'ar', columns: 100 });
    expect(waits.output).toContain('طلب إيضاح');
    expect(waits.output).toContain(`isnad show ${short}`);
    expect((await isnad(['show', short])).output).toContain('Answer: not answered yet');
    expect((await isnad(['answer', short, 'من محضر الجلسة'])).code).toBe(0);
    expect((await isnad(['attention'])).errors).toBe('Nothing waits for you.\n');
    await login(desk.editor);
    expect((await isnad(['show', short])).output).toContain('Answer: من محضر الجلسة');
    expect(await isnad(['resolve', short], { lang: 'ar' })).toMatchObject({ code: 0, errors: 'أُغلق طلب الإيضاح.\n' });
    expect(await isnad(['resolve', short])).toMatchObject({
      code: 4,
      errors: expect.stringContaining('no such query waits on this claim'),
    });
    const told = (await isnad(['history', short], { lang: 'ar' })).output;
    expect(told).toContain('طلب إيضاح: « من أين الرقم؟ »');
    expect(told).toContain('إغلاق طلب الإيضاح');
  });

  it('of several open ones, one is named', async () => {
    const article = await post(desk.editor, [TEXT], { kind: 'draft', authorIds: [desk.writer.id] });
    const claim = (await done(desk.editor.get(`/articles/${article.id}/claims`))).items[0];
    const queries: Any[] = [];
    for (const text of ['أيّ عام؟', 'من أين الرقم؟'])
      queries.push(await done(desk.salma.post(`/claims/${claim.id}/queries`, { text })));
    await login(desk.writer);
    const refused = await isnad(['answer', claim.id, 'عام 2023']);
    expect([refused.code, refused.errors]).toEqual([2, expect.stringContaining('say which with --query')]);
    const named = await isnad(['answer', claim.id, 'عام 2023', '--query', queries[0].id.slice(-8)]);
    expect(named.code).toBe(0);
    const { items } = await done(desk.editor.get(`/claims/${claim.id}/queries`));
    expect(items.map(({ answer }: Any) => answer)).toEqual(expect.arrayContaining(['عام 2023', null]));
  });
});

describe('an editor’s work', () => {
  beforeEach(() => login(desk.editor));

  it('posts an article from a file or a pipe, and lists its claims', async () => {
    const { code, output } = await isnad(['article', 'add', '-', '--kind', 'external', '--language', 'ar'], {
      input: `جسر المرفأ\n\n${TEXT}\n`,
    });
    expect(code).toBe(0);
    const [id] = output.split('\t');
    expect(await done(desk.editor.get(`/claims/${id}`))).toMatchObject({ id });
    await writeFile(join(folder, 'draft.html'), `<h1>جسر المرفأ</h1><p>${TEXT}</p>`);
    const args = ['article', 'add', join(folder, 'draft.html'), '--kind', 'draft', '--author', desk.writer.email];
    const article = JSON.parse((await isnad([...args, '--json'])).output);
    expect(article).toMatchObject({ kind: 'draft', authorIds: [desk.writer.id], title: 'جسر المرفأ' });
    const list = await isnad(['queue', '--article', article.id.slice(-8)], { lang: 'ar' });
    expect(list.output).toContain('تحتاج إلى مصدر');
    expect((await isnad(['article', 'add', '-', '--kind', 'draft', '--author', 'x@y.z'], { input: TEXT })).code).toBe(
      4,
    );
    const noAuthor = await isnad(['article', 'add', '-', '--kind', 'draft'], { input: TEXT });
    expect(noAuthor).toMatchObject({ code: 2 });
    expect(noAuthor.errors).toContain('authors');
  });

  it('says what a decision lacks, then decides', async () => {
    const { claim, short } = await assignedClaim();
    const refused = await isnad(['decide', short, 'verified'], { lang: 'ar' });
    expect(refused).toMatchObject({ code: 5, output: '' });
    expect(refused.errors).toMatch(/✗ تقييمات مؤيِّدة: المتوفر 0، المطلوب \d — الدور على مدقق المعلومات/);
    await assignTo(desk.editor, claim.id, desk.omar);
    const evidence = await addEvidence(
      desk.salma,
      claim.id,
      { source: { name: 'المحضر', type: 'document' } },
      { primary: true },
    );
    for (const who of [desk.salma, desk.omar]) {
      await done(who.post(`/claims/${claim.id}/verdicts`, verdictBody('true', [evidence.id])));
    }
    const decided = await isnad(['decide', short, 'verified'], { lang: 'ar' });
    expect({ code: decided.code, errors: decided.errors }).toEqual({
      code: 0,
      errors: expect.stringMatching(/^صدر القرار: من «يحتاج إلى مصدر» إلى «متحقَّق منه \(.*\): صحيح»\.\n$/),
    });
    expect(await done(desk.editor.get(`/claims/${claim.id}`))).toMatchObject({ state: 'verified' });
    expect((await isnad(['decide', short, 'verified'])).code).toBe(5);
  });

  it('settles a dispute, and closes a claim unproven with a search log', async () => {
    const { claim, short } = await assignedClaim();
    const item = await addEvidence(desk.salma, claim.id, fromOutlet('الساحل'), { stance: 'refutes' });
    await done(desk.salma.post(`/claims/${claim.id}/verdicts`, verdictBody('false', [item.id])));
    const disputed = await isnad(['decide', short, 'disputed', '--rationale', 'a colleague found the minutes']);
    expect(disputed).toMatchObject({ code: 0 });
    const closing = ['decide', short, 'needs-source', '--closure', 'unproven', '--rationale', 'nothing found'];
    const wrong = await isnad([...closing, '--search', 'archive']);
    expect(wrong).toMatchObject({ code: 2 });
    const few = await isnad([...closing, '--search', 'archive | 2026-11-01 | bridge cost']);
    expect(few).toMatchObject({ code: 5 });
    expect(few.errors).toContain('searches logged: 1, needed: 3');
  });

  it('has a report made and written, and overwrites nobody’s file', async () => {
    const { article } = await assignedClaim();
    const worker = await startWorker({
      connection: api.database,
      jobs: 1,
      dataDir: folder,
      log: createLog('worker', 'silent'),
    });
    try {
      const args = ['report', article.id.slice(-8), '--format', 'html,csv', '--language', 'ar'];
      const { code, output } = await isnad(args);
      expect(code).toBe(0);
      const paths = output.trimEnd().split('\n');
      expect(paths).toHaveLength(2);
      const html = paths.find((path) => path.endsWith('.html'))!;
      expect(await readFile(html, 'utf8')).toContain('dir="rtl"');
      expect(html).toMatch(new RegExp(`/[^/]*${String(article.title).slice(0, 12)}[^/]* \\d{4}-\\d\\d-\\d\\d\\.html$`));
      expect((await isnad(args)).code).toBe(1);
      const piped = await isnad(['report', article.id, '--format', 'json', '--output', '-']);
      expect(JSON.parse(piped.output)).toBeInstanceOf(Object);
      const named = await isnad(['report', article.id, '--format', 'csv', '--output', 'mine.csv']);
      expect(named.output).toBe(`${join(folder, 'mine.csv')}\n`);
      expect((await isnad(['report', article.id, '--format', 'odt'])).code).toBe(2);
    } finally {
      await worker.stop();
    }
  });

  it('watches events as they happen, in words and as JSON lines', async () => {
    const { claim } = await assignedClaim();
    const { head } = await done(desk.editor.get('/ledger/entries?limit=1'));
    const plain = isnad(['watch', '--after', String(head.seq), '--count', '2'], { lang: 'ar' });
    const json = isnad(['watch', '--after', String(head.seq), '--count', '1', '--json']);
    await addEvidence(desk.editor, claim.id, fromOutlet('الساحل'));
    const lines = (await plain).output.trimEnd().split('\n');
    expect(lines.map((line) => line.split('\t')[2])).toEqual(['تسجيل مصدر', 'إضافة دليل']);
    expect(lines[1]).toContain(claim.quote);
    const event = JSON.parse((await json).output);
    expect(event).toMatchObject({ id: head.seq + 1 });
  });

  it('ends a watch by Ctrl-C with status 0', async () => {
    const watching = isnad(['watch']);
    await eventually(() => expect(process.listenerCount('SIGINT')).toBeGreaterThan(0));
    process.emit('SIGINT');
    expect(await watching).toMatchObject({ code: 0, output: '' });
  });
});
