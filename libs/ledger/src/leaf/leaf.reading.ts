import { canonicalJson, CanonicalJsonError } from '../json/canonical.json.js';
import type { Leaf } from './leaf.js';

const HASH = /^[0-9a-f]{64}$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;

type Test = (value: unknown) => boolean;

const text: Test = (value) => typeof value === 'string' && value !== '';
const hash: Test = (value) => typeof value === 'string' && HASH.test(value);
const position: Test = (value) => Number.isSafeInteger(value) && (value as number) >= 1;
const orNull =
  (test: Test): Test =>
  (value) =>
    value === null || test(value);

/** Exactly these members, each passing its test. */
const shape =
  (members: Readonly<Record<string, Test>>, optional: Readonly<Record<string, Test>> = {}): Test =>
  (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const found = value as Readonly<Record<string, unknown>>;
    return (
      Object.keys(members).every((name) => Object.hasOwn(found, name)) &&
      Object.entries(found).every(([name, member]) => (members[name] ?? optional[name])?.(member) === true)
    );
  };

const isLeaf = shape(
  {
    v: (value) => value === 1,
    newsroom: text,
    seq: position,
    prev: hash,
    at: (value) => typeof value === 'string' && MOMENT.test(value),
    actor: shape({ member: orNull(text), kind: text, via: text, credential: orNull(text) }),
    action: text,
    object: shape({ type: text, id: text, seq: position, prev: orNull(hash) }),
    payload: hash,
    requestId: text,
  },
  { reason: text },
);

export type LeafFault = 'not-json' | 'not-canonical' | 'not-a-leaf';

/**
 * Reads a leaf's text. Only the canonical spelling of a leaf of version 1 is one: a second spelling, a member too many or a
 * repeated member would let two readers of one hash see different things.
 */
export function readLeaf(source: string): { readonly leaf: Leaf } | { readonly fault: LeafFault } {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    return { fault: 'not-json' };
  }
  try {
    if (canonicalJson(value) !== source) return { fault: 'not-canonical' };
  } catch (error) {
    if (error instanceof CanonicalJsonError) return { fault: 'not-canonical' };
    throw error;
  }
  return isLeaf(value) ? { leaf: value as Leaf } : { fault: 'not-a-leaf' };
}
