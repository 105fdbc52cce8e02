import { isCurrent } from './verdict.counting.js';
import {
  TIERS,
  type AssignmentFact,
  type AssignmentStatus,
  type Claim,
  type VerdictFact,
} from '../claim/claim.types.js';
import type { Requirement, BlindRequirement } from '../claim/requirement.types.js';
import type { Actor } from '../permission/role.js';
import type { NewsroomPolicy, Tier } from '../policy/policy.types.js';

/** Assignments that still wait for their verdict. */
export const OPEN_ASSIGNMENT_STATUSES: readonly AssignmentStatus[] = ['assigned', 'in-progress', 'outdated'];

type Watched = Pick<Claim, 'state' | 'closure' | 'tier' | 'textHash' | 'verifies'>;

/** Everything that is derived from others' verdicts, and so is withheld from whoever must still judge for himself. */
export const HIDDEN_WHILE_BLIND = [
  'verdicts',
  'verdict-counts',
  'requirement-facts',
  'assignment-status-of-others',
  'evidence-stance-of-others',
  'evidence-note-of-others',
  'history',
  'events',
  'ledger-leaves',
  'exports',
] as const;

export function isDecided(claim: Pick<Claim, 'state' | 'closure'>): boolean {
  return claim.state !== 'needs-source' || claim.closure !== null;
}

export function blindApplies(claim: Pick<Claim, 'tier'>, policy: Pick<NewsroomPolicy, 'blind'>): boolean {
  return policy.blind === 'all' || (policy.blind === 'tier-a' && claim.tier === 'A');
}

/**
 * False while the member must not see anything derived from others' verdicts: he holds an open assignment, or has the
 * reviewer role without deciding on claims, and his own verdict on these words is not in and the claim is not decided.
 */
export function seesOthersVerdicts(
  actor: Pick<Actor, 'memberId' | 'roles'>,
  claim: Watched,
  assignments: readonly Pick<AssignmentFact, 'reviewerId' | 'status'>[],
  verdicts: readonly Pick<VerdictFact, 'reviewerId' | 'textHash' | 'verifies' | 'supersededBy' | 'withdrawn'>[],
  policy: Pick<NewsroomPolicy, 'blind'>,
): boolean {
  if (!blindApplies(claim, policy) || isDecided(claim)) return true;
  if (verdicts.some((verdict) => verdict.reviewerId === actor.memberId && isCurrent(verdict, claim))) return true;
  return !holdsOpenAssignment(actor.memberId, assignments) && seesUnassigned(actor);
}

export function holdsOpenAssignment(
  memberId: string,
  assignments: readonly Pick<AssignmentFact, 'reviewerId' | 'status'>[],
): boolean {
  return assignments.some(
    (assignment) => assignment.reviewerId === memberId && OPEN_ASSIGNMENT_STATUSES.includes(assignment.status),
  );
}

/** Where a member is blind, before any claim is looked at: on which tiers, and there without an assignment too or not. */
export interface Blindness {
  readonly tiers: readonly Tier[];
  readonly unassigned: boolean;
}

/** The same rule for lists, which ask for many claims at once. */
export function blindnessOf(actor: Pick<Actor, 'roles'>, policy: Pick<NewsroomPolicy, 'blind'>): Blindness {
  return { tiers: TIERS.filter((tier) => blindApplies({ tier }, policy)), unassigned: !seesUnassigned(actor) };
}

/** What the roles alone allow, before any assignment: a reviewer is blind unless he also decides. */
function seesUnassigned(actor: Pick<Actor, 'roles'>): boolean {
  if (!actor.roles.includes('reviewer')) return true;
  return actor.roles.includes('editor') || actor.roles.includes('head');
}

/**
 * Whether a verdict given now must be stored as informed: others' verdicts on these words existed while the member
 * could read them, be it before he was assigned, because nothing is blind, after an earlier verdict of his own, or while
 * the claim was decided.
 */
export function isInformed(
  actor: Pick<Actor, 'memberId' | 'roles'>,
  claim: Watched,
  assignments: readonly AssignmentFact[],
  verdicts: readonly VerdictFact[],
  policy: Pick<NewsroomPolicy, 'blind'>,
  decidedOnTheseWords = false,
): boolean {
  const onTheseWords = verdicts.filter((verdict) => verdict.textHash === claim.textHash);
  const others = onTheseWords.filter((verdict) => verdict.reviewerId !== actor.memberId);
  if (others.length === 0) return false;
  if (decidedOnTheseWords || seesOthersVerdicts(actor, claim, assignments, verdicts, policy)) return true;
  if (onTheseWords.some((verdict) => verdict.reviewerId === actor.memberId)) return true;
  const since = blindSince(actor.memberId, assignments);
  return seesUnassigned(actor) && others.some((verdict) => since === null || verdict.createdAt < since);
}

/** When the member last became blind: before his latest assignment he could read whatever there was. */
function blindSince(memberId: string, assignments: readonly AssignmentFact[]): string | null {
  const times = assignments.filter(({ reviewerId }) => reviewerId === memberId).map(({ createdAt }) => createdAt);
  return times.length === 0 ? null : times.reduce((latest, time) => (time > latest ? time : latest));
}

/** Requirements whose status says nothing about others' verdicts or their evidence. */
const SAYS_NOTHING: readonly Requirement['name'][] = ['anchor-confirmed', 'queries-answered', 'rationale'];

/** Shown only where others' evidence and verdicts give cause: that they are asked would tell what those hold. */
const ASKED_BY_CAUSE: readonly Requirement['name'][] = ['sources-as-said', 'quote-as-translated'];

/** The list as a blind member may see it: nothing in it tells how others judged or what they judged by. */
export function viewForBlind(requirements: readonly Requirement[]): (Requirement | BlindRequirement)[] {
  const always = requirements.filter(({ name }) => !ASKED_BY_CAUSE.includes(name));
  return always.map((requirement) =>
    SAYS_NOTHING.includes(requirement.name)
      ? requirement
      : { name: requirement.name, status: 'withheld', detail: 'withheld-until-own-verdict' },
  );
}
