import type { AssignmentStatus } from '../claim/claim.types.js';
import { ASSIGNMENT_MOVES } from './assignment.transitions.js';

export interface Ageing {
  readonly status: AssignmentStatus;
  /** ISO 8601 UTC: given, or moved to this status. */
  readonly since: string;
  readonly dueAt: string | null;
}

/**
 * When an assignment outlives the newsroom's patience (ISO 8601 UTC): so many hours after its last move and never before it is
 * due; null where it waits for nobody any more.
 */
export function expiryOf(assignment: Ageing, policy: { readonly assignmentTimeoutHours: number }): string | null {
  if (!ASSIGNMENT_MOVES.expire.from.includes(assignment.status)) return null;
  const patience = Date.parse(assignment.since) + policy.assignmentTimeoutHours * 3_600_000;
  const due = assignment.dueAt === null ? patience : Date.parse(assignment.dueAt);
  return new Date(Math.max(patience, due)).toISOString();
}

export function hasExpired(
  assignment: Ageing,
  now: string,
  policy: { readonly assignmentTimeoutHours: number },
): boolean {
  const expiry = expiryOf(assignment, policy);
  return expiry !== null && Date.parse(now) >= Date.parse(expiry);
}
