import type { Claim, Input, Verdict } from '#client';
import { Button, Select, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import type { Gender } from '../../claim/claim.standing.js';
import { useMembers } from '../../session/session.query.js';
import { ProblemNotice } from '../../state/states.js';
import { say } from '../../state/toast.js';
import { Foreign } from '../../text/foreign.js';
import { useScale } from './rating.scale.js';
import { RequirementList } from './requirement.list.js';
import classes from './adjudicate.module.css';

type To = Input<'decideClaim'>['body']['to'];
const WAYS: readonly To[] = ['verified', 'disputed', 'needs-source'];

interface Props {
  readonly claim: Claim;
  readonly kind: 'draft' | 'external';
  readonly gender: Gender;
  readonly verdicts: readonly Verdict[];
  readonly onSettled: () => void;
}

/** Settles a dispute: which way, with which label, why, and an answer to each verdict that is not followed. */
export function DecisionForm({ claim, kind, gender, verdicts, onSettled }: Props) {
  const { t } = useTranslation(['adjudicate', 'terms']);
  const cache = useQueryClient();
  const members = useMembers();
  const { ratings, nameOf, labelOf } = useScale(kind, gender);
  const [to, setTo] = useState<To>('verified');
  const [rating, setRating] = useState<string | null>(null);
  const [rationale, setRationale] = useState('');
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const against = to === 'verified' ? verdicts.filter(({ stance }) => stance === 'disputes') : [];
  const deciding = useMutation({
    mutationFn: () =>
      api().call('decideClaim', {
        params: { id: claim.id },
        version: claim.version,
        body: {
          to,
          ...(rationale.trim() && { rationale: rationale.trim() }),
          ...(rating !== null && { rating }),
          ...(against.length > 0 && {
            adjudication: against.flatMap(({ id }) =>
              answers[id]?.trim() ? [{ verdictId: id, rationale: answers[id].trim() }] : [],
            ),
          }),
        },
      }),
    onSuccess: async () => {
      say(t('settled'));
      await cache.invalidateQueries({ queryKey: keys.attention });
      await cache.invalidateQueries({ queryKey: keys.claim(claim.id) });
      onSettled();
    },
  });
  if (!claim.actions.includes('decide')) {
    return <p className={classes.notMine}>{t('notMine')}</p>;
  }
  const requirements = to === 'needs-source' ? [] : claim.requirements[to];
  const fitting = ratings.filter(({ stance }) => (to === 'verified' ? stance === 'supports' : stance === 'disputes'));
  return (
    <form
      className={classes.decision}
      aria-labelledby="decision"
      onSubmit={(event) => {
        event.preventDefault();
        deciding.mutate();
      }}
    >
      <h2 id="decision">{t('decision')}</h2>
      <div className={classes.ways} role="group" aria-label={t('way')}>
        {WAYS.map((way) => (
          <Button
            key={way}
            variant={way === to ? 'filled' : 'default'}
            aria-pressed={way === to}
            onClick={() => {
              setTo(way);
              setRating(null);
            }}
          >
            {way === 'verified' ? t(`terms:verifiedOf.${claim.verifies}.${gender}`) : t(`terms:state.${way}.${gender}`)}
          </Button>
        ))}
      </div>
      <RequirementList requirements={requirements} />
      {to !== 'needs-source' && (
        <Select
          label={t('label')}
          data={fitting.map((one) => ({ value: one.key, label: nameOf(one) }))}
          value={rating}
          onChange={setRating}
          clearable
          clearButtonProps={{ 'aria-label': t('noLabel') }}
        />
      )}
      {against.map((verdict) => (
        <Textarea
          key={verdict.id}
          label={
            <>
              {t('answerTo')} <Foreign>{members.get(verdict.reviewerId)?.name ?? t('aColleague')}</Foreign> (
              {labelOf(verdict.rating)})
            </>
          }
          description={t('answerHint')}
          dir="auto"
          autosize
          minRows={2}
          value={answers[verdict.id] ?? ''}
          onChange={(event) => setAnswers({ ...answers, [verdict.id]: event.currentTarget.value })}
        />
      ))}
      <Textarea
        label={t('rationale')}
        dir="auto"
        autosize
        minRows={3}
        value={rationale}
        onChange={(event) => setRationale(event.currentTarget.value)}
      />
      <ProblemNotice error={deciding.error} />
      <div>
        <Button type="submit" loading={deciding.isPending}>
          {t('settle')}
        </Button>
      </div>
    </form>
  );
}
