import { impact } from '#language';
import { MOST, POSTING } from './posting.codec.js';

/** Postings of one term, as stored, and its rarity. */
export interface WeighedPostings {
  readonly postings: Buffer;
  readonly weight: number;
}

/** Bins in which the sums are counted to find the highest of them: sorting all would take longer than adding them up. */
const BINS = 4_096;
/** Documents whose sums are made at a time: as many as stay in the processor's cache, which postings would else miss one by one. */
const WINDOW = 65_536;

/** Adds up what the postings of a question's terms say of each text, and names the best. It keeps its room for the next question. */
export class PostingTally {
  private readonly scores = new Float32Array(WINDOW);
  /** The documents met, and the sum of each. */
  private documents = new Int32Array(0);
  private sums = new Float32Array(0);

  /**
   * The documents with the highest sums, best first; of equal ones the older. The postings of each list are in the order of their
   * documents; those beyond `lastDocument` were added while the question was asked, and wait for the next one.
   * O(postings + windows × lists + limit log limit).
   */
  best(lists: readonly WeighedPostings[], lastDocument: number, meanLength: number, limit: number): number[] {
    const size = lists.reduce((sum, { postings }) => sum + Math.floor(postings.length / POSTING), 0);
    if (this.sums.length < size) {
      this.documents = new Int32Array(size);
      this.sums = new Float32Array(size);
    }
    const count = this.add(lists, lastDocument, meanLength);
    return this.highest(count, limit);
  }

  /** Answers how many documents were met. */
  private add(lists: readonly WeighedPostings[], lastDocument: number, meanLength: number): number {
    /** What one occurrence says in a text of each length. */
    const single = Float32Array.from({ length: MOST + 1 }, (_, length) => impact(1, length, meanLength));
    const reached = new Int32Array(lists.length);
    let count = 0;
    for (let from = 0; from <= lastDocument; from += WINDOW) {
      const before = count;
      const end = Math.min(from + WINDOW, lastDocument + 1);
      for (let list = 0; list < lists.length; list += 1) {
        const { postings: block, weight } = lists[list]!;
        let at = reached[list]!;
        for (; at + POSTING <= block.length; at += POSTING) {
          const document = (block[at]! * 0x100 + block[at + 1]!) * 0x10000 + block[at + 2]! * 0x100 + block[at + 3]!;
          if (document >= end) break;
          const tf = block[at + 4]!;
          const length = block[at + 5]!;
          const sum = this.scores[document - from]!;
          if (sum === 0) this.documents[count++] = document;
          this.scores[document - from] = sum + weight * (tf === 1 ? single[length]! : impact(tf, length, meanLength));
        }
        reached[list] = at;
      }
      for (let at = before; at < count; at += 1) {
        const place = this.documents[at]! - from;
        this.sums[at] = this.scores[place]!;
        this.scores[place] = 0;
      }
    }
    return count;
  }

  private highest(count: number, limit: number): number[] {
    const least = count > limit ? threshold(this.sums, count, limit) : 0;
    const found: number[] = [];
    for (let at = 0; at < count; at += 1) if (this.sums[at]! >= least) found.push(at);
    return found
      .sort((a, b) => this.sums[b]! - this.sums[a]! || this.documents[a]! - this.documents[b]!)
      .slice(0, limit)
      .map((at) => this.documents[at]!);
  }
}

/** A sum that `limit` of the first `count` reach, and hardly any more. */
function threshold(sums: Float32Array, count: number, limit: number): number {
  let most = 0;
  for (let at = 0; at < count; at += 1) if (sums[at]! > most) most = sums[at]!;
  const width = most / BINS;
  const counts = new Uint32Array(BINS + 1);
  for (let at = 0; at < count; at += 1) counts[Math.floor(sums[at]! / width)]! += 1;
  let bin = BINS;
  for (let reached = counts[bin]!; reached < limit && bin > 0; reached += counts[bin]!) bin -= 1;
  // a bin's own edge may be rounded to either side of a sum in it
  return (bin - 1) * width;
}
