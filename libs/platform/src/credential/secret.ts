import { createHash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const TOKEN_PREFIX = 'isn_';
const TOKEN_CHARACTERS = 30;
const CHECK_CHARACTERS = 6;
const TOKEN_FORM = /^isn_[0-9A-Za-z]{36}$/;

/** Lower-case hexadecimal SHA-256: how session and token secrets are stored. They carry ≥ 128 random bits, so no slow hash. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** A session or one-time-link secret: 256 random bits, base64url. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** A bearer token: `isn_`, 30 random base62 characters (178 bits), and their CRC32 in 6 more, so that typing errors and secret scanners need no database. */
export function newToken(): string {
  let body = '';
  while (body.length < TOKEN_CHARACTERS) {
    // 248 is the largest multiple of 62 in a byte; larger bytes would favour the first characters
    for (const byte of randomBytes(TOKEN_CHARACTERS)) {
      if (byte < 248 && body.length < TOKEN_CHARACTERS) body += BASE62[byte % 62];
    }
  }
  return TOKEN_PREFIX + body + checkOf(TOKEN_PREFIX + body);
}

/** Whether a text has the form of a token and its checksum is right; says nothing about whether it is known. */
export function isWellFormedToken(text: string): boolean {
  return TOKEN_FORM.test(text) && checkOf(text.slice(0, -CHECK_CHARACTERS)) === text.slice(-CHECK_CHARACTERS);
}

function checkOf(text: string): string {
  let rest = crc32(text);
  let digits = '';
  for (let i = 0; i < CHECK_CHARACTERS; i += 1) {
    digits = BASE62[rest % 62]! + digits;
    rest = Math.floor(rest / 62);
  }
  return digits;
}
