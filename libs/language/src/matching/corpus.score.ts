import { BM25, idf, impact } from './bm25.weight.js';
import type { Term } from './term.bag.js';

/** What BM25 must know of the collection a text stands in. */
export interface Corpus {
  readonly documents: number;
  /** terms of a text in the mean */
  readonly meanLength: number;
  /** in how many texts a term occurs, for every term of the question that occurs at all */
  readonly df: ReadonlyMap<string, number>;
}

/**
 * BM25 of texts against one question, exact: every term counts, also those too frequent to be followed. Answers a function of a
 * text's stored terms.
 */
export function bm25Against(query: readonly Term[], corpus: Corpus): (stored: string) => number {
  const weights = new Map<string, number>();
  for (const { term } of query) {
    const df = corpus.df.get(term);
    if (df !== undefined) weights.set(term, idf(df, corpus.documents));
  }
  return (stored) => {
    const terms = stored === '' ? [] : stored.split(' ');
    const counts = new Map<string, number>();
    for (const term of terms) if (weights.has(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
    let score = 0;
    for (const [term, tf] of counts)
      score += (weights.get(term) ?? 0) * impact(tf, terms.length, corpus.meanLength, BM25.k1, BM25.b);
    return score;
  };
}
