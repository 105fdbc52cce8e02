import type { Claim, Verdict } from '#client';
import { Button } from '@mantine/core';
import { IconEyeOff, IconScale } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/api.js';
import { keys } from '../../../api/keys.js';
import { listOf } from '../../../claim/claim.queries.js';
import { useMe, useMembers } from '../../../session/session.query.js';
import { askReason } from '../../../state/reason.js';
import { Failure, Loading, ProblemNotice } from '../../../state/states.js';
import { say } from '../../../state/toast.js';
import { Foreign } from '../../../text/foreign.js';
import { Moment } from '../../../text/moment.js';
import { useAttention, useRoom } from '../article.room.js';
import { KeyCap } from '../keys/key.cap.js';
import classes from './entry.module.css';
import { useRatingLabel } from './rating.label.js';
import { Section } from './section.js';
import { VerdictForm } from './verdict.form.js';

/** What fact-checkers concluded; for whoever must still judge, only that he will see it afterwards. */
export function VerdictSection({ claim }: { claim: Claim }) {
  const { t } = useTranslation('article');
  const { open } = useRoom();
  const { sheet } = useAttention();
  const verdicts = useQuery(listOf('listVerdicts', claim.id));
  const may = claim.actions.includes('give-verdict');
  const blind = [...claim.requirements.verified, ...claim.requirements.disputed].some(
    ({ status }) => status === 'withheld',
  );
  return (
    <Section
      title={t('verdict.title')}
      count={verdicts.data?.length ? verdicts.data.length : undefined}
      action={
        may && (
          <Button
            size="compact-sm"
            leftSection={<IconScale size={14} aria-hidden />}
            rightSection={<KeyCap command="verdict" />}
            onClick={() => open('verdict')}
          >
            {t('verdict.give')}
          </Button>
        )
      }
    >
      {sheet === 'verdict' && may && <VerdictForm claim={claim} />}
      {verdicts.isPending && <Loading lines={2} />}
      {verdicts.isError && <Failure error={verdicts.error} retry={() => void verdicts.refetch()} />}
      {blind && (
        <p className={classes.withheld}>
          <IconEyeOff size={17} aria-hidden />
          {t('verdict.blind')}
        </p>
      )}
      {verdicts.data?.length === 0 && !blind && sheet !== 'verdict' && (
        <p className={classes.empty}>{t('verdict.none')}</p>
      )}
      {verdicts.data?.map((verdict) => (
        <VerdictItem key={verdict.id} verdict={verdict} claim={claim} />
      ))}
    </Section>
  );
}

function VerdictItem({ verdict, claim }: { verdict: Verdict; claim: Claim }) {
  const { t } = useTranslation('article');
  const label = useRatingLabel();
  const members = useMembers();
  const { member } = useMe();
  const cache = useQueryClient();
  const withdraw = useMutation({
    mutationFn: (reason: string) => api().call('withdrawVerdict', { params: { id: verdict.id }, body: { reason } }),
    onSuccess: () => say(t('verdict.withdrawnSaid')),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.claim(claim.id) }),
  });
  const gone = verdict.withdrawn || verdict.superseded;
  const mine = verdict.reviewerId === member.id;

  async function askAndWithdraw() {
    const reason = await askReason(t('verdict.withdrawTitle'), t('reason'));
    if (reason) withdraw.mutate(reason);
  }

  return (
    <article
      className={classes.entry}
      data-verdict={verdict.id}
      data-tone={verdict.stance}
      data-gone={gone}
      data-outdated={verdict.outdated}
    >
      <div className={classes.top}>
        <span className={classes.stance}>{label(verdict.rating)}</span>
        <Foreign className={classes.source}>{members.get(verdict.reviewerId)?.name ?? ''}</Foreign>
        <span className={classes.soft}>
          {t('verdict.confidence', { level: t(`terms:confidence.${verdict.confidence}`) })}
        </span>
        {verdict.outdated && <span className={classes.tag}>{t('verdict.outdated')}</span>}
        {verdict.informed && <span className={classes.tag}>{t('verdict.informed')}</span>}
        {verdict.superseded && <span className={classes.tag}>{t('verdict.superseded')}</span>}
        {verdict.withdrawn && <span className={classes.tag}>{t('verdict.withdrawn')}</span>}
      </div>
      <p className={classes.prose} dir="auto">
        {verdict.rationale}
      </p>
      <div className={classes.foot}>
        <span className={classes.soft}>
          {t('verdict.rests', { count: verdict.evidenceIds.length })} ·{' '}
          {verdict.checklist.length > 0 && `${t('verdict.ticked', { count: verdict.checklist.length })} · `}{' '}
          <Moment at={verdict.createdAt} />
        </span>
        {mine && !gone && claim.actions.includes('withdraw-verdict') && (
          <button type="button" className={classes.text} onClick={() => void askAndWithdraw()}>
            {t('verdict.withdraw')}
          </button>
        )}
      </div>
      <ProblemNotice error={withdraw.error} />
    </article>
  );
}
