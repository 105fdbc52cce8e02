import { sha256 } from '@noble/hashes/sha2.js';
import { joined, toHex, utf8 } from '../bytes/encoding.js';
import { canonicalJson } from '../json/canonical.json.js';

export const SALT_BYTES = 32;

/**
 * Commitment to content that stays outside the ledger: SHA-256(salt ‖ JCS(payload)), hexadecimal. The random salt of 32 bytes keeps
 * short content from being guessed; erasing salt and payload erases the content while the ledger stays valid.
 * @throws RangeError for a salt of another length, CanonicalJsonError for a payload that JSON cannot hold
 */
export function payloadCommit(salt: Uint8Array, payload: unknown): string {
  return commitToText(salt, canonicalJson(payload));
}

/** The same for a payload kept as its canonical text. */
export function commitToText(salt: Uint8Array, canonicalPayload: string): string {
  if (salt.length !== SALT_BYTES) throw new RangeError(`a salt has ${SALT_BYTES} bytes, not ${salt.length}`);
  return toHex(sha256(joined(salt, utf8(canonicalPayload))));
}
