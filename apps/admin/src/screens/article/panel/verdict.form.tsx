import type { Claim } from '#client';
import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useClose } from '../article.room.js';
import { Choice, PanelForm } from '../../../form/panel.form.js';
import { ChecklistField } from './checklist.field.js';
import { CitedEvidenceField, useCitedEvidence } from './cited.evidence.js';
import { useRatingLabel, useRatings } from './rating.label.js';
import { type Confidence, useGiving, useVerdictDraft } from './verdict.draft.js';

const LEVELS: readonly Confidence[] = ['low', 'medium', 'high'];

/** Gives a verdict: the label, why, how sure, and on what evidence it rests. */
export function VerdictForm({ claim }: { claim: Claim }) {
  const { t } = useTranslation('article');
  const close = useClose();
  const ratings = useRatings();
  const label = useRatingLabel();
  const draft = useVerdictDraft(claim);
  const { rationale, rating } = draft;
  const evidence = useCitedEvidence(claim);
  const give = useGiving(claim, draft, evidence.cited);
  return (
    <PanelForm
      label={t('verdict.give')}
      submit={t('verdict.send')}
      busy={give.isPending}
      error={give.error}
      disabled={rating === '' || rationale.trim() === ''}
      onSend={() => give.mutate()}
      onCancel={close}
      note={t('draftKept')}
    >
      <Choice
        label={t('verdict.rating')}
        value={rating || null}
        onChange={draft.setRating}
        options={ratings.map(({ key, stance }) => ({ value: key, label: label(key), tone: stance }))}
        autoFocus
      />
      <Textarea
        label={t('verdict.rationale')}
        description={t('verdict.rationaleHint')}
        value={rationale}
        onChange={(event) => draft.setRationale(event.currentTarget.value)}
        rows={4}
        dir="auto"
        required
        withAsterisk={false}
      />
      <Choice
        label={t('verdict.confidenceLabel')}
        value={draft.confidence}
        onChange={draft.setConfidence}
        options={LEVELS.map((value) => ({ value, label: t(`terms:confidence.${value}`) }))}
      />
      <ChecklistField kind={claim.kind} value={draft.ticked} onChange={draft.setTicked} />
      <CitedEvidenceField {...evidence} />
    </PanelForm>
  );
}
