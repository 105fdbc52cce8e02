import { plainWords } from './matching.view.js';

/** MinHash (Broder 1997) over shingles of three words: 64 hashes in 16 bands of 4. Two texts that share a band are near duplicates. */
export const SIGNATURE = { hashes: 64, bands: 16, rows: 4, shingle: 3 } as const;

function mixed(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** FNV-1a over UTF-16 units, then mixed. */
function hashOf(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return mixed(h);
}

const SEEDS = Uint32Array.from({ length: SIGNATURE.hashes }, (_, i) => mixed(Math.imul(i + 1, 0x9e3779b9)));

/** 64 unsigned 32-bit minima. A text of fewer than three words is one shingle; a text without words has only maxima. */
export function signatureOf(text: string): Uint32Array {
  const words = plainWords(text);
  const signature = new Uint32Array(SIGNATURE.hashes).fill(0xffffffff);
  const last = Math.max(words.length - SIGNATURE.shingle, 0);
  if (words.length === 0) return signature;
  for (let at = 0; at <= last; at += 1) {
    const shingle = hashOf(words.slice(at, at + SIGNATURE.shingle).join(' '));
    for (let i = 0; i < SIGNATURE.hashes; i += 1) {
      const value = mixed(shingle ^ (SEEDS[i] ?? 0));
      if (value < (signature[i] ?? 0)) signature[i] = value;
    }
  }
  return signature;
}

/** One unsigned 32-bit hash for each of the 16 bands, in order. A text without words has no bands: it resembles nothing. */
export function bandsOf(signature: Uint32Array): number[] {
  if (signature.every((value) => value === 0xffffffff)) return [];
  return Array.from({ length: SIGNATURE.bands }, (_, band) => {
    let h = mixed(band + 1);
    for (let row = 0; row < SIGNATURE.rows; row += 1)
      h = mixed(Math.imul(h, 31) ^ (signature[band * SIGNATURE.rows + row] ?? 0));
    return h;
  });
}

/** Estimated share of common shingles (Jaccard), 0 to 1, with a standard error of at most 1/16. */
export function resemblance(a: Uint32Array, b: Uint32Array): number {
  let equal = 0;
  for (let i = 0; i < SIGNATURE.hashes; i += 1) if (a[i] === b[i] && a[i] !== 0xffffffff) equal += 1;
  return equal / SIGNATURE.hashes;
}
