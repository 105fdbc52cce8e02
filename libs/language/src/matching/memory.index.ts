import { idf, impact } from './bm25.weight.js';
import { rerank, type ScoredCandidate } from './candidate.rerank.js';
import { bm25Among, type Corpus } from './corpus.score.js';
import { readText, storedTerms, type ReadText, type Term } from './term.bag.js';

export interface IndexedText {
  readonly id: string;
  readonly text: string;
}

interface Posting {
  readonly texts: number[];
  readonly tfs: number[];
}

const POOL = 200;

/**
 * An exact index in memory: every posting of every query term is scored. It is the oracle of the server's budgeted search and serves
 * collections of some hundred thousand texts; results depend only on the texts and their order.
 */
export class MemoryIndex {
  private readonly postings = new Map<string, Posting>();
  private readonly lengths: Int32Array;
  private readonly read: readonly ReadText[];
  private readonly mean: number;

  constructor(private readonly texts: readonly IndexedText[]) {
    this.lengths = new Int32Array(texts.length);
    this.read = texts.map(({ text }) => readText(text, Infinity));
    let total = 0;
    this.read.forEach(({ stems }, at) => {
      let length = 0;
      for (const { term, tf } of storedTerms(stems)) {
        length += tf;
        const posting = this.postings.get(term);
        if (posting) {
          posting.texts.push(at);
          posting.tfs.push(tf);
        } else this.postings.set(term, { texts: [at], tfs: [tf] });
      }
      this.lengths[at] = length;
      total += length;
    });
    this.mean = total / Math.max(texts.length, 1);
  }

  /** BM25 over stems of every text that shares one with the query, by position. */
  private scores(query: readonly Term[]): Map<number, number> {
    const scores = new Map<number, number>();
    for (const { term } of query) {
      const posting = this.postings.get(term);
      if (!posting) continue;
      const rarity = idf(posting.texts.length, this.texts.length);
      posting.texts.forEach((at, i) => {
        const gain = rarity * impact(posting.tfs[i] ?? 0, this.lengths[at] ?? 0, this.mean);
        scores.set(at, (scores.get(at) ?? 0) + gain);
      });
    }
    return scores;
  }

  private corpusOf(query: readonly Term[]): Corpus {
    const df = new Map<string, number>();
    for (const { term } of query) {
      const posting = this.postings.get(term);
      if (posting) df.set(term, posting.texts.length);
    }
    return { documents: this.texts.length, meanLength: this.mean, df };
  }

  /** The `limit` texts nearest to the query, best first: stems choose the best 200, stems and character sequences order them. */
  search(query: string, limit: number): ScoredCandidate[] {
    const asked = storedTerms(readText(query, Infinity).stems);
    const best = Array.from(this.scores(asked)).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const pool = best.slice(0, Math.max(POOL, limit)).map(([at]) => at);
    const { scores } = bm25Among(
      asked,
      this.corpusOf(asked),
      pool.map((at) => this.read[at]!.stems),
    );
    const candidates = pool.map((at, i) => ({ id: this.texts[at]!.id, line: this.read[at]!.line, bm25: scores[i]! }));
    return rerank(query, candidates).slice(0, limit);
  }
}
