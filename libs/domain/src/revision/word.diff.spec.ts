import fc from 'fast-check';
import { processorMs } from '../../../../test/support/processor-time.js';
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
    ['a b a b', 'a b', [[' a b', '', false]]],
    ['a b', 'a b a b', [['', ' a b', false]]],
    [
      'x a y b z',
      'x b y a z',
      [
        ['a', 'b', false],
        ['b', 'a', false],
      ],
    ],
    ['one two three', 'uno dos three', [['one two', 'uno dos', false]]],
    [
      'one and two',
      'uno and dos',
      [
        ['one', 'uno', false],
        ['two', 'dos', false],
      ],
    ],
    [
      'a b',
      'b a',
      [
        ['a ', '', false],
        ['', ' a', false],
      ],
    ],
    ['a  b', 'a b', [['  ', ' ', true]]],
    ['a\nb', 'a b', [['\n', ' ', true]]],
    ['كتب الدرس', 'كَتب الدرس', [['كتب', 'كَتب', true]]],
    ['a_b 1', 'a_c 1', [['a_b', 'a_c', false]]],
    ['12 دينارًا', '13 دينارًا', [['12', '13', false]]],
    ['x, y', 'x y', [[',', '', false]]],
    [
      'P a b c a Q',
      'R b c a b S',
      [
        ['P a', 'R', false],
        ['Q', 'b S', false],
      ],
    ],
    ['b c', 'a b c', [['', 'a ', false]]],
    ['a b c', 'b c', [['a ', '', false]]],
    [
      'p one q two r',
      'p q r',
      [
        ['one ', '', false],
        [' two', '', false],
      ],
    ],
  ])('%j → %j', (before, after, expected) => {
    expect(told(before, after)).toEqual(expected);
  });

  it.each<[string, string, object[]]>([
    ['a b', 'b', [{ before: { start: 0, end: 2 }, after: { start: 0, end: 0 }, typographic: false }]],
    ['a', 'a b', [{ before: { start: 1, end: 1 }, after: { start: 1, end: 3 }, typographic: false }]],
    ['a x b', 'a y b', [{ before: { start: 2, end: 3 }, after: { start: 2, end: 3 }, typographic: false }]],
    ['a b', 'a', [{ before: { start: 1, end: 3 }, after: { start: 1, end: 1 }, typographic: false }]],
    ['', '', []],
  ])('%j → %j, where', (before, after, expected) => {
    expect(wordChanges(before, after)).toEqual(expected);
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

  it('leave as much as can be left', () => {
    /** Longest common subsequence by its definition. */
    const longest = (one: string, other: string): number => {
      if (one === '' || other === '') return 0;
      if (one[0] === other[0]) return 1 + longest(one.slice(1), other.slice(1));
      return Math.max(longest(one.slice(1), other), longest(one, other.slice(1)));
    };
    const marks = fc.array(fc.constantFrom('!', '+', '='), { maxLength: 8 }).map((each) => each.join(''));
    fc.assert(
      fc.property(marks, marks, (before, after) => {
        const changed = wordChanges(before, after).reduce(
          (sum, change) => sum + change.before.end - change.before.start,
          0,
        );
        expect(before.length - changed).toBe(longest(before, after));
      }),
      { numRuns: 300 },
    );
  });

  it('does a long paragraph in a moment and gives up its middle beyond that', () => {
    const long = Array.from({ length: 5000 }, (_, index) => `كلمة${index}`).join(' ');
    const other = Array.from({ length: 5000 }, (_, index) => `لفظ${index}`).join(' ');
    const spent = processorMs(() => {
      expect(told(`${long} نهاية`, `${long} خاتمة`)).toEqual([['نهاية', 'خاتمة', false]]);
      expect(told(long, other)).toHaveLength(1);
    });
    expect(spent).toBeLessThan(2000);
  });
});
