import type { Item } from '#client';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconChecks } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import { ScreenHeader } from '../../frame/screen.header.js';
import { ListBody } from '../../list/list.body.js';
import { usePages } from '../../list/pages.query.js';
import { useRovingLinks } from '../../list/roving.links.js';
import { Empty } from '../../state/states.js';
import { Foreign } from '../../text/foreign.js';
import { Moment } from '../../text/moment.js';
import { formatNumber } from '../../text/numerals.js';
import { Messages } from './messages.js';
import { ReasonMark, REASONS, type Reason } from './reason.mark.js';
import classes from './turn.module.css';

type AttentionItem = Item<'listAttention'>;

/** Whose turn it is: mine, on what, why, and until when. */
export function TurnScreen() {
  const { t } = useTranslation('turn');
  const [reason, setReason] = useState<Reason | null>(null);
  const counts = useQuery({
    queryKey: [...keys.attention, 'counts'],
    queryFn: ({ signal }) => api().call('listAttention', { query: { limit: 1 }, signal }),
  });
  const items = usePages([...keys.attention, 'list', reason], (cursor, signal) =>
    api().call('listAttention', { query: { limit: 50, ...(reason && { reason }), ...cursor }, signal }),
  );
  const list = useRovingLinks<HTMLOListElement>();
  // The count, the reasons and the list are drawn at once, or each would push the next.
  const isPending = items.isPending || counts.isPending;
  return (
    <>
      <ScreenHeader title={t('title')} about={counts.data ? t('waiting', { count: counts.data.total }) : '\u00a0'} />
      <div className={classes.columns}>
        <section aria-label={t('title')}>
          {!isPending && <ReasonFilter counts={counts.data?.counts ?? {}} chosen={reason} onChoose={setReason} />}
          <ListBody
            pages={{ ...items, isPending }}
            empty={
              <Empty icon={<IconChecks size={36} stroke={1.25} aria-hidden />} title={t('empty')}>
                {t('emptyWords')}
              </Empty>
            }
          >
            {(found) => (
              <ol role="list" className={classes.items} ref={list}>
                {found.map((item) => (
                  <li key={`${item.reason} ${item.subject.id}`}>
                    <TurnItem item={item} />
                  </li>
                ))}
              </ol>
            )}
          </ListBody>
        </section>
        <Messages isHeldBack={isPending} />
      </div>
    </>
  );
}

function ReasonFilter({
  counts,
  chosen,
  onChoose,
}: {
  counts: Readonly<Partial<Record<Reason, number>>>;
  chosen: Reason | null;
  onChoose: (reason: Reason | null) => void;
}) {
  const { t, i18n } = useTranslation('turn');
  const present = REASONS.filter((reason) => (counts[reason] ?? 0) > 0);
  if (present.length < 2) return null;
  return (
    <div className={classes.filter} role="group" aria-label={t('filter')}>
      <button type="button" aria-pressed={chosen === null} onClick={() => onChoose(null)}>
        {t('allReasons')}
      </button>
      {present.map((reason) => (
        <button key={reason} type="button" aria-pressed={chosen === reason} onClick={() => onChoose(reason)}>
          {t(`reason.${reason}`)} <span className="figures">{formatNumber(counts[reason] ?? 0, i18n.language)}</span>
        </button>
      ))}
    </div>
  );
}

function TurnItem({ item }: { item: AttentionItem }) {
  const { t } = useTranslation(['turn', 'terms']);
  return (
    <Link
      to="/articles/$articleId"
      params={{ articleId: item.articleId }}
      search={{ claim: item.claimId }}
      className={classes.item}
      data-overdue={item.overdue || undefined}
    >
      <span className={classes.top}>
        <ReasonMark reason={item.reason} />
        <span className={classes.tier} title={t(`terms:tierLong.${item.tier}`)}>
          {t('tier', { tier: t(`terms:tier.${item.tier}`) })}
        </span>
        <span className={classes.due}>
          {item.dueAt !== null && (
            <>
              {t(item.overdue ? 'terms:due.overdue' : 'terms:due.on')} <Moment at={item.dueAt} />
            </>
          )}
        </span>
      </span>
      <span className={classes.quote}>
        <Foreign>{item.quote}</Foreign>
      </span>
      <span className={classes.where}>
        <Foreign>{item.articleTitle}</Foreign>
        <Moment at={item.since} />
      </span>
    </Link>
  );
}
