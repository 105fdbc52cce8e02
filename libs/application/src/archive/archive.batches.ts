import { hash } from 'node:crypto';
import { setImmediate as othersTurn } from 'node:timers/promises';
import { ArchiveSheet, type ArchiveImportRow, type ArchiveRejection } from '#persistence';
import { readForIndex } from '../matching/claim.indexer.js';
import { ArchiveReader, type ReadRecord } from './archive.reader.js';
import type { ReadReview } from './claim-review.reading.js';
import type { ReadingPoint } from './record.splitter.js';

/** Pieces in which a file is kept, bytes. */
export const CHUNK = 1024 * 1024;
/**
 * Records stored in one transaction. The first is small, so that whoever waits soon sees something; from the third on the rows of a
 * batch are many postings of one term rather than one posting each, which is most of what a record costs.
 */
const BATCHES = [5_000, 10_000, 20_000] as const;
/** Bytes of the file that one transaction stores at most: archives of long records shall not fill the memory. */
const BATCH_BYTES = 8 * 1024 * 1024;
/** What is read at one go; the connection that stores the batch before is not kept waiting for longer. Bytes. */
const GULP = 64 * 1024;
/** Bytes of an item's key. */
const KEY = 16;

/** A batch ready to be stored. It stays as it is until the batch after the next is asked for: its sheet is used again then. */
export interface Batch {
  readonly sheet: ArchiveSheet;
  readonly rejections: readonly ArchiveRejection[];
  /** Where in the file it begins, bytes. */
  readonly start: number;
  /** Where reading goes on after it. */
  readonly point: ReadingPoint;
}

type FilePlace = Pick<ArchiveImportRow, 'id' | 'format' | 'bytes' | 'bytesRead' | 'reader'>;

/** Reads a kept file from where its import stands, batch by batch; `chunk` fetches its pieces. */
export class ArchiveBatches implements AsyncIterable<Batch> {
  private sheet = new ArchiveSheet();
  private spare = new ArchiveSheet();
  private rejections: ArchiveRejection[] = [];
  private records = 0;
  private given = 0;
  private start: number;
  private point: ReadingPoint;

  constructor(
    private readonly file: FilePlace,
    private readonly chunk: (number: number) => Promise<Buffer | null>,
  ) {
    this.point = { ...(file.reader ?? { line: 1 }), offset: file.bytesRead };
    this.start = file.bytesRead;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Batch> {
    const { format, bytes } = this.file;
    const from = this.start;
    if (from >= bytes) return;
    const reader = new ArchiveReader(format, this.point);
    const first = Math.floor(from / CHUNK);
    let coming = this.ahead(first);
    for (let number = first; number * CHUNK < bytes; number += 1) {
      const chunk = await coming;
      if (!chunk) throw new Error(`import ${this.file.id}: piece ${number} is not there`);
      if ((number + 1) * CHUNK < bytes) coming = this.ahead(number + 1);
      for (let at = Math.max(0, from - number * CHUNK); at < chunk.length; at += GULP) {
        this.take(reader.push(chunk.subarray(at, at + GULP)));
        if (this.isFull()) {
          yield this.batch();
          this.sheet.clear(); // asked for the next: what was given before the last has been stored
        }
        await othersTurn();
      }
    }
    this.take(reader.end());
    if (this.records > 0) yield this.batch();
  }

  /** A piece, fetched while the one before it is being read. */
  private ahead(number: number): Promise<Buffer | null> {
    const piece = this.chunk(number);
    piece.catch(() => undefined); // whoever awaits it is told; nobody may come to it any more
    return piece;
  }

  private take(records: Iterable<ReadRecord>): void {
    for (const { reviews, rejection, point } of records) {
      for (const review of reviews) keep(review, this.sheet);
      if (rejection) this.rejections.push(rejection);
      this.point = point;
      this.records += 1;
    }
  }

  private isFull(): boolean {
    return this.records >= (BATCHES[this.given] ?? BATCHES.at(-1)!) || this.point.offset - this.start >= BATCH_BYTES;
  }

  private batch(): Batch {
    const { sheet, rejections, start, point } = this;
    this.sheet = this.spare;
    this.spare = sheet;
    this.rejections = [];
    this.records = 0;
    this.given += 1;
    this.start = point.offset;
    return { sheet, rejections, start, point };
  }
}

/** Its key is of address and claim: what comes a second time under both is the same item. */
function keep(review: ReadReview, sheet: ArchiveSheet): void {
  const { claim, title, url, publisher } = review;
  const key = hash('sha256', `${url ?? publisher ?? ''}\n${claim}`, 'binary').slice(0, KEY);
  const { line, stems, terms } = readForIndex(title === null ? claim : `${claim} ${title}`);
  sheet.add({ ...review, key, line, stems }, terms);
}
