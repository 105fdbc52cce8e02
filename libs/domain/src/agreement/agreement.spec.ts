import { cohenKappa, cohenKappaOf, fleissKappa, fleissKappaOf, observedAgreement } from './kappa.js';
import { krippendorffAlpha, type MeasurementLevel } from './krippendorff.js';

/** Coders in rows, as the textbooks print them; «·» is a missing rating. */
function units(...coders: string[]): (number | string | null)[][] {
  const rows = coders.map((row) =>
    row.split(' ').map((cell) => (cell === '·' ? null : /^\d+$/.test(cell) ? Number(cell) : cell)),
  );
  return (rows[0] ?? []).map((_, unit) => rows.map((row) => row[unit] ?? null));
}

describe("Krippendorff's alpha", () => {
  const fourCoders = units(
    '1 2 3 3 2 1 4 1 2 · · ·',
    '1 2 3 3 2 2 4 1 2 5 · 3',
    '· 3 3 3 2 3 4 2 2 5 1 ·',
    '1 2 3 3 2 4 4 1 2 5 1 ·',
  );
  const threeCoders = units(
    '· · · · · 3 4 1 2 1 1 3 3 · 3',
    '1 · 2 1 3 3 4 3 · · · · · · ·',
    '· · 2 1 3 4 4 · 2 1 1 3 3 · 4',
  );

  it.each<[MeasurementLevel, number, number]>([
    ['nominal', 0.743421, 6],
    ['ordinal', 0.815, 3],
    ['interval', 0.849, 3],
    ['ratio', 0.797, 3],
  ])('of four coders with missing ratings, %s, is %d', (level, expected, digits) => {
    expect(krippendorffAlpha(fourCoders, level).value?.toFixed(digits)).toBe(expected.toFixed(digits));
  });

  it.each<[MeasurementLevel, number]>([
    ['nominal', 0.691358],
    ['interval', 0.810845],
  ])('of three coders with missing ratings, %s, is %d', (level, expected) => {
    expect(krippendorffAlpha(threeCoders, level).value?.toFixed(6)).toBe(expected.toFixed(6));
  });

  it('of two coders matches the sum done by hand', () => {
    // n_a = 3, n_b = 12, n_c = 9, N = 24; disagreeing coincidences: ab 1 + ba 1 + bc 1 + cb 1 = 4
    // expected: 24² − (9 + 144 + 81) = 342; alpha = 1 − 23 · 4 / 342 = 250 / 342
    const pairs = 'aa ab bb bb bb bb bb bc cc cc cc cc'.split(' ').map((pair) => pair.split(''));
    expect(krippendorffAlpha(pairs, 'nominal').value).toBeCloseTo(250 / 342, 12);
  });

  it('counts what it could pair and what it could not', () => {
    expect(krippendorffAlpha(fourCoders, 'nominal')).toMatchObject({ n: 40, missing: 8 });
    expect(krippendorffAlpha(threeCoders, 'nominal')).toMatchObject({ n: 26, missing: 19 });
  });

  it.each<[string, ReturnType<typeof units>, MeasurementLevel, string]>([
    ['everybody always says the same', units('a a a', 'a a a'), 'nominal', 'no-variation'],
    ['no unit was rated twice', units('1 · 2', '· 3 ·'), 'interval', 'no-pairs'],
    ['there is nothing at all', [], 'nominal', 'no-pairs'],
    ['labels are taken for numbers', units('a b', 'b a'), 'ratio', 'not-numeric'],
  ])('has no value when %s', (_, data, level, reason) => {
    expect(krippendorffAlpha(data, level)).toMatchObject({ value: null, reason });
  });

  it('of zero and zero at the ratio level is no division by zero', () => {
    expect(krippendorffAlpha(units('0 0 1', '0 0 1'), 'ratio').value).toBe(1);
  });
});

describe("Cohen's kappa", () => {
  it.each<[number[][], number]>([
    [
      [
        [88, 14, 18],
        [10, 40, 10],
        [2, 6, 12],
      ],
      0.491525,
    ],
    [
      [
        [25, 12, 3],
        [13, 2, 15],
        [12, 16, 2],
      ],
      -0.092308,
    ],
    [
      [
        [20, 10],
        [20, 50],
      ],
      0.347826,
    ],
    [
      [
        [46, 0, 0],
        [6, 32, 6],
        [0, 0, 10],
      ],
      0.801325,
    ],
  ])('of %j is %d', (table, expected) => {
    expect(cohenKappaOf(table).value?.toFixed(6)).toBe(expected.toFixed(6));
  });

  it('from ratings equals that from their table, and counts units with one rating as missing', () => {
    const repeat = (times: number, a: string, b: string) => Array.from({ length: times }, () => [a, b] as const);
    const pairs = [...repeat(20, 'x', 'x'), ...repeat(10, 'x', 'y'), ...repeat(20, 'y', 'x'), ...repeat(50, 'y', 'y')];
    const kappa = cohenKappa([...pairs, ['x', null], [null, null]]);
    expect(kappa.value?.toFixed(6)).toBe('0.347826');
    expect(kappa).toMatchObject({ n: 100, missing: 2, po: 0.7 });
  });

  it('has no value when both use one label only, or rated nothing in common', () => {
    expect(
      cohenKappa([
        ['x', 'x'],
        ['x', 'x'],
      ]),
    ).toEqual({ value: null, po: 1, n: 2, missing: 0, reason: 'no-variation' });
    expect(cohenKappa([['x', null]])).toEqual({ value: null, po: null, n: 0, missing: 1, reason: 'no-pairs' });
  });
});

describe("Fleiss' kappa", () => {
  const table =
    `0,0,0,0,14 / 0,2,6,4,2 / 0,0,3,5,6 / 0,3,9,2,0 / 2,2,8,1,1 / 7,7,0,0,0 / 3,2,6,3,0 / 2,5,3,2,2 / 6,5,2,1,0 / 0,2,2,3,7`
      .split(' / ')
      .map((row) => row.split(',').map(Number));

  it('of ten subjects by fourteen raters is .209931', () => {
    expect(fleissKappaOf(table).value?.toFixed(6)).toBe('0.209931');
  });

  it('from ratings leaves out units that are not rated as often as the others, and says how much', () => {
    const ratings = table.map((row) => row.flatMap((count, category) => Array.from({ length: count }, () => category)));
    const kappa = fleissKappa([...ratings, [1, 2, null]]);
    expect(kappa.value?.toFixed(6)).toBe('0.209931');
    expect(kappa).toMatchObject({ n: 140, missing: 3 });
  });

  it.each([
    [
      'raters differ from row to row',
      [
        [1, 1],
        [2, 1],
      ],
      'unequal-raters',
    ],
    [
      'one category only is used',
      [
        [3, 0],
        [3, 0],
      ],
      'no-variation',
    ],
    [
      'there is one rating each',
      [
        [1, 0],
        [0, 1],
      ],
      'no-pairs',
    ],
    ['there is nothing', [], 'no-pairs'],
  ])('has no value when %s', (_, counts, reason) => {
    expect(fleissKappaOf(counts)).toMatchObject({ value: null, reason });
  });
});

describe('observed agreement', () => {
  it('is the share of agreeing pairs', () => {
    // unit 1: 3 pairs, 1 agrees; unit 2: 1 pair, agrees; unit 3: alone
    expect(observedAgreement(units('a b c', 'a b ·', 'b · ·'))).toEqual({ value: 0.5, po: 0.5, n: 5, missing: 4 });
  });

  it('of no pair is undefined', () => {
    expect(observedAgreement(units('a ·', '· b'))).toMatchObject({ value: null, reason: 'no-pairs', n: 0, missing: 4 });
  });
});
