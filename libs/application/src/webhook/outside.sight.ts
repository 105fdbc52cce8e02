import { webhookEventOf, type LedgerAction, type WebhookEvent } from '#domain';
import type { LeafRow, Tx } from '#persistence';
import type { Call } from '../call/call.js';
import type { ClaimDesk } from '../claim/claim.desk.js';
import { LeafSight } from '../ledger/leaf.sight.js';

/** Nobody: no article names him, no claim is assigned to him, nothing is his own. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/**
 * What may leave the house. Whoever stands behind an address outside is judged by the rule of every other reader, as the one who
 * sees least: a fact-checker without an assignment, who learns how others judged when the claim is decided and not before. What is
 * kept for named members, or held for the law, is told to no address.
 */
export class OutsideSight {
  private readonly sight: LeafSight;
  private readonly held = new Map<string, Promise<boolean>>();

  constructor(
    private readonly tx: Tx,
    private readonly desk: ClaimDesk,
  ) {
    this.sight = new LeafSight(tx, strangerIn(tx.newsroomId), desk);
  }

  /** What the leaf is called outside; null where it is not told there. */
  async eventOf(leaf: LeafRow): Promise<WebhookEvent | null> {
    const event = webhookEventOf(leaf.action as LedgerAction);
    if (event === null || leaf.articleId === null) return null;
    if (await this.isHeld(leaf.articleId)) return null;
    // A new state shows on the claim itself; only its cause is hidden, and that is not told.
    const told = event === 'claim.state-changed' ? { ...leaf, action: 'claim.decided' } : leaf;
    return (await this.sight.sees(told)) ? event : null;
  }

  private isHeld(articleId: string): Promise<boolean> {
    const known = this.held.get(articleId) ?? this.readHold(articleId);
    this.held.set(articleId, known);
    return known;
  }

  private async readHold(articleId: string): Promise<boolean> {
    const row = await this.desk.articles.find(this.tx, articleId);
    return row === null || row.legalHold;
  }
}

function strangerIn(newsroomId: string): Call {
  return {
    agent: { newsroomId, memberId: null, actorKind: 'system', via: 'job', credentialId: null, requestId: '' },
    actor: { memberId: NOBODY, newsroomId, kind: 'service', roles: ['reviewer'], scopes: [] },
    locale: 'en',
  };
}
