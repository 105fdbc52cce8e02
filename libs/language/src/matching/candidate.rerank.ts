import { detectLanguage } from '../text/language.detect.js';
import { idf, impact } from './bm25.weight.js';
import { gramsOf } from './term.bag.js';

export interface Candidate {
  readonly id: string;
  readonly text: string;
  /** BM25 over stems: the sum of impact × idf over the query's distinct terms */
  readonly bm25: number;
}

export interface ScoredCandidate {
  readonly id: string;
  readonly score: number;
  readonly bm25: number;
  /** BM25 over character 4-grams, their rarity counted among the candidates */
  readonly grams: number;
}

/** Arabic writes clitics and vowels in many ways, so that its character sequences say as much as its stems; English less. */
const GRAM_SHARE = { ar: 1, en: 0.25 } as const;

/**
 * Orders candidates by stems and character 4-grams together. The rarity of a 4-gram is taken from the candidates themselves: with 100
 * or more it ranks as well as one counted over the whole archive, and no index of 4-grams is needed. Ties keep the given order.
 */
export function rerank(query: string, candidates: readonly Candidate[]): ScoredCandidate[] {
  const share = GRAM_SHARE[detectLanguage(query)];
  const wanted = new Set(gramsOf(query).map((gram) => gram.term));
  const df = new Map<string, number>();
  let total = 0;
  const bags = candidates.map((candidate) => {
    const bag = gramsOf(candidate.text);
    const length = bag.reduce((sum, gram) => sum + gram.tf, 0);
    total += length;
    const shared = bag.filter((gram) => wanted.has(gram.term));
    for (const gram of shared) df.set(gram.term, (df.get(gram.term) ?? 0) + 1);
    return { shared, length };
  });
  const mean = total / Math.max(candidates.length, 1);
  return candidates
    .map(({ id, bm25 }, at) => {
      const { shared, length } = bags[at] ?? { shared: [], length: 0 };
      let grams = 0;
      for (const gram of shared)
        grams += idf(df.get(gram.term) ?? 0, candidates.length) * impact(gram.tf, length, mean, undefined, 1);
      return { id, bm25, grams, score: bm25 + share * grams };
    })
    .sort((a, b) => b.score - a.score);
}
