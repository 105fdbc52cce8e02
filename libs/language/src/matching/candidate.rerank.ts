import { detectLanguage } from '../text/language.detect.js';
import { BM25, idf, impact } from './bm25.weight.js';
import { matchingLine } from './matching.view.js';
import { Repetition } from './repetition.js';
import { yearParting } from './year.parting.js';
import constants from './matching.constants.json' with { type: 'json' };
import prose from './lexicon/ordinary-prose.json' with { type: 'json' };

export interface Candidate {
  readonly id: string;
  /** `matchingLine` of its text, kept beside it */
  readonly line: string;
  /** BM25 over stems, as `bm25Among` scores a pool */
  readonly bm25: number;
}

export interface ScoredCandidate {
  readonly id: string;
  /** stems and sequences together, less where it tells of other years than the question */
  readonly score: number;
  readonly bm25: number;
  /** BM25 over character sequences, their weights counted among the candidates */
  readonly grams: number;
  /** 0–1: the score as a share of what the query's own text would get; 0 where `ownBm25` was not told */
  readonly likeness: number;
}

/** How much character sequences say beside stems, and how long they are; set on labelled claims, see the record in the file. */
const GRAMS = constants.grams;

/** How many candidates a sentence of ordinary prose counts for in the rarity of sequences. */
const PROSE_WEIGHT = constants.prose;

/** What is left of the score of a candidate that tells of other years than the question. */
const OTHER_YEAR = 1 - constants.otherYear;

/** Long texts share 4-grams by chance: their length counts in full (BM25's b). */
const FULL_LENGTH = 1;

/**
 * Some characters as one number: slicing and hashing texts would cost more than all the rest. Two sequences that meet in one number
 * are one in four thousand million.
 */
function gramAt(line: string, at: number, size: number): number {
  let code = size;
  for (let i = at; i < at + size; i += 1) code = (Math.imul(code, 0x01000193) ^ line.charCodeAt(i)) | 0;
  return code;
}

/** The distinct character sequences of a line, numbered in order of appearance; `marks` says of most others at once that they are none. */
interface GramNumbers {
  readonly numbers: ReadonlyMap<number, number>;
  readonly marks: Uint8Array;
}

const MARKS = 0xffff;

function gramNumbers(line: string, sizes: readonly number[]): GramNumbers {
  const numbers = new Map<number, number>();
  const marks = new Uint8Array(MARKS + 1);
  for (const size of sizes)
    for (let i = 0; i + size <= line.length; i += 1) {
      const gram = gramAt(line, i, size);
      if (!numbers.has(gram)) numbers.set(gram, numbers.size);
      marks[gram & MARKS] = 1;
    }
  return { numbers, marks };
}

/** How often each wanted sequence, by its number, occurs in a line. */
function occurrences(line: string, sizes: readonly number[], { numbers, marks }: GramNumbers): Map<number, number> {
  const counts = new Map<number, number>();
  for (const size of sizes)
    for (let i = 0; i + size <= line.length; i += 1) {
      const code = gramAt(line, i, size);
      if (marks[code & MARKS] === 0) continue;
      const gram = numbers.get(code);
      if (gram !== undefined) counts.set(gram, (counts.get(gram) ?? 0) + 1);
    }
  return counts;
}

/** In how many sentences of ordinary prose each sequence occurs, counted when a language is first asked in. */
const inProse = new Map<'ar' | 'en', { readonly counts: ReadonlyMap<number, number>; readonly sentences: number }>();

function proseOf(language: 'ar' | 'en') {
  const known = inProse.get(language);
  if (known) return known;
  const counts = new Map<number, number>();
  for (const sentence of prose[language])
    for (const gram of gramNumbers(matchingLine(sentence), GRAMS[language].sizes).numbers.keys())
      counts.set(gram, (counts.get(gram) ?? 0) + 1);
  const counted = { counts, sentences: prose[language].length };
  inProse.set(language, counted);
  return counted;
}

/** What each wanted sequence weighs: its rarity among the candidates and in ordinary prose together, and how often candidates repeat it. */
function weightsOf(
  wanted: GramNumbers,
  found: readonly ReadonlyMap<number, number>[],
  language: 'ar' | 'en',
): Float64Array {
  const { counts, sentences } = proseOf(language);
  const df = new Uint32Array(wanted.numbers.size);
  for (const [gram, number] of wanted.numbers) df[number] = PROSE_WEIGHT * (counts.get(gram) ?? 0);
  const repetition = new Repetition(df.length);
  for (const seen of found) {
    for (const number of seen.keys()) df[number] = (df[number] ?? 0) + 1;
    repetition.add(seen);
  }
  const factors = repetition.factors();
  return Float64Array.from(
    df,
    (count, number) => factors[number]! * idf(count, PROSE_WEIGHT * sentences + found.length),
  );
}

/**
 * Orders candidates by stems and character sequences together. The candidates alone would take for ordinary what the question itself
 * made frequent among them, and a young archive has too few to tell: rarity is counted among them and in a few hundred sentences of
 * ordinary prose, which ranks as well as one counted over the whole archive and needs no index of sequences. What candidates repeat says more than
 * what they say once. Who tells of other years
 * than the question comes a little later: «in December 2019» shares its month with every other December. Ties keep the given order.
 * `ownBm25` is what the query itself would score, were it one of the texts.
 */
export function rerank(query: string, candidates: readonly Candidate[], ownBm25 = 0): ScoredCandidate[] {
  const language = detectLanguage(query);
  const { share, sizes } = GRAMS[language];
  const line = matchingLine(query);
  const wanted = gramNumbers(line, sizes);
  const found = candidates.map(({ line }) => occurrences(line, sizes, wanted));
  const weights = weightsOf(wanted, found, language);
  const gramsIn = (text: string) => sizes.reduce((sum, size) => sum + Math.max(text.length - size + 1, 0), 0);
  const mean = candidates.reduce((sum, { line }) => sum + gramsIn(line), 0) / Math.max(candidates.length, 1);
  const weighed = (counts: ReadonlyMap<number, number>, length: number) => {
    let sum = 0;
    for (const [gram, tf] of counts) sum += (weights[gram] ?? 0) * impact(tf, length, mean, BM25.k1, FULL_LENGTH);
    return sum;
  };
  const isParted = yearParting(line);
  const own = ownBm25 + share * weighed(occurrences(line, sizes, wanted), gramsIn(line));
  return candidates
    .map(({ id, line: text, bm25 }, at) => {
      const grams = weighed(found[at] ?? new Map(), gramsIn(text));
      const score = (bm25 + share * grams) * (isParted(text) ? OTHER_YEAR : 1);
      return { id, bm25, grams, score, likeness: ownBm25 === 0 ? 0 : Math.min(1, score / own) };
    })
    .sort((a, b) => b.score - a.score);
}
