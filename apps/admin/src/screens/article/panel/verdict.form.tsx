import type { Claim, Evidence } from '#client';
import { Checkbox, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/api.js';
import { keys } from '../../../api/keys.js';
import { listOf } from '../../../claim/claim.queries.js';
import { useMe } from '../../../session/session.query.js';
import { useDraft } from '../../../state/draft.js';
import { Loading } from '../../../state/states.js';
import { say } from '../../../state/toast.js';
import { useClose } from '../article.room.js';
import { Choice, PanelForm } from '../../../form/panel.form.js';
import classes from '../../../form/form.module.css';
import { ChecklistField } from './checklist.field.js';
import { useRatingLabel, useRatings } from './rating.label.js';

type Confidence = 'low' | 'medium' | 'high';
const LEVELS: readonly Confidence[] = ['low', 'medium', 'high'];

/** Gives a verdict. What is written is kept in this browser until the server has it. */
export function VerdictForm({ claim }: { claim: Claim }) {
  const { t } = useTranslation('article');
  const close = useClose();
  const { member } = useMe();
  const cache = useQueryClient();
  const ratings = useRatings();
  const label = useRatingLabel();
  const draft = `${member.id}.${claim.id}.verdict`;
  const [rationale, setRationale, clearRationale] = useDraft(draft);
  const [rating, setRating, clearRating] = useDraft(`${draft}.rating`);
  const [confidence, setConfidence] = useState<Confidence>('medium');
  const evidence = useQuery(listOf('listEvidence', claim.id));
  const items = standing(evidence.data);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());

  /** What the verdict rests on: what is ticked, and what he added himself in the moment before, though it has not come back yet. */
  async function cited(): Promise<string[]> {
    const shown = new Set(items.map(({ id }) => id));
    const known = evidence.isFetching ? standing(await cache.fetchQuery(listOf('listEvidence', claim.id))) : items;
    const meant = known.filter(({ id, addedBy }) => shown.has(id) || addedBy === member.id);
    return meant.map(({ id }) => id).filter((id) => !left.has(id));
  }

  const [ticked, setTicked] = useState<readonly string[]>([]);
  const give = useMutation({
    mutationFn: async () =>
      api().call('giveVerdict', {
        params: { id: claim.id },
        body: { checklist: [...ticked], rating, confidence, rationale, evidenceIds: await cited() },
      }),
    onSuccess: () => {
      clearRationale();
      clearRating();
      say(t('verdict.given'));
      close();
    },
    onSettled: () =>
      Promise.all([
        cache.invalidateQueries({ queryKey: keys.claim(claim.id) }),
        cache.invalidateQueries({ queryKey: keys.assignments }),
      ]),
  });

  function toggle(id: string) {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
  }

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
        onChange={setRating}
        options={ratings.map(({ key, stance }) => ({ value: key, label: label(key), tone: stance }))}
        autoFocus
      />
      <Textarea
        label={t('verdict.rationale')}
        description={t('verdict.rationaleHint')}
        value={rationale}
        onChange={(event) => setRationale(event.currentTarget.value)}
        rows={4}
        dir="auto"
        required
        withAsterisk={false}
      />
      <Choice
        label={t('verdict.confidenceLabel')}
        value={confidence}
        onChange={setConfidence}
        options={LEVELS.map((value) => ({ value, label: t(`terms:confidence.${value}`) }))}
      />
      <ChecklistField kind={claim.kind} value={ticked} onChange={setTicked} />
      <fieldset className={classes.choice}>
        <legend>{t('verdict.evidence')}</legend>
        {evidence.isPending && <Loading lines={1} />}
        {evidence.data && items.length === 0 && <p>{t('verdict.noEvidence')}</p>}
        <div className={classes.more}>
          <div>
            {items.map((item) => (
              <Checkbox
                key={item.id}
                size="sm"
                checked={!left.has(item.id)}
                onChange={() => toggle(item.id)}
                label={
                  <>
                    {item.stance && `${t(`terms:evidenceStance.${item.stance}`)}: `}
                    <bdi>{item.source.name ?? t('evidence.confidentialSource')}</bdi> · <bdi>{item.locator}</bdi>
                  </>
                }
              />
            ))}
          </div>
        </div>
      </fieldset>
    </PanelForm>
  );
}

const standing = (evidence: readonly Evidence[] = []) => evidence.filter(({ withdrawn }) => withdrawn === null);
