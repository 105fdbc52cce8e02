/** One record of a file, or why it cannot be one. Lines count from 1; `end` is the offset of the byte after it. */
export interface RawRecord {
  readonly line: number;
  readonly bytes: Buffer | null;
  readonly fault?: 'too-big' | 'incomplete' | 'not-json';
  readonly end: number;
  /** the line that `end` stands on */
  readonly endLine: number;
}

/** Where reading stands between two records: enough to go on in another process. */
export interface ReadingPoint {
  readonly offset: number;
  readonly line: number;
  /** JSON: inside the list of records */
  readonly inList?: boolean;
  /** CSV: the columns' names, and what separates them */
  readonly header?: readonly string[];
  readonly separator?: string;
}

export const START: ReadingPoint = { offset: 0, line: 1 };

/** A longer record is told and skipped; it is never held in memory. */
export const LONGEST_RECORD = 1024 * 1024;

const NEWLINE = 0x0a;
const QUOTE = 0x22;

/** Collects the bytes of one record across pieces of a file, up to the limit. */
export class RecordBytes {
  private parts: Buffer[] = [];
  private size = 0;
  private over = false;

  add(part: Buffer): void {
    this.size += part.length;
    if (this.size > LONGEST_RECORD) {
      this.over = true;
      this.parts = [];
    } else if (!this.over && part.length > 0) this.parts.push(part);
  }

  /** The record, and room for the next. */
  take(line: number, end: number, endLine: number, whole = true): RawRecord {
    const place = { line, end, endLine };
    const { parts, over } = this;
    this.parts = [];
    this.size = 0;
    this.over = false;
    if (over) return { ...place, bytes: null, fault: 'too-big' };
    if (!whole) return { ...place, bytes: null, fault: 'incomplete' };
    return { ...place, bytes: parts.length === 1 ? parts[0]! : Buffer.concat(parts) };
  }

  get empty(): boolean {
    return this.size === 0;
  }
}

export interface Splitter {
  push(piece: Buffer): RawRecord[];
  /** What is left when the file ends. */
  end(): RawRecord[];
}

/** Records that stand each on a line of their own; in CSV a line break inside quotation marks is part of its cell. */
export class LineSplitter implements Splitter {
  private readonly record = new RecordBytes();
  private offset: number;
  private line: number;
  private begun: number;
  private quoted = false;

  constructor(
    start: ReadingPoint,
    private readonly quotes: boolean,
  ) {
    this.offset = start.offset;
    this.line = start.line;
    this.begun = start.line;
  }

  push(piece: Buffer): RawRecord[] {
    const records: RawRecord[] = [];
    let from = 0;
    for (let at = this.next(piece, 0); at >= 0; at = this.next(piece, at + 1)) {
      if (piece[at] === QUOTE) {
        this.quoted = !this.quoted;
        continue;
      }
      this.line += 1;
      if (this.quoted) continue;
      this.record.add(piece.subarray(from, at));
      records.push(this.record.take(this.begun, this.offset + at + 1, this.line));
      this.begun = this.line;
      from = at + 1;
    }
    this.record.add(piece.subarray(from));
    this.offset += piece.length;
    return records;
  }

  private next(piece: Buffer, from: number): number {
    if (!this.quotes) return piece.indexOf(NEWLINE, from);
    for (let at = from; at < piece.length; at += 1) if (piece[at] === NEWLINE || piece[at] === QUOTE) return at;
    return -1;
  }

  end(): RawRecord[] {
    return this.record.empty ? [] : [this.record.take(this.begun, this.offset, this.line, !this.quoted)];
  }
}
