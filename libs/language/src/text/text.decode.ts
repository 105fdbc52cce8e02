import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

const utf8 = new TextEncoder();

/** The only two changes ever made to what came in: CR LF and lone CR become LF, then NFC. Every offset of this library counts in the result. */
export function decodeText(raw: string): string {
  const unix = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
  return unix.normalize('NFC');
}

/** SHA-256, lower-case hex, over the UTF-8 bytes of the text (a lone surrogate counts as U+FFFD, as every UTF-8 encoder writes it). */
export function textDigest(text: string): string {
  return bytesToHex(sha256(utf8.encode(text)));
}
