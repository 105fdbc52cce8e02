import { type ClaimItem, type Input, ProblemError } from '#client';
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

/** Does one thing to each claim; what the server refuses is left out and stops nothing. */
export async function inBulk(
  claims: readonly ClaimItem[],
  action: BulkAction,
  onProgress: (share: number) => void,
): Promise<BulkReport> {
  if (action.kind === 'restore') return oneByOne(claims, onProgress);
  const { kind, ...terms } = action;
  const claimIds = claims.map(({ id }) => id);
  const body = { action: kind, claimIds, ...terms } as Input<'changeClaimsInBulk'>['body'];
  const { done, skipped } = await api().call('changeClaimsInBulk', { body });
  const known = new Map(claims.map((claim) => [claim.id, claim]));
  return {
    done: done.flatMap((id) => known.get(id) ?? []),
    skipped: skipped.flatMap(({ claimId, detail }) => {
      const claim = known.get(claimId);
      return claim ? [{ claim, why: detail }] : [];
    }),
  };
}

/** What the server does not do in bulk. */
async function oneByOne(claims: readonly ClaimItem[], onProgress: (share: number) => void): Promise<BulkReport> {
  const done: ClaimItem[] = [];
  const skipped: { claim: ClaimItem; why: string }[] = [];
  for (const [index, claim] of claims.entries()) {
    try {
      await api().call('restoreClaim', { params: { id: claim.id }, version: claim.version, body: {} });
      done.push(claim);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      skipped.push({ claim, why: error.detail || error.title });
    }
    onProgress((index + 1) / claims.length);
  }
  return { done, skipped };
}
