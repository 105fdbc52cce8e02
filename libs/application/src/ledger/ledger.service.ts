import { LedgerListener, LedgerRepository, UnitOfWork, type LeafRow } from '#persistence';
import { HistoryWords } from '#reporting';
import type { Call } from '../call/call.js';
import type { ClaimDesk } from '../claim/claim.desk.js';
import { LeafSight } from './leaf.sight.js';

/** A leaf as the ledger holds it. One that the reader may not see yet keeps its place: number and hash, without content. */
export interface LedgerEntryView {
  readonly seq: number;
  readonly hash: string;
  readonly leaf: string | null;
  readonly withheld: boolean;
  /** What happened, in the reader’s language; null where it is withheld. */
  readonly words: string | null;
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
  ) {}

  /** Leaves from `from` on, in order. */
  entries(
    call: Call,
    from: number,
    limit: number,
  ): Promise<{ items: LedgerEntryView[]; head: { seq: number; hash: string } }> {
    return this.work.read(call.agent.newsroomId, async (tx) => {
      const sight = new LeafSight(tx, call, this.desk);
      // A leaf names no kind of article, so a claim is called معلومة, as in the command line's stream.
      const words = new HistoryWords(call.locale, 'draft');
      const items: LedgerEntryView[] = [];
      for (const { seq, hash, ...leaf } of await this.ledger.after(tx, from - 1, limit))
        items.push(
          (await sight.sees(leaf))
            ? { seq, hash, leaf: leaf.bytes, withheld: false, words: words.action(leaf.action) }
            : { seq, hash, leaf: null, withheld: true, words: null },
        );
      return { items, head: await this.ledger.head(tx) };
    });
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
