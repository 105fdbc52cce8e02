import { PresenceChannel, UnitOfWork, type LedgerListener, type MemberRepository } from '#persistence';
import { maySee } from '../article/article.access.js';
import type { Call } from '../call/call.js';
import type { ClaimDesk } from '../claim/claim.desk.js';
import { PresenceBoard, type PresenceChange } from './presence.board.js';

export interface PresenceView {
  /** Others who have the claim open, who came first first; empty where that is not for the caller. */
  readonly members: readonly { readonly id: string; readonly name: string }[];
  /** True for whoever must still judge for himself: who looks at a claim tells who works on it. */
  readonly withheld: boolean;
}

/** Who else has a claim open now. It is said, never written; and it tells nothing that blindness hides. */
export class PresenceService {
  private readonly board = new PresenceBoard();

  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ClaimDesk,
    private readonly members: MemberRepository,
    private readonly channel: PresenceChannel,
    listener: LedgerListener,
  ) {
    listener.onPresence(this.board.hear);
  }

  /** Says that the caller has the claim open, for the next 50 s, or no longer; answers who else has. */
  set(call: Call, claimId: string, present: boolean): Promise<PresenceView> {
    const { newsroomId } = call.agent;
    const { memberId } = call.actor;
    return this.work.read(newsroomId, async (tx) => {
      const { article, sees } = await this.desk.openForRead(tx, call, claimId, 'setClaimPresence');
      await this.channel.say(tx, { newsroomId, articleId: article.id, claimId, memberId, present });
      if (!sees) return { members: [], withheld: true };
      const others = this.board.on(newsroomId, claimId).filter((id) => id !== memberId);
      const names = await this.members.names(tx, others);
      return {
        members: others.flatMap((id) => (names.has(id) ? [{ id, name: names.get(id)! }] : [])),
        withheld: false,
      };
    });
  }

  /** Calls `told` when somebody comes to a claim of the caller's newsroom or goes; answers how to stop. */
  subscribe(call: Call, told: (change: PresenceChange) => void): () => void {
    return this.board.subscribe(call.agent.newsroomId, told);
  }

  /** Those of the changes that the caller may know of. */
  async seenOf(call: Call, changes: readonly PresenceChange[]): Promise<PresenceChange[]> {
    if (changes.length === 0) return [];
    return this.work.read(call.agent.newsroomId, async (tx) => {
      const ids = [...new Set(changes.map(({ claimId }) => claimId))];
      const cases = await this.desk.casesOf(tx, call, ids);
      return cases
        .filter(({ article, sees }) => sees && maySee(call.actor, article))
        .map(({ row, article }) => ({ claimId: row.id, articleId: article.id }));
    });
  }
}
