import type { AssignmentFact, Claim } from '../claim/claim.types.js';
import { type Actor, hasRole, type Role } from '../permission/role.js';
import type { NewsroomPolicy } from '../policy/policy.types.js';
import { refuse, type Outcome } from '../refusal/refusal.js';
import { JUDGING_STATUSES } from '../verdict/give-verdict.js';

export interface AssignCandidate {
  readonly id: string;
  readonly active: boolean;
  readonly kind: 'person' | 'service';
  readonly roles: readonly Role[];
}

/** Naming somebody: editors name anyone fit to judge; a reviewer may take a claim for himself where policy lets him. */
export function assign(
  claim: Pick<Claim, 'id' | 'disposition'>,
  reviewer: AssignCandidate,
  actor: Actor,
  facts: { readonly authorsOfWords: readonly string[]; readonly assignments: readonly AssignmentFact[] },
  policy: Pick<NewsroomPolicy, 'selfClaim'>,
): Outcome<{ selfClaimed: boolean }> {
  const decides = hasRole(actor, 'editor', 'head');
  if (!decides && !hasRole(actor, 'reviewer'))
    return refuse('role-forbidden', { operation: 'createAssignment', roles: ['editor', 'head', 'reviewer'] });
  if (!decides && reviewer.id !== actor.memberId)
    return refuse('relation-forbidden', { operation: 'createAssignment', reason: 'self' });
  if (!decides && !policy.selfClaim) return refuse('self-claim-closed', {});
  const reason = unfitness(reviewer, facts.authorsOfWords);
  if (reason !== null) return refuse('reviewer-unfit', { reviewerId: reviewer.id, reason });
  if (claim.disposition === 'dismissed')
    return refuse('not-in-state', { kind: 'claim', state: 'dismissed', allowed: ['proposed', 'active'] });
  const held = facts.assignments.find((one) => one.reviewerId === reviewer.id && JUDGING_STATUSES.includes(one.status));
  if (held !== undefined) return refuse('already-assigned', { reviewerId: reviewer.id, assignmentId: held.id });
  return { ok: true, selfClaimed: !decides };
}

/** Why somebody cannot judge a claim; null when he can. */
export function unfitness(
  reviewer: AssignCandidate,
  authorsOfWords: readonly string[],
): 'inactive' | 'service' | 'role' | 'author' | null {
  if (!reviewer.active) return 'inactive';
  if (reviewer.kind === 'service') return 'service';
  if (!hasRole(reviewer, 'reviewer', 'editor', 'head')) return 'role';
  return authorsOfWords.includes(reviewer.id) ? 'author' : null;
}
