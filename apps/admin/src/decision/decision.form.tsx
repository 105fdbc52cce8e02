import { type Claim, ProblemError } from '#client';
import { Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/api.js';
import type { Gender } from '../claim/claim.standing.js';
import type { ClaimWrite } from '../claim/claim.write.js';
import { useScale } from '../claim/rating.scale.js';
import { Choice, PanelForm } from '../form/panel.form.js';
import { useMe } from '../session/session.query.js';
import { useDraft } from '../state/draft.js';
import { Adjudication, Exceptions, given } from './decision.reasons.js';
import { type Requirement, RequirementList } from './requirement.list.js';
import { SearchLog, type Search } from './search.log.js';

type Target = 'verified' | 'disputed' | 'needs-source' | 'unproven' | 'as-attributed';
const TARGETS: readonly Target[] = ['verified', 'disputed', 'unproven', 'as-attributed', 'needs-source'];
const TONES: Readonly<Record<Target, string>> = {
  verified: 'supports',
  disputed: 'disputes',
  unproven: 'unproven',
  'as-attributed': 'unproven',
  'needs-source': 'none',
};
/** Members of a requirement list that the form itself fills in. */
const FILLED_HERE: readonly Requirement['name'][] = ['rationale', 'search-log', 'recheck-date'];

interface Props {
  readonly claim: Claim;
  readonly kind: 'draft' | 'external';
  readonly gender: Gender;
  readonly write: ClaimWrite;
  readonly onDone: () => void;
  /** Where the form may be put away. */
  readonly onCancel?: () => void;
}

/** Decides on a claim: the state, the reasons, the label to publish, adjudications and exceptions where they are needed. */
export function DecisionForm({ claim, kind, gender, write, onDone, onCancel }: Props) {
  const { t } = useTranslation('article');
  const { member } = useMe();
  const [to, setTo] = useState<Target>(() =>
    claim.actions.includes('decide-disputed') && !claim.actions.includes('decide-verified') ? 'disputed' : 'verified',
  );
  const [rationale, setRationale, clearDraft] = useDraft(`${member.id}.${claim.id}.decision`);
  const [rating, setRating] = useState<string | null>(null);
  const [exceptions, setExceptions] = useState<Readonly<Record<string, string>>>({});
  const [adjudication, setAdjudication] = useState<Readonly<Record<string, string>>>({});
  const [searches, setSearches] = useState<readonly Search[]>([EMPTY, EMPTY, EMPTY]);
  const [recheckAt, setRecheckAt] = useState('');
  const refused = write.error instanceof ProblemError ? write.error.requirements : [];
  const state = to === 'unproven' || to === 'as-attributed' ? 'needs-source' : to;
  const listed = refused.length > 0 ? refused : state === 'needs-source' ? [] : claim.requirements[state];
  const missing = listed.filter(({ name, status }) => status === 'unsatisfied' && !FILLED_HERE.includes(name));
  const disputed = missing.some(({ name }) => name === 'no-open-dispute');

  function decide() {
    const body = {
      to: state,
      ...(rationale.trim() && { rationale }),
      ...(rating && { rating }),
      ...closureOf(to, searches, recheckAt),
      ...given('overrides', exceptions, (requirement, reason) => ({
        requirement: requirement as Requirement['name'],
        reason,
      })),
      ...(state === 'verified' &&
        given('adjudication', adjudication, (verdictId, reason) => ({ verdictId, rationale: reason }))),
    };
    write.run({
      said: t('decision.done'),
      send: async (version) => (await api().call('decideClaim', { params: { id: claim.id }, version, body })).claim,
      onDone: () => {
        clearDraft();
        onDone();
      },
    });
  }

  return (
    <PanelForm
      label={t('decision.open')}
      submit={t('decision.send')}
      busy={write.busy}
      error={null}
      onSend={decide}
      onCancel={onCancel}
      note={t('draftKept')}
    >
      <Choice
        label={t('decision.to')}
        value={to}
        onChange={(value) => {
          setTo(value);
          setRating(null);
          write.forget();
        }}
        options={TARGETS.map((value) => ({ value, label: targetLabel(value), tone: TONES[value] }))}
      />
      {missing.length > 0 && <RequirementList requirements={missing} />}
      {disputed && <Adjudication {...{ claim, kind, gender }} value={adjudication} onChange={setAdjudication} />}
      <Exceptions missing={missing} value={exceptions} onChange={setExceptions} />
      {to === 'unproven' && <SearchLog value={searches} onChange={setSearches} />}
      {to === 'as-attributed' && (
        <TextInput
          type="date"
          label={t('decision.recheckAt')}
          value={recheckAt}
          onChange={(event) => setRecheckAt(event.currentTarget.value)}
        />
      )}
      <Textarea
        label={t('decision.rationale')}
        required={listed.some(({ name, status }) => name === 'rationale' && status === 'unsatisfied')}
        autoFocus={onCancel !== undefined} // the choice is made for him where the rules leave one; the words are his
        value={rationale}
        onChange={(event) => setRationale(event.currentTarget.value)}
        rows={3}
        dir="auto"
      />
      {state !== 'needs-source' && <LabelChoice {...{ kind, gender, state }} value={rating} onChange={setRating} />}
    </PanelForm>
  );

  function targetLabel(value: Target): string {
    if (value === 'verified') return t(`terms:verifiedOf.${claim.verifies}.${gender}`);
    if (value === 'unproven' || value === 'as-attributed') return t(`decision.closure.${value}.${gender}`);
    return t(`terms:state.${value}.${gender}`);
  }
}
const EMPTY: Search = { where: '', when: '', query: '' };

function closureOf(to: Target, searches: readonly Search[], recheckAt: string) {
  if (to === 'unproven') {
    return { closure: { kind: to, searchLog: searches.filter(({ where, query }) => where.trim() && query.trim()) } };
  }
  if (to === 'as-attributed' && recheckAt) {
    return { closure: { kind: to, recheckAt: new Date(`${recheckAt}T12:00:00`).toISOString() } };
  }
  return {};
}

interface LabelProps extends Pick<Props, 'kind' | 'gender'> {
  readonly state: 'verified' | 'disputed';
  readonly value: string | null;
  readonly onChange: (key: string | null) => void;
}

function LabelChoice({ kind, gender, state, value, onChange }: LabelProps) {
  const { t } = useTranslation('article');
  const { ratings, nameOf } = useScale(kind, gender);
  const stance = state === 'verified' ? 'supports' : 'disputes';
  const fitting = ratings.filter((rating) => rating.stance === stance);
  return (
    <Select
      label={t('decision.label')}
      description={t('decision.labelHint')}
      placeholder={t('decision.labelAgreed')}
      data={fitting.map((rating) => ({ value: rating.key, label: nameOf(rating) }))}
      value={value}
      onChange={onChange}
      clearable
      clearButtonProps={{ 'aria-label': t('decision.noLabel') }}
    />
  );
}
