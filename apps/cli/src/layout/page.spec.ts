import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Terminal } from '../program/terminal.js';
import { Page, plain } from './page.js';
import { cutTo, padTo, textWidth, wrapTo } from './text.width.js';

function pageOf(language: 'ar' | 'en', columns?: number): Page {
  const output = Object.assign(new PassThrough(), columns !== undefined && { isTTY: true, columns });
  return new Page(new Terminal({ input: new PassThrough(), output, errors: new PassThrough() }, language, false));
}

/** The text as a reader sees it, without what only steers direction. */
const seen = (text: string) => text.replace(/[\u2066-\u2069\u200F]/g, '');

describe('the width of a text', () => {
  it.each([
    ['abc', 3],
    ['مُدَقِّق', 4],
    ['\u2068abc\u2069', 3],
    ['漢字', 4],
    ['🙂', 2],
    ['e\u0301', 1],
    ['', 0],
  ])('%j is %i', (text, width) => expect(textWidth(text)).toBe(width));

  it('is kept by cutting, padding and wrapping', () => {
    expect(cutTo('متحقَّق منه', 6)).toBe('متحقَّق…');
    expect(textWidth(cutTo('漢字漢字', 4))).toBeLessThanOrEqual(4);
    expect(cutTo('short', 5)).toBe('short');
    expect(textWidth(padTo('قِيل', 10))).toBe(10);
    const words = 'one two three four five six seven'.split(' ');
    for (const line of wrapTo(words.join(' '), 11)) expect(textWidth(line)).toBeLessThanOrEqual(11);
    expect(wrapTo(words.join(' '), 11).join(' ')).toBe(words.join(' '));
    expect(wrapTo('averyveryverylongword b', 5)).toEqual(['averyveryverylongword', 'b']);
  });
});

describe('a page', () => {
  const rows = [
    ['3f2a91bc', 'أ', 'قال الوزير إن الشركة Alpha Ltd نمت 12%'],
    ['77aa', 'ب', 'short'],
  ];

  it('isolates foreign text and aligns columns in a terminal', () => {
    const lines = pageOf('ar', 60).table(rows).toString().trimEnd().split('\n');
    for (const line of lines) {
      expect(line.startsWith('\u200F')).toBe(true);
      expect(line.match(/\u2068/g)!.length).toBe(line.match(/\u2069/g)!.length);
      expect(textWidth(line)).toBeLessThanOrEqual(60);
    }
    expect(lines.map((line) => textWidth(seen(line).slice(0, seen(line).search(/أ|ب/))))).toEqual([10, 10]);
  });

  it('is bare in a pipe', () => {
    expect(
      pageOf('ar')
        .table(rows)
        .line(`x ${pageOf('ar').foreign('y')}`)
        .toString(),
    ).toBe(`${rows.map((row) => row.join('\t')).join('\n')}\nx y\n`);
  });

  it('lets no text command the terminal or turn the text around it', () => {
    expect(plain('a\u001b[2Jb\r\nc\td\u202Ee\u2069\u0007')).toBe('a [2Jb c d e');
    expect(pageOf('en', 40).paragraph('x\u2069\u202Ey').toString()).toBe('  \u2068x y\u2069\n');
  });

  it('wraps paragraphs to the terminal', () => {
    const text = 'كلمة '.repeat(40);
    const lines = pageOf('ar', 50).paragraph(text).toString().trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(50);
  });

  it('goes to a reader unchanged', async () => {
    const output = new PassThrough();
    const whole = buffer(output);
    const terminal = new Terminal({ input: new PassThrough(), output, errors: new PassThrough() }, 'en', false);
    await terminal.result(new Page(terminal).line('a').line().line('b').toString());
    output.end();
    expect((await whole).toString()).toBe('a\n\nb\n');
  });
});
