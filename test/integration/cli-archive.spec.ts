import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { runCommandLine } from '#apps/cli';
import { start as startWorker } from '#apps/worker';
import { createLog } from '#platform';
import { done } from '../support/checking-work.js';
import { type Newsroom, type NewsroomApi, startNewsroomApi } from '../support/newsroom-api.js';

let api: NewsroomApi;
let desk: Newsroom;
let folder: string;
let worker: { stop(): Promise<unknown> };

beforeAll(async () => {
  api = await startNewsroomApi();
  desk = await api.found();
  folder = await mkdtemp(join(tmpdir(), 'isnad-archive-'));
  const log = createLog('worker', 'silent');
  worker = await startWorker({ connection: api.database, jobs: 1, dataDir: folder, log });
  const { editor } = desk;
  expect((await isnad(['login', api.url, '--email', editor.email], { input: `${editor.password}\n` })).code).toBe(0);
});
afterAll(async () => {
  await worker.stop();
  await api.stop();
  await rm(folder, { recursive: true });
});

async function isnad(args: readonly string[], { input = '', lang = 'en', columns = 0 } = {}) {
  const output = Object.assign(new PassThrough(), columns > 0 && { isTTY: true, columns });
  const errors = new PassThrough();
  let [out, err] = ['', ''];
  output.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
  errors.setEncoding('utf8').on('data', (chunk: string) => (err += chunk));
  const code = await runCommandLine({
    args: [...args, '--lang', lang],
    environment: { XDG_CONFIG_HOME: folder },
    folder,
    home: folder,
    streams: { input: Readable.from([Buffer.from(input)]), output, errors },
    version: '1.2.3',
  });
  return { code, output: out, errors: err };
}

const review = (claimReviewed: string, more: object = {}) =>
  JSON.stringify({ '@type': 'ClaimReview', claimReviewed, reviewRating: { alternateName: 'False' }, ...more });
const found = async (text: string) =>
  (await done(desk.editor.get(`/similar?text=${encodeURIComponent(text)}`))).items.map(
    (item: { text: string }) => item.text,
  );

describe('isnad archive import', () => {
  it('takes a file, and what it took is found', async () => {
    await writeFile(join(folder, 'checks.ndjson'), `${review('A whale swam up the river Selin in March.')}\n`);
    const ran = await isnad(['archive', 'import', join(folder, 'checks.ndjson')]);
    expect(ran).toMatchObject({ code: 0, output: '' });
    expect(ran.errors).toContain('Taken: 1. In the archive before: 0. Refused: 0.');
    expect(await found('whale in the river Selin')).toEqual(['A whale swam up the river Selin in March.']);
    const again = await isnad(['archive', 'import', join(folder, 'checks.ndjson'), '--json']);
    expect(JSON.parse(again.output)).toMatchObject({ status: 'done', accepted: 0, repeated: 1 });
  });

  it('tells of each refused line where, which member, and what to do; the rest is taken', async () => {
    const input = [
      review('سدّ الوادي انهار صباح الجمعة'),
      '{"claimReviewed": ',
      review('تاريخ', { datePublished: '2024-13-45' }),
    ].join('\n');
    const piped = await isnad(['archive', 'import', '-'], { input });
    expect(piped.code).toBe(1);
    expect(
      piped.output
        .trimEnd()
        .split('\n')
        .map((row) => row.split('\t')),
    ).toEqual([
      ['2', '', 'not-json', expect.stringContaining('missing quotation mark')],
      ['3', 'datePublished', 'wrong-form', expect.stringContaining('2024-05-31')],
    ]);
    expect(piped.errors).toContain('mend them and import the file again');
    expect(await found('انهيار سد الوادي صباح الجمعة')).toHaveLength(1);

    const shown = await isnad(['archive', 'import', '-'], { input, lang: 'ar', columns: 100 });
    expect(shown.output).toContain('السطر 3');
    expect(shown.output).toContain('اكتبه على صورة');
    expect(shown.errors).toContain('المقبول: 0. الموجود من قبل: 1. المرفوض: 2.');
    const id = /archive follow (\S+)/.exec(shown.errors)![1]!;
    const followed = await isnad(['archive', 'follow', id, '--json']);
    expect([followed.code, JSON.parse(followed.output).rejectedCount]).toEqual([1, 2]);
  });

  it('knows JSON and CSV by their names, and asks when it does not', async () => {
    await writeFile(join(folder, 'checks.csv'), 'الادعاء,التقييم\nاحترق مخزن القطن في الميناء,زائف\n');
    expect((await isnad(['archive', 'import', join(folder, 'checks.csv')], { lang: 'ar' })).code).toBe(0);
    await writeFile(join(folder, 'checks.txt'), `[${review('The old lighthouse was sold to a hotel.')}]`);
    const unclear = await isnad(['archive', 'import', join(folder, 'checks.txt')]);
    expect(unclear).toMatchObject({ code: 2, errors: expect.stringContaining('--format') as string });
    expect((await isnad(['archive', 'import', join(folder, 'checks.txt'), '--format', 'json'])).code).toBe(0);
    expect(await found('lighthouse sold to a hotel')).toHaveLength(1);
    expect((await isnad(['archive', 'import', join(folder, 'none.csv')])).code).toBe(2);
  });

  it('is refused with the server’s words to whoever may not, and for an empty file', async () => {
    const empty = await isnad(['archive', 'import', '-'], { input: '' });
    expect([empty.code, empty.errors]).toEqual([2, expect.stringContaining('The file is empty')]);
    expect((await isnad(['archive', 'follow', '01890000-0000-7000-8000-000000000000'])).code).toBe(4);
    const { salma } = desk;
    await isnad(['login', api.url, '--email', salma.email, '--profile', 'salma'], { input: `${salma.password}\n` });
    const reviewer = await isnad(['archive', 'import', '-', '--profile', 'salma'], { input: review('x y z') });
    expect(reviewer.code).toBe(5);
  });
});
