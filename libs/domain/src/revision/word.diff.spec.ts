import fc from 'fast-check';
import { wordChanges } from './word.diff.js';

const told = (before: string, after: string) =>
  wordChanges(before, after).map((change) => [
    before.slice(change.before.start, change.before.end),
    after.slice(change.after.start, change.after.end),
    change.typographic,
  ]);

describe('word changes', () => {
  it.each<[string, string, (readonly [string, string, boolean])[]]>([
    ['ارتفعت البطالة إلى 12 في المئة.', 'ارتفعت البطالة إلى 14 في المئة.', [['12', '14', false]]],
    ['The bank will raise fees.', 'The bank will not raise fees.', [['', 'not ', false]]],
    ['قال مصدران إن المحادثات توقفت', 'قالت مصادر إن المحادثات توقفت', [['قال مصدران', 'قالت مصادر', false]]],
    ['بلغت النسبة 12 في مايو', 'بلغت النسبة ١٢ في مايو', [['12', '١٢', true]]],
    ['a b c', 'a b c', []],
    ['', 'new', [['', 'new', false]]],
    ['old', '', [['old', '', false]]],
    [
      'one two three four',
      'one three',
      [
        ['two ', '', false],
        [' four', '', false],
      ],
    ],
    ['x 👩‍👩‍👧 y', 'x 👩‍👩‍👧 z', [['y', 'z', false]]],
  ])('%j → %j', (before, after, expected) => {
    expect(told(before, after)).toEqual(expected);
  });

  it('turn the one text into the other, and leave what lies between alike', () => {
    const words = fc.array(fc.constantFrom('الوزير', 'قال', 'إن', '12', '.', '«', '»', ' ', 'b', 'a'), {
      maxLength: 24,
    });
    fc.assert(
      fc.property(words, words, (one, other) => {
        const [before, after] = [one.join(' '), other.join(' ')];
        let built = '';
        let at = 0;
        for (const change of wordChanges(before, after)) {
          built += before.slice(at, change.before.start) + after.slice(change.after.start, change.after.end);
          at = change.before.end;
        }
        expect(built + before.slice(at)).toBe(after);
      }),
      { numRuns: 400 },
    );
  });

  it('does a long paragraph in a moment and gives up its middle beyond that', () => {
    const long = Array.from({ length: 5000 }, (_, index) => `كلمة${index}`).join(' ');
    const began = performance.now();
    expect(told(`${long} نهاية`, `${long} خاتمة`)).toEqual([['نهاية', 'خاتمة', false]]);
    const other = Array.from({ length: 5000 }, (_, index) => `لفظ${index}`).join(' ');
    expect(told(long, other)).toHaveLength(1);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
