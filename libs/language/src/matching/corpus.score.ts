import { arabicRoot, ROOT_ENDINGS, rootEnding } from './arabic.root.js';
import { BM25, idf, impact } from './bm25.weight.js';
import { isEveryday } from './everyday.stems.js';
import { Repetition } from './repetition.js';
import type { Term } from './term.bag.js';
import constants from './matching.constants.json' with { type: 'json' };

/** What BM25 must know of the collection a text stands in. */
export interface Corpus {
  readonly documents: number;
  /** terms of a text in the mean */
  readonly meanLength: number;
  /** in how many texts a term occurs, for every term of the question that occurs at all */
  readonly df: ReadonlyMap<string, number>;
}

/** A text's own words of the question: each by its number, how often; and words of the question of which it has only the root. */
interface Met {
  readonly tf: ReadonlyMap<number, number>;
  readonly rooted: ReadonlySet<number>;
  readonly length: number;
}

const NONE: ReadonlySet<number> = new Set();

/** A question's terms, numbered. */
class Asked {
  private readonly numbers = new Map<string, number>();
  private readonly roots = new Map<string, number[]>();
  private readonly endings = new Uint8Array(ROOT_ENDINGS);
  readonly weights: Float64Array;

  constructor(query: readonly Term[], corpus: Corpus) {
    query.forEach(({ term }, number) => {
      this.numbers.set(term, number);
      const root = arabicRoot(term);
      if (root === '') return;
      this.roots.set(root, [...(this.roots.get(root) ?? []), number]);
      this.endings[rootEnding(term)] = 1;
    });
    this.weights = weightsOf(query, corpus);
  }

  met(stored: string): Met {
    const terms = stored === '' ? [] : stored.split(' ');
    const tf = new Map<number, number>();
    const others: string[] = [];
    for (const term of terms) {
      const number = this.numbers.get(term);
      if (number !== undefined) tf.set(number, (tf.get(number) ?? 0) + 1);
      else if (this.roots.size > 0 && this.endings[rootEnding(term)] === 1) others.push(arabicRoot(term));
    }
    return { tf, rooted: others.length === 0 ? NONE : this.rooted(others, tf), length: terms.length };
  }

  /** One word of the question for each root; none where the text has another word of that root as it was asked. */
  private rooted(roots: readonly string[], tf: ReadonlyMap<number, number>): Set<number> {
    const found = new Set<number>();
    for (const root of roots) {
      const numbers = this.roots.get(root);
      if (numbers && !numbers.some((number) => tf.has(number))) found.add(numbers[0]!);
    }
    return found;
  }
}

/** Rarity of each term, less for words of everyday talk. What the archive has nowhere can be met by its root and weighs as the others do. */
function weightsOf(query: readonly Term[], { df, documents }: Corpus): Float64Array {
  const known = query.flatMap(({ term }) => df.get(term) ?? []).map((texts) => idf(texts, documents));
  const usual = known.reduce((sum, weight) => sum + weight, 0) / Math.max(known.length, 1);
  return Float64Array.from(query, ({ term }) => {
    const texts = df.get(term);
    const weight = texts === undefined ? usual : idf(texts, documents);
    return isEveryday(term) ? constants.everyday * weight : weight;
  });
}

/** The scores of a pool's texts, in their order, and of any other text. */
export interface PoolScores {
  readonly scores: readonly number[];
  readonly scoreOf: (stored: string) => number;
}

/**
 * BM25 of a pool's texts against one question, exact: every term counts, also those too frequent to be followed. A text is given by its
 * stored terms. A word counts more when the texts of the pool that have it repeat it, in the claim and in its headline: that is what
 * they are about. An Arabic word that a text lacks is met for a part by another form of its root.
 */
export function bm25Among(query: readonly Term[], corpus: Corpus, pool: readonly string[]): PoolScores {
  const asked = new Asked(query, corpus);
  const met = pool.map((stored) => asked.met(stored));
  const repetition = new Repetition(query.length);
  for (const { tf } of met) repetition.add(tf);
  const factors = repetition.factors();
  const score = ({ tf, rooted, length }: Met) => {
    const gain = (times: number) => impact(times, length, corpus.meanLength, BM25.k1, BM25.b);
    let sum = 0;
    for (const [number, times] of tf) sum += asked.weights[number]! * factors[number]! * gain(times);
    for (const number of rooted) sum += constants.root * asked.weights[number]! * gain(1);
    return sum;
  };
  return { scores: met.map(score), scoreOf: (stored) => score(asked.met(stored)) };
}
