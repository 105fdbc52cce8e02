import { oneTimeCode, timeStep } from '#platform';

/** RFC 4648 base 32 without padding, as an app reads a secret. */
export function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** A code that has not been used: of the coming half minute where the present one's has been. */
export const codeOf = (secret: Buffer, ahead = 0) => oneTimeCode(secret, timeStep(new Date()) + ahead);
