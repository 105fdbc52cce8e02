import type { ArchiveRejection } from '#persistence';
import { cellsOf, columnsOf, separatorOf } from './csv.row.js';
import {
  readClaimReview,
  readRow,
  reviewsIn,
  type Reading,
  type ReadReview,
  type RecordError,
} from './claim-review.reading.js';
import { JsonSplitter } from './json.splitter.js';
import { LineSplitter, type RawRecord, type ReadingPoint, type Splitter } from './record.splitter.js';

export type ArchiveFormat = 'ndjson' | 'json' | 'csv';

/** What one record came to, and where reading may go on after it. */
export interface ReadRecord {
  readonly reviews: readonly ReadReview[];
  readonly rejection: ArchiveRejection | null;
  readonly point: ReadingPoint;
}

/** Reads a file of published checks piece by piece, from its beginning or from any point between two records. */
export class ArchiveReader {
  private readonly splitter: Splitter;
  private readonly text = new TextDecoder('utf-8', { fatal: true });
  private header: readonly string[] | undefined;
  private separator: string;

  constructor(
    private readonly format: ArchiveFormat,
    start: ReadingPoint,
  ) {
    this.splitter = format === 'json' ? new JsonSplitter(start) : new LineSplitter(start, format === 'csv');
    this.header = start.header;
    this.separator = start.separator ?? ',';
  }

  /** One record at a time: what came of the one before need not be in memory any more. */
  *push(piece: Buffer): Generator<ReadRecord> {
    for (const record of this.splitter.push(piece)) yield this.read(record);
  }

  *end(): Generator<ReadRecord> {
    for (const record of this.splitter.end()) yield this.read(record);
  }

  private read(record: RawRecord): ReadRecord {
    const { line } = record;
    const readings = record.bytes === null ? [fault(record.fault ?? 'incomplete')] : this.readings(record.bytes);
    const reviews: ReadReview[] = [];
    const errors: RecordError[] = [];
    for (const reading of readings)
      if ('review' in reading) reviews.push(reading.review);
      else errors.push(...reading.errors);
    const rejection = errors.length > 0 ? { line, errors: errors.slice(0, 20) } : null;
    return { reviews, rejection, point: this.pointAfter(record) };
  }

  private pointAfter({ end, endLine }: RawRecord): ReadingPoint {
    if (this.format === 'json')
      return { offset: end, line: endLine, inList: (this.splitter as JsonSplitter).insideList };
    if (this.header === undefined) return { offset: end, line: endLine };
    return { offset: end, line: endLine, header: this.header, separator: this.separator };
  }

  private readings(bytes: Buffer): Reading[] {
    let text: string;
    try {
      text = this.text.decode(bytes);
    } catch {
      return [fault('not-utf8')];
    }
    if (text.trim() === '') return [];
    return this.format === 'csv' ? this.row(text.replace(/\r$/, '')) : json(text);
  }

  private row(text: string): Reading[] {
    if (this.header === undefined) {
      this.separator = separatorOf(text);
      this.header = cellsOf(text, this.separator);
      return columnsOf(this.header).includes('claim') ? [] : [fault('column-missing', '/claim')];
    }
    const names = columnsOf(this.header);
    const cells: Partial<Record<string, string>> = {};
    cellsOf(text, this.separator).forEach((cell, at) => {
      const name = names[at];
      if (name) cells[name] = cell;
    });
    return [readRow(cells)];
  }
}

function json(text: string): Reading[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [fault('not-json')];
  }
  return reviewsIn(value).map((review) => readClaimReview(review.value, review.pointer));
}

function fault(code: string, pointer = ''): Reading {
  return { errors: [{ pointer, code }] };
}
