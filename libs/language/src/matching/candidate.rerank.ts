import { detectLanguage } from '../text/language.detect.js';
import { BM25, idf, impact } from './bm25.weight.js';
import { matchingLine } from './matching.view.js';
import { GRAM } from './term.bag.js';

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
  /** 0–1: the score as a share of what the query's own text would get; 0 where `ownBm25` was not told */
  readonly likeness: number;
}

/** Arabic writes clitics and vowels in many ways, so that its character sequences say as much as its stems; English less. */
const GRAM_SHARE = { ar: 1, en: 0.25 } as const;

/** Long texts share 4-grams by chance: their length counts in full (BM25's b). */
const FULL_LENGTH = 1;

/**
 * Four characters as one number: slicing and hashing texts would cost more than all the rest. Two sequences of the languages at hand
 * never meet; of others they may, once in four thousand million.
 */
function gramAt(line: string, at: number): number {
  let code = 0;
  for (let i = at; i < at + GRAM; i += 1) code = (Math.imul(code, 0x01000193) ^ line.charCodeAt(i)) | 0;
  return code;
}

/** The distinct 4-grams of a line, numbered in order of appearance. */
function gramNumbers(line: string): Map<number, number> {
  const numbers = new Map<number, number>();
  for (let i = 0; i + GRAM <= line.length; i += 1) {
    const gram = gramAt(line, i);
    if (!numbers.has(gram)) numbers.set(gram, numbers.size);
  }
  return numbers;
}

/** How often each wanted 4-gram, by its number, occurs in a line. */
function occurrences(line: string, wanted: ReadonlyMap<number, number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (let i = 0; i + GRAM <= line.length; i += 1) {
    const gram = wanted.get(gramAt(line, i));
    if (gram !== undefined) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

/**
 * Orders candidates by stems and character 4-grams together. The rarity of a 4-gram is taken from the candidates themselves: with 100
 * or more it ranks as well as one counted over the whole archive, and no index of 4-grams is needed. Ties keep the given order.
 * `ownBm25` is what the query itself would score, were it one of the texts.
 */
export function rerank(query: string, candidates: readonly Candidate[], ownBm25 = 0): ScoredCandidate[] {
  const share = GRAM_SHARE[detectLanguage(query)];
  const line = matchingLine(query);
  const wanted = gramNumbers(line);
  const df = new Uint32Array(wanted.size);
  const found = candidates.map(({ line }) => occurrences(line, wanted));
  for (const counts of found) for (const gram of counts.keys()) df[gram] = (df[gram] ?? 0) + 1;
  const rarity = Float64Array.from(df, (count) => idf(count, candidates.length));
  const gramsIn = (line: string) => Math.max(line.length - GRAM + 1, 0);
  const mean = candidates.reduce((sum, { line }) => sum + gramsIn(line), 0) / Math.max(candidates.length, 1);
  const weighed = (counts: ReadonlyMap<number, number>, length: number) => {
    let sum = 0;
    for (const [gram, tf] of counts) sum += (rarity[gram] ?? 0) * impact(tf, length, mean, BM25.k1, FULL_LENGTH);
    return sum;
  };
  const own = ownBm25 + share * weighed(occurrences(line, wanted), gramsIn(line));
  return candidates
    .map(({ id, line: text, bm25 }, at) => {
      const grams = weighed(found[at] ?? new Map(), gramsIn(text));
      const score = bm25 + share * grams;
      return { id, bm25, grams, score, likeness: ownBm25 === 0 ? 0 : Math.min(1, score / own) };
    })
    .sort((a, b) => b.score - a.score);
}
