import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { fromBase64, joined, toBase64, toHex, utf8 } from '../bytes/encoding.js';

/** Signature type Ed25519 of C2SP signed-note. */
const ED25519 = 1;
const NAME = /^[^\s+\p{C}]+$/u;

/** A key that signs notes under a name; the seed is 32 secret random bytes. */
export interface NoteSigner {
  readonly name: string;
  readonly seed: Uint8Array;
}

/** A public key whose signatures are believed. */
export interface NoteVerifier {
  readonly name: string;
  readonly publicKey: Uint8Array;
}

/** @throws RangeError for a name with white space or a plus sign, or a seed that is not 32 bytes */
export function noteSigner(name: string, seed: Uint8Array): NoteSigner {
  if (!NAME.test(name)) throw new RangeError('a key name has no white space and no plus sign');
  if (seed.length !== 32) throw new RangeError('an Ed25519 seed has 32 bytes');
  return { name, seed };
}

export function verifierOf(signer: NoteSigner): NoteVerifier {
  return { name: signer.name, publicKey: ed25519.getPublicKey(signer.seed) };
}

/** First four bytes of SHA-256(name ‖ LF ‖ 0x01 ‖ public key): tells keys of one name apart, proves nothing. */
export function keyId(verifier: NoteVerifier): Uint8Array {
  return sha256(joined(utf8(verifier.name), Uint8Array.of(0x0a, ED25519), verifier.publicKey)).slice(0, 4);
}

/** The printable public key (vkey) `name+id+base64`, to be published and pinned. */
export function verifierText(verifier: NoteVerifier): string {
  const key = toBase64(joined(Uint8Array.of(ED25519), verifier.publicKey));
  return `${verifier.name}+${toHex(keyId(verifier))}+${key}`;
}

/** Reads a vkey; null when its form, key type or key id is wrong. */
export function readVerifier(text: string): NoteVerifier | null {
  const parts = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text);
  if (parts === null || !NAME.test(parts[1]!)) return null;
  const key = fromBase64(parts[3]!);
  if (key === null || key.length !== 33 || key[0] !== ED25519) return null;
  const verifier = { name: parts[1]!, publicKey: key.slice(1) };
  return toHex(keyId(verifier)) === parts[2] ? verifier : null;
}
