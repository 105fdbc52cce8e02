import { fleissKappa } from './kappa.js';
import { krippendorffAlpha, type MeasurementLevel } from './krippendorff.js';

/** Worked out by hand: alpha = 1 − (n − 1) · Σ o·δ² ÷ Σ nᶜ·nᵏ·δ². */

describe('Krippendorff’s alpha at its edges', () => {
  // o(1,1) = 2, o(1,2) = o(2,1) = 1, o(2,2) = 2; totals 3 and 3: nominal 1 − 5 · 2 / 18
  const three = [
    [1, 1],
    [1, 2],
    [2, 2],
  ];

  it.each<[MeasurementLevel, number]>([
    ['nominal', 1 - 10 / 18],
    ['ordinal', 1 - 10 / 18],
    ['interval', 1 - 10 / 18],
    ['ratio', 1 - 10 / 18],
  ])('two values have one distance only: %s', (level, value) => {
    expect(krippendorffAlpha(three, level).value).toBeCloseTo(value, 12);
  });

  it('counts the pairs that agree', () => {
    expect(krippendorffAlpha(three, 'nominal')).toMatchObject({ po: 4 / 6, n: 6, missing: 0 });
    expect(krippendorffAlpha([[1, null]], 'nominal')).toEqual({
      value: null,
      po: null,
      n: 0,
      missing: 2,
      reason: 'no-pairs',
    });
    const same = { value: null, po: 1, n: 2, missing: 0, reason: 'no-variation' };
    expect(krippendorffAlpha([['a', 'a']], 'nominal')).toEqual(same);
  });

  it('orders numbers as numbers: 2 stands before 10, however they come', () => {
    // totals: 1 → 2, 2 → 1, 10 → 1; δ²(1,2) = (3 − 1.5)², δ²(1,10) = (4 − 1.5)², δ²(2,10) = (2 − 1)²
    const units = [
      [10, 1],
      [2, 1],
    ];
    const observed = 2 * 2.25 + 2 * 6.25;
    const expected = 2 * (2 * 1 * 2.25 + 2 * 1 * 6.25 + 1 * 1 * 1);
    expect(krippendorffAlpha(units, 'ordinal').value).toBeCloseTo(1 - (3 * observed) / expected, 12);
  });

  it('orders words by their letters, however they come', () => {
    // totals: a → 1, b → 2, c → 1; δ²(a,b) = (3 − 1.5)², δ²(b,c) likewise, δ²(a,c) = (4 − 1)²
    const units = [
      ['c', 'b'],
      ['a', 'b'],
    ];
    const observed = 4 * 2.25;
    const expected = 2 * (2 * 2.25 + 2 * 2.25 + 9);
    const forward = krippendorffAlpha(units, 'ordinal').value;
    expect(forward).toBeCloseTo(1 - (3 * observed) / expected, 12);
    expect(krippendorffAlpha([...units].reverse(), 'ordinal').value).toBeCloseTo(forward!, 12);
  });

  it('has a ratio of nothing to nothing, and of a thing to its opposite', () => {
    // zeros differ from one by (1/1)² = 1 and from each other by nothing
    const zeros = [
      [0, 0],
      [0, 1],
    ];
    expect(krippendorffAlpha(zeros, 'ratio').value).toBeCloseTo(1 - (3 * 2) / (2 * 3 * 1), 12);
    expect(krippendorffAlpha([[1, -1]], 'ratio')).toMatchObject({ value: null, reason: 'no-variation' });
  });

  it.each<[MeasurementLevel, boolean]>([
    ['nominal', true],
    ['ordinal', true],
    ['interval', false],
    ['ratio', false],
  ])('measures words at the level %s: %s', (level, measured) => {
    const mixed = krippendorffAlpha(
      [
        [1, 'b'],
        [2, 'b'],
      ],
      level,
    );
    expect(mixed.reason).toBe(measured ? undefined : 'not-numeric');
  });
});

it('Fleiss’ kappa of nothing is nothing', () => {
  expect(fleissKappa([])).toMatchObject({ value: null, po: null, n: 0, reason: 'no-pairs' });
});
