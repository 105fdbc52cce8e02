import type { Claim } from '../claim/claim.types.js';
import { refuse, type Outcome } from '../refusal/refusal.js';

export const QUERY_STATUSES = ['open', 'answered', 'resolved'] as const;
export type QueryStatus = (typeof QUERY_STATUSES)[number];

export type QueryVerb = 'answer' | 'resolve';

/** before → verb → after. An answer may be put right until the query is resolved; the ledger keeps the earlier one. */
const QUERY_MOVES: Readonly<Record<QueryVerb, { readonly from: readonly QueryStatus[]; readonly to: QueryStatus }>> = {
  answer: { from: ['open', 'answered'], to: 'answered' },
  resolve: { from: ['open', 'answered'], to: 'resolved' },
};

export function queryStatus(query: { readonly answered: boolean; readonly resolved: boolean }): QueryStatus {
  if (query.resolved) return 'resolved';
  return query.answered ? 'answered' : 'open';
}

/** A query to the writer is asked about a claim that somebody still checks. */
export function askQuery(claim: Pick<Claim, 'disposition'>): Outcome<{ status: QueryStatus }> {
  if (claim.disposition === 'dismissed')
    return refuse('not-in-state', { kind: 'claim', state: 'dismissed', allowed: ['proposed', 'active'] });
  return { ok: true, status: 'open' };
}

export function answerQuery(status: QueryStatus): Outcome<{ status: QueryStatus }> {
  return moved(status, 'answer');
}

/** Whoever closes a query that nobody answered says why: otherwise it would look answered. */
export function resolveQuery(status: QueryStatus, note: string | null = null): Outcome<{ status: QueryStatus }> {
  if (status === 'open' && (note ?? '').trim() === '') return refuse('reason-required', { for: 'resolve' });
  return moved(status, 'resolve');
}

function moved(status: QueryStatus, verb: QueryVerb): Outcome<{ status: QueryStatus }> {
  const { from, to } = QUERY_MOVES[verb];
  if (!from.includes(status)) return refuse('not-in-state', { kind: 'query', state: status, allowed: from });
  return { ok: true, status: to };
}
