import fc from 'fast-check';
import { keptInPlace, longestInOrder, matchEqual } from './sequence.matching.js';

const match = (a: string, b: string) => [...matchEqual(a.split(''), b.split(''))];

describe('matching equal elements', () => {
  it.each([
    ['abc', 'abc', [0, 1, 2]],
    ['abc', 'cab', [1, 2, 0]],
    ['axbxc', 'axbc', [0, 1, 2, -1, 3]],
    ['xx', 'xxx', [0, 1]],
    ['axxb', 'axxb', [0, 1, 2, 3]],
    ['abc', 'def', [-1, -1, -1]],
    ['', 'a', []],
    ['abc', '', [-1, -1, -1]],
    // equal neighbours of a pair, behind it and before it
    ['axx', 'axc', [0, 1, -1]],
    ['xxa', 'cxa', [-1, 1, 2]],
    // the two ends count as a pair
    ['xx', 'xc', [0, -1]],
    ['xx', 'cx', [-1, 1]],
    // equal neighbours of a pair that moved
    ['xaxb', 'bxax', [1, 2, 3, 0]],
    ['xxaxx', 'xaxxx', [0, 4, 1, 2, 3]],
    // repeated ones in order, where as many are left on both sides
    ['xcxd', 'exfx', [1, -1, 3, -1]],
    ['xcxd', 'exfg', [-1, -1, -1, -1]],
    ['xcd', 'exfx', [-1, -1, -1]],
    // an element without a pair is no neighbour of the first
    ['qxyx', 'xz', [-1, -1, -1, -1]],
    ['axbxc', 'cxbxa', [4, 1, 2, 3, 0]],
  ])('%s → %s', (a, b, expected) => {
    expect(match(a, b)).toEqual(expected);
  });

  it('keeps pairs known beforehand', () => {
    expect([...matchEqual(['x', 'x'], ['x', 'x'], Int32Array.of(1, -1))]).toEqual([1, 0]);
  });
});

describe('pairs known beforehand', () => {
  const preset = (...image: number[]) => Int32Array.from(image);

  it('are not changed, nor what was given', () => {
    const given = preset(1, -1);
    expect([...matchEqual(['a', 'b'], ['b', 'a'], given)]).toEqual([1, 0]);
    expect([...given]).toEqual([1, -1]);
    expect([...matchEqual(['a', 'b'], ['a', 'b'], preset(1, -1))]).toEqual([1, -1]);
  });

  it('take their new element from everybody else', () => {
    expect([...matchEqual(['a', 'x'], ['x', 'x'], preset(1, -1))]).toEqual([1, 0]);
    expect([...matchEqual(['y', 'x'], ['x', 'b'], preset(0, -1))]).toEqual([0, -1]);
  });

  it('make equal neighbours pairs', () => {
    expect([...matchEqual(['x', 'a', 'x', 'x'], ['x', 'x', 'b', 'x'], preset(-1, 2, -1, -1))]).toEqual([0, 2, 3, 1]);
  });
});

describe('order', () => {
  /** Every run of pairs that keeps its order, as old indices. */
  function runs(image: readonly number[], i = 0, above = -1): number[][] {
    if (i >= image.length) return [[]];
    const j = image[i]!;
    const without = runs(image, i + 1, above);
    return j > above ? [...runs(image, i + 1, j).map((run) => [i, ...run]), ...without] : without;
  }

  it('is what trying every run finds', () => {
    const images = fc
      .shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 0 })
      .chain((list) => fc.array(fc.nat(8), { minLength: list.length, maxLength: list.length }).map((gaps) => list.flatMap((j, i) => (gaps[i] === 0 ? [-1, j] : [j])))); // prettier-ignore
    fc.assert(
      fc.property(images, (image) => {
        const all = runs(image);
        const most = Math.max(...all.map(({ length }) => length));
        const longest = all.filter(({ length }) => length === most);
        const found = longestInOrder(Int32Array.from(image));
        expect(longest).toContainEqual(found);
        const certain = longest.reduce((kept, run) => kept.filter((i) => run.includes(i)), longest[0]!);
        expect([...keptInPlace(Int32Array.from(image))].sort((a, b) => a - b)).toEqual(certain);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    [[0, 1, 2], [0, 1, 2]],
    [[2, 0, 1], [1, 2]],
    [[1, 0], []],
    [[0, 2, 1, 3], [0, 3]],
    [[-1, 0, -1, 1], [1, 3]],
    [[], []],
  ])('%j keeps %j in place', (image, kept) => {
    expect([...keptInPlace(Int32Array.from(image))].sort((a, b) => a - b)).toEqual(kept);
  }); // prettier-ignore

  it('finds the longest run', () => {
    expect(longestInOrder(Int32Array.of(3, 0, -1, 1, 2))).toEqual([1, 3, 4]);
    expect(longestInOrder(Int32Array.of())).toEqual([]);
  });
});
