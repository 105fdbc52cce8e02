import { sha256 } from '#platform';
import { keptInPieces, PIECE_BYTES } from './file.pieces.js';

async function kept(chunks: (Uint8Array | string)[]) {
  const pieces: Buffer[] = [];
  const numbers: number[] = [];
  let keeping = 0;
  const result = await keptInPieces(chunks, async (number, content) => {
    expect(++keeping).toBe(1); // the next is filled meanwhile, but not handed on
    numbers.push(number);
    await new Promise((resolve) => setImmediate(resolve));
    pieces.push(Buffer.from(content));
    keeping--;
  });
  const whole = Buffer.concat(chunks.map((chunk) => Buffer.from(chunk as string)));
  expect(Buffer.concat(pieces).equals(whole)).toBe(true);
  expect(result).toEqual({ bytes: whole.length, sha256: sha256(whole).toString('hex') });
  expect(numbers).toEqual(pieces.map((_, at) => at + 1));
  return pieces.map(({ length }) => length);
}

describe('a file in pieces', () => {
  it('is none when empty, one when small', async () => {
    expect(await kept([])).toEqual([]);
    expect(await kept(['', new Uint8Array()])).toEqual([]);
    expect(await kept(['نص ', Buffer.from('and bytes')])).toEqual([14]);
  });

  it('is cut at the size of a piece, whatever it comes in', async () => {
    const bytes = Buffer.alloc(2.5 * PIECE_BYTES, 7);
    expect(await kept([bytes])).toEqual([PIECE_BYTES, PIECE_BYTES, PIECE_BYTES / 2]);
    expect(await kept([bytes.subarray(0, PIECE_BYTES), bytes.subarray(0, 5)])).toEqual([PIECE_BYTES, 5]);
    expect(await kept(['x'.repeat(PIECE_BYTES + 1)])).toEqual([PIECE_BYTES, 1]);
  });

  it.each(['ش', '€', '😀'])('never cuts a character in two (%s)', async (character) => {
    const size = Buffer.byteLength(character);
    const lengths = await kept(['x', character.repeat(PIECE_BYTES / size)]);
    expect(lengths[0]).toBeGreaterThan(PIECE_BYTES - size);
    expect((lengths[0]! - 1) % size).toBe(0);
  });

  it('fails as its keeper fails', async () => {
    const failing = keptInPieces(['x'.repeat(3 * PIECE_BYTES)], () => Promise.reject(new Error('disk')));
    await expect(failing).rejects.toThrow('disk');
  });
});
