import { createHmac } from 'node:crypto';
import { sameSecret } from './random.secret.js';

const STEP_SECONDS = 30;
const DIGITS = 6;
/** Steps by which a telephone's clock may be wrong, either way. */
const DRIFT = 1;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Which half minute since 1970 a moment lies in (RFC 6238, 4.2). */
export function timeStep(now: Date): number {
  return Math.floor(now.getTime() / 1000 / STEP_SECONDS);
}

/** Six digits of RFC 6238 over HMAC-SHA-1, as every authenticator app makes them. */
export function oneTimeCode(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', secret).update(counter).digest();
  // RFC 4226, 5.3: the last four bits say where the number stands.
  const number = digest.readUInt32BE(digest[digest.length - 1]! & 0xf) & 0x7fffffff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
}

/**
 * The step a code is of, within a step of now and after the last that was used; null for any other code. Whoever remembers the
 * answer as the last one used accepts no code twice, nor an older one after a newer (RFC 6238, 5.2).
 */
export function acceptedStep(secret: Uint8Array, code: string, now: Date, lastUsed: number): number | null {
  const present = timeStep(now);
  let accepted: number | null = null;
  // Every step is looked at, so that the time taken does not tell which.
  for (let step = present - DRIFT; step <= present + DRIFT; step += 1) {
    const isIts = sameSecret(oneTimeCode(secret, step), code);
    if (isIts && step > lastUsed && accepted === null) accepted = step;
  }
  return accepted;
}

/** RFC 4648, 6, without padding: what people type from one screen into another. */
export function base32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(value >>> bits) & 31];
    }
  }
  return bits > 0 ? text + ALPHABET[(value << (5 - bits)) & 31]! : text;
}

/** The address an authenticator app reads from a QR code. */
export function otpauthUri(secret: Uint8Array, issuer: string, account: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  const terms = [
    `secret=${base32(secret)}`,
    `issuer=${encodeURIComponent(issuer)}`,
    'algorithm=SHA1',
    `digits=${DIGITS}`,
    `period=${STEP_SECONDS}`,
  ];
  return `otpauth://totp/${label}?${terms.join('&')}`;
}
