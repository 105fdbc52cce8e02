import { detectLanguage } from '../text/language.detect.js';
import { BM25, idf, impact } from './bm25.weight.js';
import { GRAM, gramsOf } from './term.bag.js';

export interface Candidate {
  readonly id: string;
  /** `matchingLine` of its text, kept beside it */
  readonly line: string;
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

/** Long texts share 4-grams by chance: their length counts in full (BM25's b). */
const FULL_LENGTH = 1;

/** How often each wanted 4-gram, by its number, occurs in a line. */
function occurrences(line: string, wanted: ReadonlyMap<string, number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (let i = 0; i + GRAM <= line.length; i += 1) {
    const gram = wanted.get(line.slice(i, i + GRAM));
    if (gram !== undefined) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

/**
 * Orders candidates by stems and character 4-grams together. The rarity of a 4-gram is taken from the candidates themselves: with 100
 * or more it ranks as well as one counted over the whole archive, and no index of 4-grams is needed. Ties keep the given order.
 */
export function rerank(query: string, candidates: readonly Candidate[]): ScoredCandidate[] {
  const share = GRAM_SHARE[detectLanguage(query)];
  const wanted = new Map(gramsOf(query).map(({ term }, number) => [term, number]));
  const df = new Uint32Array(wanted.size);
  const found = candidates.map(({ line }) => occurrences(line, wanted));
  for (const counts of found) for (const gram of counts.keys()) df[gram] = (df[gram] ?? 0) + 1;
  const rarity = Float64Array.from(df, (count) => idf(count, candidates.length));
  const gramsIn = (line: string) => Math.max(line.length - GRAM + 1, 0);
  const mean = candidates.reduce((sum, { line }) => sum + gramsIn(line), 0) / Math.max(candidates.length, 1);
  return candidates
    .map(({ id, line, bm25 }, at) => {
      let grams = 0;
      for (const [gram, tf] of found[at] ?? [])
        grams += (rarity[gram] ?? 0) * impact(tf, gramsIn(line), mean, BM25.k1, FULL_LENGTH);
      return { id, bm25, grams, score: bm25 + share * grams };
    })
    .sort((a, b) => b.score - a.score);
}
