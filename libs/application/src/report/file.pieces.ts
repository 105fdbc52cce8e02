import { createHash } from 'node:crypto';

/** Bytes of a piece; the last of a file may have fewer. */
export const PIECE_BYTES = 1 << 20;

/**
 * Hands a file on in pieces as it is written, each kept while the next is filled: at no time is there more of it in memory than
 * two pieces and what its writer gives at once. Answers its size and its SHA-256 in hexadecimal. An empty file has no piece.
 */
export async function keptInPieces(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  keep: (number: number, content: Buffer) => Promise<void>,
): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let [bytes, number] = [0, 0];
  let keeping = Promise.resolve();
  let filling: Uint8Array[] = [];
  let filled = 0;
  const handOn = async (content: Buffer) => {
    await keeping;
    keeping = keep(++number, content);
    keeping.catch(() => undefined); // told where it is awaited
  };
  for await (const chunk of chunks) {
    hash.update(chunk);
    bytes += chunk.length;
    filling.push(chunk);
    filled += chunk.length;
    if (filled < PIECE_BYTES) continue;
    const whole = Buffer.concat(filling);
    let from = 0;
    for (; filled - from >= PIECE_BYTES; from += PIECE_BYTES) await handOn(whole.subarray(from, from + PIECE_BYTES));
    filling = [whole.subarray(from)];
    filled -= from;
  }
  if (filled > 0) await handOn(Buffer.concat(filling));
  await keeping;
  return { bytes, sha256: hash.digest('hex') };
}
