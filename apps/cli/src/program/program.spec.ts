import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { runCommandLine } from './program.js';

interface Outcome {
  code: number;
  output: string;
  errors: string;
}

const folder = mkdtempSync(join(tmpdir(), 'isnad-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function isnad(
  args: string[],
  input: string | Buffer = '',
  environment: Record<string, string> = {},
): Promise<Outcome> {
  const output = new PassThrough();
  const errors = new PassThrough();
  const [out, err] = [buffer(output), buffer(errors)];
  const streams = { input: Readable.from([Buffer.from(input)]), output, errors };
  const code = await runCommandLine({ args, environment, folder, home: folder, streams, version: '1.2.3' });
  output.end();
  errors.end();
  return { code, output: (await out).toString(), errors: (await err).toString() };
}

const ARTICLE = `بلدية المرفأ تفتتح جسرها الجديد

قال رئيس بلدية المرفأ سليم الحداد لوكالة الساحل إن كلفة الجسر بلغت 12 مليون دينار.
`;

describe('isnad extract', () => {
  it('prints what the API answers, offsets in code points, and nothing else', async () => {
    const { code, output, errors } = await isnad(['extract', file('article.txt', `🙂 ${ARTICLE}`), '--json']);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    const wire = JSON.parse(output) as {
      claims: { start: number; end: number; quote: string }[];
      text: { length: number };
    };
    const points = [...`🙂 ${ARTICLE}`.normalize('NFC')];
    expect(wire.text.length).toBe(points.length);
    expect(wire.claims.length).toBeGreaterThan(0);
    for (const claim of wire.claims) expect(points.slice(claim.start, claim.end).join('')).toBe(claim.quote);
  });

  it('reads standard input for -', async () => {
    const fromFile = await isnad(['extract', file('article.txt', ARTICLE), '--json']);
    expect(await isnad(['extract', '-', '--json'], ARTICLE)).toEqual(fromFile);
  });

  it('says of a text in Persian that it is not read', async () => {
    const { code, output, errors } = await isnad(
      ['extract', '-'],
      'وزیر خارجه گفت که گزارش‌ها درباره این دیدار نادرست است.',
    );
    expect([code, output]).toEqual([0, '']);
    expect(errors).toContain('neither Arabic nor English');
  });

  it('prints a claim a line for people', async () => {
    const { output } = await isnad(['extract', '-'], ARTICLE);
    const lines = output.trimEnd().split('\n');
    const claims = (
      JSON.parse((await isnad(['extract', '-', '--json'], ARTICLE)).output) as { claims: { quote: string }[] }
    ).claims;
    expect(lines.map((line) => line.split('\t').at(-1))).toEqual(claims.map((claim) => claim.quote));
  });

  it.each<[string, string | Uint8Array, string, string]>([
    ['empty', '', 'no letter', 'أي حرف'],
    ['white', ' \n\t', 'no letter', 'أي حرف'],
    ['marks', '…!؟«»', 'no letter', 'أي حرف'],
    ['long', 'a'.repeat(2_000_001), 'longer than 2000000', 'أطول'],
    ['binary', Uint8Array.of(0x50, 0x4b, 0, 0), 'NUL', 'صفرية'],
    ['latin', Uint8Array.of(0x63, 0x61, 0x66, 0xe9), 'not UTF-8', 'UTF-8'],
    ['surrogate', Uint8Array.of(0x61, 0xed, 0xa0, 0x80), 'not UTF-8', 'UTF-8'],
  ])('refuses a text that is none (%s) in one line, in the reader’s language', async (name, content, en, ar) => {
    const path = file(`${name}.txt`, content);
    const english = await isnad(['extract', path]);
    expect(english).toMatchObject({ code: 1, output: '' });
    expect(english.errors).toMatch(new RegExp(`^isnad: [^\n]*${en}[^\n]*\n$`));
    const arabic = await isnad(['--lang', 'ar', 'extract', path]);
    expect(arabic.errors).toMatch(new RegExp(`^isnad: [^\n]*${ar}[^\n]*\n$`));
  });

  it('takes a text of exactly the greatest length', async () => {
    expect((await isnad(['extract', file('limit.txt', 'a'.repeat(2_000_000))])).code).toBe(0);
  });

  it.each([
    ['missing.txt', 'there is no file'],
    ['.', 'is a folder'],
  ])('says what is wrong with %s', async (name, en) => {
    const { code, errors, output } = await isnad(['extract', join(folder, name)]);
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(errors).toContain(en);
  });
});

describe('isnad score', () => {
  const items = [
    '{"id":1,"text":"The budget rose by 12 percent in 2024."}',
    '',
    '{"id":"b","text":"صباح الخير","language":"ar"}',
  ];

  it('prints one score for each line, in order', async () => {
    for (const ends of ['\n', '\r\n']) {
      const { code, output } = await isnad(['score', '--jsonl', '-'], items.join(ends));
      expect(code).toBe(0);
      const scores = output
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>);
      expect(scores.map((score) => score.id)).toEqual([1, 'b']);
      for (const score of scores) expect(Object.keys(score)).toEqual(['id', 'score', 'subjective']);
      expect(scores[0]!.score).toBeGreaterThan(scores[1]!.score as number);
    }
  });

  it('adds its reasons when asked', async () => {
    const { output } = await isnad(['score', '--jsonl', '-', '--reasons'], items.join('\n'));
    const [budget, greeting] = output
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { decidedBy: string; reasons: { feature: string; evidence: string[] }[] });
    expect(budget?.reasons).toContainEqual(expect.objectContaining({ feature: 'number', evidence: ['12'] }));
    expect(greeting?.decidedBy).toBe('stakes');
    expect(greeting?.reasons.map(({ feature }) => feature)).toContain('chatter');
  });

  it.each(['{"id":1}', '[]', 'null', '{"text":"x"}', '{"id":1,"text":2}', '{"id":1,"text":"x","language":3}', 'x'])(
    'names the line that is wrong: %s',
    async (line) => {
      const { code, errors } = await isnad(['score', '--jsonl', '-'], `${items[0]}\n${line}\n`);
      expect(code).toBe(1);
      expect(errors).toMatch(/^isnad: line 2 [^\n]*\n$/);
    },
  );

  it('refuses bytes that are not UTF-8', async () => {
    expect((await isnad(['score', '--jsonl', '-'], Buffer.from([0x22, 0xff]))).code).toBe(1);
  });
});

describe('mistakes in the command line', () => {
  it.each<[string[], string, string]>([
    [['extrakt'], 'there is no command extrakt', 'لا يوجد أمر extrakt'],
    [['extract', '--jason', 'x'], 'there is no option --jason', 'لا يوجد خيار --jason'],
    [['extract'], 'file is missing', 'ينقص file'],
    [['extract', 'a', 'b'], 'more arguments', 'أكثر'],
    [['score'], '--jsonl <file> is missing', 'ينقص --jsonl'],
    [['score', '--jsonl'], '--jsonl <file> needs a value', 'يحتاج --jsonl'],
    [['extract', 'x', '--language', 'fr'], 'cannot have', 'غير مقبولة'],
  ])('%j get one line in either language and status 2', async (args, en, ar) => {
    const english = await isnad(args);
    expect(english).toMatchObject({ code: 2, output: '' });
    expect(english.errors).toMatch(/^isnad: [^\n]*see isnad help\n$/);
    expect(english.errors).toContain(en);
    expect((await isnad(args, '', { LC_ALL: 'ar_EG.UTF-8' })).errors).toContain(ar);
  });

  it('a wrong setting names the variable and the remedy, and has status 2', async () => {
    const { code, errors } = await isnad(['migrate'], '', { ISNAD_PORT: 'http' });
    expect(code).toBe(2);
    expect(errors).toBe('isnad: ISNAD_PORT must be a port from 0 to 65535\n');
  });

  it('a database that does not answer has status 3', async () => {
    const { code, errors } = await isnad(['ledger', 'fsck'], '', { DATABASE_URL: 'postgres://a:secret@127.0.0.1:1/x' });
    expect(code).toBe(3);
    expect(errors).toMatch(/^isnad: no PostgreSQL answers at 127\.0\.0\.1:1\/x [^\n]*\n$/);
    expect(errors).not.toContain('secret');
  }, 30_000);
});

describe('help', () => {
  it('is the result of asking for it, and lists commands and exit status', async () => {
    const { code, output, errors } = await isnad(['help']);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    for (const word of [
      'start',
      'serve',
      'worker',
      'migrate',
      'demo',
      'bootstrap',
      'extract',
      'score',
      'ledger',
      'Exit status',
    ]) {
      expect(output).toContain(word);
    }
  });

  it('is Arabic where the environment is', async () => {
    expect((await isnad(['help'], '', { LANG: 'ar_SA.UTF-8' })).output).toContain('حالة الخروج');
    expect((await isnad(['help'], '', { LANG: 'arn_CL.UTF-8' })).output).toContain('Exit status');
    expect((await isnad(['help', '--lang', 'en'], '', { LANG: 'ar_SA.UTF-8' })).output).toContain('Exit status');
  });

  it('without a command is told on standard error, with status 2', async () => {
    const { code, output, errors } = await isnad([]);
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(errors).toContain('Usage');
  });

  it('the version is the package’s', async () => {
    expect(await isnad(['--version'])).toEqual({ code: 0, output: '1.2.3\n', errors: '' });
  });
});
