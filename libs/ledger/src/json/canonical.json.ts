/** What canonical JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

export type JsonFault = 'lone-surrogate' | 'nul' | 'unsafe-integer' | 'not-finite' | 'not-json' | 'too-deep';

/** A value that must not be hashed; `pointer` (RFC 6901) says where it stands. */
export class CanonicalJsonError extends Error {
  constructor(
    readonly fault: JsonFault,
    readonly pointer: string,
  ) {
    super(`${fault} at ${pointer === '' ? 'the top' : pointer}`);
    this.name = 'CanonicalJsonError';
  }
}

const DEEPEST = 64;
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * The one JSON text of a value, after RFC 8785 (JCS): members sorted by UTF-16 code units, numbers and strings as ECMAScript
 * writes them, no white space. Stricter than the RFC where a database or another language would read back something else: integers
 * beyond 2^53−1, NUL and lone surrogates are refused, as are undefined members and class instances.
 * @throws CanonicalJsonError
 */
export function canonicalJson(value: unknown): string {
  return write(value, '', 0);
}

function write(value: unknown, pointer: string, depth: number): string {
  if (depth > DEEPEST) throw new CanonicalJsonError('too-deep', pointer);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return writeString(value, pointer);
  if (typeof value === 'number') return writeNumber(value, pointer);
  if (Array.isArray(value)) return writeArray(value, pointer, depth);
  if (isPlain(value)) return writeObject(value, pointer, depth);
  throw new CanonicalJsonError('not-json', pointer);
}

function writeNumber(value: number, pointer: string): string {
  if (!Number.isFinite(value)) throw new CanonicalJsonError('not-finite', pointer);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) throw new CanonicalJsonError('unsafe-integer', pointer);
  return String(value);
}

function writeString(value: string, pointer: string): string {
  if (LONE_SURROGATE.test(value)) throw new CanonicalJsonError('lone-surrogate', pointer);
  if (value.includes('\0')) throw new CanonicalJsonError('nul', pointer);
  return JSON.stringify(value);
}

function writeArray(value: readonly unknown[], pointer: string, depth: number): string {
  const items: string[] = [];
  for (let at = 0; at < value.length; at++) items.push(write(value[at], `${pointer}/${at}`, depth + 1));
  return `[${items.join(',')}]`;
}

function writeObject(value: Readonly<Record<string, unknown>>, pointer: string, depth: number): string {
  const members = Object.keys(value)
    .sort() // by UTF-16 code units, as the RFC asks
    .map((name) => {
      const place = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      return `${writeString(name, place)}:${write(value[name], place, depth + 1)}`;
    });
  return `{${members.join(',')}}`;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // Another realm has another Object.prototype: it is known by having none itself.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
