import {
  EvidenceRepository,
  PageFetchRepository,
  UnitOfWork,
  type Agent,
  type CaptureRow,
  type JobContext,
  type PageChanges,
  type PageFetchRow,
  type Tx,
} from '#persistence';
import { newId, sha256, type Clock, type FetchedPage } from '#platform';
import { found } from '../call/precondition.js';
import { changesBetween, holdsPassage, paragraphsOf } from './page.text.js';

/** Opens one foreign address and never throws for what it meets there; rejects when `signal` aborts. */
export type FetchPage = (address: string, signal: AbortSignal) => Promise<FetchedPage>;

type Finished = Parameters<PageFetchRepository['finish']>[2];

/** Keeps copies of pages, and says what became of them. The worker calls it; requests never open a foreign address. */
export class PageKeeper {
  constructor(
    private readonly work: UnitOfWork,
    private readonly fetches: PageFetchRepository,
    private readonly evidence: EvidenceRepository,
    private readonly fetchPage: FetchPage | undefined,
    private readonly clock: Clock,
  ) {}

  /** The queue's entry. Run twice it fetches twice and records once. @throws TypeError for a payload that names no fetch */
  readonly handle = async (payload: unknown, { signal }: JobContext): Promise<void> => {
    const { newsroomId, fetchId } = (payload ?? {}) as { newsroomId?: unknown; fetchId?: unknown };
    if (typeof newsroomId !== 'string' || typeof fetchId !== 'string')
      throw new TypeError('a fetch job names its newsroom and its fetch');
    if (!this.fetchPage) throw new Error('this process opens no foreign addresses');
    const asked = await this.work.read(newsroomId, (tx) => this.fetches.find(tx, fetchId));
    if (!asked || isOver(asked)) return;
    const page = await this.fetchPage(asked.url, signal);
    await this.work.write({ agent: workerAgent(newsroomId) }, async (tx) => {
      const row = await this.fetches.lock(tx, fetchId);
      if (row && !isOver(row)) await this.fetches.finish(tx, row, await this.told(tx, row, page));
      return null;
    });
  };

  private async told(tx: Tx, row: PageFetchRow, page: FetchedPage): Promise<Finished> {
    const finishedAt = this.clock();
    const open = { failure: null, httpStatus: page.status, captureId: null, changes: null, finishedAt };
    if (!page.ok) {
      // That a page is gone is an answer where there was one; for a first copy it is none.
      if (page.failure === 'gone' && row.earlierId) return { ...open, status: 'done', outcome: 'gone' };
      return { ...open, status: 'failed', failure: page.failure, outcome: null };
    }
    if (row.earlierId === null)
      return { ...open, status: 'done', outcome: 'kept', captureId: await this.keep(tx, row, page, finishedAt) };
    const earlier = found(await this.evidence.findCapture(tx, row.earlierId), 'capture', row.earlierId);
    const changes = await this.changesOf(tx, earlier, page);
    if (changes === null) return { ...open, status: 'done', outcome: 'unchanged', captureId: earlier.id };
    const captureId = await this.keep(tx, row, page, finishedAt);
    return { ...open, status: 'done', outcome: 'changed', captureId, changes };
  }

  /** Null where nobody reading would notice: the same bytes, or the same paragraphs among other menus and counters. */
  private async changesOf(tx: Tx, earlier: CaptureRow, page: FetchedPage & { ok: true }): Promise<PageChanges | null> {
    if (sha256(page.content).toString('hex') === earlier.sha256) return null;
    const before = paragraphsOf(earlier.content, earlier.mediaType);
    const after = paragraphsOf(page.content, page.mediaType);
    const { added, removed } = changesBetween(before ?? [], after ?? []);
    if (before !== null && after !== null && added.length === 0 && removed.length === 0) return null;
    const cited = after === null ? [] : await this.evidence.passagesFrom(tx, earlier.id);
    const quotes = cited.map(({ evidenceId, quote }) => ({ evidenceId, present: holdsPassage(after!, quote) }));
    return { added, removed, quotes };
  }

  private async keep(tx: Tx, row: PageFetchRow, page: FetchedPage & { ok: true }, fetchedAt: Date): Promise<string> {
    const id = newId();
    await this.evidence.insertCapture(tx, {
      id,
      sha256: sha256(page.content).toString('hex'),
      mediaType: page.mediaType,
      bytes: page.content.length,
      content: page.content,
      url: row.url,
      finalUrl: page.url,
      fetchedAt,
      createdBy: row.requestedBy,
    });
    return id;
  }
}

function isOver({ status }: PageFetchRow): boolean {
  return status === 'done' || status === 'failed';
}

function workerAgent(newsroomId: string): Agent {
  return { newsroomId, memberId: null, actorKind: 'system', via: 'job', credentialId: null, requestId: newId() };
}
