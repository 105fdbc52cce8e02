import type { Role } from '../permission/role.js';
import type { NewsroomPolicy, Tier } from '../policy/policy.types.js';
import { refuse, type Outcome } from '../refusal/refusal.js';
import {
  DISMISSAL_REASONS,
  type Claim,
  type ClaimFrame,
  type ClaimKind,
  type DismissalReason,
  type Disposition,
  type Verifies,
} from './claim.types.js';

const PERSONAL_KINDS: readonly ClaimKind[] = ['opinion', 'prediction'];

/** How an extracted claim starts: opinions, predictions and what scores low wait for an editor. */
export function startOfExtracted(
  claim: { readonly kind: ClaimKind; readonly score: number },
  policy: Pick<NewsroomPolicy, 'triageThreshold'>,
): Disposition {
  return PERSONAL_KINDS.includes(claim.kind) || claim.score < policy.triageThreshold ? 'proposed' : 'active';
}

/** How a claim made by hand starts: an editor's is active, a reviewer's or writer's is a proposal. */
export function startOfManual(roles: readonly Role[]): Disposition {
  return roles.includes('editor') || roles.includes('head') ? 'active' : 'proposed';
}

/** Attribution where the article attributes, substance where it asserts. */
export function defaultVerifies(frame: ClaimFrame | null): Verifies {
  return frame === null ? 'substance' : 'attribution';
}

export type DispositionVerb = 'accept' | 'dismiss' | 'restore';

/** before → verb → after */
const DISPOSITION_MOVES: Readonly<
  Record<DispositionVerb, { readonly from: readonly Disposition[]; readonly to: Disposition }>
> = {
  accept: { from: ['proposed'], to: 'active' },
  dismiss: { from: ['proposed', 'active'], to: 'dismissed' },
  restore: { from: ['dismissed'], to: 'active' },
};

/** Which verbs a disposition allows, in table order. */
export function dispositionVerbs(disposition: Disposition): DispositionVerb[] {
  return (Object.keys(DISPOSITION_MOVES) as DispositionVerb[]).filter((verb) =>
    DISPOSITION_MOVES[verb].from.includes(disposition),
  );
}

export function moveDisposition(
  claim: Pick<Claim, 'disposition'>,
  verb: DispositionVerb,
  reason: string | null = null,
): Outcome<{ disposition: Disposition; reason: DismissalReason | null }> {
  const move = DISPOSITION_MOVES[verb];
  if (!move.from.includes(claim.disposition))
    return refuse('not-in-state', { kind: 'claim', state: claim.disposition, allowed: move.from });
  if (verb !== 'dismiss') return { ok: true, disposition: move.to, reason: null };
  const known = DISMISSAL_REASONS.find((name) => name === reason);
  if (known === undefined) return refuse('reason-required', { for: 'dismiss' });
  return { ok: true, disposition: move.to, reason: known };
}

const WEIGHT: Readonly<Record<Tier, number>> = { A: 3, B: 2, C: 1 };

/** Suggestions may only raise, silently; a person may do both, yet lowering from A needs a reason. */
export function changeTier(
  from: Tier,
  to: Tier,
  by: 'suggestion' | 'person',
  reason: string | null = null,
): Outcome<{ tier: Tier; changed: boolean }> {
  if (WEIGHT[to] >= WEIGHT[from]) return { ok: true, tier: to, changed: to !== from };
  if (by === 'suggestion') return { ok: true, tier: from, changed: false };
  if (from === 'A' && (reason ?? '').trim() === '') return refuse('reason-required', { for: 'lower-tier' });
  return { ok: true, tier: to, changed: true };
}

/**
 * What a check is to establish may change only while nothing has been established: otherwise "he said it" would turn into
 * "it is so" without anybody looking.
 */
export function changeVerifies(
  claim: Pick<Claim, 'state' | 'closure' | 'verifies'>,
  to: Verifies,
): Outcome<{ verifies: Verifies }> {
  const decided = claim.state !== 'needs-source' || claim.closure !== null;
  if (to !== claim.verifies && decided)
    return refuse('not-in-state', {
      kind: 'claim',
      state: claim.closure === null ? claim.state : 'closed',
      allowed: ['needs-source'],
    });
  return { ok: true, verifies: to };
}

/** Selection puts a claim of someone else's article into the gate, for a stated reason; taking it out needs none. */
export function changeSelection(
  claim: Pick<Claim, 'selected' | 'disposition'>,
  articleKind: 'draft' | 'external',
  selected: boolean,
  reason: string | null = null,
): Outcome<{ selected: boolean }> {
  if (articleKind !== 'external')
    return refuse('not-in-state', { kind: 'article', state: articleKind, allowed: ['external'] });
  if (claim.disposition === 'dismissed')
    return refuse('not-in-state', { kind: 'claim', state: 'dismissed', allowed: ['proposed', 'active'] });
  if (selected && (reason ?? '').trim() === '') return refuse('reason-required', { for: 'select' });
  return { ok: true, selected };
}

/** What an assignment does to the claim besides: it makes it active and, in someone else's article, selects it. */
export function onAssignment(articleKind: 'draft' | 'external'): { disposition: 'active'; selected: boolean } {
  return { disposition: 'active', selected: articleKind === 'external' };
}
