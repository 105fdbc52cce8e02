import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ArchiveBatches, CHUNK } from './archive.batches.js';

const MEBIBYTE = 1024 * 1024;
/** Of the file, a batch; as much as one transaction takes at most. */
const BATCH = 8;
/** Looked at after so many batches and after four times as many. */
const SOON = 2;

/** A piece of an archive of NDJSON: a new word in every record, and long names, so that a batch holds much and is soon read. */
function pieceOf(number: number): Buffer {
  const lines: string[] = [];
  for (let size = 0; size < CHUNK;) {
    const record = number * 1_000 + lines.length;
    const claimReviewed = `As was said before, w${record.toString(36)} is not so`;
    const line = JSON.stringify({ claimReviewed, author: { name: 'n'.repeat(1_900) }, about: 'x'.repeat(1_500) });
    const room = CHUNK - size - 1;
    lines.push(line.length > room ? ' '.repeat(room) : line);
    size += lines.at(-1)!.length + 1;
  }
  return Buffer.from(`${lines.join('\n')}\n`);
}

/** Bytes in use once nothing is left to collect. */
function inUse(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

describe('an archive that is read in batches', () => {
  it('stores little at first, so that whoever waits soon sees something, and more from then on', async () => {
    const line = Buffer.from(`{"claimReviewed": "w", "about": "${'x'.repeat(90)}"}\n`);
    const whole = Buffer.alloc(56_000 * line.length, line);
    const file = { id: 'many', format: 'ndjson' as const, bytes: whole.length, bytesRead: 0, reader: null };
    const piece = (number: number) => whole.subarray(number * CHUNK, (number + 1) * CHUNK);
    const batches: { records: number; start: number; end: number }[] = [];
    for await (const { sheet, start, point } of new ArchiveBatches(file, (number) => Promise.resolve(piece(number))))
      batches.push({ records: sheet.size, start, end: point.offset });
    // a batch is looked at after every 64 KiB that were read
    const ROOM = Math.ceil((64 * 1024) / line.length);
    [5_000, 10_000, 20_000, 20_000].forEach((limit, at) => {
      expect(batches[at]!.records).toBeGreaterThanOrEqual(limit);
      expect(batches[at]!.records).toBeLessThan(limit + ROOM);
    });
    expect(batches.map(({ start }) => start)).toEqual([0, ...batches.slice(0, -1).map(({ end }) => end)]);
    expect(batches.reduce((sum, { records }) => sum + records, 0)).toBe(56_000);
  });

  it('has the next piece fetched while it reads one', async () => {
    const line = Buffer.from(`{"claimReviewed": "w", "about": "${'x'.repeat(90)}"}\n`);
    const whole = Buffer.alloc(Math.ceil((2 * CHUNK) / line.length) * line.length, line);
    const file = { id: 'ahead', format: 'ndjson' as const, bytes: whole.length, bytesRead: 0, reader: null };
    const asked: number[] = [];
    const piece = (number: number) => {
      asked.push(number);
      return Promise.resolve(whole.subarray(number * CHUNK, (number + 1) * CHUNK));
    };
    const batches = new ArchiveBatches(file, piece)[Symbol.asyncIterator]();
    await batches.next(); // of the first piece
    expect(asked).toEqual([0, 1]);
    while (!(await batches.next()).done);
    expect(asked).toEqual([0, 1, 2]);
  });

  it('takes no more memory after many batches than after few', async () => {
    const bytes = 4 * SOON * BATCH * MEBIBYTE;
    const file = { id: 'endless', format: 'ndjson' as const, bytes, bytesRead: 0, reader: null };
    const sizes: number[] = [];
    let early = 0;
    for await (const { sheet } of new ArchiveBatches(file, (number) => Promise.resolve(pieceOf(number)))) {
      sizes.push(sheet.size);
      if (sizes.length === SOON) early = inUse();
    }
    expect(sizes.length).toBeGreaterThanOrEqual(4 * SOON);
    expect(Math.min(...sizes.slice(0, -1))).toBeGreaterThan(1_000);
    // six more batches, were they kept, would hold some thirty mebibytes
    expect(inUse() - early).toBeLessThan(BATCH * MEBIBYTE);
  });
});
