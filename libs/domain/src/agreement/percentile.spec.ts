import { percentile } from './percentile.js';

it.each([
  [[], 0.5, null],
  [[7], 0.9, 7],
  [[3, 1, 2], 0.5, 2],
  [[4, 1, 3, 2], 0.5, 2.5],
  [[10, 20], 0.9, 19],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 0.9, 10],
])('of %j at %d: %s', (values, share, expected) => {
  expect(percentile(values, share)).toBe(expected);
});
