import { impact } from '#language';

/** Bytes of a posting: the document's number (4, big-endian), how often the term occurs in it, how many terms it has. */
export const POSTING = 6;
/** Postings of a block at most: it must fit into one page of the database. */
export const BLOCK = 1_000;
/** Counts above this are told as this. */
export const MOST = 255;

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
