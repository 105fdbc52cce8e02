import fc from 'fast-check';
import type { Token } from './text.reader.js';
import { alignWords, wordMatch } from './word.alignment.js';

/** A letter is a word; capital and small letter are forms of one word; x, y and z say little. */
const token = (letter: string, at: number): Token => ({
  start: 2 * at,
  end: 2 * at + 1,
  key: letter,
  stem: letter.toLowerCase(),
  weight: /[xyz]/i.test(letter) ? 0.3 : 1,
});
const sequence = (letters: string) => [...letters].map(token);
const align = (before: string, now: string) => [...alignWords(sequence(before), sequence(now))];

describe('how two words match', () => {
  it.each([
    ['a', 'a', 1],
    ['a', 'A', 0.6],
    ['a', 'b', 0],
  ])('%s and %s: %d', (a, b, expected) => {
    expect(wordMatch(token(a, 0), token(b, 1))).toBe(expected);
  });
});

describe('aligning words', () => {
  it.each([
    ['nothing changed', 'abc', 'abc', [0, 1, 2]],
    ['one taken out', 'abc', 'ac', [0, -1, 1]],
    ['one put in', 'ac', 'abc', [0, 2]],
    ['one replaced', 'abc', 'aec', [0, -1, 2]],
    ['an inflected form', 'aB', 'ab', [0, 1]],
    ['nothing left', 'abc', '', [-1, -1, -1]],
    ['nothing before', '', 'abc', []],
    ['nothing alike', 'abc', 'def', [-1, -1, -1]],
    ['the equal word rather than another form before it', 'b', 'Bb', [1]],
    ['the equal word rather than another form behind it', 'b', 'bB', [0]],
    ['the word that says more where only one can be kept', 'xa', 'ax', [-1, 0]],
    ['the word that says more, written the other way round', 'ax', 'xa', [1, -1]],
    ['the first of two equal places', 'a', 'aa', [0]],
    ['the first of two equal words', 'aa', 'a', [0, -1]],
    ['the later word where two crossed', 'ab', 'ba', [-1, 0]],
    ['words that stand together rather than scattered ones', 'ab', 'acab', [2, 3]],
    ['words that stand together at the head', 'ab', 'abcb', [0, 1]],
    ['a run that goes on rather than a new one', 'abc', 'abxabc', [3, 4, 5]],
    ['more words rather than a run', 'abc', 'ab_b_c', [0, 1, 5]],
    ['two poor forms rather than one equal word', 'ab', 'ABa', [0, 1]],
    ['a run of forms rather than equal words apart', 'abb', 'aBb', [0, 1, 2]],
  ])('%s', (_name, before, now, expected) => {
    expect(align(before, now)).toEqual(expected);
  });

  /** What an alignment is worth: 0.2 a pair and the weight of its match, 0.15 for each pair right behind another. */
  const worth = (olds: readonly Token[], news: readonly Token[], image: readonly number[]) =>
    image.reduce((sum, j, i) => {
      const [old, now] = [olds[i], news[j]];
      if (!old || !now) return sum;
      const joined = i > 0 && j > 0 && image[i - 1] === j - 1;
      return sum + 0.2 + wordMatch(old, now) * old.weight + (joined ? 0.15 : 0);
    }, 0);

  /** Every alignment there is, one after the other. */
  function* every(olds: readonly Token[], news: readonly Token[], i = 0, from = 0): Generator<number[]> {
    const old = olds[i];
    if (!old) return void (yield []);
    for (const rest of every(olds, news, i + 1, from)) yield [-1, ...rest];
    for (let j = from; j < news.length; j++) {
      const now = news[j];
      if (!now || wordMatch(old, now) === 0) continue;
      for (const rest of every(olds, news, i + 1, j + 1)) yield [j, ...rest];
    }
  }

  it('finds what trying everything finds', () => {
    const few = fc.string({ unit: fc.constantFrom(...'aAbBcxX'), maxLength: 5 });
    fc.assert(
      fc.property(few, few, (before, now) => {
        const [olds, news] = [sequence(before), sequence(now)];
        const found = [...alignWords(olds, news)];
        const best = Math.max(...[...every(olds, news)].map((image) => worth(olds, news, image)));
        expect(worth(olds, news, found)).toBeCloseTo(best, 4);
        const kept = found.filter((j) => j >= 0);
        expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b));
        found.forEach((j, i) => j >= 0 && expect(wordMatch(olds[i]!, news[j]!)).toBeGreaterThan(0));
      }),
      { numRuns: 400 },
    );
  });
});

describe('aligning long stretches', () => {
  const own = (name: string, count: number) => Array.from({ length: count }, (_, i) => token(`${name}${i}`, i));
  const long = (...parts: (Token | Token[])[]) => parts.flat();
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((letter) => token(letter, 0)) as [Token, Token, Token, Token];

  it('weighs every word up to 40 000 cells', () => {
    const image = alignWords(long(a, b, own('o', 198)), long(a, c, a, b, own('n', 196)));
    expect([...image].slice(0, 3)).toEqual([2, 3, -1]);
  });

  it('takes the equal words at both ends as read beyond', () => {
    const image = [...alignWords(long(a, b, own('o', 199)), long(a, c, a, b, own('n', 196)))];
    expect(image.slice(0, 2)).toEqual([0, 3]);
    const tail = [...alignWords(long(own('o', 199), a, b), long(own('n', 196), a, b, c, b))];
    expect(tail.slice(-2)).toEqual([196, 199]);
  });

  it('keeps a repeated text, whatever its length', () => {
    const text = long(own('o', 300));
    expect([...alignWords(text, text)]).toEqual(text.map((_, i) => i));
    expect([...alignWords(text, long(text, d))]).toEqual(text.map((_, i) => i));
    expect([...alignWords(text, long(d, text))]).toEqual(text.map((_, i) => i + 1));
    expect([...alignWords(long(text, d), text)]).toEqual([...text.map((_, i) => i), -1]);
    expect([...alignWords(long(d, text), text)]).toEqual([-1, ...text.map((_, i) => i)]);
    const twice = text.map((_, i) => i);
    expect([...alignWords(long(text, text), text)]).toEqual([...twice, ...twice.map(() => -1)]);
    expect([...alignWords(text, long(text, text))]).toEqual(twice);
  });

  it('aligns what stands between the ends up to 400 000 cells, and nothing beyond', () => {
    const around = (middle: Token[]) => long(a, b, middle, c, d);
    const olds = around(long(own('o', 250), token('m', 0), own('p', 249)));
    const news = (count: number) => around(long(own('n', 400), token('m', 0), own('q', count - 401)));
    const kept = (count: number) => [...alignWords(olds, news(count))].flatMap((j, i) => (j >= 0 ? [[i, j]] : []));
    expect(kept(800)).toEqual([[0, 0], [1, 1], [252, 402], [502, 802], [503, 803]]); // prettier-ignore
    expect(kept(801)).toEqual([[0, 0], [1, 1], [502, 803], [503, 804]]); // prettier-ignore
  });
});
