import { seesArticle, type Actor, type Role } from '#domain';
import type { LeafRow, Tx } from '#persistence';
import type { Call } from '../call/call.js';
import type { ClaimDesk } from '../claim/claim.desk.js';

/** What tells how somebody judged: hidden from whoever must still judge for himself. */
const JUDGING = new Set(['verdict', 'evidence', 'assignment', 'decision', 'comment']);
/** A claim falls back because of what somebody found: its leaf names him and the cause. That the state changed shows on the claim. */
const JUDGING_ACTIONS = new Set(['claim.fell-back']);
/** What counsel writes, and who complains: the business of those who decide and oversee. */
const CLOSED: Readonly<Record<string, readonly Role[]>> = {
  legal_note: ['editor', 'head', 'legal'],
  correction_request: ['editor', 'head', 'admin'],
};
/** A member's own business, and that of whoever runs the newsroom. */
const PRIVATE = new Set(['session', 'token', 'link', 'notification', 'second_factor', 'webhook']);

/**
 * Which leaves the caller may read. The same rule serves history, the event stream and the ledger, so that what one hides
 * none of them shows. Answers are remembered for the life of one reading.
 */
export class LeafSight {
  private readonly claims = new Map<string, Promise<boolean>>();
  private readonly articles = new Map<string, Promise<boolean>>();

  constructor(
    private readonly tx: Tx,
    private readonly call: Call,
    private readonly desk: ClaimDesk,
  ) {}

  async sees(
    leaf: Pick<LeafRow, 'action' | 'objectType' | 'objectId' | 'memberId' | 'articleId' | 'claimId'>,
  ): Promise<boolean> {
    const { actor } = this.call;
    const own = leaf.memberId === actor.memberId;
    if (PRIVATE.has(leaf.objectType)) return own || actor.roles.includes('admin');
    const closed = CLOSED[leaf.objectType];
    if (closed && !own && !closed.some((role) => actor.roles.includes(role))) return false;
    if (leaf.articleId !== null && !(await this.seesArticle(leaf.articleId))) return false;
    if (isSpanning(leaf.objectType) && !(await this.seesSpanning(leaf.objectType, leaf.objectId))) return false;
    const judging = JUDGING.has(leaf.objectType) || JUDGING_ACTIONS.has(leaf.action);
    if (own || leaf.claimId === null || !judging) return own || leaf.objectType !== 'report' || mayReport(actor);
    return this.seesJudging(leaf.claimId);
  }

  /** What lies in several articles has none in its leaf. */
  private seesSpanning(type: 'report' | 'claim_group', id: string): Promise<boolean> {
    return remembered(this.articles, id, () =>
      this.desk.articles.seesSpanning(this.tx, type, id, this.call.actor.memberId),
    );
  }

  private seesArticle(id: string): Promise<boolean> {
    return remembered(this.articles, id, async () => {
      const row = await this.desk.articles.find(this.tx, id);
      if (!row) return false;
      const { visibility, visibleTo, createdBy, authorIds } = row;
      return seesArticle(this.call.actor.memberId, { visibility, namedIds: [...visibleTo, createdBy], authorIds });
    });
  }

  private seesJudging(claimId: string): Promise<boolean> {
    return remembered(this.claims, claimId, async () => {
      const row = await this.desk.claims.find(this.tx, claimId);
      const article = row && (await this.desk.articles.find(this.tx, row.articleId));
      return row && article ? (await this.desk.caseOf(this.tx, this.call, row, article)).sees : false;
    });
  }
}

const isSpanning = (type: string): type is 'report' | 'claim_group' => type === 'report' || type === 'claim_group';

function mayReport(actor: Actor): boolean {
  return actor.roles.some((role) => role !== 'viewer' && role !== 'writer');
}

function remembered(known: Map<string, Promise<boolean>>, key: string, find: () => Promise<boolean>): Promise<boolean> {
  const answer = known.get(key) ?? find();
  known.set(key, answer);
  return answer;
}
