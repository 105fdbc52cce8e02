import { Refusal } from '#domain';
import { TransportRefusal } from '../problem/transport.refusal.js';

const KEY_FORM = '1 to 255 visible ASCII characters';
const VERSION_FORM = '"<version>"';
/** A well-formed entity tag that can be no version of ours: it never matches, so the application answers 412. */
const NO_VERSION = -1;

/** Reads Idempotency-Key. @throws Refusal `key-required` or `key-malformed`. */
export function idempotencyKeyOf(header: string | string[] | undefined, required: boolean): string | undefined {
  if (header === undefined) {
    if (required) throw new Refusal('key-required', { header: 'Idempotency-Key' });
    return undefined;
  }
  if (typeof header !== 'string' || !/^[\x21-\x7e](?:[\x20-\x7e]{0,253}[\x21-\x7e])?$/.test(header)) {
    throw new Refusal('key-malformed', { header: 'Idempotency-Key' });
  }
  return header;
}

export const IDEMPOTENCY_KEY_FORM = KEY_FORM;

/**
 * The version an If-Match names; undefined without the header. A version is one strong tag of digits. Other
 * well-formed tags, weak ones included, match nothing (RFC 9110 §13.1.1); `*` and anything unquoted is refused,
 * because whoever changes an object must say which reading of it he changes.
 */
export function ifMatchOf(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const tag = header.trim();
  const version = /^"(0|[1-9]\d{0,14})"$/.exec(tag);
  if (version) return Number(version[1]);
  if (/^(?:W\/)?"[\x21\x23-\x7e]*"(?:\s*,\s*(?:W\/)?"[\x21\x23-\x7e]*")*$/.test(tag)) return NO_VERSION;
  throw new TransportRefusal('header-malformed', { header: 'If-Match', form: VERSION_FORM });
}

/** The media type of a Content-Type, lower case, and whether its charset is one we read; undefined when malformed. */
export function mediaTypeOf(header: string): { type: string; utf8: boolean } | undefined {
  const match = /^\s*([a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+)\s*(;.*)?$/i.exec(header);
  if (!match) return undefined;
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)"?/i.exec(match[2] ?? '')?.[1];
  return { type: match[1]!.toLowerCase(), utf8: charset === undefined || /^utf-?8$/i.test(charset) };
}

/** Whether `type` is one of `patterns`: `text/html`, `image/*`, or `any`. */
export function isAccepted(type: string, patterns: readonly string[]): boolean {
  return patterns.some(
    (pattern) =>
      pattern === 'any' || pattern === type || (pattern.endsWith('/*') && type.startsWith(pattern.slice(0, -1))),
  );
}
