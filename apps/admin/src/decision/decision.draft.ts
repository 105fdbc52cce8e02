import { type Claim, type Input, ProblemError } from '#client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/api.js';
import type { ClaimWrite } from '../claim/claim.write.js';
import { useMe } from '../session/session.query.js';
import { useDraft } from '../state/draft.js';
import { given } from './decision.reasons.js';
import type { Requirement } from './requirement.list.js';
import type { Search } from './search.log.js';

/** What one may decide: the three states, and two ways to close a claim for which there is no source. */
export type Target = 'verified' | 'disputed' | 'needs-source' | 'unproven' | 'as-attributed';
type Reasons = Readonly<Record<string, string>>;

/** Members of a requirement list that the form itself fills in. */
const FILLED_HERE: readonly Requirement['name'][] = ['rationale', 'search-log', 'recheck-date'];
const EMPTY: Search = { where: '', when: '', query: '' };

/** A decision while it is written; its rationale is kept in this browser until the server has it. */
export function useDecisionDraft(claim: Claim) {
  const { member } = useMe();
  const [to, setTo] = useState<Target>(() =>
    claim.actions.includes('decide-disputed') && !claim.actions.includes('decide-verified') ? 'disputed' : 'verified',
  );
  const [rationale, setRationale, clear] = useDraft(`${member.id}.${claim.id}.decision`);
  const [rating, setRating] = useState<string | null>(null);
  const [exceptions, setExceptions] = useState<Reasons>({});
  const [adjudication, setAdjudication] = useState<Reasons>({});
  const [searches, setSearches] = useState<readonly Search[]>([EMPTY, EMPTY, EMPTY]);
  const [recheckAt, setRecheckAt] = useState('');
  return {
    to,
    /** A label belongs to its state: with another state it is chosen anew. */
    aim: (target: Target) => {
      setTo(target);
      setRating(null);
    },
    state: stateOf(to),
    rationale,
    setRationale,
    rating,
    setRating,
    exceptions,
    setExceptions,
    adjudication,
    setAdjudication,
    searches,
    setSearches,
    recheckAt,
    setRecheckAt,
    clear,
  };
}

export type DecisionDraft = ReturnType<typeof useDecisionDraft>;

/** What the decision needs, as the last refusal says, else the claim; and what of it is missing and not filled in by the form. */
export function neededFor({ state }: DecisionDraft, claim: Claim, refusal: unknown) {
  const refused = refusal instanceof ProblemError ? refusal.requirements : [];
  const listed = refused.length > 0 ? refused : state === 'needs-source' ? [] : claim.requirements[state];
  const unsatisfied = listed.filter(({ status }) => status === 'unsatisfied');
  return {
    missing: unsatisfied.filter(({ name }) => !FILLED_HERE.includes(name)),
    isDisputed: unsatisfied.some(({ name }) => name === 'no-open-dispute'),
    needsRationale: unsatisfied.some(({ name }) => name === 'rationale'),
  };
}

/** Decides; the draft is put away when the server has it. */
export function useDeciding(claim: Claim, draft: DecisionDraft, write: ClaimWrite, onDone: () => void) {
  const { t } = useTranslation('article');
  return () => {
    const body = bodyOf(draft);
    write.run({
      said: t('decision.done'),
      send: async (version) => (await api().call('decideClaim', { params: { id: claim.id }, version, body })).claim,
      onDone: () => {
        draft.clear();
        onDone();
      },
    });
  };
}

function bodyOf({ to, state, rationale, rating, ...draft }: DecisionDraft): Input<'decideClaim'>['body'] {
  return {
    to: state,
    ...(rationale.trim() && { rationale }),
    ...(rating && { rating }),
    ...closureOf(to, draft.searches, draft.recheckAt),
    ...given('overrides', draft.exceptions, (requirement, reason) => ({
      requirement: requirement as Requirement['name'],
      reason,
    })),
    ...(state === 'verified' &&
      given('adjudication', draft.adjudication, (verdictId, reason) => ({ verdictId, rationale: reason }))),
  };
}

function stateOf(to: Target): 'verified' | 'disputed' | 'needs-source' {
  return to === 'unproven' || to === 'as-attributed' ? 'needs-source' : to;
}

function closureOf(to: Target, searches: readonly Search[], recheckAt: string) {
  if (to === 'unproven') {
    return { closure: { kind: to, searchLog: searches.filter(({ where, query }) => where.trim() && query.trim()) } };
  }
  if (to === 'as-attributed' && recheckAt) {
    return { closure: { kind: to, recheckAt: new Date(`${recheckAt}T12:00:00`).toISOString() } };
  }
  return {};
}
