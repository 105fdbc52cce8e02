import type { LedgerAction } from '../history/ledger.action.js';

/** What an address outside can be told of. Neither texts, names nor reasons go with it: who wants more asks, and is asked who he is. */
export const WEBHOOK_EVENTS = [
  'article.created',
  'article.revised',
  'article.released',
  'article.correcting',
  'correction.published',
  'claim.state-changed',
  'claim.accepted',
  'claim.dismissed',
  'claim.restored',
  'verdict.given',
  'verdict.withdrawn',
  'query.asked',
  'query.answered',
  'query.resolved',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** Sent by hand to try an address; nobody subscribes to it. */
export const WEBHOOK_TEST = 'webhook.test';

/** Why nothing is sent to an address: an administrator said so, it answered 410, it failed to the end of the schedule, it was removed. */
export const WEBHOOK_STOPS = ['admin', 'gone', 'failing', 'removed'] as const;
export type WebhookStop = (typeof WEBHOOK_STOPS)[number];

/**
 * Why something changed its state is the ledger's to tell, and may betray how somebody judged. That it did change shows on the claim
 * and on the article, to everybody who sees them: so the causes are told alike.
 */
const STATE_CHANGES: Readonly<Partial<Record<LedgerAction, WebhookEvent>>> = {
  'claim.decided': 'claim.state-changed',
  'claim.fell-back': 'claim.state-changed',
  'article.reopened': 'article.correcting',
};

/** What an action of the ledger is called outside; null for what is told to nobody there. */
export function webhookEventOf(action: LedgerAction): WebhookEvent | null {
  return STATE_CHANGES[action] ?? WEBHOOK_EVENTS.find((event) => event === action) ?? null;
}
