import type {
  AssignmentFact,
  AssignmentStatus,
  Claim,
  ClaimFacts,
  VerdictFact,
  Verifies,
} from '../claim/claim.types.js';
import { type Actor, hasRole } from '../permission/role.js';
import type { NewsroomPolicy } from '../policy/policy.types.js';
import { ratingOf } from '../rating/rating.check.js';
import type { Stance } from '../rating/rating.types.js';
import type { FieldError } from '../refusal/refusal.facts.js';
import { invalid, refuse, type Outcome, type Refused } from '../refusal/refusal.js';
import { isInformed } from './blindness.js';

export const CONFIDENCES = ['low', 'medium', 'high'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export interface VerdictCommand {
  readonly rating: string;
  readonly confidence: Confidence;
  readonly rationale: string;
  readonly evidenceIds: readonly string[];
}

/** What to store and change when a verdict is taken. */
export interface VerdictGiven {
  readonly rating: string;
  readonly stance: Stance;
  readonly textHash: string;
  readonly verifies: Verifies;
  readonly informed: boolean;
  /** The member's earlier verdict that this one replaces. */
  readonly supersedesId: string | null;
  /** The assignment that is submitted by it. */
  readonly assignmentId: string;
}

/** An assignment in one of these lets its holder judge. */
export const JUDGING_STATUSES: readonly AssignmentStatus[] = ['assigned', 'in-progress', 'outdated', 'submitted'];

/** Order: role, shape, rating, evidence, own text, assignment, state. Total and pure. */
export function giveVerdict(
  claim: Claim,
  command: VerdictCommand,
  actor: Actor,
  facts: ClaimFacts,
  policy: NewsroomPolicy,
): Outcome<VerdictGiven> {
  const refused = roleRefusal(actor) ?? shapeRefusal(command) ?? evidenceRefusal(command, facts);
  if (refused !== null) return refused;
  const rating = ratingOf(facts.scale, command.rating);
  if (rating === undefined) return refuse('unknown-rating', { allowed: facts.scale.ratings.map(({ key }) => key) });
  if (facts.authorsOfWords.includes(actor.memberId)) return refuse('own-text', { memberId: actor.memberId });
  const assignment = judgingAssignment(actor.memberId, facts.assignments);
  if (assignment === undefined) return refuse('not-assigned', { claimId: claim.id });
  if (claim.disposition === 'dismissed')
    return refuse('not-in-state', { kind: 'claim', state: 'dismissed', allowed: ['proposed', 'active'] });
  return {
    ok: true,
    rating: rating.key,
    stance: rating.stance,
    textHash: claim.textHash,
    verifies: claim.verifies,
    informed: isInformed(actor, claim, facts.assignments, facts.verdicts, policy, facts.decidedOnTheseWords),
    supersedesId: standingVerdictOf(actor.memberId, facts.verdicts)?.id ?? null,
    assignmentId: assignment.id,
  };
}

function roleRefusal(actor: Actor): Refused | null {
  if (actor.kind === 'service') return refuse('person-required', { operation: 'giveVerdict' });
  if (hasRole(actor, 'reviewer', 'editor', 'head')) return null;
  return refuse('role-forbidden', { operation: 'giveVerdict', roles: ['editor', 'head', 'reviewer'] });
}

function shapeRefusal(command: VerdictCommand): Refused | null {
  const errors: FieldError[] = [];
  if (command.rationale.trim() === '') errors.push({ pointer: '/rationale', code: 'required' });
  if (!CONFIDENCES.includes(command.confidence))
    errors.push({ pointer: '/confidence', code: 'unknown', detail: { allowed: CONFIDENCES } });
  return errors.length > 0 ? invalid(...errors) : null;
}

/** A verdict rests on items of its own claim that still stand. */
function evidenceRefusal(command: VerdictCommand, facts: ClaimFacts): Refused | null {
  const standing = new Set(facts.evidence.filter((item) => !item.withdrawn).map((item) => item.id));
  const foreign = command.evidenceIds.filter((id) => !standing.has(id));
  return foreign.length > 0 ? refuse('evidence-foreign', { evidenceIds: foreign }) : null;
}

export function judgingAssignment(
  memberId: string,
  assignments: readonly AssignmentFact[],
): AssignmentFact | undefined {
  return assignments.find(
    (assignment) => assignment.reviewerId === memberId && JUDGING_STATUSES.includes(assignment.status),
  );
}

export function standingVerdictOf(memberId: string, verdicts: readonly VerdictFact[]): VerdictFact | undefined {
  return verdicts.find(
    (verdict) => verdict.reviewerId === memberId && verdict.supersededBy === null && !verdict.withdrawn,
  );
}

/** Withdrawing is for whoever gave it, once, and not after a later one replaced it. */
export function withdrawVerdict(
  verdict: Pick<VerdictFact, 'reviewerId' | 'supersededBy' | 'withdrawn'>,
  actor: Actor,
): Outcome<object> {
  if (actor.kind === 'service') return refuse('person-required', { operation: 'withdrawVerdict' });
  if (verdict.reviewerId !== actor.memberId)
    return refuse('relation-forbidden', { operation: 'withdrawVerdict', reason: 'author-of-item' });
  if (verdict.withdrawn) return refuse('already-in-state', { kind: 'verdict', state: 'withdrawn' });
  if (verdict.supersededBy !== null)
    return refuse('not-in-state', { kind: 'verdict', state: 'superseded', allowed: ['standing'] });
  return { ok: true };
}
