import { type ClaimItem, ProblemError } from '#client';
import { api } from '../../api/api.js';

export type DismissalReason = NonNullable<ClaimItem['dismissal']>['reason'];
export type BulkAction =
  | { readonly kind: 'accept' }
  | { readonly kind: 'dismiss'; readonly reason: DismissalReason }
  | { readonly kind: 'restore' }
  | { readonly kind: 'tier'; readonly tier: ClaimItem['tier'] }
  | { readonly kind: 'assign'; readonly reviewerId: string };

export interface BulkReport {
  readonly done: readonly ClaimItem[];
  /** What was left out, each with the server's own words why. */
  readonly skipped: readonly { readonly claim: ClaimItem; readonly why: string }[];
}

/** Does one thing to each claim, one after the other; a refusal leaves that claim out and stops nothing. */
export async function inBulk(
  claims: readonly ClaimItem[],
  action: BulkAction,
  onProgress: (share: number) => void,
): Promise<BulkReport> {
  const done: ClaimItem[] = [];
  const skipped: { claim: ClaimItem; why: string }[] = [];
  for (const [index, claim] of claims.entries()) {
    try {
      await act(claim, action);
      done.push(claim);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      skipped.push({ claim, why: error.detail || error.title });
    }
    onProgress((index + 1) / claims.length);
  }
  return { done, skipped };
}

function act({ id, version }: ClaimItem, action: BulkAction): Promise<unknown> {
  const params = { id };
  switch (action.kind) {
    case 'accept':
      return api().call('acceptClaim', { params, version, body: {} });
    case 'dismiss':
      return api().call('dismissClaim', { params, version, body: { reason: action.reason } });
    case 'restore':
      return api().call('restoreClaim', { params, version, body: {} });
    case 'tier':
      return api().call('updateClaim', { params, version, body: { tier: action.tier } });
    case 'assign':
      return api().call('createAssignment', { params, body: { reviewerId: action.reviewerId } });
  }
}
