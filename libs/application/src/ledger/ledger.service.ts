import { LedgerListener, LedgerRepository, UnitOfWork, type LeafRow, type PageRequest } from '#persistence';
import type { Call } from '../call/call.js';
import { found } from '../call/precondition.js';
import { requireSight } from '../article/article.access.js';
import type { ClaimDesk } from '../claim/claim.desk.js';
import { LeafSight } from './leaf.sight.js';

/** A leaf as the ledger holds it. One that the reader may not see yet keeps its place: number and hash, without content. */
export interface LedgerEntryView {
  readonly seq: number;
  readonly hash: string;
  readonly leaf: string | null;
  readonly withheld: boolean;
}

export interface HistoryItem {
  readonly seq: number;
  readonly at: string;
  readonly action: string;
  readonly object: { readonly type: string; readonly id: string };
  readonly memberId: string | null;
  readonly memberName: string | null;
  readonly reason: string | null;
  /** The members this change set, by name. */
  readonly changes: Readonly<Record<string, unknown>>;
}

export interface LedgerEvent {
  readonly seq: number;
  readonly type: string;
  readonly object: { readonly type: string; readonly id: string };
  readonly articleId: string | null;
  readonly claimId: string | null;
}

const BATCH = 200;

export class LedgerService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ClaimDesk,
    private readonly ledger: LedgerRepository,
    private readonly listener: LedgerListener,
    private readonly namesOf: (
      tx: Parameters<LedgerRepository['head']>[0],
      ids: readonly string[],
    ) => Promise<Map<string, string>>,
  ) {}

  /** Leaves from `from` on, in order. */
  entries(
    call: Call,
    from: number,
    limit: number,
  ): Promise<{ items: LedgerEntryView[]; head: { seq: number; hash: string } }> {
    return this.work.read(call.agent.newsroomId, async (tx) => {
      const sight = new LeafSight(tx, call, this.desk);
      const items: LedgerEntryView[] = [];
      for (const leaf of await this.ledger.after(tx, from - 1, limit)) {
        const seen = await sight.sees(leaf);
        items.push({ seq: leaf.seq, hash: leaf.hash, leaf: seen ? leaf.bytes : null, withheld: !seen });
      }
      return { items, head: await this.ledger.head(tx) };
    });
  }

  history(
    call: Call,
    claimId: string,
    page: PageRequest,
  ): Promise<{ items: HistoryItem[]; next: readonly [string, string] | null }> {
    return this.work.read(call.agent.newsroomId, async (tx) => {
      await this.desk.openForRead(tx, call, claimId, 'getClaimHistory');
      return this.told(
        tx,
        call,
        await this.ledger.history(tx, { claimId }, Number(page.after?.[0] ?? 0), page.limit + 1),
        page.limit,
      );
    });
  }

  articleHistory(
    call: Call,
    articleId: string,
    page: PageRequest,
  ): Promise<{ items: HistoryItem[]; next: readonly [string, string] | null }> {
    return this.work.read(call.agent.newsroomId, async (tx) => {
      requireSight(call.actor, found(await this.desk.articles.find(tx, articleId), 'article', articleId));
      return this.told(
        tx,
        call,
        await this.ledger.history(tx, { articleId }, Number(page.after?.[0] ?? 0), page.limit + 1),
        page.limit,
      );
    });
  }

  private async told(
    tx: Parameters<LedgerRepository['head']>[0],
    call: Call,
    rows: Awaited<ReturnType<LedgerRepository['history']>>,
    limit: number,
  ) {
    const sight = new LeafSight(tx, call, this.desk);
    const page = rows.slice(0, limit);
    const seen: typeof page = [];
    for (const leaf of page) if (await sight.sees(leaf)) seen.push(leaf);
    const names = await this.namesOf(
      tx,
      seen.flatMap(({ memberId }) => memberId ?? []),
    );
    const last = page.at(-1);
    const next: readonly [string, string] | null =
      rows.length > limit && last ? [String(last.seq), last.objectId] : null;
    return { items: seen.map((leaf) => historyItem(leaf, names)), next };
  }

  /** Events after `seq` the caller may see, and the sequence up to which everything was looked at. */
  async eventsAfter(call: Call, seq: number): Promise<{ events: LedgerEvent[]; upTo: number }> {
    return this.work.read(call.agent.newsroomId, async (tx) => {
      const sight = new LeafSight(tx, call, this.desk);
      const leaves = await this.ledger.after(tx, seq, BATCH);
      const events: LedgerEvent[] = [];
      for (const leaf of leaves) if (await sight.sees(leaf)) events.push(eventOf(leaf));
      return { events, upTo: leaves.at(-1)?.seq ?? seq };
    });
  }

  async headSeq(call: Call): Promise<number> {
    return this.work.read(call.agent.newsroomId, async (tx) => (await this.ledger.head(tx)).seq);
  }

  /** Calls `wake` when there may be more; answers how to stop. */
  subscribe(call: Call, wake: () => void): () => void {
    return this.listener.subscribe(call.agent.newsroomId, wake);
  }
}

function eventOf({ seq, action, objectType, objectId, articleId, claimId }: LeafRow): LedgerEvent {
  return { seq, type: action, object: { type: objectType, id: objectId }, articleId, claimId };
}

/** Texts of evidence stay with the evidence, where confidentiality is judged. */
const UNTOLD: Readonly<Record<string, readonly string[]>> = {
  evidence: ['locator', 'url', 'quote', 'note', 'post', 'translation'],
  correction_request: ['requester', 'contact', 'demand'],
  source: ['name', 'url', 'aliases', 'anonymity'],
};

function historyItem(leaf: LeafRow & { at: Date }, names: ReadonlyMap<string, string>): HistoryItem {
  const { seq, at, action, objectType, objectId, memberId } = leaf;
  const payload = leaf.payload === null ? {} : (JSON.parse(leaf.payload) as Record<string, unknown>);
  const hidden = UNTOLD[objectType] ?? [];
  const { reason } = JSON.parse(leaf.bytes) as { reason?: string };
  return {
    seq,
    at: at.toISOString(),
    action,
    object: { type: objectType, id: objectId },
    memberId,
    memberName: memberId === null ? null : (names.get(memberId) ?? null),
    reason: reason ?? null,
    changes: Object.fromEntries(Object.entries(payload).filter(([name]) => !hidden.includes(name))),
  };
}
