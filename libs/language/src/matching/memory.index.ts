import { idf, impact } from './bm25.weight.js';
import { rerank, type ScoredCandidate } from './candidate.rerank.js';
import { matchingLine } from './matching.view.js';
import { termsOf } from './term.bag.js';

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
  private readonly lines: readonly string[];
  private readonly mean: number;

  constructor(private readonly texts: readonly IndexedText[]) {
    this.lengths = new Int32Array(texts.length);
    this.lines = texts.map(({ text }) => matchingLine(text));
    let total = 0;
    texts.forEach(({ text }, at) => {
      let length = 0;
      for (const { term, tf } of termsOf(text)) {
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
  private scores(query: string): Map<number, number> {
    const scores = new Map<number, number>();
    for (const { term } of termsOf(query)) {
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

  /** The `limit` texts nearest to the query, best first: stems choose the best 200, stems and 4-grams together order them. */
  search(query: string, limit: number): ScoredCandidate[] {
    const best = Array.from(this.scores(query)).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const pool = best.slice(0, Math.max(POOL, limit)).flatMap(([at, bm25]) => {
      const found = this.texts[at];
      return found ? [{ id: found.id, line: this.lines[at] ?? '', bm25 }] : [];
    });
    return rerank(query, pool).slice(0, limit);
  }
}
