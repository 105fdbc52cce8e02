import type { Socket } from 'node:net';
import type { Submittable } from 'pg';

/** What a binary COPY begins with: signature, flags, length of the extension (none). */
const HEADER_BYTES = 19;
const FIELDS_BYTES = 2;
const LENGTH_BYTES = 4;
/** Bytes waiting for their reader beyond which PostgreSQL is asked to wait. */
const HIGH_WATER = 64 * 1024;
/** One packet more than that may arrive before it has heard. */
const ROOM = 3 * HIGH_WATER;

/** The parts of pg's connection that a COPY needs; pg itself has no public way to it. */
interface WireConnection {
  readonly stream: Socket;
  query(text: string): void;
}

/**
 * The rows of `COPY (SELECT one text …) TO STDOUT (FORMAT binary)` one after the other as UTF-8 bytes, with a byte between two of
 * them if there is to be one. They are never texts here, and two small buffers are all the memory they take, used again and again:
 * what is yielded is valid until the next is asked for. PostgreSQL waits for a slow reader. One that stops early has the rest thrown
 * away, and the connection is good for the next statement.
 */
export class RowStream implements Submittable {
  private filling = Buffer.allocUnsafe(ROOM);
  private spare = Buffer.allocUnsafe(ROOM);
  private filled = 0;
  /** Bytes of the header that have not come yet. */
  private heading = HEADER_BYTES;
  private hasFresh = false;
  private connection: WireConnection | undefined;
  private failure: Error | undefined;
  private isOver = false;
  private isUnwanted = false;
  private wake = () => {};

  /** `separator` is written before every row but the first, and before that too when it `continues` something. */
  constructor(
    private readonly text: string,
    private readonly separator: number | undefined,
    private continues = false,
  ) {}

  submit(connection: unknown): void {
    this.connection = connection as WireConnection;
    this.connection.query(this.text);
  }

  handleCopyData({ chunk }: { chunk: Buffer }): void {
    if (this.isUnwanted) return;
    const needed = this.filled + chunk.length;
    if (needed > this.filling.length) {
      const larger = Buffer.allocUnsafe(2 * needed);
      this.filling.copy(larger, 0, 0, this.filled);
      this.filling = larger;
    }
    chunk.copy(this.filling, this.filled); // a view into a buffer that pg uses again
    this.filled = needed;
    this.hasFresh = true;
    if (needed > HIGH_WATER) this.connection?.stream.pause();
    this.wake();
  }

  handleError(error: Error): void {
    this.failure ??= error;
    this.end();
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.end();
  }

  private end(): void {
    this.isOver = true;
    this.wake();
  }

  /** @throws the database's error; RangeError when a row is null */
  async *read(): AsyncGenerator<Buffer> {
    try {
      while (this.hasFresh || !this.isOver) {
        if (!this.hasFresh) await new Promise<void>((resolve) => (this.wake = resolve));
        else {
          const rows = this.takeRows();
          this.connection?.stream.resume();
          if (rows.length > 0) yield rows;
        }
      }
      if (this.failure) throw this.failure;
    } finally {
      this.isUnwanted = true;
      this.connection?.stream.resume();
      while (!this.isOver) await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }

  /** The whole rows there are, closed up in place; the beginning of the next one stays for later. */
  private takeRows(): Buffer {
    const raw = this.filling;
    const skipped = Math.min(this.heading, this.filled);
    this.heading -= skipped;
    let [from, to] = [skipped, 0];
    for (let next = this.rowEnd(raw, from); next !== undefined; next = this.rowEnd(raw, from)) {
      if (this.continues && this.separator !== undefined) raw[to++] = this.separator;
      this.continues = true;
      raw.copyWithin(to, from + FIELDS_BYTES + LENGTH_BYTES, next);
      to += next - from - FIELDS_BYTES - LENGTH_BYTES;
      from = next;
    }
    const rest = raw.subarray(from, this.filled);
    if (this.spare.length < Math.max(ROOM, rest.length)) this.spare = Buffer.allocUnsafe(raw.length);
    rest.copy(this.spare);
    [this.filling, this.spare, this.filled, this.hasFresh] = [this.spare, raw, rest.length, false];
    return raw.subarray(0, to);
  }

  /** Where the row that begins at `from` ends; nothing before it is whole, and after the last one. */
  private rowEnd(raw: Buffer, from: number): number | undefined {
    const begins = from + FIELDS_BYTES + LENGTH_BYTES;
    // The last thing sent is a row of −1 fields, two bytes long.
    if (begins > this.filled || raw.readInt16BE(from) !== 1) return undefined;
    const length = raw.readInt32BE(from + FIELDS_BYTES);
    if (length < 0) throw new RangeError('a row is null');
    return begins + length <= this.filled ? begins + length : undefined;
  }
}
