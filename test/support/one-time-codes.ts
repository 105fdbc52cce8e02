import { oneTimeCode, timeStep } from '#platform';
import { setTimeout as sleep } from 'node:timers/promises';

/** RFC 4648 base 32 without padding, as an app reads a secret. */
export function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** A code that has not been used: of the coming half minute where the present one's has been. */
export const codeOf = (secret: Buffer, ahead = 0) => oneTimeCode(secret, timeStep(new Date()) + ahead);

const HALF_MINUTE_MS = 30_000;

/**
 * The code of the half minute before, which leaves those of this one and the next to be tried. It is taken until this one ends: where
 * less than `roomMs` is left, the next is waited for.
 */
export async function codeBefore(secret: Buffer, roomMs = 4_000): Promise<string> {
  const left = HALF_MINUTE_MS - (Date.now() % HALF_MINUTE_MS);
  if (left < roomMs) await sleep(left);
  return codeOf(secret, -1);
}
