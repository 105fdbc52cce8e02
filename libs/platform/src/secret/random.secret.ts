import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** URL-safe text of `bytes` random bytes (default 32, which is 256 bits and 43 characters). */
export function randomSecret(bytes = 32): string {
  return randomBytes(bytes).toString('base64url');
}

/** So many random bytes. */
export function randomBytesOf(count: number): Buffer {
  return randomBytes(count);
}

/** SHA-256. Enough for secrets of 112 bits or more; passwords need argon2id instead. */
export function sha256(data: string | Uint8Array): Buffer {
  return createHash('sha256').update(data).digest();
}

/** Compares in a time that does not depend on where the texts differ. */
export function sameSecret(left: string, right: string): boolean {
  return timingSafeEqual(sha256(left), sha256(right));
}
