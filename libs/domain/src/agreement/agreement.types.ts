/** Why a coefficient has no value: reporting 0 or 1 there would be a lie. */
export type UndefinedReason = 'no-pairs' | 'no-variation' | 'unequal-raters' | 'not-numeric';

/**
 * `value` is null exactly when `reason` is given. `n` counts the ratings that could be paired, `po` is the observed
 * share of agreeing pairs (null where there is no pair), `missing` the ratings that were absent or alone in their unit.
 */
export interface Agreement {
  readonly value: number | null;
  readonly po: number | null;
  readonly n: number;
  readonly missing: number;
  readonly reason?: UndefinedReason;
}

export type RatingValue = string | number;

/** One row per unit (claim), one column per coder; null where a coder gave none. */
export type Reliability = readonly (readonly (RatingValue | null)[])[];
