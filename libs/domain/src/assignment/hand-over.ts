import { refuse, type Outcome } from '../refusal/refusal.js';
import { type Actor, hasRole } from '../permission/role.js';
import type { AssignmentVerb } from './assignment.transitions.js';

/** Whoever goes off shift passes on what is still open: editors for anyone, a fact-checker for himself. */
export function handOver(
  actor: Actor,
  fromId: string,
  toId: string,
): Outcome<{ verb: Extract<AssignmentVerb, 'cancel' | 'decline'> }> {
  const own = fromId === actor.memberId;
  const decides = hasRole(actor, 'editor', 'head');
  if (!own && !decides) return refuse('relation-forbidden', { operation: 'handOverAssignments', reason: 'self' });
  if (fromId === toId)
    return refuse('invalid', { errors: [{ pointer: '/toId', code: 'same-member', detail: { id: toId } }] });
  return { ok: true, verb: own ? 'decline' : 'cancel' };
}
