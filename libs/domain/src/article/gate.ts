import { withGateTurns } from '../claim/requirement.turn.js';
import type { Requirement, RequirementName } from '../claim/requirement.types.js';
import { withoutComment } from '../comment/comment-request.js';
import type { ArticleFacts, ArticleState, GateClaim, HeadlineComparison, PendingClaim } from './article.types.js';

/** Claims the gate looks at: active ones, and of other people's articles only those selected. */
export function gatedClaims(facts: Pick<ArticleFacts, 'kind' | 'claims'>): GateClaim[] {
  return facts.claims.filter((claim) => claim.disposition === 'active' && (facts.kind === 'draft' || claim.selected));
}

/** What stands between an article and its release. Each names the claims it is about. */
export function gateOf(facts: ArticleFacts): Requirement[] {
  const claims = gatedClaims(facts);
  const kept = facts.keepAsDisputed.filter(({ reason }) => reason.trim() !== '').map(({ claimId }) => claimId);
  return [
    none(
      'claims-settled',
      'claims-unsettled',
      claims.filter((claim) => blocksUnsettled(claim, facts)),
    ),
    none(
      'disputes-explained',
      'disputed-unexplained',
      claims.filter((claim) => claim.state === 'disputed' && !kept.includes(claim.id)),
    ),
    none(
      'anchors-placed',
      'anchors-wait',
      claims.filter((claim) => claim.anchorWaits),
    ),
    none(
      'queries-answered',
      'queries-open',
      claims.filter((claim) => claim.openQueries > 0),
    ),
    none(
      'headline-overstates',
      'headline-differs',
      claims.filter((claim) => claim.headline !== null && overstates(claim.headline)),
    ),
    ...commentSought(facts, claims),
  ];
}

/** The gate as it is shown to people: each unmet requirement says whose turn it is. */
export function gateInTurn(
  gate: readonly Requirement[],
  facts: Pick<ArticleFacts, 'kind' | 'authorIds'>,
): Requirement[] {
  return withGateTurns(gate, { kind: facts.kind, authorIds: facts.authorIds ?? [] });
}

function isUnsettled(claim: GateClaim): boolean {
  return claim.state === 'needs-source' && claim.closureKind === null && claim.tier !== 'C';
}

/** A claim whose words only repeat, unchanged in what matters, a body claim that is settled. */
function inheritsSettled({ headline }: GateClaim, claims: readonly GateClaim[]): boolean {
  if (headline === null || !inheritsFromBody(headline)) return false;
  const body = claims.find(({ id }) => id === headline.bodyClaimId);
  return body !== undefined && body.disposition === 'active' && !isUnsettled(body);
}

/**
 * In breaking news tier A and the headline are verified or closed as attributed; the rest may wait, with the hour at
 * which it is looked at again.
 */
function blocksUnsettled(claim: GateClaim, facts: Pick<ArticleFacts, 'claims' | 'mode' | 'now'>): boolean {
  if (inheritsSettled(claim, facts.claims)) return false;
  if (facts.mode !== 'breaking') return isUnsettled(claim);
  if (mayNotWait(claim)) return claim.state === 'needs-source' && claim.closureKind !== 'as-attributed';
  return isUnsettled(claim) && !isAhead(claim.recheckAt, facts.now);
}

const mayNotWait = ({ tier, inHeadline }: GateClaim): boolean => tier === 'A' || inHeadline === true;

function isAhead(at: string | null | undefined, now: string | undefined): boolean {
  return at !== null && at !== undefined && (now === undefined || Date.parse(at) > Date.parse(now));
}

/** What a release of breaking news would leave pending; a clearance that leaves anything is provisional. */
export function pendingClaims(facts: ArticleFacts): PendingClaim[] {
  if (facts.mode !== 'breaking') return [];
  return gatedClaims(facts).flatMap((claim) =>
    isUnsettled(claim) && !mayNotWait(claim) && !inheritsSettled(claim, facts.claims) && claim.recheckAt
      ? [{ claimId: claim.id, recheckAt: claim.recheckAt }]
      : [],
  );
}

/** Nothing of it leaves the house before this hour. */
export function isEmbargoed(article: { readonly embargoUntil?: string | null }, now: string): boolean {
  return isAhead(article.embargoUntil, now);
}

/** Whom our own copy accuses has been asked, and the copy says what he answered. Not shown where nobody is accused. */
function commentSought(facts: ArticleFacts, claims: readonly GateClaim[]): Requirement[] {
  const accusing = claims.filter(({ tier, accuses }) => tier === 'A' && accuses === true);
  if (facts.kind !== 'draft' || accusing.length === 0) return [];
  const missing = withoutComment(
    accusing.map(({ id }) => id),
    facts.comments ?? [],
  );
  return [
    none(
      'comment-sought',
      'comment-missing',
      accusing.filter(({ id }) => missing.includes(id)),
    ),
  ];
}

function none(name: RequirementName, otherwise: string, claims: readonly GateClaim[]): Requirement {
  const holds = claims.length === 0;
  return {
    name,
    status: holds ? 'satisfied' : 'unsatisfied',
    have: claims.length,
    need: 0,
    detail: holds ? 'none' : otherwise,
    facts: { claimIds: claims.map((claim) => claim.id) },
  };
}

/** A headline overstates when it says something else than its body, or leaves out who said it. */
export function overstates(headline: HeadlineComparison): boolean {
  return !inheritsFromBody(headline);
}

/** A headline claim takes over its body claim's standing only where nothing that matters differs. */
export function inheritsFromBody({
  numbersEqual,
  negationEqual,
  namesEqual,
  attributionEqual,
}: HeadlineComparison): boolean {
  return numbersEqual && negationEqual && namesEqual && attributionEqual;
}

/** Computed, never set: `ready` follows from the gate, `correcting` from what happened after a release. */
export function articleStateOf(facts: ArticleFacts): ArticleState {
  if (facts.release === null)
    return gateOf(facts).every(({ status }) => status !== 'unsatisfied') ? 'ready' : 'checking';
  const revised = facts.revisionNumber > facts.release.revisionNumber;
  return revised || facts.fellBackSinceRelease || facts.pendingCorrection !== null ? 'correcting' : 'released';
}

export interface ArticleProgress {
  readonly total: number;
  readonly proposed: number;
  readonly needsSource: number;
  readonly closed: number;
  readonly verified: number;
  readonly disputed: number;
  readonly dismissed: number;
}

/** Every claim counted once: by disposition unless active, then by state. */
export function progressOf(
  claims: readonly Pick<GateClaim, 'disposition' | 'state' | 'closureKind'>[],
): ArticleProgress {
  const count = {
    total: claims.length,
    proposed: 0,
    needsSource: 0,
    closed: 0,
    verified: 0,
    disputed: 0,
    dismissed: 0,
  };
  for (const claim of claims) {
    if (claim.disposition !== 'active') count[claim.disposition] += 1;
    else if (claim.state !== 'needs-source') count[claim.state] += 1;
    else count[claim.closureKind === null ? 'needsSource' : 'closed'] += 1;
  }
  return count;
}
