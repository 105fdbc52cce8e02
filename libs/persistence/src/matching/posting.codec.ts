import { impact } from '#language';

/** A text as the index takes it. */
export interface NewDocument {
  /** its number in the index */
  readonly document: number;
  /** its terms with one blank between, each as often as it occurs */
  readonly stems: string;
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

export interface PackedPostings {
  readonly df: Map<string, number>;
  readonly blocks: PostingBlock[];
  /** terms of all texts together */
  readonly length: number;
}

/** The postings of many texts, by term in the order of their numbers; `df` is how many of the texts have the term. */
export function packPostings(documents: readonly NewDocument[]): PackedPostings {
  const lists = new Map<string, number[]>();
  let all = 0;
  for (const { document, stems } of documents) {
    const terms = stems === '' ? [] : stems.split(' ');
    all += terms.length;
    const posting = ONCE | Math.min(terms.length, MOST);
    for (const term of terms) {
      const list = lists.get(term);
      if (!list) lists.set(term, [document, posting]);
      else if (list[list.length - 2] !== document) list.push(document, posting);
      else list[list.length - 1] = oftener(list[list.length - 1]!);
    }
  }
  const df = new Map<string, number>();
  const blocks: PostingBlock[] = [];
  for (const [term, list] of lists) {
    df.set(term, list.length / 2);
    for (let from = 0; from < list.length; from += 2 * BLOCK) blocks.push(packed(term, list, from));
  }
  return { df, blocks, length: all };
}

/** How often a term occurs stands in the upper byte of a posting. */
const ONCE = 1 << 8;

function oftener(posting: number): number {
  return posting >> 8 < MOST ? posting + ONCE : posting;
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
