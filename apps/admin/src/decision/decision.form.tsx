import type { Claim } from '#client';
import { Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Gender } from '../claim/claim.standing.js';
import type { ClaimWrite } from '../claim/claim.write.js';
import { useScale } from '../claim/rating.scale.js';
import { Choice, PanelForm } from '../form/panel.form.js';
import { type DecisionDraft, neededFor, type Target, useDeciding, useDecisionDraft } from './decision.draft.js';
import { Adjudication, Exceptions } from './decision.reasons.js';
import { RequirementList } from './requirement.list.js';
import { SearchLog } from './search.log.js';

const TARGETS: readonly Target[] = ['verified', 'disputed', 'unproven', 'as-attributed', 'needs-source'];
const TONES: Readonly<Record<Target, string>> = {
  verified: 'supports',
  disputed: 'disputes',
  unproven: 'unproven',
  'as-attributed': 'unproven',
  'needs-source': 'none',
};

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
  const draft = useDecisionDraft(claim);
  const decide = useDeciding(claim, draft, write, onDone);
  const { missing, isDisputed, needsRationale } = neededFor(draft, claim, write.error);
  const aim = (target: Target) => {
    draft.aim(target);
    write.forget();
  };
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
      <TargetChoice {...{ claim, gender }} value={draft.to} onChange={aim} />
      {missing.length > 0 && <RequirementList requirements={missing} />}
      {isDisputed && (
        <Adjudication {...{ claim, kind, gender }} value={draft.adjudication} onChange={draft.setAdjudication} />
      )}
      <Exceptions missing={missing} value={draft.exceptions} onChange={draft.setExceptions} />
      <Closure draft={draft} />
      <Textarea
        label={t('decision.rationale')}
        required={needsRationale}
        autoFocus={onCancel !== undefined} // the choice is made for him where the rules leave one; the words are his
        value={draft.rationale}
        onChange={(event) => draft.setRationale(event.currentTarget.value)}
        rows={3}
        dir="auto"
      />
      {draft.state !== 'needs-source' && (
        <LabelChoice {...{ kind, gender }} state={draft.state} value={draft.rating} onChange={draft.setRating} />
      )}
    </PanelForm>
  );
}

interface TargetProps extends Pick<Props, 'claim' | 'gender'> {
  readonly value: Target;
  readonly onChange: (target: Target) => void;
}

function TargetChoice({ claim, gender, value, onChange }: TargetProps) {
  const { t } = useTranslation('article');
  function labelOf(target: Target): string {
    if (target === 'verified') return t(`terms:verifiedOf.${claim.verifies}.${gender}`);
    if (target === 'unproven' || target === 'as-attributed') return t(`decision.closure.${target}.${gender}`);
    return t(`terms:state.${target}.${gender}`);
  }
  return (
    <Choice
      label={t('decision.to')}
      value={value}
      onChange={onChange}
      options={TARGETS.map((target) => ({ value: target, label: labelOf(target), tone: TONES[target] }))}
    />
  );
}

/** What a claim is closed with that has no source: where it was looked for, or until when it stands as it was said. */
function Closure({ draft }: { draft: DecisionDraft }) {
  const { t } = useTranslation('article');
  return (
    <>
      {draft.to === 'unproven' && <SearchLog value={draft.searches} onChange={draft.setSearches} />}
      {draft.to === 'as-attributed' && (
        <TextInput
          type="date"
          label={t('decision.recheckAt')}
          value={draft.recheckAt}
          onChange={(event) => draft.setRecheckAt(event.currentTarget.value)}
        />
      )}
    </>
  );
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
