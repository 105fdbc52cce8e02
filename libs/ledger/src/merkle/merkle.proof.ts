import { sameBytes } from '../bytes/encoding.js';
import { nodeHash } from './merkle.hash.js';

const isSize = (value: number) => Number.isSafeInteger(value) && value >= 0;
const half = (value: number) => Math.floor(value / 2);

/** Whether `proof` shows that `leafHash` is leaf `index` (from 0) of the tree of `size` leaves with that root (RFC 9162 2.1.3.2). */
export function verifyInclusion(
  leafHash: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (!isSize(index) || !isSize(size) || index >= size) return false;
  let node = index;
  let last = size - 1;
  let hash = leafHash;
  for (const step of proof) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(step, hash);
      while (node % 2 === 0 && node !== 0) {
        node = half(node);
        last = half(last);
      }
    } else {
      hash = nodeHash(hash, step);
    }
    node = half(node);
    last = half(last);
  }
  return last === 0 && sameBytes(hash, root);
}

/** Whether `proof` shows that the tree (size, root) only appends to the tree (earlier, earlierRoot) (RFC 9162 2.1.4.2). */
export function verifyConsistency(
  earlier: number,
  earlierRoot: Uint8Array,
  size: number,
  root: Uint8Array,
  proof: readonly Uint8Array[],
): boolean {
  if (!isSize(earlier) || !isSize(size) || earlier < 1 || earlier > size) return false;
  if (earlier === size) return proof.length === 0 && sameBytes(earlierRoot, root);
  let node = earlier - 1;
  let last = size - 1;
  while (node % 2 === 1) {
    node = half(node);
    last = half(last);
  }
  // A complete earlier tree is itself the first subtree and is left out of the proof.
  const [first, ...rest] = node === 0 ? [earlierRoot, ...proof] : proof;
  if (first === undefined) return false;
  let hash = first;
  let earlierHash = first;
  for (const step of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(step, hash);
      earlierHash = nodeHash(step, earlierHash);
      while (node % 2 === 0 && node !== 0) {
        node = half(node);
        last = half(last);
      }
    } else {
      hash = nodeHash(hash, step);
    }
    node = half(node);
    last = half(last);
  }
  return last === 0 && sameBytes(earlierHash, earlierRoot) && sameBytes(hash, root);
}
