import { crc32 } from 'node:zlib';
import { sha256 } from '../secret/random.secret.js';
import { randomBase62, toBase62 } from './base62.js';

const SHAPE = /^isn_([a-z]{2,8})_([0-9A-Za-z]{30})([0-9A-Za-z]{6})$/;
const SECRET_LENGTH = 30; // 178 bits
const CHECK_LENGTH = 6;

const checkOf = (body: string) => toBase62(crc32(body), CHECK_LENGTH);

/**
 * A new opaque token `isn_<type>_<30 base62><6 base62 CRC32>`, the shape of GitHub's tokens: secret scanners recognise it, and a
 * mistyped one is refused without asking the database. `type` is two to eight lower-case letters.
 */
export function newToken(type: string): string {
  const body = `isn_${type}_${randomBase62(SECRET_LENGTH)}`;
  const token = body + checkOf(body);
  if (!SHAPE.test(token)) throw new RangeError(`token type must be two to eight lower-case letters: ${type}`);
  return token;
}

/** Type of a well-formed token whose check sum is right; null for anything else. Says nothing about its validity. */
export function tokenType(text: string): string | null {
  const parts = SHAPE.exec(text);
  if (parts === null) return null;
  return checkOf(text.slice(0, -CHECK_LENGTH)) === parts[3] ? parts[1]! : null;
}

/** What is stored instead of a token: its SHA-256. */
export function tokenHash(token: string): Buffer {
  return sha256(token);
}
