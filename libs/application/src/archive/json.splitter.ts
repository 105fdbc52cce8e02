import { RecordBytes, type RawRecord, type ReadingPoint, type Splitter } from './record.splitter.js';

const [QUOTE, ESCAPE, OPEN, CLOSE, OPEN_LIST, CLOSE_LIST, COMMA, NEWLINE] = [
  0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d, 0x2c, 0x0a,
];
const isBlank = (byte: number) => byte === 0x20 || byte === 0x09 || byte === 0x0d || byte === NEWLINE;
/** Members whose list holds the records: schema.org's DataFeed and ItemList, JSON-LD's graph, and what people write. */
const LISTS = new Set(['dataFeedElement', 'itemListElement', '@graph', 'claimReviews', 'items']);
const LONGEST_KEY = 32;

/**
 * Cuts the records out of JSON while it arrives: a list of objects, an object that holds such a list, or objects one after the other.
 * It looks at nesting and strings only; whether a record is JSON at all is found when it is read.
 */
export class JsonSplitter implements Splitter {
  private readonly record = new RecordBytes();
  private offset: number;
  private line: number;
  private begun = 0;
  private inList: boolean;
  private inString = false;
  private escaped = false;
  private depth = 0;
  private recording = false;
  private over = false;
  /** The last string met beside the members of an outer object: a list's name, perhaps. */
  private key = '';

  constructor(start: ReadingPoint) {
    this.offset = start.offset;
    this.line = start.line;
    this.inList = start.inList ?? false;
  }

  get insideList(): boolean {
    return this.inList;
  }

  push(piece: Buffer): RawRecord[] {
    const records: RawRecord[] = [];
    let from = 0;
    for (let at = 0; at < piece.length && !this.over; at += 1) {
      const byte = piece[at]!;
      if (byte === NEWLINE) this.line += 1;
      if (!this.recording) {
        if (!this.begins(byte, at, records)) continue;
        from = at;
      }
      if (this.listOpens(byte)) {
        this.record.take(0, 0, 0);
        this.recording = false;
        this.inList = true;
        this.depth = 0;
        continue;
      }
      const ended = this.ends(byte);
      if (ended === null) continue;
      this.record.add(piece.subarray(from, ended ? at + 1 : at));
      records.push(this.record.take(this.begun, this.offset + at + (ended ? 1 : 0), this.line));
      this.recording = false;
      if (!ended) this.outside(byte);
    }
    if (this.recording) this.record.add(piece.subarray(from));
    this.offset += piece.length;
    return records;
  }

  end(): RawRecord[] {
    if (this.recording) return [this.record.take(this.begun, this.offset, this.line, false)];
    const cut = this.inList && !this.over;
    return cut ? [{ line: this.line, bytes: null, fault: 'incomplete', end: this.offset, endLine: this.line }] : [];
  }

  /** Whether a record begins with this byte; what stands between records is passed over. */
  private begins(byte: number, at: number, records: RawRecord[]): boolean {
    if (isBlank(byte) || byte === COMMA) return false;
    if (this.inList && byte === CLOSE_LIST) {
      this.outside(byte);
      return false;
    }
    if (!this.inList && byte === OPEN_LIST) {
      this.inList = true;
      return false;
    }
    // a mark of the byte order, three bytes, may come first
    if (this.offset + at < 3 && byte >= 0x80) return false;
    if (!this.inList && byte !== OPEN) {
      const place = { line: this.line, end: this.offset + at, endLine: this.line };
      records.push({ ...place, bytes: null, fault: 'not-json' });
      this.over = true;
      return false;
    }
    this.recording = true;
    this.begun = this.line;
    this.depth = 0;
    this.key = '';
    return true;
  }

  /** A list of records inside the outermost object, by its name. */
  private listOpens(byte: number): boolean {
    return !this.inList && !this.inString && byte === OPEN_LIST && this.depth === 1 && LISTS.has(this.key);
  }

  /** Null inside a record; true when this byte is its last, false when the one before was. */
  private ends(byte: number): boolean | null {
    if (this.inString) {
      this.readString(byte);
      return null;
    }
    if (byte === QUOTE) {
      this.inString = true;
      if (this.depth === 1) this.key = '';
      return null;
    }
    if (byte === OPEN || byte === OPEN_LIST) this.depth += 1;
    else if (byte === CLOSE || byte === CLOSE_LIST) {
      if (this.depth === 0) return false;
      this.depth -= 1;
      if (this.depth === 0) return true;
    } else if (byte === COMMA && this.depth === 0) return false;
    return null;
  }

  private readString(byte: number): void {
    if (this.escaped) this.escaped = false;
    else if (byte === ESCAPE) this.escaped = true;
    else if (byte === QUOTE) this.inString = false;
    else if (this.depth === 1 && !this.inList && this.key.length < LONGEST_KEY) this.key += String.fromCharCode(byte);
  }

  /** A byte between records that ends the list: what follows it holds none. */
  private outside(byte: number): void {
    if (byte === CLOSE_LIST || byte === CLOSE) this.over = true;
  }
}
