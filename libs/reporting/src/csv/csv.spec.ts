import { TextDecoder } from 'node:util';
import {
  givenArticle,
  givenClaim,
  givenDecision,
  givenEvidence,
  givenQuote,
  givenReport,
  givenVerdict,
  LABELS,
} from '../sample/given.model.js';
import { sampleReport } from '../sample/sample.report.js';
import { wholeFile } from '../renderer/renderer.registry.js';
import { guardedCell } from './cell.guard.js';
import { renderCsv } from './csv.renderer.js';

/** A strict reader of RFC 4180, written for the test: anything the grammar does not allow throws. */
function parse(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const match = cell.exec(text);
    if (!match) throw new Error(`not RFC 4180 at ${at}: ${JSON.stringify(text.slice(at, at + 40))}`);
    rows.at(-1)?.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'));
    if (match[3] === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const textOf = async (chunks: AsyncIterable<Uint8Array>) => utf8.decode(await wholeFile(chunks));

async function table(model = sampleReport, language: 'ar' | 'en' = 'en') {
  const [header = [], ...rows] = parse((await textOf(renderCsv(model, language))).slice(1));
  return {
    header,
    rows,
    records: rows.map((row) => Object.fromEntries(row.map((cell, index) => [header[index], cell]))),
  };
}

describe('a cell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+201', "'+201"],
    ['-5', "'-5"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['\tplain', "'\tplain"],
    ['\0=1', "'\0=1"],
    ['  =1', "'  =1"],
    ['\u200F=1', "'\u200F=1"],
    ['\uFEFF@x', "'\uFEFF@x"],
    ['＝1', "'＝1"],
    ['قال = لا', 'قال = لا'],
    ['3-2', '3-2'],
    ['', ''],
    ['«-5»', '«-5»'],
    ['\n=1', "'\n=1"],
    ['\nplain', '\nplain'],
  ])('%j is written as %j', (text, cell) => expect(guardedCell(text)).toBe(cell));
});

describe('the claim table', () => {
  it('is exactly these bytes for one small report', async () => {
    const claim = givenClaim({
      ...givenQuote('“It opened”, he said; twice', 'Yes. ', ' — end'),
      state: 'disputed',
      dispute: 'refuted',
      label: LABELS.false,
      evidence: [givenEvidence({ stance: 'refutes', url: 'https://x.example/a,b' })],
      verdicts: [givenVerdict({ rating: LABELS.false, informed: true })],
      decisions: [givenDecision({ to: 'disputed' })],
      independence: { sources: 1, origins: 1 },
    });
    const article = givenArticle({ claims: [claim], outlet: null });
    const text = await textOf(renderCsv(givenReport([article]), 'en'));
    const [bom, header, row, end] = [text[0], ...text.slice(1).split('\r\n')];
    expect(bom).toBe('\uFEFF');
    expect(header?.startsWith('Article id,Article title,Article kind,Outlet,Byline,Published,Address,Status')).toBe(
      true,
    );
    expect(row).toBe(
      'article-1,A bridge for the north,External article,,L. Marsh,2026-11-18T06:30:00Z,https://harbour.example/bridge,' +
        `Being checked,1,${'b'.repeat(64)},1,claim-1,"“It opened”, he said; twice","Yes. “It opened”, he said; twice — end",` +
        'body,examined,,False (substance),disputed,false,False,substance,,,B,event,40,,1,1,' +
        'R. Haddad: False [given after seeing another verdict],' +
        '"refutes: Land registry (p. 4, https://x.example/a,b)",,,,,2026-11-20T10:00:00Z,S. Editor,'.replace(
          'contradicts',
          'refutes',
        ) +
        `${'a'.repeat(64)},3,812,${'c'.repeat(64)},2026-11-22T14:45:00Z`,
    );
    expect(end).toBe('');
  });

  it.each(['ar', 'en'] as const)(
    'has one row per claim, the set aside and the unexamined included (%s)',
    async (language) => {
      const { header, rows } = await table(sampleReport, language);
      expect(rows).toHaveLength(5 + 2 + 1 + 3 + 1);
      for (const row of rows) expect(row).toHaveLength(header.length);
      expect(new Set(header).size).toBe(header.length);
    },
  );

  it('speaks the language asked for and keeps the codes', async () => {
    const { records } = await table(sampleReport, 'ar');
    expect(records[1]).toMatchObject({
      النتيجة: 'ثبت خلافها (المضمون)',
      'رمز الحالة': 'disputed',
      'رمز التقييم': 'needs-change',
      'سلسلة الإسناد': 'كريم الشاذلي → وكالة أنباء الخليج الأزرق → صحيفة المرفأ',
    });
    expect(records[2]?.['استثناء مُعلَّل']).toBe(
      'تقييمات مؤيِّدة: مدقق المعلومات الثاني في إجازة، والموعد لا يحتمل التأجيل.\n' +
        'استوفي هذا الشرط بقاعدة غرف الأخبار الصغيرة: قاعدة الشخصين',
    );
    expect(records[5]).toMatchObject({ الوضع: 'مستبعَد', السبب: 'رأي', النتيجة: '' });
    expect(records[7]).toMatchObject({ الوضع: 'لم يُفحص', السبب: 'مقترحة لم تُقبل بعد' });
  });

  it('reads back whatever an article contains, and never as a formula', async () => {
    const hostile = [
      '=HYPERLINK("http://evil.example","x")',
      "-2+3+cmd|' /C calc'!A0",
      'a"b,c\r\nd;e\tf',
      '\u202E=1',
      'x'.repeat(2_000),
      '\u0000=1',
      '\r',
      '"',
      '',
    ];
    const claims = hostile.map((quote, index) => givenClaim({ ...givenQuote(quote), id: `c${index}` }));
    const { records } = await table(givenReport([givenArticle({ claims })]));
    const quotes = records.map((record) => record['Exact quote'] ?? '');
    expect(quotes.map((quote) => quote.replace(/^'/, ''))).toEqual(hostile);
    for (const quote of quotes) expect(quote).not.toMatch(/^[\s\p{Cf}]*[=+\-@\0\t\r]/u);
  });
});
