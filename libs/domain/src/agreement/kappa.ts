import type { Agreement, RatingValue, Reliability } from './agreement.types.js';

/**
 * Cohen's kappa of two raters from their square table of counts (rows one rater, columns the other).
 * Source: J. Cohen, "A coefficient of agreement for nominal scales" (1960).
 */
export function cohenKappaOf(table: readonly (readonly number[])[], missing = 0): Agreement {
  const rows = table.map((row) => total(row));
  const columns = table.map((_, j) => total(table.map((row) => row[j] ?? 0)));
  const n = total(rows);
  if (n === 0) return { value: null, po: null, n: 0, missing, reason: 'no-pairs' };
  const po = total(table.map((row, i) => row[i] ?? 0)) / n;
  const pe = total(rows.map((row, i) => row * (columns[i] ?? 0))) / (n * n);
  if (pe === 1) return { value: null, po, n, missing, reason: 'no-variation' };
  return { value: (po - pe) / (1 - pe), po, n, missing };
}

/** Cohen's kappa of two raters from what each gave unit by unit; a unit that one of them left out is missing. */
export function cohenKappa(pairs: readonly (readonly [RatingValue | null, RatingValue | null])[]): Agreement {
  const given = pairs.filter(
    (pair): pair is readonly [RatingValue, RatingValue] => pair[0] !== null && pair[1] !== null,
  );
  const categories = [...new Set(given.flat())];
  const table = categories.map((row) =>
    categories.map((column) => given.filter(([a, b]) => a === row && b === column).length),
  );
  return cohenKappaOf(table, pairs.length - given.length);
}

/**
 * Fleiss' kappa from counts: one row per subject, one column per category, every row with the same number of ratings.
 * Source: J. L. Fleiss, "Measuring nominal scale agreement among many raters" (1971).
 */
export function fleissKappaOf(counts: readonly (readonly number[])[], missing = 0): Agreement {
  const raters = total(counts[0] ?? []);
  const n = total(counts.map(total));
  if (counts.length === 0 || raters < 2) return { value: null, po: null, n, missing, reason: 'no-pairs' };
  if (counts.some((row) => total(row) !== raters))
    return { value: null, po: null, n, missing, reason: 'unequal-raters' };
  const po =
    total(counts.map((row) => total(row.map((count) => count * (count - 1))) / (raters * (raters - 1)))) /
    counts.length;
  const shares = (counts[0] ?? []).map((_, j) => total(counts.map((row) => row[j] ?? 0)) / n);
  const pe = total(shares.map((share) => share * share));
  if (shares.some((share) => share === 1)) return { value: null, po, n, missing, reason: 'no-variation' };
  return { value: (po - pe) / (1 - pe), po, n, missing };
}

/** Fleiss' kappa from ratings; units with fewer ratings than the fullest are left out, since it knows no missing ones. */
export function fleissKappa(units: Reliability): Agreement {
  const given = units.map((unit) => unit.filter((rating) => rating !== null));
  const raters = Math.max(0, ...given.map((unit) => unit.length));
  const full = given.filter((unit) => unit.length === raters && raters > 0);
  const categories = [...new Set(full.flat())];
  const counts = full.map((unit) => categories.map((category) => unit.filter((rating) => rating === category).length));
  const cells = total(units.map((unit) => unit.length));
  return fleissKappaOf(counts, cells - full.length * raters);
}

/** The share of rating pairs inside units that agree, each pair counted alike; the plainest figure there is. */
export function observedAgreement(units: Reliability): Agreement {
  let pairs = 0;
  let agreeing = 0;
  let n = 0;
  for (const unit of units) {
    const given = unit.filter((rating) => rating !== null);
    if (given.length < 2) continue;
    n += given.length;
    pairs += (given.length * (given.length - 1)) / 2;
    given.forEach((one, i) => given.slice(i + 1).forEach((other) => (agreeing += one === other ? 1 : 0)));
  }
  const missing = total(units.map((unit) => unit.length)) - n;
  if (pairs === 0) return { value: null, po: null, n, missing, reason: 'no-pairs' };
  return { value: agreeing / pairs, po: agreeing / pairs, n, missing };
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, value) => sum + value, 0);
}
