import { actionsFor, shownRequirements, viewForBlind, type BlindRequirement, type Requirement } from '#domain';
import type { AnchorRow, ClaimRow } from '#persistence';
import type { Call } from '../call/call.js';
import type { ClaimCase } from './claim.desk.js';

export interface AnchorView {
  readonly revisionNumber: number;
  readonly status: AnchorRow['status'];
  readonly blockId: string | null;
  /** Code points in the block's text. */
  readonly start: number | null;
  readonly end: number | null;
  readonly flags: readonly string[];
  readonly candidates: readonly { blockId: string; start: number; end: number; quote: string; score: number }[];
}

/** A claim as lists show it: nothing here is derived from anybody's verdict unless the claim is decided. */
export interface ClaimItem {
  readonly id: string;
  readonly articleId: string;
  readonly quote: string;
  readonly context: string;
  readonly state: ClaimRow['state'];
  readonly disposition: ClaimRow['disposition'];
  readonly dismissal: {
    readonly reason: NonNullable<ClaimRow['dismissalReason']>;
    readonly note: string | null;
  } | null;
  readonly tier: ClaimRow['tier'];
  readonly kind: ClaimRow['kind'];
  readonly verifies: ClaimRow['verifies'];
  readonly closure: ClaimRow['closure'];
  readonly selected: boolean;
  readonly selectionReason: string | null;
  /** The label to publish, by key of the rating scale. */
  readonly rating: string | null;
  readonly textHash: string;
  readonly checkWorthiness: { readonly score: number; readonly reasons: ClaimRow['scoreReasons'] };
  readonly attribution: ClaimRow['attribution'];
  readonly anchor: AnchorView | null;
  readonly duplicateOf: string | null;
  readonly groupId: string | null;
  readonly entered: ClaimRow['entered'];
  readonly dueAt: string | null;
  /** Whether it charges somebody; null while the words decide. */
  readonly accuses: boolean | null;
  readonly recheckAt: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly version: number;
}

export interface ClaimView extends ClaimItem {
  readonly requirements: { readonly [to in 'verified' | 'disputed']: readonly (Requirement | BlindRequirement)[] };
  readonly actions: readonly string[];
}

export function anchorView(row: AnchorRow | null): AnchorView | null {
  if (!row) return null;
  const { revisionNumber, status, blockId, startAt, endAt, flags, candidates } = row;
  return { revisionNumber, status, blockId, start: startAt, end: endAt, flags, candidates };
}

export function claimItem(row: ClaimRow, anchor: AnchorRow | null): ClaimItem {
  return {
    id: row.id,
    articleId: row.articleId,
    quote: row.quote,
    context: row.context,
    state: row.state,
    disposition: row.disposition,
    dismissal: row.dismissalReason && { reason: row.dismissalReason, note: row.dismissalNote },
    tier: row.tier,
    kind: row.kind,
    verifies: row.verifies,
    closure: row.closure,
    selected: row.selected,
    selectionReason: row.selectionReason,
    rating: row.rating,
    textHash: row.textHash,
    checkWorthiness: { score: row.score, reasons: row.scoreReasons },
    attribution: row.attribution,
    anchor: anchorView(anchor),
    duplicateOf: row.duplicateOf,
    groupId: row.groupId,
    entered: row.entered,
    dueAt: row.dueAt?.toISOString() ?? null,
    accuses: row.accuses,
    recheckAt: row.recheckAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    version: row.version,
  };
}

/** What is missing and what the caller may do, computed by the rules for him; withheld where it would tell how others judged. */
export function claimView(call: Call, opened: ClaimCase, anchor: AnchorRow | null): ClaimView {
  const { claim, facts, policy, row, sees } = opened;
  const draft = { deciderId: call.actor.memberId };
  const shown = (to: 'verified' | 'disputed') => {
    const requirements = shownRequirements(to, claim, facts, policy, draft);
    return sees ? requirements : viewForBlind(requirements);
  };
  return {
    ...claimItem(row, anchor),
    requirements: { verified: shown('verified'), disputed: shown('disputed') },
    actions: actionsFor(claim, call.actor, facts, policy),
  };
}
