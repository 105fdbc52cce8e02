import { POSTING } from './posting.codec.js';

/** All postings of a term, in blocks; `df` of them. */
export interface TermPostings {
  readonly df: number;
  readonly blocks: readonly Buffer[];
}

/** Bytes that may be held: what the commonest words of an archive of a million claims take, and a laptop does not miss. */
const MOST_BYTES = 48 * 2 ** 20;
/** Postings of a rarer term come as soon as they would be found here. */
const LEAST_DF = 256;

/**
 * The postings that questions asked for lately. The commonest words are in nearly every question, and their postings nearly all that is
 * read for it. Postings are only added, never changed, so that those of a term stand as long as its document frequency does; whoever asks
 * tells the database which he holds, and is told which of them hold good.
 */
export class HeldPostings {
  /** By newsroom and term, those asked for last at the end. */
  private readonly terms = new Map<string, TermPostings>();
  private bytes = 0;

  constructor(
    private readonly mostBytes = MOST_BYTES,
    private readonly leastDf = LEAST_DF,
  ) {}

  /** What is held of these terms. It stays whole for whoever has it, whatever is dropped meanwhile. */
  of(newsroomId: string, terms: readonly string[]): ReadonlyMap<string, TermPostings> {
    const held = new Map<string, TermPostings>();
    for (const term of terms) {
      const one = this.terms.get(keyOf(newsroomId, term));
      if (one) held.set(term, one);
    }
    return held;
  }

  /** Keeps the postings of a term, and drops those that nobody asked for the longest. Part of a term's postings is not kept. */
  keep(newsroomId: string, term: string, df: number, blocks: readonly Buffer[]): void {
    const bytes = df * POSTING;
    if (df < this.leastDf || bytes > this.mostBytes || sizeOf(blocks) !== bytes) return;
    const key = keyOf(newsroomId, term);
    this.drop(key);
    this.terms.set(key, { df, blocks });
    this.bytes += bytes;
    for (const oldest of this.terms.keys()) {
      if (this.bytes <= this.mostBytes) return;
      this.drop(oldest);
    }
  }

  private drop(key: string): void {
    const one = this.terms.get(key);
    if (!one) return;
    this.terms.delete(key);
    this.bytes -= one.df * POSTING;
  }
}

function keyOf(newsroomId: string, term: string): string {
  return `${newsroomId} ${term}`;
}

function sizeOf(blocks: readonly Buffer[]): number {
  return blocks.reduce((sum, { length }) => sum + length, 0);
}
