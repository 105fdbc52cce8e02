import { Refusal } from '#domain';
import { ArchiveRepository, UnitOfWork, type ArchiveImportRow, type PageRequest, type Written } from '#persistence';
import { newId } from '#platform';
import { createHash, type Hash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Call } from '../call/call.js';
import { found, stale } from '../call/precondition.js';
import { CHUNK } from './archive.batches.js';
import type { ArchiveFormat } from './archive.reader.js';

export interface ImportView {
  readonly id: string;
  readonly format: ArchiveFormat;
  readonly status: Exclude<ArchiveImportRow['status'], 'receiving'>;
  /** 0–100, of the file's bytes */
  readonly progress: number;
  readonly bytes: number;
  readonly accepted: number;
  /** Records whose address and claim were in the archive before; their label and date are the newest now. */
  readonly repeated: number;
  readonly rejectedCount: number;
  /** The first thousand. */
  readonly rejected: readonly {
    readonly line: number;
    readonly errors: readonly { readonly pointer: string; readonly code: string }[];
  }[];
  readonly failure: string | null;
  readonly createdAt: string;
  readonly finishedAt: string | null;
}

const FORMATS: Readonly<Record<string, ArchiveFormat>> = {
  'application/x-ndjson': 'ndjson',
  'application/ndjson': 'ndjson',
  'application/jsonl': 'ndjson',
  'application/json': 'json',
  'application/ld+json': 'json',
  'text/csv': 'csv',
};

/** Media types an archive may come in. */
export const ARCHIVE_TYPES = Object.keys(FORMATS);

/** The archive of published checks: what comes in, how far its reading is, what it holds. */
export class ArchiveService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly archive: ArchiveRepository,
  ) {}

  /**
   * Keeps a file of any size piece by piece, then queues its reading; memory holds one piece. A file that breaks off leaves nothing.
   * @throws Refusal `body-too-large`, `body-malformed` for a body that breaks off, `invalid` for an empty one
   */
  async receive(call: Call, mediaType: string, stream: Readable): Promise<Written<ImportView>> {
    const id = newId();
    const format = FORMATS[mediaType] ?? 'ndjson';
    const { agent } = call;
    await this.work.write({ agent }, async (tx) => {
      await this.archive.begin(tx, { id, format, requestedBy: call.actor.memberId });
      return null;
    });
    try {
      const hash = createHash('sha256');
      const bytes = await this.keep(call, id, stream, hash);
      if (bytes === 0) throw new Refusal('invalid', { errors: [{ pointer: '', code: 'empty-file' }] });
      const written = await this.accept(call, id, bytes, hash.digest('hex'));
      if (written.replayed) await this.abandon(call, id);
      return written;
    } catch (error) {
      await this.abandon(call, id);
      throw brokenOff(error);
    }
  }

  /** While one piece is being stored the next one comes. */
  private async keep({ agent }: Call, id: string, stream: Readable, hash: Hash): Promise<number> {
    let storing: Promise<unknown> = Promise.resolve();
    let waiting: Buffer[] = [];
    let size = 0;
    let number = 0;
    const flush = async (length: number) => {
      const all = Buffer.concat(waiting);
      const content = all.subarray(0, length);
      waiting = length < all.length ? [all.subarray(length)] : [];
      size = all.length - content.length;
      await storing;
      const own = number++;
      storing = this.work.write({ agent }, async (tx) => {
        await this.archive.keepChunk(tx, id, own, content);
        return null;
      });
      storing.catch(() => undefined); // awaited before the next one
    };
    let bytes = 0;
    try {
      for await (const piece of stream as AsyncIterable<Buffer>) {
        hash.update(piece);
        waiting.push(piece);
        size += piece.length;
        bytes += piece.length;
        while (size >= CHUNK) await flush(CHUNK);
      }
      if (size > 0) await flush(size);
      await storing;
    } finally {
      // whatever failed: nothing is being stored any more when the file is abandoned
      await storing.catch(() => undefined);
    }
    return bytes;
  }

  /** What was sent belongs to "the same request" as much as its address: its digest joins the key's. */
  private accept(call: Call, id: string, bytes: number, sha256: string): Promise<Written<ImportView>> {
    const { idempotency } = call;
    const requestHash = createHash('sha256').update(`${idempotency?.requestHash}\n${sha256}`).digest('hex');
    const write = { agent: call.agent, idempotency: idempotency && { ...idempotency, requestHash } };
    return this.work.write(write, async (tx) => {
      const row = found(await this.archive.lock(tx, id), 'archive import', id);
      if (!(await this.archive.receive(tx, row, { bytes, sha256 }))) throw stale(row);
      return importView(found(await this.archive.find(tx, id), 'archive import', id), []);
    });
  }

  private async abandon({ agent }: Call, id: string): Promise<void> {
    await this.work
      .write({ agent }, async (tx) => {
        await this.archive.abandon(tx, id);
        return null;
      })
      .catch(() => undefined); // housekeeping does it later
  }

  get(call: Call, id: string): Promise<ImportView> {
    return this.work.read(call.agent.newsroomId, async (tx) => {
      const row = found(await this.archive.find(tx, id), 'archive import', id);
      if (row.status === 'receiving') throw new Refusal('not-found', { kind: 'archive import', id });
      return importView(row, await this.archive.rejections(tx, id));
    });
  }

  list(call: Call, filter: { language?: 'ar' | 'en' | 'other' | undefined }, page: PageRequest) {
    return this.work.read(call.agent.newsroomId, (tx) => this.archive.list(tx, filter, page));
  }
}

function importView(row: ArchiveImportRow, rejected: ImportView['rejected']): ImportView {
  const { id, format, status, bytes, bytesRead, accepted, repeated, failure, createdAt, finishedAt } = row;
  return {
    id,
    format,
    status: status === 'receiving' ? 'queued' : status,
    progress: status === 'done' ? 100 : Math.floor((99 * bytesRead) / Math.max(bytes, 1)),
    bytes,
    accepted,
    repeated,
    rejectedCount: row.rejected,
    rejected,
    failure,
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}

/** A sender who hangs up in the middle of a body is a broken body, not a fault of ours. */
function brokenOff(error: unknown): unknown {
  const code = (error as { code?: unknown }).code;
  const cut = code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET' || code === 'ABORT_ERR';
  return cut ? new Refusal('body-malformed', { reason: 'incomplete' }) : error;
}
