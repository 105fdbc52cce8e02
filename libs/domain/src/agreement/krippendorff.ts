import type { Agreement, RatingValue, Reliability } from './agreement.types.js';

export const MEASUREMENT_LEVELS = ['nominal', 'ordinal', 'interval', 'ratio'] as const;
export type MeasurementLevel = (typeof MEASUREMENT_LEVELS)[number];

/** Squared distance between the categories with indices c and k. */
type Distance = (c: number, k: number) => number;

interface Coincidences {
  readonly categories: readonly RatingValue[];
  /** o[c][k]: pairs of c with k inside units, each unit's pairs weighted by 1 / (ratings − 1). */
  readonly o: readonly (readonly number[])[];
  readonly totals: readonly number[];
  readonly n: number;
  readonly missing: number;
}

/**
 * Krippendorff's alpha: 1 − observed / expected disagreement, from the coincidence matrix; missing ratings allowed.
 * Units with fewer than two ratings pair with nothing and are left out. Ordinal order is that of the numbers, or of the
 * strings' code units. Source: K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011).
 */
export function krippendorffAlpha(units: Reliability, level: MeasurementLevel): Agreement {
  const matrix = coincidences(units);
  const { categories, n, missing } = matrix;
  const po = n === 0 ? null : sum(categories.map((_, c) => matrix.o[c]?.[c] ?? 0)) / n;
  const undefinedFor = (reason: NonNullable<Agreement['reason']>): Agreement => ({
    value: null,
    po,
    n,
    missing,
    reason,
  });
  if (n === 0) return undefinedFor('no-pairs');
  if (categories.length < 2) return undefinedFor('no-variation');
  const numeric = level === 'interval' || level === 'ratio';
  if (numeric && categories.some((category) => typeof category !== 'number')) return undefinedFor('not-numeric');
  const distance = DISTANCES[level](matrix);
  const observed = weighted(matrix, distance, (c, k) => matrix.o[c]?.[k] ?? 0);
  const expected = weighted(matrix, distance, (c, k) => (matrix.totals[c] ?? 0) * (matrix.totals[k] ?? 0));
  if (expected === 0) return undefinedFor('no-variation');
  return { value: 1 - ((n - 1) * observed) / expected, po, n, missing };
}

function weighted(matrix: Coincidences, distance: Distance, weight: (c: number, k: number) => number): number {
  const { categories } = matrix;
  return sum(categories.flatMap((_, c) => categories.map((_, k) => (c === k ? 0 : weight(c, k) * distance(c, k)))));
}

const DISTANCES: Readonly<Record<MeasurementLevel, (matrix: Coincidences) => Distance>> = {
  nominal: () => () => 1,
  ordinal:
    ({ totals }) =>
    (c, k) => {
      const [low, high] = c < k ? [c, k] : [k, c];
      const between = sum(totals.slice(low, high + 1));
      return (between - ((totals[low] ?? 0) + (totals[high] ?? 0)) / 2) ** 2;
    },
  interval:
    ({ categories }) =>
    (c, k) =>
      (number(categories, c) - number(categories, k)) ** 2,
  ratio:
    ({ categories }) =>
    (c, k) => {
      const [one, other] = [number(categories, c), number(categories, k)];
      return one + other === 0 ? 0 : ((one - other) / (one + other)) ** 2;
    },
};

const number = (categories: readonly RatingValue[], index: number): number => Number(categories[index]);

function coincidences(units: Reliability): Coincidences {
  const pairable = units.map((unit) => unit.filter((rating) => rating !== null)).filter((unit) => unit.length > 1);
  const cells = sum(units.map((unit) => unit.length));
  const categories = [...new Set(pairable.flat())].sort(byOrder);
  const indexOf = new Map(categories.map((category, index) => [category, index]));
  const o = categories.map(() => categories.map(() => 0));
  for (const unit of pairable) {
    const counts = categories.map(() => 0);
    for (const rating of unit) bump(counts, indexOf.get(rating) ?? 0, 1);
    counts.forEach((c, i) =>
      counts.forEach((k, j) => bump(o[i] ?? [], j, (i === j ? c * (c - 1) : c * k) / (unit.length - 1))),
    );
  }
  const totals = o.map(sum);
  const n = sum(pairable.map((unit) => unit.length));
  return { categories, o, totals, n, missing: cells - n };
}

function bump(row: number[], index: number, by: number): void {
  row[index] = (row[index] ?? 0) + by;
}

function byOrder(a: RatingValue, b: RatingValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : 1;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, value) => total + value, 0);
}
