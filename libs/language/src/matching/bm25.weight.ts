import constants from './matching.constants.json' with { type: 'json' };

/** BM25 (Robertson and Zaragoza 2009) with the constants measured best on short claims. */
export const BM25: { readonly k1: number; readonly b: number } = constants.bm25;

/** Rarity of a term found in `df` of `n` texts; never negative. */
export function idf(df: number, n: number): number {
  return Math.log(1 + (n - df + 0.5) / (df + 0.5));
}

/**
 * What one occurrence profile adds to a text's score before it is multiplied by the term's idf: between 0 and k1 + 1.
 * `tf` occurrences in a text of `dl` terms, `avgdl` terms being the archive's mean.
 */
export function impact(tf: number, dl: number, avgdl: number, k1: number = BM25.k1, b: number = BM25.b): number {
  return (tf * (k1 + 1)) / (tf + k1 * (1 - b + (b * dl) / Math.max(avgdl, 1)));
}
