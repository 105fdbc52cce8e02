import { refuse, type Outcome } from '../refusal/refusal.js';
import type { Claim } from './claim.types.js';

/** What can be done to many claims at once. */
export const BULK_ACTIONS = ['accept', 'dismiss', 'tier', 'assign', 'decide'] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];

/** Accusations, money, health and casualties are decided one by one, by somebody who has them before his eyes. */
export function decideInBulk(claim: Pick<Claim, 'tier'>): Outcome<object> {
  return claim.tier === 'A' ? refuse('tier-a-one-by-one', { tier: 'A' }) : { ok: true };
}
