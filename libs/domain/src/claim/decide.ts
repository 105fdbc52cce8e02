import { type Actor, hasRole } from '../permission/role.js';
import { NEVER_OVERRIDABLE } from '../policy/policy.presets.js';
import type { NewsroomPolicy } from '../policy/policy.types.js';
import { ratingOf } from '../rating/rating.check.js';
import type { Stance } from '../rating/rating.types.js';
import type { FieldError } from '../refusal/refusal.facts.js';
import { invalid, refuse, type Outcome, type Refused } from '../refusal/refusal.js';
import { seesOthersVerdicts, viewForBlind } from '../verdict/blindness.js';
import { countedVerdicts, currentVerdicts } from '../verdict/verdict.counting.js';
import type { Claim, ClaimFacts, ClaimState, Closure } from './claim.types.js';
import { allHold, type Requirement, type RequirementName } from './requirement.types.js';
import {
  citedItems,
  inTurn,
  openDisputes,
  originsOf,
  requirementsFor,
  shownRequirements,
  type DecisionDraft,
} from './requirements.js';

export interface Override {
  readonly requirement: RequirementName;
  readonly reason: string;
}

export interface Adjudication {
  readonly verdictId: string;
  readonly rationale: string;
}

export interface DecisionCommand {
  readonly to: ClaimState;
  readonly rationale?: string | null;
  readonly rating?: string | null;
  readonly closure?: Closure | null;
  readonly overrides?: readonly Override[];
  readonly adjudication?: readonly Adjudication[];
}

/** What to store and change when a decision is allowed. */
export interface Decided {
  readonly from: ClaimState;
  readonly to: ClaimState;
  readonly closure: Closure | null;
  /** The label to publish; null where none is. */
  readonly label: string | null;
  /** A decision makes a proposed claim active. */
  readonly disposition: 'active';
  readonly textHash: string;
  readonly policyVersion: number;
  readonly requirements: readonly Requirement[];
  readonly overrides: readonly Override[];
  readonly adjudication: readonly Adjudication[];
  readonly countedVerdictIds: readonly string[];
  readonly countedEvidenceIds: readonly string[];
  readonly originKeys: readonly string[];
}

/** The states a decision may start from. */
const FROM: Readonly<Record<ClaimState, readonly ClaimState[]>> = {
  verified: ['needs-source', 'disputed'],
  disputed: ['needs-source', 'verified'],
  'needs-source': ['needs-source', 'verified', 'disputed'],
};

const STANCE: Readonly<Record<ClaimState, Stance>> = {
  verified: 'supports',
  disputed: 'disputes',
  'needs-source': 'unproven',
};

/**
 * The only way to change a claim's state, besides the automatic fall-backs. Total and pure: never throws, reads no
 * clock, touches no row. Order: role, shape, adjudication, label, state, requirements. A decider who must still judge for
 * himself is not told by a refusal how others judged.
 */
export function decide(
  claim: Claim,
  command: DecisionCommand,
  actor: Actor,
  facts: ClaimFacts,
  policy: NewsroomPolicy,
): Outcome<Decided> {
  const refused = roleRefusal(actor) ?? shapeRefusal(command);
  if (refused !== null) return refused;
  const adjudicated = adjudicationOf(claim, command, facts);
  if (!adjudicated.ok) return adjudicated;
  const label = labelFor(claim, command, facts, policy, actor);
  const sees = seesOthersVerdicts(actor, claim, facts.assignments, facts.verdicts, policy);
  if (!label.ok)
    return sees || label.refusal.code !== 'rating-required'
      ? label
      : unmetForBlind(claim, command, actor, facts, policy);
  const elsewhere = stateRefusal(claim, command);
  if (elsewhere !== null) return elsewhere;
  const draft: DecisionDraft = {
    deciderId: actor.memberId,
    rationale: command.rationale ?? null,
    label: label.label,
    closure: command.closure ?? null,
    adjudicated: adjudicated.ids,
  };
  const requirements = applyOverrides(
    requirementsFor(command.to, claim, facts, policy, draft),
    command.overrides ?? [],
    policy,
  );
  if (!allHold(requirements)) {
    const told = inTurn(requirements, command.to, claim, facts, actor.memberId);
    return refuse('requirements-unmet', { to: command.to, requirements: sees ? told : viewForBlind(told) });
  }
  return { ok: true, ...resultOf(claim, command, facts, policy, label.label, requirements) };
}

/** That the others differ is how they judged: a blind decider learns only that something is missing. */
function unmetForBlind(
  claim: Claim,
  { to, rationale }: DecisionCommand,
  actor: Actor,
  facts: ClaimFacts,
  policy: NewsroomPolicy,
): Refused {
  const draft = { deciderId: actor.memberId, rationale: rationale ?? null };
  return refuse('requirements-unmet', {
    to,
    requirements: viewForBlind(shownRequirements(to, claim, facts, policy, draft)),
  });
}

function roleRefusal(actor: Actor): Refused | null {
  if (actor.kind === 'service') return refuse('person-required', { operation: 'decideClaim' });
  if (!hasRole(actor, 'editor', 'head'))
    return refuse('role-forbidden', { operation: 'decideClaim', roles: ['editor', 'head'] });
  return null;
}

function shapeRefusal(command: DecisionCommand): Refused | null {
  const errors: FieldError[] = [];
  if (command.closure && command.to !== 'needs-source')
    errors.push({ pointer: '/closure', code: 'only-for-needs-source' });
  if (command.adjudication?.length && command.to === 'disputed')
    errors.push({ pointer: '/adjudication', code: 'not-when-disputing' });
  command.overrides?.forEach(({ reason }, index) => {
    if (reason.trim() === '') errors.push({ pointer: `/overrides/${index}/reason`, code: 'required' });
  });
  command.adjudication?.forEach(({ rationale }, index) => {
    if (rationale.trim() === '') errors.push({ pointer: `/adjudication/${index}/rationale`, code: 'required' });
  });
  if (command.closure?.kind === 'as-attributed' && Number.isNaN(Date.parse(command.closure.recheckAt)))
    errors.push({ pointer: '/closure/recheckAt', code: 'not-a-time' });
  if (command.closure?.kind === 'unproven')
    command.closure.searchLog.forEach(({ when }, index) => {
      if (when.trim() !== '' && Number.isNaN(Date.parse(when)))
        errors.push({ pointer: `/closure/searchLog/${index}/when`, code: 'not-a-time' });
    });
  return errors.length > 0 ? invalid(...errors) : null;
}

function stateRefusal(claim: Claim, { to }: DecisionCommand): Refused | null {
  if (claim.disposition === 'dismissed')
    return refuse('not-in-state', { kind: 'claim', state: 'dismissed', allowed: ['proposed', 'active'] });
  if (FROM[to].includes(claim.state)) return null;
  return refuse('already-in-state', { kind: 'claim', state: claim.state });
}

function adjudicationOf(
  claim: Claim,
  command: DecisionCommand,
  facts: ClaimFacts,
): Outcome<{ ids: readonly string[] }> {
  const ids = (command.adjudication ?? []).map(({ verdictId }) => verdictId);
  const open = openDisputes(claim, facts).map((verdict) => verdict.id);
  const foreign = ids.filter((id) => !open.includes(id));
  return foreign.length > 0 ? refuse('adjudication-foreign', { verdictIds: foreign }) : { ok: true, ids };
}

/**
 * The label to publish. Named by the editor, it must exist and fit; not named, it is what the standing verdicts agree
 * on. To verify, any difference between them must be settled by name; to dispute, a difference between disputing labels
 * must, while a mere flag ("some say so, some not") publishes no label, nor does one that its quorum does not carry.
 */
function labelFor(
  claim: Claim,
  command: DecisionCommand,
  facts: ClaimFacts,
  policy: NewsroomPolicy,
  actor: Actor,
): Outcome<{ label: string | null }> {
  const fit = STANCE[command.to];
  if (command.rating) {
    const rating = ratingOf(facts.scale, command.rating);
    if (rating === undefined) return refuse('unknown-rating', { allowed: facts.scale.ratings.map(({ key }) => key) });
    if (rating.stance !== fit || (command.to === 'needs-source' && command.closure?.kind !== 'unproven'))
      return refuse('rating-unfit', { to: command.to, stance: rating.stance });
    return { ok: true, label: rating.key };
  }
  const current = currentVerdicts(claim, facts);
  const fitting = distinct(current.filter((verdict) => verdict.stance === fit).map((verdict) => verdict.rating));
  if (command.to === 'needs-source' && command.closure?.kind !== 'unproven') return { ok: true, label: null };
  const differing = command.to === 'verified' ? distinct(current.map((verdict) => verdict.rating)) : fitting;
  if (differing.length > 1) return refuse('rating-required', { ratings: differing });
  const agreed = fitting[0] ?? null;
  if (command.to !== 'disputed' || agreed === null) return { ok: true, label: agreed };
  const onlyAgreed = distinct(current.map((verdict) => verdict.rating)).length === 1;
  const draft = { deciderId: actor.memberId, label: agreed };
  const carried = requirementsFor('disputed', claim, facts, policy, draft).find(({ name }) => name === 'label-quorum');
  return { ok: true, label: onlyAgreed && carried?.status === 'satisfied' ? agreed : null };
}

const distinct = (values: readonly string[]): string[] => [...new Set(values)];

/** An override lifts an unmet requirement only where the policy lets it; anything else stays as it is and says so. */
export function applyOverrides(
  requirements: readonly Requirement[],
  overrides: readonly Override[],
  policy: Pick<NewsroomPolicy, 'overridable'>,
): Requirement[] {
  return requirements.map((requirement) => {
    const override = overrides.find(({ requirement: name }) => name === requirement.name);
    if (override === undefined || requirement.status !== 'unsatisfied') return requirement;
    if (!mayOverride(requirement.name, policy))
      return { ...requirement, facts: { ...requirement.facts, overrideRefused: true } };
    return { ...requirement, status: 'overridden', exception: { kind: 'override', reason: override.reason } };
  });
}

export function mayOverride(name: RequirementName, policy: Pick<NewsroomPolicy, 'overridable'>): boolean {
  return policy.overridable.includes(name) && !NEVER_OVERRIDABLE.includes(name);
}

function resultOf(
  claim: Claim,
  command: DecisionCommand,
  facts: ClaimFacts,
  policy: NewsroomPolicy,
  label: string | null,
  requirements: readonly Requirement[],
): Decided {
  const counted = countedVerdicts(claim, facts, STANCE[command.to]);
  const items =
    command.to === 'needs-source' ? [] : citedItems(facts, counted, command.to === 'verified' ? 'supports' : 'refutes');
  const origins = originsOf(claim, facts, items, policy);
  const overridden = requirements.filter(({ exception }) => exception?.kind === 'override').map(({ name }) => name);
  return {
    from: claim.state,
    to: command.to,
    closure: command.closure ?? null,
    label,
    disposition: 'active',
    textHash: claim.textHash,
    policyVersion: policy.version,
    requirements,
    overrides: (command.overrides ?? []).filter(({ requirement }) => overridden.includes(requirement)),
    adjudication: command.adjudication ?? [],
    countedVerdictIds: command.to === 'needs-source' && !command.closure ? [] : counted.map((verdict) => verdict.id),
    countedEvidenceIds: origins.countable,
    originKeys: origins.origins.map((origin) => origin.rootKey),
  };
}
