import type { Claim } from '../claim/claim.types.js';
import { refuse, type Outcome } from '../refusal/refusal.js';

export const GROUP_RELATIONS = ['same', 'contradicts', 'related'] as const;
export type GroupRelation = (typeof GROUP_RELATIONS)[number];

type Precedent = Pick<Claim, 'state' | 'verifies' | 'disposition'>;

/** A decided check of the substance is a precedent; that somebody said it, checked or not, never is. */
export function isPrecedent(relation: GroupRelation, claim: Precedent): boolean {
  return (
    relation === 'same' &&
    claim.disposition === 'active' &&
    claim.state !== 'needs-source' &&
    claim.verifies === 'substance'
  );
}

/** An editor takes over what was concluded elsewhere on the same claim; what he takes over is his own verdict. */
export function takeOver(
  claim: Pick<Claim, 'verifies' | 'disposition'>,
  relation: GroupRelation | null,
  precedent: Precedent,
): Outcome<object> {
  if (claim.disposition === 'dismissed')
    return refuse('not-in-state', { kind: 'claim', state: 'dismissed', allowed: ['proposed', 'active'] });
  if (relation === null || !isPrecedent(relation, precedent)) return refuse('no-precedent', { reason: 'not-decided' });
  if (claim.verifies !== 'substance') return refuse('no-precedent', { reason: 'attribution' });
  return { ok: true };
}
