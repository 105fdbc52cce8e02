/** A claim that wants reviewers. `everAssignedIds`: whoever held it before, in whatever way that ended. */
export interface BalanceClaim {
  readonly id: string;
  readonly language: string;
  readonly deskId: string | null;
  readonly reviewersWanted: number;
  /** Assignments that are still open or submitted. */
  readonly reviewersNow: number;
  readonly authorsOfWords: readonly string[];
  readonly everAssignedIds: readonly string[];
}

export interface BalanceReviewer {
  readonly id: string;
  /** Empty: reads every language. */
  readonly languages: readonly string[];
  /** Empty: belongs to every desk. */
  readonly deskIds: readonly string[];
  readonly openAssignments: number;
  /** ISO 8601 UTC; null when never assigned. */
  readonly lastAssignedAt: string | null;
}

export interface Balanced {
  readonly assigned: readonly { readonly claimId: string; readonly reviewerId: string }[];
  readonly skipped: readonly { readonly claimId: string; readonly why: SkipReason; readonly missing: number }[];
}

export type SkipReason = 'enough-already' | 'no-language' | 'no-desk' | 'only-authors-or-assigned' | 'all-at-limit';

interface Load {
  readonly reviewer: BalanceReviewer;
  open: number;
  last: string;
}

/**
 * Balanced automatic assignment, claim by claim in the order given: whoever has the fewest open, matches language and
 * desk, did not write the words and never held the claim; ties go to the longest idle, then to the smaller id.
 */
export function balance(
  claims: readonly BalanceClaim[],
  reviewers: readonly BalanceReviewer[],
  now: string,
  openLimit: number = Number.POSITIVE_INFINITY,
): Balanced {
  const loads = reviewers.map<Load>((reviewer) => ({
    reviewer,
    open: reviewer.openAssignments,
    last: reviewer.lastAssignedAt ?? '',
  }));
  const assigned: { claimId: string; reviewerId: string }[] = [];
  const skipped: { claimId: string; why: SkipReason; missing: number }[] = [];
  for (const claim of claims) {
    const wanted = claim.reviewersWanted - claim.reviewersNow;
    if (wanted <= 0) {
      skipped.push({ claimId: claim.id, why: 'enough-already', missing: 0 });
      continue;
    }
    const { fit, why } = fitting(claim, loads, openLimit);
    const chosen = fit.sort(byTurn).slice(0, wanted);
    for (const load of chosen) {
      assigned.push({ claimId: claim.id, reviewerId: load.reviewer.id });
      load.open += 1;
      load.last = now;
    }
    if (chosen.length < wanted) skipped.push({ claimId: claim.id, why, missing: wanted - chosen.length });
  }
  return { assigned, skipped };
}

/** Filters in a fixed order; `why` names the last filter that took somebody out, for when too few remain. */
function fitting(claim: BalanceClaim, loads: readonly Load[], openLimit: number): { fit: Load[]; why: SkipReason } {
  const matches = (values: readonly string[], value: string | null) =>
    value === null || values.length === 0 || values.includes(value);
  const filters: readonly (readonly [SkipReason, (load: Load) => boolean])[] = [
    ['no-language', ({ reviewer }) => matches(reviewer.languages, claim.language)],
    ['no-desk', ({ reviewer }) => matches(reviewer.deskIds, claim.deskId)],
    [
      'only-authors-or-assigned',
      ({ reviewer }) => !claim.authorsOfWords.includes(reviewer.id) && !claim.everAssignedIds.includes(reviewer.id),
    ],
    ['all-at-limit', ({ open }) => open < openLimit],
  ];
  let fit = [...loads];
  let why: SkipReason = 'only-authors-or-assigned';
  for (const [reason, keeps] of filters) {
    const kept = fit.filter(keeps);
    if (kept.length < fit.length) why = reason;
    fit = kept;
  }
  return { fit, why };
}

function byTurn(a: Load, b: Load): number {
  if (a.open !== b.open) return a.open - b.open;
  if (a.last !== b.last) return a.last < b.last ? -1 : 1;
  return a.reviewer.id < b.reviewer.id ? -1 : 1;
}
