import type { Item } from '#client';
import { ActionIcon, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconChevronLeft, IconChevronRight, IconEyeOff, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import { ScreenHeader } from '../../frame/screen.header.js';
import list from '../../list/list.module.css';
import { useMembers } from '../../session/session.query.js';
import { Empty, Failure, Loading } from '../../state/states.js';
import { Foreign } from '../../text/foreign.js';
import { Moment } from '../../text/moment.js';
import { formatNumber } from '../../text/numerals.js';
import { ChainCheck } from './chain.check.js';
import { readableLeaf } from './leaf.words.js';
import classes from './ledger.module.css';

const PAGE = 50;

/** The audit ledger as a person reads it: newest first, who did what and when; the bytes behind each line on demand. */
export function LedgerScreen() {
  const { t, i18n } = useTranslation('ledger');
  const head = useQuery({
    queryKey: [...keys.ledger, 'head'],
    queryFn: ({ signal }) => api().call('listLedgerEntries', { query: { limit: 1 }, signal }),
  });
  const [last, setLast] = useState<number | null>(null);
  const end = last ?? head.data?.head.seq ?? 0;
  const from = Math.max(1, end - PAGE + 1);
  const entries = useQuery({
    queryKey: [...keys.ledger, 'page', from, end],
    queryFn: ({ signal }) =>
      api().call('listLedgerEntries', { query: { from, limit: Math.max(1, end - from + 1) }, signal }),
    enabled: end > 0,
    placeholderData: (before) => before,
  });
  if (head.isPending) return <Loading />;
  if (head.isError) return <Failure error={head.error} retry={() => void head.refetch()} />;
  const newest = head.data.head.seq;
  return (
    <>
      <ScreenHeader title={t('title')} about={t('about')}>
        <ChainCheck head={head.data.head} />
      </ScreenHeader>
      {end === 0 && <Empty title={t('empty')} icon={<IconShieldCheck size={36} stroke={1.25} aria-hidden />} />}
      {entries.isPending && end > 0 && <Loading />}
      {entries.isError && <Failure error={entries.error} retry={() => void entries.refetch()} />}
      {entries.data && (
        <>
          <Entries items={[...entries.data.items].reverse()} />
          <nav className={classes.pages} aria-label={t('pages')}>
            <ActionIcon
              aria-label={t('newer')}
              disabled={end >= newest}
              onClick={() => setLast(end + PAGE >= newest ? null : end + PAGE)}
            >
              <IconChevronRight size={18} className={classes.newer} aria-hidden />
            </ActionIcon>
            <span className="figures">
              {t('range', {
                from: formatNumber(from, i18n.language),
                to: formatNumber(end, i18n.language),
                of: formatNumber(newest, i18n.language),
              })}
            </span>
            <ActionIcon aria-label={t('older')} disabled={from <= 1} onClick={() => setLast(from - 1)}>
              <IconChevronLeft size={18} className={classes.newer} aria-hidden />
            </ActionIcon>
          </nav>
        </>
      )}
    </>
  );
}

function Entries({ items }: { items: readonly Item<'listLedgerEntries'>[] }) {
  const { t } = useTranslation('ledger');
  return (
    <div className={list.scroll} tabIndex={0} role="region" aria-label={t('title')}>
      <table className={`${list.table} ${list.stacking}`}>
        <caption className="unseen">{t('title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('seq')}</th>
            <th scope="col">{t('what')}</th>
            <th scope="col">{t('who')}</th>
            <th scope="col">{t('when')}</th>
            <th scope="col">{t('hash')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((entry) => (
            <Entry key={entry.seq} entry={entry} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Entry({ entry }: { entry: Item<'listLedgerEntries'> }) {
  const { t, i18n } = useTranslation('ledger');
  const members = useMembers();
  const [isOpen, setOpen] = useState(false);
  const leaf = entry.leaf === null ? null : readableLeaf(entry.leaf);
  return (
    <>
      <tr>
        <td className="figures">{formatNumber(entry.seq, i18n.language)}</td>
        <td className={`${list.lead} ${classes.what}`}>
          {leaf === null ? (
            <span className={classes.withheld}>
              <IconEyeOff size={15} aria-hidden /> {t('withheld')}
            </span>
          ) : (
            <>
              {entry.words}
              {leaf.reason !== undefined && (
                <p className={list.quiet}>
                  <Foreign>{leaf.reason}</Foreign>
                </p>
              )}
            </>
          )}
        </td>
        <td>
          {leaf &&
            (leaf.actor.member === null ? (
              <span className={list.quiet}>{t('system')}</span>
            ) : (
              <Foreign>{members.get(leaf.actor.member)?.name ?? t('someone')}</Foreign>
            ))}
        </td>
        <td className={list.nowrap}>{leaf && <Moment at={leaf.at} />}</td>
        <td>
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
            className={classes.hash}
            title={entry.hash}
          >
            <bdi dir="ltr">{entry.hash.slice(0, 10)}…</bdi>
          </Button>
        </td>
      </tr>
      {isOpen && (
        <tr>
          <td colSpan={5} className={list.lead}>
            <dl className={classes.bytes}>
              <dt>{t('wholeHash')}</dt>
              <dd dir="ltr">{entry.hash}</dd>
              <dt>{t('bytes')}</dt>
              <dd dir="ltr">{entry.leaf ?? t('withheld')}</dd>
            </dl>
          </td>
        </tr>
      )}
    </>
  );
}
