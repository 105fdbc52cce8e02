import { WordIndex } from './word.index.js';
import type { WordBag } from './word.vocabulary.js';

const bag = (...ids: number[]): WordBag => ({ ids: Int32Array.from(ids), total: ids.length });
const sharing = (bags: readonly WordBag[], ids: number[], near = 0) => [
  ...new WordIndex(bags).sharing(bag(...ids), near),
];
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const many = (count: number, ...ids: number[]) => Array.from({ length: count }, () => bag(...ids));

describe('finding bags by their words', () => {
  it.each<[string, WordBag[], number[], number[]]>([
    ['none without bags', [], [1], []],
    ['none for no words', [bag(1)], [], []],
    ['none that shares nothing', [bag(1), bag(2, 3)], [4], []],
    ['all that share a word', [bag(1), bag(2, 2), bag(3)], [1, 1, 2], [0, 1]],
    ['each once', [bag(1, 2, 3), bag(4)], [1, 2, 3], [0]],
    ['those with the rarest word first', [bag(1), bag(1), bag(1), bag(0)], [0, 1], [3, 0, 1, 2]],
    ['those with the rarest word first, whatever its number', [bag(0), bag(0), bag(0), bag(1)], [0, 1], [3, 0, 1, 2]],
    ['all of 20 that say it twice', many(20, 1, 1), [1], range(0, 19)],
    ['a word named 0 like any other', [bag(0, 5), bag(5)], [0], [0]],
  ])('%s', (_name, bags, ids, expected) => {
    expect(sharing(bags, ids)).toEqual(expected);
  });

  it('gives all of a word that 32 bags have', () => {
    expect(sharing([...many(32, 1), bag(2)], [1], 31)).toEqual(range(0, 31));
  });

  it.each([
    ['before the first', 0, range(0, 31)],
    ['near the beginning', 10, range(0, 31)],
    ['in the middle', 50, range(34, 65)],
    ['near the end', 95, range(68, 99)],
    ['behind the last', 500, range(68, 99)],
  ])('gives the 32 around a place of a common word: %s', (_name, near, expected) => {
    expect(sharing(many(100, 1), [1], near)).toEqual(expected);
  });

  it('looks at a commoner word only while it has fewer than 32', () => {
    const bags = [...many(20, 1, 2), ...many(80, 2)];
    expect(sharing(bags, [1, 2], 90)).toEqual([...range(0, 19), ...range(68, 99)]);
    expect(sharing([...many(32, 1, 2), ...many(68, 2)], [1, 2], 90)).toEqual(range(0, 31));
    expect(sharing([...many(40, 1, 2), ...many(60, 2)], [1, 2], 20)).toEqual(range(4, 35));
  });

  it('finds the place of positions that are not all there', () => {
    const bags = range(0, 199).map((i) => (i % 2 === 0 ? bag(1) : bag(2)));
    expect(sharing(bags, [1], 101)).toEqual(range(0, 31).map((i) => 70 + 2 * i)); // prettier-ignore
  });
});
