import { type Claim, ProblemError } from '#client';
import { Select, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/api.js';
import { listOf, newsroomQuery } from '../../../claim/claim.queries.js';
import type { ClaimWrite } from '../../../claim/claim.write.js';
import { useMe, useMembers } from '../../../session/session.query.js';
import { useDraft } from '../../../state/draft.js';
import { useRoom } from '../article.room.js';
import { Choice, PanelForm } from './form.js';
import classes from './form.module.css';
import { type Requirement, RequirementList } from './requirement.section.js';
import { useRatingLabel, useRatings } from './rating.label.js';
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

/** Decides on a claim: the state, the reasons, the label to publish, adjudications and exceptions where they are needed. */
export function DecisionForm({ claim, write }: { claim: Claim; write: ClaimWrite }) {
  const { t } = useTranslation('article');
  const { open, gender } = useRoom();
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
      ...given('adjudication', adjudication, (verdictId, reason) => ({ verdictId, rationale: reason })),
    };
    write.run({
      said: t('decision.done'),
      send: async (version) => (await api().call('decideClaim', { params: { id: claim.id }, version, body })).claim,
      onDone: () => {
        clearDraft();
        open(null);
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
      onCancel={() => open(null)}
      note={t('draftKept')}
    >
      <Choice
        label={t('decision.to')}
        value={to}
        onChange={setTo}
        autoFocus
        options={TARGETS.map((value) => ({ value, label: targetLabel(value), tone: TONES[value] }))}
      />
      {missing.length > 0 && <RequirementList requirements={missing} />}
      {missing.some(({ name }) => name === 'no-open-dispute') && (
        <Adjudication claim={claim} value={adjudication} onChange={setAdjudication} />
      )}
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
        value={rationale}
        onChange={(event) => setRationale(event.currentTarget.value)}
        rows={3}
        dir="auto"
      />
      {state !== 'needs-source' && <LabelChoice state={state} value={rating} onChange={setRating} />}
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

function given<T>(name: string, texts: Readonly<Record<string, string>>, make: (key: string, text: string) => T) {
  const list = Object.entries(texts).filter(([, text]) => text.trim());
  return list.length > 0 ? { [name]: list.map(([key, text]) => make(key, text)) } : {};
}

function LabelChoice({
  state,
  value,
  onChange,
}: {
  state: 'verified' | 'disputed';
  value: string | null;
  onChange: (key: string | null) => void;
}) {
  const { t } = useTranslation('article');
  const label = useRatingLabel();
  const stance = state === 'verified' ? 'supports' : 'disputes';
  const fitting = useRatings().filter((rating) => rating.stance === stance);
  return (
    <Select
      label={t('decision.label')}
      description={t('decision.labelHint')}
      data={fitting.map(({ key }) => ({ value: key, label: label(key) }))}
      value={value}
      onChange={onChange}
      clearable
    />
  );
}

type Texts = Readonly<Record<string, string>>;
interface TextsProps {
  readonly value: Texts;
  readonly onChange: (texts: Texts) => void;
}

/** One reason for each requirement that the policy lets an editor set aside by name. */
function Exceptions({ missing, value, onChange }: TextsProps & { missing: readonly Requirement[] }) {
  const { t } = useTranslation('article');
  const { data } = useQuery(newsroomQuery);
  const open = missing.filter(({ name }) => data?.policy.overridable.includes(name));
  if (open.length === 0) return null;
  return (
    <details className={classes.more}>
      <summary>{t('decision.exceptions')}</summary>
      <div>
        {open.map(({ name }) => (
          <Textarea
            key={name}
            label={t('decision.exception', { requirement: t(`terms:requirement.${name}`) })}
            description={t('decision.exceptionHint')}
            value={value[name] ?? ''}
            onChange={(event) => onChange({ ...value, [name]: event.currentTarget.value })}
            rows={2}
            dir="auto"
          />
        ))}
      </div>
    </details>
  );
}

/** Why each disputing verdict does not stand in the way: one by one, never by outvoting. */
function Adjudication({ claim, value, onChange }: TextsProps & { claim: Claim }) {
  const { t } = useTranslation('article');
  const members = useMembers();
  const label = useRatingLabel();
  const verdicts = useQuery(listOf('listVerdicts', claim.id));
  const disputing = verdicts.data?.filter(
    ({ stance, withdrawn, superseded, outdated }) => stance === 'disputes' && !withdrawn && !superseded && !outdated,
  );
  return (
    <>
      {disputing?.map((verdict) => (
        <Textarea
          key={verdict.id}
          label={t('decision.adjudicate', {
            rating: label(verdict.rating),
            name: members.get(verdict.reviewerId)?.name ?? '',
          })}
          description={verdict.rationale}
          value={value[verdict.id] ?? ''}
          onChange={(event) => onChange({ ...value, [verdict.id]: event.currentTarget.value })}
          rows={2}
          dir="auto"
        />
      ))}
    </>
  );
}
