import { sha256 } from '@noble/hashes/sha2.js';
import { joined, utf8 } from '../bytes/encoding.js';
import { canonicalJson } from '../json/canonical.json.js';

/** One entry of a newsroom's audit ledger: who changed which object, when, in what words; the content only as a commitment. */
export interface Leaf {
  readonly v: 1;
  readonly newsroom: string;
  /** Position in the newsroom's ledger, from 1 without gaps. */
  readonly seq: number;
  /** Hash of the leaf before, hexadecimal; 64 zeros for the first. */
  readonly prev: string;
  /** Clock of the database, UTC with microseconds: `2026-11-22T14:46:40.000001Z`. Order is by seq, never by this. */
  readonly at: string;
  readonly actor: Actor;
  /** `noun.verb`, past tense. */
  readonly action: string;
  readonly object: LeafObject;
  /** `payloadCommit` of what the object became. */
  readonly payload: string;
  readonly requestId: string;
  readonly reason?: string;
}

export interface Actor {
  readonly member: string | null;
  readonly kind: string;
  readonly via: string;
  readonly credential: string | null;
}

export interface LeafObject {
  readonly type: string;
  readonly id: string;
  /** Position among the leaves of this object, from 1 without gaps. */
  readonly seq: number;
  /** Hash of the object's leaf before, hexadecimal; null for its first. */
  readonly prev: string | null;
}

/** `prev` of a ledger's first leaf. */
export const BEFORE_FIRST = '0'.repeat(64);

/** The text of a leaf whose UTF-8 bytes are hashed. */
export function leafText(leaf: Leaf): string {
  return canonicalJson(leaf);
}

export function leafBytes(leaf: Leaf): Uint8Array {
  return utf8(leafText(leaf));
}

/** Merkle leaf hash of RFC 6962 section 2.1, SHA-256(0x00 ‖ bytes); a leaf's text stands for its UTF-8 bytes. */
export function leafHash(bytes: Uint8Array | string): Uint8Array {
  return sha256(joined(Uint8Array.of(0), typeof bytes === 'string' ? utf8(bytes) : bytes));
}
