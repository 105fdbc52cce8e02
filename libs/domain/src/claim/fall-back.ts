import { takesBack, type NoticeType } from '../notice/notice.js';
import type { NewsroomPolicy } from '../policy/policy.types.js';
import type { Claim, ClaimFacts, ClaimState } from './claim.types.js';
import type { RequirementName } from './requirement.types.js';
import { openDisputes, originsOf, requirementsFor } from './requirements.js';

/** What just happened to a claim; the facts are those after it. */
export type ClaimEvent =
  | { readonly kind: 'words-changed' }
  | { readonly kind: 'evidence-withdrawn'; readonly evidenceId: string }
  | { readonly kind: 'notice'; readonly originId: string; readonly type: NoticeType }
  | { readonly kind: 'verdict-withdrawn'; readonly verdictId: string }
  | { readonly kind: 'verdict-superseded'; readonly verdictId: string }
  | { readonly kind: 'verdict-given'; readonly verdictId: string }
  | { readonly kind: 'page-changed'; readonly evidenceId: string };

export const FALL_BACK_CAUSES = [
  'words-changed',
  'evidence-withdrawn',
  'origin-noticed',
  'verdict-withdrawn',
  'verdict-superseded',
  'verdict-disputes',
] as const;
export type FallBackCause = (typeof FALL_BACK_CAUSES)[number];

export interface FallBack {
  readonly from: ClaimState;
  readonly to: 'needs-source';
  readonly cause: FallBackCause;
  /** The requirements that no longer hold; empty where the event alone is enough. */
  readonly broken: readonly RequirementName[];
  readonly liftsClosure: boolean;
  /** Who must hear of it: whoever decided, and whoever judged these words. */
  readonly concerned: readonly string[];
}

/** What a standing state goes on resting on after the decision. */
const STANDS_ON: Readonly<Record<Exclude<ClaimState, 'needs-source'>, readonly RequirementName[]>> = {
  verified: ['supporting-verdicts', 'independent-sources'],
  disputed: ['contradiction', 'label-quorum'],
};

/** The automatic fall-back that an event causes, or null. A claim that rests on nothing has nothing to lose. */
export function fallBackOf(
  claim: Claim,
  facts: ClaimFacts,
  event: ClaimEvent,
  policy: NewsroomPolicy,
): FallBack | null {
  if (claim.state === 'needs-source' && claim.closure === null) return null;
  switch (event.kind) {
    case 'words-changed':
      return fallBack(claim, facts, 'words-changed', []);
    case 'verdict-given':
      return disputingVerdict(claim, facts, event.verdictId)
        ? fallBack(claim, facts, 'verdict-disputes', ['no-open-dispute'])
        : null;
    case 'page-changed':
      return null;
    case 'notice':
      return takesBack(event.type) ? onNotice(claim, facts, policy) : null;
    default:
      return ifBroken(claim, facts, policy, event.kind);
  }
}

function disputingVerdict(claim: Claim, facts: ClaimFacts, verdictId: string): boolean {
  return claim.state === 'verified' && openDisputes(claim, facts).some((verdict) => verdict.id === verdictId);
}

/**
 * A closure as attributed publishes that somebody said so: it ends when what it was attributed to is taken back, with no
 * requirement to count.
 */
function onNotice(claim: Claim, facts: ClaimFacts, policy: NewsroomPolicy): FallBack | null {
  if (claim.closure?.kind !== 'as-attributed') return ifBroken(claim, facts, policy, 'origin-noticed');
  const standing = facts.evidence.filter((item) => !item.withdrawn && item.stance !== 'refutes');
  const noticed = originsOf(claim, facts, standing, policy).excluded.some(({ why }) => why === 'notice');
  return noticed ? fallBack(claim, facts, 'origin-noticed', []) : null;
}

function ifBroken(claim: Claim, facts: ClaimFacts, policy: NewsroomPolicy, cause: FallBackCause): FallBack | null {
  const broken = brokenRequirements(claim, facts, policy);
  return broken.length > 0 ? fallBack(claim, facts, cause, broken) : null;
}

/** What the present state rests on and no longer holds; what the decision overrode then, it does not rest on. */
export function brokenRequirements(claim: Claim, facts: ClaimFacts, policy: NewsroomPolicy): RequirementName[] {
  const overridden = facts.standing?.overridden ?? [];
  const rests: readonly RequirementName[] =
    claim.state !== 'needs-source'
      ? STANDS_ON[claim.state]
      : claim.closure?.kind === 'unproven'
        ? ['unproven-verdicts']
        : [];
  const draft = {
    deciderId: facts.standing?.deciderId ?? null,
    label: facts.standing?.label ?? null,
    closure: claim.closure,
  };
  return requirementsFor(claim.state, claim, facts, policy, draft)
    .filter(({ name, status }) => status === 'unsatisfied' && rests.includes(name) && !overridden.includes(name))
    .map(({ name }) => name);
}

function fallBack(claim: Claim, facts: ClaimFacts, cause: FallBackCause, broken: readonly RequirementName[]): FallBack {
  const judges = facts.verdicts
    .filter((verdict) => !verdict.withdrawn && verdict.supersededBy === null)
    .map((verdict) => verdict.reviewerId);
  const decider = facts.standing === null ? [] : [facts.standing.deciderId];
  return {
    from: claim.state,
    to: 'needs-source',
    cause,
    broken,
    liftsClosure: claim.closure !== null,
    concerned: [...new Set([...decider, ...judges])],
  };
}
