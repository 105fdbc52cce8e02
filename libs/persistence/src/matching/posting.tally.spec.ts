import { impact } from '#language';
import fc from 'fast-check';
import { POSTING } from './posting.codec.js';
import { PostingTally, type WeighedPostings } from './posting.tally.js';

const MEAN = 12;

type Posting = readonly [document: number, tf: number, length: number];

function block(...list: readonly Posting[]): Buffer {
  const bytes = Buffer.alloc(list.length * POSTING);
  const ordered = [...list].sort(([a], [b]) => a - b);
  ordered.forEach(([document, tf, length], at) => {
    bytes.writeUInt32BE(document, at * POSTING);
    bytes[at * POSTING + 4] = tf;
    bytes[at * POSTING + 5] = length;
  });
  return bytes;
}

/** The same by a map and a sort of everything, rounding as the tally's four bytes do. */
function plainly(lists: readonly WeighedPostings[], last: number, limit: number): number[] {
  const sums = new Map<number, number>();
  for (const { postings, weight } of lists)
    for (let at = 0; at < postings.length; at += POSTING) {
      const document = postings.readUInt32BE(at);
      const tf = postings[at + 4]!;
      const gain = impact(tf, postings[at + 5]!, MEAN);
      const added = (sums.get(document) ?? 0) + weight * (tf === 1 ? Math.fround(gain) : gain);
      if (document <= last) sums.set(document, Math.fround(added));
    }
  return [...sums]
    .sort(([a, one], [b, other]) => other - one || a - b)
    .slice(0, limit)
    .map(([document]) => document);
}

describe('the best documents by their postings', () => {
  const tally = new PostingTally();
  const rare = { postings: block([2, 1, 10], [5, 1, 10]), weight: 8 };
  const common = { postings: block([1, 1, 10], [2, 2, 10], [3, 1, 10], [5, 1, 40]), weight: 2 };

  it('come best first, and of equal ones the older', () => {
    expect(tally.best([rare, common], 5, MEAN, 10)).toEqual([2, 5, 1, 3]);
    expect(tally.best([rare], 5, MEAN, 1)).toEqual([2]);
  });

  it('are told anew for every question', () => {
    tally.best([rare], 5, MEAN, 10);
    expect(tally.best([common], 5, MEAN, 10)).toEqual([2, 1, 3, 5]);
    expect(tally.best([], 5, MEAN, 10)).toEqual([]);
  });

  it('leave out what was added while the question was asked', () => {
    expect(tally.best([rare, common], 4, MEAN, 10)).toEqual([2, 1, 3]);
    expect(tally.best([rare, common], 5, MEAN, 10)).toEqual([2, 5, 1, 3]);
  });

  it('are met where one window ends and the next begins, the last of all included', () => {
    const edges = [65_535, 65_536, 131_071, 131_072, 2 ** 24 + 1];
    const lists = [{ postings: block(...edges.map((document) => [document, 1, 10] as const)), weight: 1 }];
    for (const [at, last] of edges.entries()) expect(tally.best(lists, last, MEAN, 10)).toEqual(edges.slice(0, at + 1));
  });

  it('are those that a sort of all finds', () => {
    // documents close together meet, and of those far apart each window has its own
    const document = fc.oneof(
      fc.nat(300),
      fc.nat(300).map((n) => 65_400 + n),
      fc.nat(400_000),
    );
    const posting = fc.tuple(document, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 40 }));
    const list = fc.record({
      postings: fc
        .uniqueArray(posting, { maxLength: 200, selector: ([document]) => document })
        .map((all) => block(...all)),
      weight: fc.double({ min: 0.01, max: 14, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(list, { maxLength: 6 }),
        // few documents, or as many as several windows hold
        fc.oneof(fc.nat(300), fc.nat(420_000)),
        fc.integer({ min: 1, max: 60 }),
        (lists, last, limit) => {
          expect(tally.best(lists, last, MEAN, limit)).toEqual(plainly(lists, last, limit));
        },
      ),
      { numRuns: 1000 },
    );
  });
});
