import { createHash } from 'node:crypto';

/** The most bytes of a piece. One that ends in a text may have up to three fewer: no character is cut in two. */
export const PIECE_BYTES = 1 << 20;

/**
 * Hands a file on in pieces as it is written, each kept while the next is filled; texts are encoded as UTF-8. Two pieces are all the
 * memory it takes: `keep` must be done with a piece when it resolves. Answers the file's size and its SHA-256 in hexadecimal. An empty
 * file has no piece.
 */
export async function keptInPieces(
  chunks: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>,
  keep: (number: number, content: Buffer) => Promise<void>,
): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let [filling, kept] = [Buffer.allocUnsafe(PIECE_BYTES), Buffer.allocUnsafe(PIECE_BYTES)];
  let [bytes, number, filled] = [0, 0, 0];
  let keeping = Promise.resolve();
  const handOn = async () => {
    const content = filling.subarray(0, filled);
    hash.update(content);
    bytes += filled;
    await keeping;
    keeping = keep(++number, content);
    keeping.catch(() => undefined); // told where it is awaited
    [filling, kept] = [kept, filling];
    filled = 0;
  };
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length;) {
      const { read, written } = put(chunk, at, filling.subarray(filled));
      at += read;
      filled += written;
      if (at < chunk.length) await handOn();
    }
  }
  if (filled > 0) await handOn();
  await keeping;
  return { bytes, sha256: hash.digest('hex') };
}

const encoder = new TextEncoder();

/** As much of the chunk as there is room for; `read` in units of the chunk. */
function put(chunk: Uint8Array | string, from: number, room: Buffer): { read: number; written: number } {
  if (typeof chunk === 'string') return encoder.encodeInto(from === 0 ? chunk : chunk.slice(from), room);
  const part = chunk.subarray(from, from + room.length);
  room.set(part);
  return { read: part.length, written: part.length };
}
