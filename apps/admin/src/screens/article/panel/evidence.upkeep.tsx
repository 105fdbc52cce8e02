import type { Evidence } from '#client';
import { Modal } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/api.js';
import { keys } from '../../../api/keys.js';
import { useMay, useMe, useMembers } from '../../../session/session.query.js';
import { ProblemNotice } from '../../../state/states.js';
import { say } from '../../../state/toast.js';
import { Foreign } from '../../../text/foreign.js';
import { Moment } from '../../../text/moment.js';
import { NoticeForm } from '../../outside/notice.form.js';
import classes from './entry.module.css';

/** What keeps a piece of evidence good: a second reader of its translation, a look at its page, its publisher's word. */
export function EvidenceUpkeep({ item }: { item: Evidence }) {
  if (item.withdrawn !== null) return null;
  return (
    <>
      {item.translation && <Translation item={item} translation={item.translation} />}
      {item.captureId && item.url && <PageWatch captureId={item.captureId} />}
      <PublisherNotice item={item} />
    </>
  );
}

function Translation({ item, translation }: { item: Evidence; translation: NonNullable<Evidence['translation']> }) {
  const { t } = useTranslation('article');
  const may = useMay();
  const members = useMembers();
  const { member } = useMe();
  const cache = useQueryClient();
  const confirming = useMutation({
    mutationFn: () => api().call('confirmTranslation', { params: { id: item.id }, version: item.version }),
    onSuccess: () => say(t('upkeep.confirmed')),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.claim(item.claimId) }),
  });
  return (
    <div>
      <blockquote className={classes.quote} lang={translation.language} dir="auto">
        {translation.original}
      </blockquote>
      <blockquote className={classes.quote} dir="auto">
        {translation.text}
      </blockquote>
      <p className={classes.soft}>
        {t('upkeep.translator')} <Foreign>{translation.translator}</Foreign>
        {translation.secondReaderId !== null && (
          <>
            {' · '}
            {t('upkeep.secondReader')} <Foreign>{members.get(translation.secondReaderId)?.name ?? ''}</Foreign>
          </>
        )}
      </p>
      {translation.secondReaderId === null &&
        item.addedBy !== member.id &&
        may('confirmTranslation', ['article-visible']) && (
          <button type="button" className={classes.text} onClick={() => confirming.mutate()}>
            {t('upkeep.confirm')}
          </button>
        )}
      <ProblemNotice error={confirming.error} />
    </div>
  );
}

const LOOK_AGAIN_MS = 2_000;

/** Whether the page still says what was kept of it; asked for, because looking costs its publisher a visit. */
function PageWatch({ captureId }: { captureId: string }) {
  const { t } = useTranslation('article');
  const may = useMay();
  const [opened, setOpened] = useState(false);
  const fetches = useQuery({
    queryKey: keys.fetches(captureId),
    queryFn: ({ signal }) => api().call('listPageFetches', { params: { id: captureId }, signal }),
    enabled: opened,
  });
  const looking = useMutation({
    mutationFn: () => api().call('refetchCapture', { params: { id: captureId } }),
    onSuccess: () => setOpened(true),
    onSettled: () => fetches.refetch(),
  });
  const newest = looking.data;
  const running = useQuery({
    queryKey: [...keys.fetches(captureId), newest?.id],
    queryFn: async ({ signal }) => {
      const now = await api().call('getPageFetch', { params: { id: newest!.id }, signal });
      if (isOver(now.status)) await fetches.refetch();
      return now;
    },
    enabled: newest !== undefined,
    refetchInterval: ({ state }) => (isOver(state.data?.status) ? false : LOOK_AGAIN_MS),
  });
  const busy = looking.isPending || (newest !== undefined && !isOver(running.data?.status));
  return (
    <div>
      {may('refetchCapture') && (
        <button type="button" className={classes.text} disabled={busy} onClick={() => looking.mutate()}>
          {t(busy ? 'upkeep.looking' : 'upkeep.look')}
        </button>
      )}{' '}
      <button type="button" className={classes.text} aria-expanded={opened} onClick={() => setOpened(!opened)}>
        {t('upkeep.looks')}
      </button>
      <ProblemNotice error={looking.error ?? fetches.error} />
      {opened && fetches.data && (
        <ul>
          {fetches.data.items.length === 0 && <li className={classes.soft}>{t('upkeep.never')}</li>}
          {fetches.data.items.map((fetch) => (
            <li key={fetch.id}>
              {t(`upkeep.outcome.${fetch.outcome ?? fetch.status}`)} ·{' '}
              <Moment at={fetch.finishedAt ?? fetch.createdAt} />
              {fetch.changes?.quotes.some(({ present }) => !present) && ` · ${t('upkeep.quoteGone')}`}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const isOver = (status: string | undefined) => status === 'done' || status === 'failed';

function PublisherNotice({ item }: { item: Evidence }) {
  const { t } = useTranslation(['outside', 'frame']);
  const may = useMay();
  const [opened, setOpened] = useState(false);
  if (!may('createNotice')) return null;
  return (
    <div>
      <button type="button" className={classes.text} onClick={() => setOpened(true)}>
        {t('notice.add')}
      </button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('notice.add')}
        closeButtonProps={{ 'aria-label': t('frame:close') }}
      >
        <NoticeForm evidenceId={item.id} onDone={() => setOpened(false)} />
      </Modal>
    </div>
  );
}
