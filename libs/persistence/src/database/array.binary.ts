/**
 * Arrays in the form PostgreSQL's binary protocol gives them (`array_recv`), for statements that store thousands of rows: no element is
 * quoted here or parsed there, and what is written into one buffer leaves nothing behind to be collected.
 */

/** Object identifiers of the elements' types, the same in every PostgreSQL. */
const TYPES = { bytea: 17, integer: 23, text: 25, uuid: 2950 } as const;
/** Dimensions, whether there are nulls, the type, the number of elements, the first one's index: 4 bytes each. */
const HEAD = 20;
const LENGTH = 4;
/** UTF-8 bytes of a UTF-16 unit at most. */
const UNIT = 3;
const FIRST_SIZE = 4_096;
const NULL = -1;

/** An array that grows element by element. Cleared, it keeps its room for the next. */
export class ArrayWriter {
  private bytes: Buffer;
  private end = HEAD;
  private count = 0;
  private nulls = 0;

  constructor(
    private readonly type: keyof typeof TYPES,
    room = FIRST_SIZE,
  ) {
    this.bytes = Buffer.allocUnsafeSlow(Math.max(room, FIRST_SIZE));
  }

  addText(text: string | null, encoding: 'utf8' | 'latin1' = 'utf8'): void {
    if (text === null) {
      this.nulls = 1;
      this.begin(0, NULL);
      return;
    }
    const at = this.begin(UNIT * text.length, 0);
    const size = this.bytes.write(text, at, encoding);
    this.bytes.writeInt32BE(size, at - LENGTH);
    this.end = at + size;
  }

  addInteger(value: number): void {
    this.end = this.bytes.writeInt32BE(value, this.begin(4, 4));
  }

  addBytes(bytes: Uint8Array): void {
    const at = this.begin(bytes.length, bytes.length);
    this.bytes.set(bytes, at);
    this.end = at + bytes.length;
  }

  /** The array so far; valid until the next element is added. */
  value(): Buffer {
    const { bytes, count } = this;
    bytes.writeInt32BE(count === 0 ? 0 : 1, 0);
    bytes.writeInt32BE(this.nulls, 4);
    bytes.writeInt32BE(TYPES[this.type], 8);
    if (count === 0) return bytes.subarray(0, 12);
    bytes.writeInt32BE(count, 12);
    bytes.writeInt32BE(1, 16);
    return bytes.subarray(0, this.end);
  }

  clear(): void {
    this.end = HEAD;
    this.count = 0;
    this.nulls = 0;
  }

  /** Writes an element's length and makes room for so many bytes; answers where they begin. */
  private begin(room: number, length: number): number {
    if (this.end + LENGTH + room > this.bytes.length) this.grow(this.end + LENGTH + room);
    this.count += 1;
    this.end = this.bytes.writeInt32BE(length, this.end);
    return this.end;
  }

  private grow(least: number): void {
    const larger = Buffer.allocUnsafeSlow(Math.max(2 * this.bytes.length, least));
    this.bytes.copy(larger, 0, 0, this.end);
    this.bytes = larger;
  }
}

/** Whole numbers of 32 bits. */
export function integerArray(values: ArrayLike<number>): Buffer {
  const array = new ArrayWriter('integer', HEAD + values.length * 8);
  for (let at = 0; at < values.length; at += 1) array.addInteger(values[at]!);
  return array.value();
}

/** Any texts; null is NULL. */
export function textArray(values: readonly (string | null)[]): Buffer {
  const array = new ArrayWriter('text');
  for (const value of values) array.addText(value);
  return array.value();
}

/** UUIDs, 16 bytes each one after the other. */
export function uuidArray(ids: Uint8Array): Buffer {
  const array = new ArrayWriter('uuid', HEAD + (ids.length / 16) * 20);
  for (let at = 0; at < ids.length; at += 16) array.addBytes(ids.subarray(at, at + 16));
  return array.value();
}
