import { savedName } from './saved.name.js';

const DAY = '2026-11-23';

describe('the name a report is saved under', () => {
  it.each<[string, string, string | null, string]>([
    ['the title and the day', 'report.html', 'افتتاح جسر المرفأ', 'افتتاح جسر المرفأ 2026-11-23.html'],
    ['which table it is', 'verdicts.csv', 'Harbour bridge opens', 'Harbour bridge opens 2026-11-23 verdicts.csv'],
    ['the part alone for several articles', 'report.csv', null, 'report 2026-11-23.csv'],
    ['the part alone for a title of nothing', 'report.csv', ' \u200f..', 'report 2026-11-23.csv'],
    ['nothing a file system reads otherwise', 'report.html', 'A/B: "x" <y>|*?\\z', 'A B x y z 2026-11-23.html'],
    ['nothing hidden and no folder above', 'report.html', '../.ssh\u0000\u202Egnp', 'ssh gnp 2026-11-23.html'],
    ['no line of its own', 'report.html', 'one\r\ntwo\u2028three', 'one two three 2026-11-23.html'],
  ])('has %s', (_, name, title, expected) => {
    expect(savedName(name, title, DAY)).toBe(expected);
  });

  it('of a long title ends with a word, and fits every file system', () => {
    const saved = savedName('verdicts.csv', 'كلمة طويلة جدًّا '.repeat(40), DAY);
    expect(Buffer.byteLength(saved)).toBeLessThanOrEqual(200);
    expect(saved).toMatch(/^(?:كلمة طويلة جدًّا ?)+(?:كلمة |طويلة )*2026-11-23 verdicts\.csv$/);
    const family = savedName('report.html', '👨‍👩‍👧'.repeat(60), DAY);
    expect(Buffer.from(family).toString('utf8')).toBe(family);
    expect(Buffer.byteLength(family)).toBeLessThanOrEqual(200);
  });
});
