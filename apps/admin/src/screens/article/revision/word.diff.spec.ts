import fc from 'fast-check';
import { wordDiff } from './word.diff.js';

const shown = (before: string, after: string) =>
  wordDiff(before, after)
    .map(({ kind, text }) => ({ same: text, gone: `-${text}-`, come: `+${text}+` })[kind])
    .join('');

describe('the difference between two texts', () => {
  it.each([
    ['one two three', 'one two three', 'one two three'],
    ['one two three', 'one 2 three', 'one -two-+2+ three'],
    ['', 'one', '+one+'],
    ['one', '', '-one-'],
    ['قتل 14 شخصًا.', 'قتل 40 شخصًا.', 'قتل -14-+40+ شخصًا.'],
    ['قَتَلَ رجلًا', 'قُتِلَ رجل', '-قَتَلَ-+قُتِلَ+ -رجلًا-+رجل+'],
    ['a b', 'a  b', 'a- -+  +b'],
  ])('%s → %s', (before, after, expected) => expect(shown(before, after)).toBe(expected));

  it('holds both texts whole', () => {
    const words = fc.array(fc.constantFrom('قال', 'الوزير', ' ', '12', '.', 'إن', 'x')).map((list) => list.join(''));
    fc.assert(
      fc.property(words, words, (before, after) => {
        const runs = wordDiff(before, after);
        const without = (kind: string) => runs.filter((run) => run.kind !== kind).map((run) => run.text);
        expect(without('come').join('')).toBe(before);
        expect(without('gone').join('')).toBe(after);
      }),
    );
  });
});
