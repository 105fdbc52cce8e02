import { EMPTY_ROOT, nodeHash, splitOf } from './merkle.hash.js';

/**
 * Append-only Merkle tree of RFC 6962 over leaf hashes. Keeps the hash of every complete subtree (two hashes a leaf), so that roots
 * and proofs of any earlier size take logarithmic work.
 */
export class MerkleTree {
  /** levels[h][i]: root of the complete subtree over leaves i·2^h up to (i+1)·2^h. */
  private readonly levels: Uint8Array[][] = [[]];

  constructor(leafHashes: Iterable<Uint8Array> = []) {
    for (const hash of leafHashes) this.append(hash);
  }

  get size(): number {
    return this.levels[0]!.length;
  }

  append(leafHash: Uint8Array): void {
    this.levels[0]!.push(leafHash);
    for (let height = 0; this.levels[height]!.length % 2 === 0; height++) {
      const level = this.levels[height]!;
      (this.levels[height + 1] ??= []).push(nodeHash(level.at(-2)!, level.at(-1)!));
    }
  }

  /** Root over the first `size` leaves. @throws RangeError beyond the tree */
  root(size = this.size): Uint8Array {
    this.check(size, 0);
    return size === 0 ? EMPTY_ROOT : this.subtree(0, size);
  }

  /** Audit path of the leaf at `index` (from 0) in the tree of the first `size` leaves, lowest first. @throws RangeError */
  inclusionProof(index: number, size = this.size): Uint8Array[] {
    this.check(size, 1);
    if (!Number.isInteger(index) || index < 0 || index >= size) throw new RangeError(`no leaf ${index} among ${size}`);
    const proof: Uint8Array[] = [];
    let start = 0;
    let end = size;
    while (end - start > 1) {
      const middle = start + splitOf(end - start);
      if (index < middle) {
        proof.push(this.subtree(middle, end));
        end = middle;
      } else {
        proof.push(this.subtree(start, middle));
        start = middle;
      }
    }
    return proof.reverse();
  }

  /** Proof that the tree of the first `size` leaves only appends to that of the first `earlier`. @throws RangeError */
  consistencyProof(earlier: number, size = this.size): Uint8Array[] {
    this.check(size, 1);
    if (!Number.isInteger(earlier) || earlier < 1 || earlier > size) {
      throw new RangeError(`no consistency proof from ${earlier} to ${size}`);
    }
    const proof: Uint8Array[] = [];
    let start = 0;
    let end = size;
    while (end !== earlier) {
      const middle = start + splitOf(end - start);
      if (earlier <= middle) {
        proof.push(this.subtree(middle, end));
        end = middle;
      } else {
        proof.push(this.subtree(start, middle));
        start = middle;
      }
    }
    // The verifier knows the earlier root itself, but not the root of a right-hand part of it.
    if (start > 0) proof.push(this.subtree(start, end));
    return proof.reverse();
  }

  private check(size: number, least: number): void {
    if (!Number.isInteger(size) || size < least || size > this.size) {
      throw new RangeError(`the tree has ${this.size} leaves, asked for ${size}`);
    }
  }

  /** Root over leaves start..end; `start` is a multiple of the subtree's size rounded up to a power of two. */
  private subtree(start: number, end: number): Uint8Array {
    const length = end - start;
    const height = Math.log2(length);
    if (Number.isInteger(height)) return this.levels[height]![start / length]!;
    const middle = start + splitOf(length);
    return nodeHash(this.subtree(start, middle), this.subtree(middle, end));
  }
}
