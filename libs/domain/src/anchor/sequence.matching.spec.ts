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
  ])('%s → %s', (a, b, expected) => {
    expect(match(a, b)).toEqual(expected);
  });

  it('keeps pairs known beforehand', () => {
    expect([...matchEqual(['x', 'x'], ['x', 'x'], Int32Array.of(1, -1))]).toEqual([1, 0]);
  });
});

describe('order', () => {
  it.each([
    [[0, 1, 2], [0, 1, 2]],
    [[2, 0, 1], [1, 2]],
    [[1, 0], []],
    [[0, 2, 1, 3], [0, 3]],
    [[-1, 0, -1, 1], [1, 3]],
    [[], []],
  ])('%j keeps %j in place', (image, kept) => {
    expect([...keptInPlace(Int32Array.from(image))].sort()).toEqual(kept);
  }); // prettier-ignore

  it('finds the longest run', () => {
    expect(longestInOrder(Int32Array.of(3, 0, -1, 1, 2))).toEqual([1, 3, 4]);
    expect(longestInOrder(Int32Array.of())).toEqual([]);
  });
});
