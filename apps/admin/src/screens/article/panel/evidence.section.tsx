import type { Claim, Evidence } from '#client';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/api.js';
import { keys } from '../../../api/keys.js';
import { listOf } from '../../../claim/claim.queries.js';
import { useMay, useMe, useMembers } from '../../../session/session.query.js';
import { askReason } from '../../../state/reason.js';
import { Failure, Loading, ProblemNotice } from '../../../state/states.js';
import { say } from '../../../state/toast.js';
import { Foreign } from '../../../text/foreign.js';
import { Moment } from '../../../text/moment.js';
import { useAttention, useRoom } from '../article.room.js';
import classes from './entry.module.css';
import { EvidenceForm } from './evidence.form.js';
import { saveCapture } from './capture.download.js';
import { EvidenceUpkeep } from './evidence.upkeep.js';
import { Section } from './section.js';

/** What speaks for the claim and against it, each item with its source and where in it. */
export function EvidenceSection({ claim }: { claim: Claim }) {
  const { t } = useTranslation('article');
  const { open } = useRoom();
  const { sheet } = useAttention();
  const evidence = useQuery(listOf('listEvidence', claim.id));
  const may = claim.actions.includes('add-evidence');
  const standing = evidence.data?.filter(({ withdrawn }) => withdrawn === null) ?? [];
  const origins = new Set(standing.map(({ origin }) => origin.rootId)).size;
  return (
    <Section
      title={t('evidence.title')}
      count={
        standing.length > 0
          ? t('evidence.count', { count: standing.length, origins: t('evidence.origins', { count: origins }) })
          : undefined
      }
      action={
        may && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => open('evidence')}
          >
            {t('evidence.add')}
          </Button>
        )
      }
    >
      {sheet === 'evidence' && may && <EvidenceForm claim={claim} known={standing} />}
      {evidence.isPending && <Loading lines={2} />}
      {evidence.isError && <Failure error={evidence.error} retry={() => void evidence.refetch()} />}
      {evidence.data?.length === 0 && sheet !== 'evidence' && <p className={classes.empty}>{t('evidence.none')}</p>}
      {evidence.data?.map((item) => (
        <EvidenceItem key={item.id} item={item} />
      ))}
    </Section>
  );
}

function EvidenceItem({ item }: { item: Evidence }) {
  const { t } = useTranslation('article');
  const members = useMembers();
  const cache = useQueryClient();
  const { member } = useMe();
  const may = useMay();
  const withdraw = useMutation({
    mutationFn: (reason: string) =>
      api().call('withdrawEvidence', { params: { id: item.id }, version: item.version, body: { reason } }),
    onSuccess: () => say(t('evidence.withdrawnSaid')),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.claim(item.claimId) }),
  });
  const mayWithdraw =
    item.withdrawn === null && may('withdrawEvidence', item.addedBy === member.id ? ['author-of-item'] : []);

  async function askAndWithdraw() {
    const reason = await askReason(t('evidence.withdrawTitle'), t('reason'));
    if (reason) withdraw.mutate(reason);
  }

  return (
    <article className={classes.entry} data-tone={item.stance ?? 'none'} data-gone={item.withdrawn !== null}>
      <div className={classes.top}>
        <span className={classes.stance}>
          {item.stance ? t(`terms:evidenceStance.${item.stance}`) : t('evidence.hiddenStance')}
        </span>
        <span className={classes.source}>
          <Foreign>{item.source.name ?? t('evidence.confidentialSource')}</Foreign>
        </span>
        {item.primary && <span className={classes.tag}>{t('evidence.primary')}</span>}
        {item.confidential && <span className={classes.tag}>{t('evidence.confidential')}</span>}
        {item.withdrawn && <span className={classes.tag}>{t('evidence.withdrawn')}</span>}
      </div>
      <p>
        <span className={classes.soft}>{t('evidence.locator')}:</span> <Foreign>{item.locator}</Foreign>
      </p>
      {item.quote && (
        <blockquote className={classes.quote} dir="auto">
          {item.quote}
        </blockquote>
      )}
      {item.note && <p dir="auto">{item.note}</p>}
      {item.withdrawn && (
        <p className={classes.soft} dir="auto">
          {item.withdrawn.reason}
        </p>
      )}
      <div className={classes.foot}>
        {item.url && (
          <a href={item.url} target="_blank" rel="noreferrer noopener" dir="ltr" className={classes.url}>
            {shortAddress(item.url)}
          </a>
        )}
        {item.captureId && (
          <button type="button" className={classes.text} onClick={() => void saveCapture(item.captureId!)}>
            {t('evidence.capture')}
          </button>
        )}
        <span className={classes.soft}>
          <Foreign>{members.get(item.addedBy)?.name ?? ''}</Foreign> <Moment at={item.createdAt} />
        </span>
        {mayWithdraw && (
          <button type="button" className={classes.text} onClick={() => void askAndWithdraw()}>
            {t('evidence.withdraw')}
          </button>
        )}
      </div>
      <EvidenceUpkeep item={item} />
      <ProblemNotice error={withdraw.error} />
    </article>
  );
}

function shortAddress(url: string): string {
  const { hostname, pathname } = new URL(url);
  const path = decodeURI(pathname);
  return hostname + (path.length > 32 ? `${path.slice(0, 31)}…` : path === '/' ? '' : path);
}
