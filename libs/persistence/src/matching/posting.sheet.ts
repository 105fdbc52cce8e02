import type { Stem } from '#language';
import { BLOCK, MOST, POSTING } from './posting.codec.js';

/** Postings of many texts as they are stored: blocks one after the other, by term in the order of its bytes, then by document. */
export interface PackedPostings {
  readonly terms: readonly string[];
  /** of each term: how many of the texts have it */
  readonly df: Int32Array;
  readonly bytes: Buffer;
  /** of each block: its term, counted from 1; its first document; where it begins in `bytes`, counted from 1; how long it is */
  readonly blocks: {
    readonly term: readonly number[];
    readonly first: readonly number[];
    readonly start: readonly number[];
    readonly size: readonly number[];
  };
  /** terms of all texts together */
  readonly length: number;
}

const FIRST_SIZE = 1_024;

/**
 * Collects the terms of texts and turns them into postings once the texts have their numbers. A term is a number here and its
 * occurrences stand in typed arrays: a hundred thousand postings are a few blocks of memory and no objects. Cleared, it keeps its room.
 */
export class PostingSheet {
  private readonly numbers = new Map<string, number>();
  private readonly terms: string[] = [];
  /** Stands in the stems that have their number from here, until the sheet is cleared. */
  private mark = {};
  /** Of each term: the last text it was met in, and where that posting stands. */
  private lastText = new Int32Array(FIRST_SIZE);
  private lastPosting = new Int32Array(FIRST_SIZE);
  /** Of each posting: its term, its text, and how often it occurs there. */
  private term = new Int32Array(FIRST_SIZE);
  private text = new Int32Array(FIRST_SIZE);
  private tf = new Uint8Array(FIRST_SIZE);
  private postings = 0;
  private readonly lengths: number[] = [];

  /** Texts so far. */
  get size(): number {
    return this.lengths.length;
  }

  /** The terms of the next text, each as often as it occurs. */
  add(terms: readonly Stem[]): void {
    const text = this.lengths.length;
    for (const term of terms) {
      const number = this.numberOf(term);
      if (this.lastText[number] !== text) this.open(number, text);
      else {
        const at = this.lastPosting[number]!;
        if (this.tf[at]! < MOST) this.tf[at]! += 1;
      }
    }
    this.lengths.push(terms.length);
  }

  clear(): void {
    this.mark = {};
    this.numbers.clear();
    this.terms.length = 0;
    this.lengths.length = 0;
    this.postings = 0;
  }

  private numberOf(stem: Stem): number {
    if (stem.collection !== this.mark) {
      stem.number = this.numbers.get(stem.text) ?? this.newTerm(stem.text);
      stem.collection = this.mark;
    }
    return stem.number;
  }

  private newTerm(term: string): number {
    const number = this.terms.length;
    this.numbers.set(term, number);
    this.terms.push(term);
    if (number >= this.lastText.length) {
      this.lastText = twice(this.lastText, Int32Array);
      this.lastPosting = twice(this.lastPosting, Int32Array);
    }
    this.lastText[number] = -1;
    return number;
  }

  private open(term: number, text: number): void {
    const at = this.postings++;
    if (at >= this.term.length) {
      this.term = twice(this.term, Int32Array);
      this.text = twice(this.text, Int32Array);
      this.tf = twice(this.tf, Uint8Array);
    }
    this.lastText[term] = text;
    this.lastPosting[term] = at;
    this.term[at] = term;
    this.text[at] = text;
    this.tf[at] = 1;
  }

  /** `documents` numbers the texts in ascending order; one with 0 is left out. */
  packed(documents: Int32Array): PackedPostings {
    const df = new Int32Array(this.terms.length);
    for (let at = 0; at < this.postings; at += 1) if (documents[this.text[at]!]! > 0) df[this.term[at]!]! += 1;
    const used = Array.from(df.keys()).filter((term) => df[term]! > 0);
    used.sort((a, b) => (this.terms[a]! < this.terms[b]! ? -1 : 1));
    const begins = new Int32Array(this.terms.length);
    let end = 0;
    for (const term of used) {
      begins[term] = end;
      end += df[term]! * POSTING;
    }
    const bytes = this.written(documents, begins, end);
    const length = this.lengths.reduce((sum, terms, text) => (documents[text]! > 0 ? sum + terms : sum), 0);
    const dfs = Int32Array.from(used, (term) => df[term]!);
    return { terms: used.map((term) => this.terms[term]!), df: dfs, bytes, blocks: blocksOf(dfs, bytes), length };
  }

  /** Every posting at its term's place; they come in the order of their documents. */
  private written(documents: Int32Array, begins: Int32Array, size: number): Buffer {
    const bytes = Buffer.allocUnsafeSlow(size);
    for (let at = 0; at < this.postings; at += 1) {
      const document = documents[this.text[at]!]!;
      if (document <= 0) continue;
      const term = this.term[at]!;
      const to = bytes.writeUInt32BE(document, begins[term]);
      bytes[to] = this.tf[at]!;
      bytes[to + 1] = Math.min(this.lengths[this.text[at]!]!, MOST);
      begins[term] = to + 2;
    }
    return bytes;
  }
}

function blocksOf(df: Int32Array, bytes: Buffer): PackedPostings['blocks'] {
  const blocks = { term: [] as number[], first: [] as number[], start: [] as number[], size: [] as number[] };
  let at = 0;
  for (let term = 0; term < df.length; term += 1)
    for (let left = df[term]!; left > 0; left -= BLOCK) {
      const size = Math.min(left, BLOCK) * POSTING;
      blocks.term.push(term + 1);
      blocks.first.push(bytes.readUInt32BE(at));
      blocks.start.push(at + 1);
      blocks.size.push(size);
      at += size;
    }
  return blocks;
}

function twice<T extends Int32Array | Uint8Array>(from: T, Kind: new (size: number) => T): T {
  const to = new Kind(2 * from.length);
  to.set(from);
  return to;
}
