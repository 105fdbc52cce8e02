import type { Writable } from 'node:stream';

/** What pg's own query hands over when it binds its values. */
export interface Binding {
  readonly statement: string;
  readonly values: readonly unknown[];
  readonly valueMapper: (value: unknown, index: number) => string | Buffer | null;
}

/** From so many bytes on a copy costs more than writing a message in parts. */
const LARGE = 64 * 1024;

export function isLarge(values: readonly unknown[]): boolean {
  return values.some((value) => Buffer.isBuffer(value) && value.length >= LARGE);
}

/**
 * The message Bind of PostgreSQL's protocol (version 3: lengths are big-endian and count themselves), its bytes sent from where they
 * are: pg's own way copies each value twice, which for pieces of files is most of the memory a worker takes. The caller leaves
 * the values alone until the statement is answered.
 */
export function sendBinding(stream: Writable, { statement, values, valueMapper }: Binding): void {
  const mapped = values.map(valueMapper);
  const parts: Buffer[] = [
    Buffer.from(`\0${statement}\0`),
    int16s([mapped.length, ...mapped.map(formatOf), mapped.length]),
  ];
  for (const value of mapped) {
    const bytes = typeof value === 'string' ? Buffer.from(value) : value;
    parts.push(int32(bytes?.length ?? -1));
    if (bytes) parts.push(bytes);
  }
  parts.push(int16s([0])); // answers as text
  const length = parts.reduce((sum, part) => sum + part.length, LENGTH_BYTES);
  stream.write(Buffer.concat([Buffer.from('B'), int32(length)]));
  for (const part of parts) stream.write(part);
}

const LENGTH_BYTES = 4;

/** 1 for bytes, 0 for text. */
function formatOf(value: string | Buffer | null): number {
  return Buffer.isBuffer(value) ? 1 : 0;
}

function int16s(numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(2 * numbers.length);
  for (const [at, number] of numbers.entries()) bytes.writeInt16BE(number, 2 * at);
  return bytes;
}

function int32(number: number): Buffer {
  const bytes = Buffer.alloc(LENGTH_BYTES);
  bytes.writeInt32BE(number);
  return bytes;
}
