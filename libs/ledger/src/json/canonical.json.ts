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
/** Texts that stand between quotation marks as they are; most do. */
const NOTHING_TO_ESCAPE = /^[^"\\\u0000-\u001F\uD800-\uDFFF]*$/;

/**
 * The one JSON text of a value, after RFC 8785 (JCS): members sorted by UTF-16 code units, numbers and strings as ECMAScript
 * writes them, no white space. Stricter than the RFC where a database or another language would read back something else: integers
 * beyond 2^53−1, NUL and lone surrogates are refused, as are undefined members and class instances.
 * @throws CanonicalJsonError
 */
export function canonicalJson(value: unknown): string {
  return write(value, []);
}

/** `trail` holds the names and indexes that lead to the value; told only when something is wrong with it. */
function write(value: unknown, trail: (string | number)[]): string {
  if (trail.length > DEEPEST) throw fault('too-deep', trail);
  if (typeof value === 'string') return writeString(value, trail);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return writeNumber(value, trail);
  if (Array.isArray(value)) return writeArray(value, trail);
  if (isPlain(value)) return writeObject(value, trail);
  throw fault('not-json', trail);
}

function fault(kind: JsonFault, trail: readonly (string | number)[]): CanonicalJsonError {
  const segments = trail.map((name) => `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`);
  return new CanonicalJsonError(kind, segments.join(''));
}

function writeNumber(value: number, trail: (string | number)[]): string {
  if (!Number.isFinite(value)) throw fault('not-finite', trail);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) throw fault('unsafe-integer', trail);
  return String(value);
}

function writeString(value: string, trail: (string | number)[]): string {
  if (NOTHING_TO_ESCAPE.test(value)) return `"${value}"`;
  if (LONE_SURROGATE.test(value)) throw fault('lone-surrogate', trail);
  if (value.includes('\0')) throw fault('nul', trail);
  return JSON.stringify(value);
}

function writeArray(value: readonly unknown[], trail: (string | number)[]): string {
  let text = '[';
  for (let at = 0; at < value.length; at++) {
    trail.push(at);
    text += (at === 0 ? '' : ',') + write(value[at], trail);
    trail.pop();
  }
  return `${text}]`;
}

function writeObject(value: Readonly<Record<string, unknown>>, trail: (string | number)[]): string {
  let text = '{';
  // by UTF-16 code units, as the RFC asks
  for (const name of Object.keys(value).sort()) {
    trail.push(name);
    text += `${text === '{' ? '' : ','}${writeString(name, trail)}:${write(value[name], trail)}`;
    trail.pop();
  }
  return `${text}}`;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // Another realm has another Object.prototype: it is known by having none itself.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
