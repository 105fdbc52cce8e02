import { arabicRoot, ROOT_ENDINGS, rootEnding } from './arabic.root.js';
import { BM25, idf, impact } from './bm25.weight.js';
import { isEveryday } from './everyday.stems.js';
import { Repetition } from './repetition.js';
import { notionOf, stemsFor } from './stem.notion.js';
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

/** A text's own words of the question: each by its number, how often; and words of the question for which it has a related one. */
interface Met {
  readonly tf: ReadonlyMap<number, number>;
  readonly related: ReadonlyMap<number, number>;
  readonly length: number;
}

const NONE: ReadonlyMap<number, number> = new Map();

/** Terms of a question that one word can stand for, the lightest first, and for what part. */
interface Kin {
  readonly numbers: number[];
  readonly part: number;
}

/** A question's terms, numbered. */
class Asked {
  private readonly numbers = new Map<string, number>();
  private readonly roots = new Map<string, Kin>();
  private readonly endings = new Uint8Array(ROOT_ENDINGS);
  /** by the stems that stand for the same notion */
  private readonly notions = new Map<string, Kin>();
  readonly weights: Float64Array;

  constructor(query: readonly Term[], corpus: Corpus) {
    this.weights = weightsOf(query, corpus);
    query.forEach(({ term }, number) => this.numbers.set(term, number));
    const lightestFirst = [...query.keys()].sort((a, b) => this.weights[a]! - this.weights[b]!);
    for (const number of lightestFirst) this.relate(query[number]!.term, number);
  }

  private relate(term: string, number: number): void {
    const root = arabicRoot(term);
    if (root !== '') {
      const kin = this.roots.get(root);
      if (kin) kin.numbers.push(number);
      else this.roots.set(root, { numbers: [number], part: constants.root });
      this.endings[rootEnding(term)] = 1;
    }
    const notion = notionOf(term);
    if (notion === undefined) return;
    const kin = this.notions.get(term) ?? { numbers: [], part: constants.notion };
    kin.numbers.push(number);
    for (const stem of stemsFor(notion)) this.notions.set(stem, kin);
  }

  met(stored: string): Met {
    const terms = stored === '' ? [] : stored.split(' ');
    const tf = new Map<number, number>();
    const others: Kin[] = [];
    for (const term of terms) {
      const number = this.numbers.get(term);
      if (number === undefined) this.collect(term, others);
      else tf.set(number, (tf.get(number) ?? 0) + 1);
    }
    return { tf, related: others.length === 0 ? NONE : related(others, tf), length: terms.length };
  }

  private collect(term: string, into: Kin[]): void {
    const rooted =
      this.roots.size > 0 && this.endings[rootEnding(term)] === 1 ? this.roots.get(arabicRoot(term)) : undefined;
    const notion = this.notions.get(term);
    if (rooted) into.push(rooted);
    if (notion) into.push(notion);
  }
}

/** One word of the question for all that are kin; none where the text has one of them as it was asked. */
function related(others: readonly Kin[], tf: ReadonlyMap<number, number>): Map<number, number> {
  const found = new Map<number, number>();
  for (const { numbers, part } of others)
    if (!numbers.some((number) => tf.has(number))) found.set(numbers[0]!, Math.max(part, found.get(numbers[0]!) ?? 0));
  return found;
}

/** Rarity of each term, less for words of everyday talk. What the archive has nowhere can be met by a related word and weighs as the others do. */
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
 * they are about. A word that a text lacks is met for a part by another for the same notion, an Arabic one by another form of its root.
 */
export function bm25Among(query: readonly Term[], corpus: Corpus, pool: readonly string[]): PoolScores {
  const asked = new Asked(query, corpus);
  const met = pool.map((stored) => asked.met(stored));
  const repetition = new Repetition(query.length);
  for (const { tf } of met) repetition.add(tf);
  const factors = repetition.factors();
  const score = ({ tf, related, length }: Met) => {
    const gain = (times: number) => impact(times, length, corpus.meanLength, BM25.k1, BM25.b);
    let sum = 0;
    for (const [number, times] of tf) sum += asked.weights[number]! * factors[number]! * gain(times);
    for (const [number, part] of related) sum += part * asked.weights[number]! * gain(1);
    return sum;
  };
  return { scores: met.map(score), scoreOf: (stored) => score(asked.met(stored)) };
}
