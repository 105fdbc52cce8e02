import { setImmediate as othersTurn, setTimeout as sleep } from 'node:timers/promises';
import {
  ArchiveRepository,
  MatchIndexRepository,
  UnitOfWork,
  type Agent,
  type ArchiveImportRow,
  type ArchiveRejection,
  type JobContext,
  type Tx,
} from '#persistence';
import { newId, newIds, type Clock } from '#platform';
import { ArchiveBatches, CHUNK, type Batch } from './archive.batches.js';

/** Rejected lines that are told; the rest are only counted. */
export const REJECTIONS_TOLD = 1_000;
/** Terms whose small blocks are joined in one transaction. */
const TIDIED = 10_000;
const PAUSE_MS = 50;

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
    await this.readOn(agent, row, signal);
    for (let next: number | null = 1; next !== null;) {
      const from: number = next;
      next = (await this.work.write({ agent }, (tx) => this.index.tidy(tx, from, TIDIED))).value;
    }
    await this.end(agent, importId, null);
  }

  private async readOn(agent: Agent, row: ArchiveImportRow, signal: AbortSignal): Promise<void> {
    let storing: Promise<void> = Promise.resolve();
    try {
      for await (const batch of this.batches(agent.newsroomId, row)) {
        await storing;
        signal.throwIfAborted();
        storing = this.store(agent, row, batch);
        storing.catch(() => undefined); // awaited before the next one
      }
    } finally {
      // whatever failed: nothing is being written any more when the job is said to have ended
      await storing;
    }
  }

  private batches(newsroomId: string, row: ArchiveImportRow): AsyncIterable<Batch> {
    const chunk = (number: number) => this.work.read(newsroomId, (tx) => this.archive.chunk(tx, row.id, number));
    return new ArchiveBatches(row, chunk);
  }

  /** Waits until nobody else adds to the index; a request that finds it taken does not wait at all. */
  private async store(agent: Agent, row: ArchiveImportRow, batch: Batch): Promise<void> {
    for (;;) {
      const { value } = await this.work.write({ agent }, (tx) => this.tryStore(tx, row, batch));
      if (value) return;
      await sleep(PAUSE_MS);
    }
  }

  /** @throws Error when somebody else has stored the batch */
  private async tryStore(tx: Tx, { id }: ArchiveImportRow, batch: Batch): Promise<boolean> {
    const stand = await this.index.lock(tx, true);
    if (!stand) return false;
    const { sheet, rejections, start, point } = batch;
    const [place, known] = await Promise.all([this.archive.place(tx, id), this.archive.known(tx, sheet)]);
    if (place !== start) throw new Error(`import ${id}: read on by somebody else, up to byte ${place}`);
    const documents = sheet.numbered(known, stand.nextDocument);
    const inserted = this.archive.insertItems(tx, id, sheet, documents, newIds(sheet.size));
    inserted.catch(() => undefined); // awaited below
    await othersTurn(); // the database is at it while the postings are put in order, and at them while the next batch is being read
    const [added] = await Promise.all([
      this.index.add(tx, stand, sheet.postings, documents),
      inserted,
      this.archive.updateItems(tx, sheet, documents),
    ]);
    const accepted = added.nextDocument - stand.nextDocument;
    await this.keepRejections(tx, id, rejections);
    const { offset, ...reader } = point;
    await Promise.all([
      this.index.settle(tx, added),
      this.archive.advance(
        tx,
        id,
        { bytesRead: offset, reader: { ...reader, header: reader.header && [...reader.header] } },
        { accepted, repeated: sheet.size - accepted, rejected: rejections.length },
      ),
      this.archive.dropChunks(tx, id, Math.floor(offset / CHUNK)),
    ]);
    return true;
  }

  private async keepRejections(tx: Tx, id: string, rejections: readonly ArchiveRejection[]): Promise<void> {
    if (rejections.length === 0) return;
    const before = (await this.archive.find(tx, id))?.rejected ?? 0;
    await this.archive.keepRejections(tx, id, rejections.slice(0, Math.max(0, REJECTIONS_TOLD - before)));
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

function systemAgent(newsroomId: string): Agent {
  return { newsroomId, memberId: null, actorKind: 'system', via: 'job', credentialId: null, requestId: newId() };
}
