import { Repetition } from './repetition.js';

/** Texts, each with what it has of four items and how often. */
function factorsOf(...texts: readonly (readonly [item: number, times: number][])[]): number[] {
  const repetition = new Repetition(4);
  for (const text of texts) repetition.add(new Map(text));
  return [...repetition.factors()];
}

describe('Repetition', () => {
  it('is 1 for everything where nothing was met, or everything as often', () => {
    expect(factorsOf()).toEqual([1, 1, 1, 1]);
    expect(factorsOf([[0, 2]], [[1, 2]])).toEqual([1, 1, 1, 1]);
  });

  it('is more than 1 for what texts repeat, less for what comes once, and 1 for what no text has', () => {
    const [often = 0, once = 0, none] = factorsOf([[0, 3]], [[0, 3]], [[1, 1]], [[1, 1]]);
    expect(often).toBeGreaterThan(1);
    expect(once).toBeLessThan(1);
    expect(none).toBe(1);
  });

  it('tells little of what one text has: ten texts of the usual kind are counted with it', () => {
    const rest: [number, number][][] = Array.from({ length: 40 }, () => [[1, 1]]);
    const [one = 0] = factorsOf([[0, 3]], ...rest);
    const [four = 0] = factorsOf(...Array.from({ length: 4 }, (): [number, number][] => [[0, 3]]), ...rest);
    expect(one).toBeLessThan(1.25);
    expect(four).toBeGreaterThan(one);
    // by hand: 43 times in 41 texts is usual, (3 + 10 · 43/41) / (11 · 43/41)
    expect(one).toBeCloseTo((3 + 430 / 41) / (473 / 41), 10);
  });
});
