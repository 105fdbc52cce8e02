import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { fromHex, toHex } from '../bytes/encoding.js';
import { leafHash } from '../leaf/leaf.js';
import { verifyConsistency, verifyInclusion } from './merkle.proof.js';
import { MerkleTree } from './merkle.tree.js';

// Leaves and roots of certificate-transparency's own test data (merkle_tree_test.cc).
const CT_LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const CT_ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const ctTree = new MerkleTree(CT_LEAVES.map((leaf) => leafHash(fromHex(leaf)!)));

/** RFC 6962 section 2.1 word for word, on another implementation of SHA-256. */
function rootByDefinition(leaves: readonly Uint8Array[]): Buffer {
  if (leaves.length === 0) return createHash('sha256').digest();
  if (leaves.length === 1) return Buffer.from(leaves[0]!);
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  const hash = createHash('sha256').update(Uint8Array.of(1));
  return hash
    .update(rootByDefinition(leaves.slice(0, split)))
    .update(rootByDefinition(leaves.slice(split)))
    .digest();
}

const SIZE = 40;
const hashes = Array.from({ length: SIZE }, (_, at) => leafHash(`leaf ${at}`));
const tree = new MerkleTree(hashes);
const roots = Array.from({ length: SIZE + 1 }, (_, size) => tree.root(size));

describe('the Merkle tree', () => {
  it.each(CT_ROOTS.map((root, size) => [size, root] as const))(
    'of %d certificate-transparency leaves has root %s',
    (size, root) => {
      expect(toHex(ctTree.root(size))).toBe(root);
    },
  );

  it('agrees with the definition at every size', () => {
    for (let size = 0; size <= SIZE; size++) {
      expect(toHex(roots[size]!)).toBe(rootByDefinition(hashes.slice(0, size)).toString('hex'));
    }
  });

  it('gives the audit path of the certificate-transparency tests', () => {
    expect(ctTree.inclusionProof(5, 8).map(toHex)).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });

  it('gives the consistency proof of the certificate-transparency tests', () => {
    expect(ctTree.consistencyProof(6, 8).map(toHex)).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });

  it('proves every leaf in every tree, and no leaf elsewhere', () => {
    for (let size = 1; size <= SIZE; size++) {
      for (let index = 0; index < size; index++) {
        const proof = tree.inclusionProof(index, size);
        expect(verifyInclusion(hashes[index]!, index, size, proof, roots[size]!)).toBe(true);
        expect(verifyInclusion(hashes[(index + 1) % SIZE]!, index, size, proof, roots[size]!)).toBe(false);
        expect(verifyInclusion(hashes[index]!, index, size, proof, roots[size - 1]!)).toBe(false);
        if (size > 1)
          expect(verifyInclusion(hashes[index]!, (index + 1) % size, size, proof, roots[size]!)).toBe(false);
        expect(verifyInclusion(hashes[index]!, index, size, [...proof, hashes[0]!], roots[size]!)).toBe(false);
        if (proof.length > 0)
          expect(verifyInclusion(hashes[index]!, index, size, proof.slice(1), roots[size]!)).toBe(false);
      }
    }
  });

  it('proves that every tree appends to every earlier one, and to nothing else', () => {
    for (let size = 1; size <= SIZE; size++) {
      for (let earlier = 1; earlier <= size; earlier++) {
        const proof = tree.consistencyProof(earlier, size);
        expect(verifyConsistency(earlier, roots[earlier]!, size, roots[size]!, proof)).toBe(true);
        expect(verifyConsistency(earlier, roots[earlier - 1]!, size, roots[size]!, proof)).toBe(false);
        expect(verifyConsistency(earlier, roots[earlier]!, size, roots[(size + 1) % SIZE]!, proof)).toBe(false);
        expect(verifyConsistency(earlier, roots[earlier]!, size, roots[size]!, [...proof, hashes[0]!])).toBe(false);
        if (proof.length > 0) {
          expect(verifyConsistency(earlier, roots[earlier]!, size, roots[size]!, proof.slice(0, -1))).toBe(false);
        }
      }
    }
  });

  it('refuses every proof with one bit flipped', () => {
    const size = fc.integer({ min: 2, max: SIZE });
    fc.assert(
      fc.property(size, fc.nat(), fc.nat(), fc.nat(255), (n, a, b, bit) => {
        const index = a % n;
        const flipped = (proof: Uint8Array[]) => {
          const at = b % proof.length;
          const copy = Uint8Array.from(proof[at]!);
          copy[bit >> 3]! ^= 1 << (bit & 7);
          return proof.with(at, copy);
        };
        expect(verifyInclusion(hashes[index]!, index, n, flipped(tree.inclusionProof(index, n)), roots[n]!)).toBe(
          false,
        );
        const earlier = 1 + (a % (n - 1));
        const consistency = flipped(tree.consistencyProof(earlier, n));
        expect(verifyConsistency(earlier, roots[earlier]!, n, roots[n]!, consistency)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('refuses sizes and positions that do not exist', () => {
    for (const call of [
      () => tree.root(SIZE + 1),
      () => tree.root(-1),
      () => tree.root(1.5),
      () => tree.inclusionProof(SIZE),
      () => tree.inclusionProof(-1),
      () => tree.inclusionProof(0, SIZE + 1),
      () => tree.consistencyProof(0),
      () => tree.consistencyProof(SIZE + 1),
    ]) {
      expect(call).toThrow(RangeError);
    }
    expect(verifyInclusion(hashes[0]!, 0, 0, [], roots[0]!)).toBe(false);
    expect(verifyInclusion(hashes[0]!, -1, 1, [], roots[1]!)).toBe(false);
    expect(verifyInclusion(hashes[0]!, Number.NaN, 1, [], roots[1]!)).toBe(false);
    expect(verifyConsistency(0, roots[0]!, 4, roots[4]!, [])).toBe(false);
    expect(verifyConsistency(5, roots[5]!, 4, roots[4]!, [])).toBe(false);
    expect(verifyConsistency(2, roots[2]!, 4, roots[4]!, [])).toBe(false);
  });
});
