import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  ArchiveRepository,
  MatchIndexRepository,
  UnitOfWork,
  type Agent,
  type ArchiveImportRow,
  type ArchiveRejection,
  type JobContext,
  type NewArchiveItem,
  type Tx,
} from '#persistence';
import { newId, type Clock } from '#platform';
import { readForIndex } from '../matching/claim.indexer.js';
import { ArchiveReader, type ReadRecord } from './archive.reader.js';
import type { ReadReview } from './claim-review.reading.js';
import type { ReadingPoint } from './record.splitter.js';

/** Pieces in which a file is kept, bytes. */
export const CHUNK = 1024 * 1024;
/** Records stored in one transaction. */
const BATCH = 5_000;
/** Rejected lines that are told; the rest are only counted. */
export const REJECTIONS_TOLD = 1_000;
/** Terms whose small blocks are joined in one transaction. */
const TIDIED = 10_000;
const PAUSE_MS = 50;

/** A batch ready to be stored. */
interface Batch {
  readonly reviews: readonly PreparedReview[];
  readonly rejections: readonly ArchiveRejection[];
  readonly point: ReadingPoint;
}

interface PreparedReview {
  readonly review: ReadReview;
  readonly key: Buffer;
  readonly line: string;
  readonly stems: string;
  readonly terms: ReturnType<typeof readForIndex>['terms'];
}

/** Reads the files that were received into the archive and its index; the worker calls it. */
export class ArchiveImporter {
  constructor(
    private readonly work: UnitOfWork,
    private readonly archive: ArchiveRepository,
    private readonly index: MatchIndexRepository,
    private readonly clock: Clock,
  ) {}

  /** The queue's entry. @throws TypeError for a payload that names no import */
  readonly handle = async (payload: unknown, { signal, lastAttempt }: JobContext): Promise<void> => {
    const { newsroomId, importId } = (payload ?? {}) as { newsroomId?: unknown; importId?: unknown };
    if (typeof newsroomId !== 'string' || typeof importId !== 'string')
      throw new TypeError('an archive import names its newsroom and itself');
    try {
      await this.run(newsroomId, importId, signal);
    } catch (error) {
      if (lastAttempt && !signal.aborted) await this.end(systemAgent(newsroomId), importId, 'internal');
      throw error;
    }
  };

  /**
   * Reads on where the last committed batch ended: killed and begun again, no record is lost and none stored twice. While one batch is
   * being stored, the next is read.
   */
  async run(newsroomId: string, importId: string, signal: AbortSignal = new AbortController().signal): Promise<void> {
    const agent = systemAgent(newsroomId);
    const row = await this.work.read(newsroomId, (tx) => this.archive.find(tx, importId));
    if (row?.status !== 'queued' && row?.status !== 'running') return;
    let storing: Promise<void> = Promise.resolve();
    for await (const batch of this.batches(newsroomId, row)) {
      await storing;
      signal.throwIfAborted();
      storing = this.store(agent, row, batch);
      storing.catch(() => undefined); // awaited before the next one
    }
    await storing;
    for (let next: number | null = 1; next !== null;) {
      const from: number = next;
      next = (await this.work.write({ agent }, (tx) => this.index.tidy(tx, from, TIDIED))).value;
    }
    await this.end(agent, importId, null);
  }

  private async *batches(newsroomId: string, row: ArchiveImportRow): AsyncGenerator<Batch> {
    const start: ReadingPoint = { ...(row.reader ?? { line: 1 }), offset: row.bytesRead };
    if (start.offset >= row.bytes) return;
    const reader = new ArchiveReader(row.format, start);
    let records: ReadRecord[] = [];
    for (let number = Math.floor(start.offset / CHUNK); number * CHUNK < row.bytes; number += 1) {
      const chunk = await this.work.read(newsroomId, (tx) => this.archive.chunk(tx, row.id, number));
      if (!chunk) throw new Error(`import ${row.id}: piece ${number} is not there`);
      records.push(...reader.push(chunk.subarray(Math.max(0, start.offset - number * CHUNK))));
      if (records.length < BATCH) continue;
      yield batchOf(records);
      records = [];
    }
    records.push(...reader.end());
    if (records.length > 0) yield batchOf(records);
  }

  /** Waits until nobody else adds to the index; a request that finds it taken does not wait at all. */
  private async store(agent: Agent, row: ArchiveImportRow, batch: Batch): Promise<void> {
    for (;;) {
      const { value } = await this.work.write({ agent }, (tx) => this.tryStore(tx, row, batch));
      if (value) return;
      await sleep(PAUSE_MS);
    }
  }

  private async tryStore(tx: Tx, { id }: ArchiveImportRow, { reviews, rejections, point }: Batch): Promise<boolean> {
    const stand = await this.index.lock(tx, true);
    if (!stand) return false;
    const known = await this.archive.known(
      tx,
      reviews.map(({ key }) => key),
    );
    const fresh = new Map<string, PreparedReview>();
    const again: PreparedReview[] = [];
    for (const prepared of reviews) {
      const key = prepared.key.toString('hex');
      if (known.has(key) || fresh.has(key)) again.push(prepared);
      else fresh.set(key, prepared);
    }
    const items = [...fresh.values()].map((prepared, at) => ({ prepared, document: stand.nextDocument + at }));
    await this.archive.insertItems(
      tx,
      id,
      items.map(({ prepared, document }) => itemOf(prepared, document)),
    );
    await this.archive.updateItems(
      tx,
      again.map(({ review, key }) => ({ ...review, key })),
    );
    const added = await this.index.add(
      tx,
      stand,
      items.map(({ prepared, document }) => ({ document, terms: prepared.terms })),
    );
    await this.index.settle(tx, added);
    const before = (await this.archive.find(tx, id))?.rejected ?? 0;
    await this.archive.keepRejections(tx, id, rejections.slice(0, Math.max(0, REJECTIONS_TOLD - before)));
    const { offset, ...reader } = point;
    await this.archive.advance(
      tx,
      id,
      { bytesRead: offset, reader: { ...reader, header: reader.header && [...reader.header] } },
      { accepted: items.length, repeated: again.length, rejected: rejections.length },
    );
    await this.archive.dropChunks(tx, id, Math.floor(offset / CHUNK));
    return true;
  }

  private async end(agent: Agent, id: string, failure: string | null): Promise<void> {
    await this.work.write({ agent }, async (tx) => {
      const row = await this.archive.lock(tx, id);
      if (row?.status !== 'queued' && row?.status !== 'running') return null;
      await this.archive.finish(tx, row, {
        status: failure === null ? 'done' : 'failed',
        failure,
        finishedAt: this.clock(),
      });
      await this.archive.dropChunks(tx, id, Math.ceil(row.bytes / CHUNK) + 1);
      return null;
    });
  }
}

function batchOf(records: readonly ReadRecord[]): Batch {
  return {
    reviews: records.flatMap(({ reviews }) => reviews.map(prepared)),
    rejections: records.flatMap(({ rejection }) => rejection ?? []),
    point: records.at(-1)!.point,
  };
}

function prepared(review: ReadReview): PreparedReview {
  const key = createHash('sha256')
    .update(review.url ?? review.publisher ?? '')
    .update('\n')
    .update(review.claim)
    .digest()
    .subarray(0, 16);
  return { review, key, ...readForIndex(review.title === null ? review.claim : `${review.claim} ${review.title}`) };
}

function itemOf({ review, key, line, stems }: PreparedReview, document: number): NewArchiveItem {
  return { ...review, id: newId(), document, key, line, stems };
}

function systemAgent(newsroomId: string): Agent {
  return { newsroomId, memberId: null, actorKind: 'system', via: 'job', credentialId: null, requestId: newId() };
}
