import { isLate } from '../calendar/clock.pause.js';
import type { Claim, ClaimFacts } from '../claim/claim.types.js';
import type { FallBackCause } from '../claim/fall-back.js';
import { allHold } from '../claim/requirement.types.js';
import { requirementsFor } from '../claim/requirements.js';
import { type Actor, hasRole } from '../permission/role.js';
import type { NewsroomPolicy } from '../policy/policy.types.js';
import { isDecided, seesOthersVerdicts } from '../verdict/blindness.js';
import { currentVerdicts } from '../verdict/verdict.counting.js';

export const ATTENTION_REASONS = [
  'assigned',
  'overdue',
  'verdict-outdated',
  'disagreement',
  'ready-to-decide',
  'query',
  'anchor-to-confirm',
  'returned',
  'origin-withdrawn',
  'recheck',
] as const;
export type AttentionReason = (typeof ATTENTION_REASONS)[number];

/** Somebody's turn: on what, why, since when, due when. Times are ISO 8601 UTC. */
export interface AttentionItem {
  readonly subject: { readonly kind: 'claim' | 'assignment' | 'query'; readonly id: string };
  readonly claimId: string;
  readonly reason: AttentionReason;
  readonly since: string;
  readonly dueAt: string | null;
  /** Since when its clock stands because the author is waited for; absent while it runs. */
  readonly pausedSince?: string;
}

export interface AttentionFacts {
  readonly claim: Claim;
  readonly facts: ClaimFacts;
  readonly articleDueAt: string | null;
  /** When the claim's anchor, state or words last changed. */
  readonly changedAt: string;
  /** The latest fall-back, as long as nobody has decided since. */
  readonly fallBack: {
    readonly cause: FallBackCause;
    readonly at: string;
    readonly concerned: readonly string[];
  } | null;
  /** Since when a page cited as evidence is changed or gone, or a claim that was published pending is due; null where neither. */
  readonly recheckSince?: string | null;
  /** Since when the claim's clock stands because its author is waited for; absent or null while it runs. */
  readonly pausedSince?: string | null;
  readonly queries: readonly {
    readonly id: string;
    readonly askedById: string;
    readonly status: 'open' | 'answered' | 'resolved';
    readonly since: string;
    readonly dueAt: string | null;
  }[];
}

type Finder = (facts: AttentionFacts, actor: Actor, policy: NewsroomPolicy) => AttentionItem[];

const FINDERS: readonly Finder[] = [ownAssignments, toDecide, queries, anchorToConfirm, returned, recheck];

/** What waits for this member on one claim, computed from the facts; nothing is ever ticked off by hand. */
export function attentionOf(facts: AttentionFacts, actor: Actor, policy: NewsroomPolicy): AttentionItem[] {
  if (facts.claim.disposition === 'dismissed') return [];
  return FINDERS.flatMap((find) => find(facts, actor, policy));
}

const decides = (actor: Actor): boolean => actor.kind === 'person' && hasRole(actor, 'editor', 'head');

function onClaim(
  { claim, articleDueAt }: AttentionFacts,
  reason: AttentionReason,
  since: string,
  dueAt = articleDueAt,
): AttentionItem {
  return { subject: { kind: 'claim', id: claim.id }, claimId: claim.id, reason, since, dueAt };
}

/** One line per open assignment: overdue outranks outdated, outdated outranks assigned. */
function ownAssignments(
  { claim, facts, changedAt, pausedSince = null }: AttentionFacts,
  actor: Actor,
): AttentionItem[] {
  return facts.assignments.flatMap((assignment) => {
    const open =
      assignment.status === 'assigned' || assignment.status === 'in-progress' || assignment.status === 'outdated';
    if (!open || assignment.reviewerId !== actor.memberId) return [];
    const late = assignment.dueAt !== null && isLate(assignment.dueAt, facts.now, pausedSince);
    const outdated = assignment.status === 'outdated';
    return [
      {
        subject: { kind: 'assignment', id: assignment.id },
        claimId: claim.id,
        reason: late ? 'overdue' : outdated ? 'verdict-outdated' : 'assigned',
        since: late && assignment.dueAt !== null ? assignment.dueAt : outdated ? changedAt : assignment.createdAt,
        dueAt: assignment.dueAt,
        ...(pausedSince !== null && { pausedSince }),
      },
    ];
  });
}

/** Only for whoever may read the verdicts: the mere appearance of a line would tell a blind editor. */
function toDecide(attention: AttentionFacts, actor: Actor, policy: NewsroomPolicy): AttentionItem[] {
  const { claim, facts } = attention;
  if (!decides(actor) || isDecided(claim)) return [];
  if (!seesOthersVerdicts(actor, claim, facts.assignments, facts.verdicts, policy)) return [];
  const current = currentVerdicts(claim, facts);
  const latest = current.reduce((last, { createdAt }) => (createdAt > last ? createdAt : last), '');
  if (latest === '') return [];
  if (new Set(current.map(({ stance }) => stance)).size > 1) return [onClaim(attention, 'disagreement', latest)];
  const draft = { deciderId: actor.memberId, rationale: 'to be given' };
  const ready = (['verified', 'disputed'] as const).some((to) =>
    allHold(requirementsFor(to, claim, facts, policy, draft)),
  );
  return ready ? [onClaim(attention, 'ready-to-decide', latest)] : [];
}

/** An open query waits for the authors, an answered one for whoever asked. */
function queries({ claim, facts, queries: all }: AttentionFacts, actor: Actor): AttentionItem[] {
  return all
    .filter(({ status, askedById }) =>
      status === 'open'
        ? facts.article.authorIds.includes(actor.memberId)
        : status === 'answered' && askedById === actor.memberId,
    )
    .map(({ id, since, dueAt }) => ({
      subject: { kind: 'query', id },
      claimId: claim.id,
      reason: 'query',
      since,
      dueAt,
    }));
}

function anchorToConfirm(attention: AttentionFacts, actor: Actor): AttentionItem[] {
  const { status, confirmed } = attention.facts.anchor;
  const waits = !confirmed && ['changed', 'suggested', 'ambiguous', 'orphaned'].includes(status);
  return waits && decides(actor) ? [onClaim(attention, 'anchor-to-confirm', attention.changedAt)] : [];
}

/** A fall-back concerns whoever decided or judged; a withdrawn origin also every editor, since it may reach further. */
function returned(attention: AttentionFacts, actor: Actor): AttentionItem[] {
  const { fallBack } = attention;
  if (fallBack === null) return [];
  const concerned = fallBack.concerned.includes(actor.memberId);
  if (fallBack.cause === 'origin-noticed')
    return concerned || decides(actor) ? [onClaim(attention, 'origin-withdrawn', fallBack.at)] : [];
  return concerned ? [onClaim(attention, 'returned', fallBack.at)] : [];
}

function recheck(attention: AttentionFacts, actor: Actor): AttentionItem[] {
  const { closure } = attention.claim;
  if (!decides(actor)) return [];
  const at = closure?.kind === 'as-attributed' ? closure.recheckAt : null;
  const due = at !== null && Date.parse(at) <= Date.parse(attention.facts.now);
  if (due) return [onClaim(attention, 'recheck', at, at)];
  const since = attention.recheckSince ?? null;
  return since === null ? [] : [onClaim(attention, 'recheck', since)];
}
