import type { AssignmentStatus } from '../claim/claim.types.js';
import { type Actor, hasRole } from '../permission/role.js';
import { refuse, type Outcome } from '../refusal/refusal.js';

export type AssignmentVerb = 'name' | 'start' | 'decline' | 'cancel' | 'submit' | 'expire' | 'outdate';

interface AssignmentMove {
  readonly from: readonly AssignmentStatus[];
  readonly to: AssignmentStatus;
  readonly by: 'reviewer' | 'editor' | 'system';
  readonly needsReason?: true;
}

/** before → verb → after, and whose move it is. `submit`, `expire` and `outdate` follow from a verdict, the clock, the text. */
export const ASSIGNMENT_MOVES: Readonly<Record<AssignmentVerb, AssignmentMove>> = {
  name: { from: ['open'], to: 'assigned', by: 'editor' },
  start: { from: ['assigned', 'outdated'], to: 'in-progress', by: 'reviewer' },
  decline: { from: ['assigned', 'in-progress', 'outdated'], to: 'declined', by: 'reviewer', needsReason: true },
  cancel: { from: ['open', 'assigned', 'in-progress', 'outdated'], to: 'cancelled', by: 'editor' },
  submit: { from: ['assigned', 'in-progress', 'outdated', 'submitted'], to: 'submitted', by: 'system' },
  expire: { from: ['open', 'assigned', 'in-progress', 'outdated'], to: 'expired', by: 'system' },
  outdate: { from: ['submitted'], to: 'outdated', by: 'system' },
};

/** The verb a client means by the status it sends. */
export const VERB_OF_STATUS = {
  'in-progress': 'start',
  declined: 'decline',
  cancelled: 'cancel',
} as const satisfies Partial<Record<AssignmentStatus, AssignmentVerb>>;

export function moveAssignment(
  assignment: { readonly status: AssignmentStatus; readonly reviewerId: string | null },
  verb: AssignmentVerb,
  actor: Actor | 'system',
  reason: string | null = null,
): Outcome<{ status: AssignmentStatus; reason: string | null }> {
  const move = ASSIGNMENT_MOVES[verb];
  if (move.needsReason === true && (reason ?? '').trim() === '') return refuse('reason-required', { for: verb });
  if (!mayMove(move.by, assignment, actor))
    return refuse('relation-forbidden', { operation: 'updateAssignment', reason: move.by });
  if (!move.from.includes(assignment.status))
    return refuse('not-in-state', { kind: 'assignment', state: assignment.status, allowed: move.from });
  return { ok: true, status: move.to, reason };
}

function mayMove(
  by: AssignmentMove['by'],
  assignment: { readonly reviewerId: string | null },
  actor: Actor | 'system',
): boolean {
  if (actor === 'system') return by === 'system';
  if (by === 'reviewer') return assignment.reviewerId === actor.memberId;
  return by === 'editor' && hasRole(actor, 'editor', 'head');
}
