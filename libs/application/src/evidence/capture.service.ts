import { Refusal } from '#domain';
import {
  EvidenceRepository,
  PageFetchRepository,
  SourceRepository,
  UnitOfWork,
  type CaptureRow,
  type PageFetchRow,
  type Tx,
  type Written,
} from '#persistence';
import { newId, refusalOfUrl, sha256 } from '#platform';
import type { Call } from '../call/call.js';
import { found } from '../call/precondition.js';

export interface CaptureView {
  readonly id: string;
  readonly sha256: string;
  readonly type: string;
  readonly bytes: number;
  readonly createdAt: string;
}

/** A page that is being, or was, fetched. */
export interface PageFetchView {
  readonly id: string;
  readonly url: string;
  readonly earlierId: string | null;
  readonly status: PageFetchRow['status'];
  readonly failure: string | null;
  readonly outcome: PageFetchRow['outcome'];
  readonly httpStatus: number | null;
  readonly captureId: string | null;
  readonly changes: PageFetchRow['changes'];
  readonly requestedBy: string;
  readonly createdAt: string;
  readonly finishedAt: string | null;
}

/** Pages of one newsroom that may be waiting at a time: foreign servers are asked, not besieged. */
const MOST_UNDER_WAY = 100;

/** Saved copies of what evidence rests on, kept by their digest. */
export class CaptureService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly evidence: EvidenceRepository,
    private readonly sources: SourceRepository,
    private readonly fetches: PageFetchRepository,
  ) {}

  keep(call: Call, mediaType: string, content: Buffer): Promise<Written<CaptureView>> {
    if (content.length === 0) throw new Refusal('invalid', { errors: [{ pointer: '', code: 'empty-file' }] });
    return this.work.write(call, async (tx) => {
      const id = newId();
      const digest = sha256(content).toString('hex');
      await this.evidence.insertCapture(tx, {
        id,
        sha256: digest,
        mediaType,
        bytes: content.length,
        content,
        url: null,
        finalUrl: null,
        fetchedAt: null,
        createdBy: call.actor.memberId,
      });
      const { createdAt } = found(await this.evidence.findCapture(tx, id), 'capture', id);
      return { id, sha256: digest, type: mediaType, bytes: content.length, createdAt: createdAt.toISOString() };
    });
  }

  /** The bytes, always to be sent as an attachment: nothing that was collected runs in our origin. */
  read(call: Call, id: string): Promise<Pick<CaptureRow, 'mediaType' | 'sha256' | 'content' | 'url' | 'finalUrl'>> {
    return this.work.read(call.agent.newsroomId, (tx) => this.readable(tx, call, id, 'getCapture'));
  }

  /** Has the worker keep a copy of a page. What is plainly not of the public Internet is refused at once. */
  fetch(call: Call, url: string): Promise<Written<PageFetchView>> {
    const refused = refusalOfUrl(new URL(url));
    if (refused !== null) throw new Refusal('address-forbidden', { reason: refused });
    return this.work.write(call, (tx) => this.queued(tx, call, url, null));
  }

  /** Has the worker look what became of a page a copy was kept of. */
  fetchAgain(call: Call, captureId: string): Promise<Written<PageFetchView>> {
    return this.work.write(call, async (tx) => {
      const { url } = await this.readable(tx, call, captureId, 'refetchCapture');
      if (url === null) throw new Refusal('not-in-state', { kind: 'capture', state: 'sent-in', allowed: ['fetched'] });
      return this.queued(tx, call, url, captureId);
    });
  }

  fetched(call: Call, id: string): Promise<PageFetchView> {
    return this.work.read(call.agent.newsroomId, async (tx) => {
      const row = found(await this.fetches.find(tx, id), 'page_fetch', id);
      for (const captureId of [row.earlierId, row.captureId])
        if (captureId) await this.readable(tx, call, captureId, 'getPageFetch');
      return fetchView(row);
    });
  }

  fetchesOf(call: Call, captureId: string): Promise<{ items: PageFetchView[] }> {
    return this.work.read(call.agent.newsroomId, async (tx) => {
      await this.readable(tx, call, captureId, 'listPageFetches');
      return { items: (await this.fetches.ofCapture(tx, captureId)).map(fetchView) };
    });
  }

  private async queued(tx: Tx, call: Call, url: string, earlierId: string | null): Promise<PageFetchView> {
    if ((await this.fetches.underWay(tx)) >= MOST_UNDER_WAY)
      throw new Refusal('limit-reached', { kind: 'fetches', limit: MOST_UNDER_WAY });
    const id = newId();
    await this.fetches.insert(tx, { id, url, earlierId, requestedBy: call.actor.memberId });
    return fetchView(found(await this.fetches.find(tx, id), 'page_fetch', id));
  }

  /** What was kept of a confidential source is for whoever kept it and whoever has read the source on record. */
  private async readable(tx: Tx, call: Call, id: string, operation: string): Promise<CaptureRow> {
    const capture = found(await this.evidence.findCapture(tx, id), 'capture', id);
    const inConfidence = await this.evidence.confidentialSourcesOf(tx, id);
    const { memberId } = call.actor;
    if (inConfidence.length === 0 || capture.createdBy === memberId) return capture;
    if (await this.sources.hasRead(tx, inConfidence, memberId)) return capture;
    throw new Refusal('relation-forbidden', { operation, reason: 'reading-first' });
  }
}

function fetchView(row: PageFetchRow): PageFetchView {
  const { newsroomId: _, version: __, createdAt, finishedAt, ...rest } = row;
  return { ...rest, createdAt: createdAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null };
}
