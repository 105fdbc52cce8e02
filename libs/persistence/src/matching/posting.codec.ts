import { impact, type Term } from '#language';

/** A text as the index takes it. */
export interface NewDocument {
  /** its number in the index */
  readonly document: number;
  readonly terms: readonly Term[];
}

/** Postings of one term, as a row keeps them. */
export interface PostingBlock {
  readonly term: string;
  readonly firstDocument: number;
  readonly bytes: Buffer;
}

const POSTING = 6;
/** Postings of a block at most: it must fit into one page of the database. */
const BLOCK = 1_000;
const MOST = 255;

/** Terms of a text, counted as the index counts them. */
export function lengthOf(terms: readonly Term[]): number {
  return terms.reduce((sum, { tf }) => sum + tf, 0);
}

/** The postings of many texts, by term in the order of their numbers; `df` is how many of the texts have the term. */
export function packPostings(documents: readonly NewDocument[]): { df: Map<string, number>; blocks: PostingBlock[] } {
  const lists = new Map<string, number[]>();
  for (const { document, terms } of documents) {
    const length = Math.min(lengthOf(terms), MOST);
    for (const { term, tf } of terms) {
      const posting = (Math.min(tf, MOST) << 8) | length;
      const list = lists.get(term);
      if (list) list.push(document, posting);
      else lists.set(term, [document, posting]);
    }
  }
  const df = new Map<string, number>();
  const blocks: PostingBlock[] = [];
  for (const [term, list] of lists) {
    df.set(term, list.length / 2);
    for (let from = 0; from < list.length; from += 2 * BLOCK) blocks.push(packed(term, list, from));
  }
  return { df, blocks };
}

function packed(term: string, list: readonly number[], from: number): PostingBlock {
  const to = Math.min(from + 2 * BLOCK, list.length);
  const bytes = Buffer.allocUnsafe(((to - from) / 2) * POSTING);
  for (let i = from, at = 0; i < to; i += 2, at += POSTING) {
    bytes.writeUInt32BE(list[i] ?? 0, at);
    bytes.writeUInt16BE(list[i + 1] ?? 0, at + 4);
  }
  return { term, firstDocument: list[from] ?? 0, bytes };
}

/** Adds up what the postings of a question's terms say of each text, and names the best. */
export class PostingTally {
  private readonly scores: Float32Array;
  private readonly touched: number[] = [];
  /** What one occurrence says in a text of each length. */
  private readonly single: Float32Array;

  constructor(
    lastDocument: number,
    private readonly meanLength: number,
  ) {
    this.scores = new Float32Array(lastDocument + 1);
    this.single = Float32Array.from({ length: MOST + 1 }, (_, length) => impact(1, length, meanLength));
  }

  /** Postings beyond the last document were added while the question was asked, and wait for the next one. */
  add(block: Buffer, weight: number): void {
    const { scores, touched, single, meanLength } = this;
    for (let at = 0; at + POSTING <= block.length; at += POSTING) {
      const document = block.readUInt32BE(at);
      const before = scores[document];
      if (before === undefined) continue;
      const tf = block[at + 4] ?? 0;
      const length = block[at + 5] ?? 0;
      const gain = tf === 1 ? (single[length] ?? 0) : impact(tf, length, meanLength);
      if (before === 0) touched.push(document);
      scores[document] = before + weight * gain;
    }
  }

  /** The documents with the highest sums; of equal ones the older. */
  best(limit: number): number[] {
    const { scores, touched } = this;
    const least = this.threshold(limit);
    return touched
      .filter((document) => (scores[document] ?? 0) >= least)
      .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
      .slice(0, limit);
  }

  /** The sum that `limit` documents reach. */
  private threshold(limit: number): number {
    if (this.touched.length <= limit) return 0;
    const sums = Float32Array.from(this.touched, (document) => this.scores[document] ?? 0).sort();
    return sums[sums.length - limit] ?? 0;
  }
}
