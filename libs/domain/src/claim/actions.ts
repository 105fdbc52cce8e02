import { type OperationId, permissionOf } from '../permission/permission.table.js';
import { mayByRole } from '../permission/permission.js';
import { type Actor, hasRole } from '../permission/role.js';
import type { NewsroomPolicy } from '../policy/policy.types.js';
import { isDecided, seesOthersVerdicts } from '../verdict/blindness.js';
import { judgingAssignment, standingVerdictOf } from '../verdict/give-verdict.js';
import { CLAIM_STATES, type Claim, type ClaimFacts, type ClaimState } from './claim.types.js';
import { requirementsFor } from './requirements.js';
import { dispositionVerbs } from './triage.js';

type Condition = (claim: Claim, actor: Actor, facts: ClaimFacts, policy: NewsroomPolicy) => boolean;

const live: Condition = (claim) => claim.disposition !== 'dismissed';
const isAuthorHere: Condition = (_, actor, facts) => facts.article.authorIds.includes(actor.memberId);
const deskOr =
  (condition: Condition): Condition =>
  (claim, actor, facts, policy) =>
    hasRole(actor, 'editor', 'head', 'reviewer') || condition(claim, actor, facts, policy);
const verb =
  (name: 'accept' | 'dismiss' | 'restore'): Condition =>
  (claim) =>
    dispositionVerbs(claim.disposition).includes(name);

/** Claim operations, and when each makes sense now, beyond the role that the permission table asks for. */
const OFFERED: readonly (readonly [OperationId, Condition])[] = [
  ['acceptClaim', verb('accept')],
  ['updateClaim', live],
  ['dismissClaim', verb('dismiss')],
  ['restoreClaim', verb('restore')],
  ['splitClaim', live],
  ['mergeClaim', live],
  [
    'selectClaim',
    (claim, actor, facts, policy) => facts.article.kind === 'external' && live(claim, actor, facts, policy),
  ],
  ['placeAnchor', (claim, actor, facts, policy) => anchorWaits(facts) && live(claim, actor, facts, policy)],
  [
    'addEvidence',
    (claim, actor, facts, policy) =>
      live(claim, actor, facts, policy) && deskOr(isAuthorHere)(claim, actor, facts, policy),
  ],
  ['createAssignment', mayAssign],
  ['giveVerdict', mayJudge],
  ['withdrawVerdict', (_, actor, facts) => standingVerdictOf(actor.memberId, facts.verdicts) !== undefined],
  ['decideClaim', live],
  ['askQuery', live],
  ['answerQuery', (claim, actor, facts, policy) => facts.openQueries > 0 && isAuthorHere(claim, actor, facts, policy)],
  ['createComment', deskOr(isAuthorHere)],
];

const ANCHORED: readonly string[] = ['exact', 'typographic', 'moved'];
const anchorWaits = (facts: ClaimFacts): boolean => !ANCHORED.includes(facts.anchor.status) && !facts.anchor.confirmed;

function mayAssign(claim: Claim, actor: Actor, facts: ClaimFacts, policy: NewsroomPolicy): boolean {
  if (claim.disposition === 'dismissed') return false;
  if (hasRole(actor, 'editor', 'head')) return true;
  const held = judgingAssignment(actor.memberId, facts.assignments) !== undefined;
  return policy.selfClaim && !held && !facts.authorsOfWords.includes(actor.memberId);
}

function mayJudge(claim: Claim, actor: Actor, facts: ClaimFacts): boolean {
  if (claim.disposition === 'dismissed' || facts.authorsOfWords.includes(actor.memberId)) return false;
  return judgingAssignment(actor.memberId, facts.assignments) !== undefined;
}

/**
 * What this actor may do with the claim now, by the permission table's verbs. `decide` says that he may try;
 * `decide-verified`, `decide-disputed` and `decide-needs-source` that nothing but his reasons is missing. Those three
 * would tell a blind member how others judged, and are left out for him.
 */
export function actionsFor(claim: Claim, actor: Actor, facts: ClaimFacts, policy: NewsroomPolicy): string[] {
  const offered = OFFERED.filter(
    ([operation, condition]) => mayByRole(operation, actor).ok && condition(claim, actor, facts, policy),
  ).map(([operation]) => permissionOf(operation).verb);
  return [...offered, ...openDecisions(claim, actor, facts, policy)];
}

function openDecisions(claim: Claim, actor: Actor, facts: ClaimFacts, policy: NewsroomPolicy): string[] {
  if (!mayByRole('decideClaim', actor).ok || claim.disposition === 'dismissed') return [];
  if (!seesOthersVerdicts(actor, claim, facts.assignments, facts.verdicts, policy)) return [];
  return CLAIM_STATES.filter((to) => isOpen(to, claim, actor, facts, policy)).map((to) => `decide-${to}`);
}

function isOpen(to: ClaimState, claim: Claim, actor: Actor, facts: ClaimFacts, policy: NewsroomPolicy): boolean {
  if (to === claim.state && !(to === 'needs-source' && isDecided(claim))) return false;
  const draft = { deciderId: actor.memberId, rationale: 'to be given' };
  return requirementsFor(to, claim, facts, policy, draft).every(({ status }) => status !== 'unsatisfied');
}
