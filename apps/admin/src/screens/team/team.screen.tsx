import type { Answer } from '#client';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import { ScreenHeader } from '../../frame/screen.header.js';
import list from '../../list/list.module.css';
import { useMembers } from '../../session/session.query.js';
import { Empty, Failure, Loading } from '../../state/states.js';
import { Foreign } from '../../text/foreign.js';
import { Moment } from '../../text/moment.js';
import { HandOver } from './hand.over.js';
import classes from './team.module.css';

type Load = Answer<'getLoad'>['items'][number];

/** Who checks, how much lies with whom, and what each can still take. */
export function TeamScreen() {
  const { t } = useTranslation('team');
  const load = useQuery({
    queryKey: [...keys.assignments, 'load'],
    queryFn: ({ signal }) => api().call('getLoad', { signal }),
  });
  return (
    <>
      <ScreenHeader title={t('title')} about={t('about')}>
        <HandOver />
      </ScreenHeader>
      {load.isPending && <Loading />}
      {load.isError && <Failure error={load.error} retry={() => void load.refetch()} />}
      {load.data?.items.length === 0 && <Empty title={t('nobody')}>{t('nobodyWords')}</Empty>}
      {load.data && (
        <ul role="list" className={classes.team}>
          {load.data.items.map((person) => (
            <li key={person.memberId}>
              <Person load={person} />
            </li>
          ))}
        </ul>
      )}
      {load.data && load.data.items.length > 0 && (
        <p className={`${list.quiet} ${classes.foot}`}>{t('limit', { count: load.data.limit })}</p>
      )}
    </>
  );
}

function Person({ load: { memberId, name, open, overdue, capacity, lastAssignedAt } }: { load: Load }) {
  const { t } = useTranslation(['team', 'terms']);
  const member = useMembers().get(memberId);
  const languages = member?.languages.map((code) => t(`terms:language.${code}`)).join(t('and'));
  const whole = Math.max(1, open + capacity);
  return (
    <article className={classes.person}>
      <h2>
        <Foreign>{name}</Foreign>
      </h2>
      <p className={list.quiet}>
        {languages}
        {lastAssignedAt !== null && (
          <>
            {languages && ' · '}
            {t('lastAssigned')} <Moment at={lastAssignedAt} />
          </>
        )}
      </p>
      <div className={classes.bar} aria-hidden>
        <span data-kind="overdue" style={{ inlineSize: `${(overdue / whole) * 100}%` }} />
        <span data-kind="open" style={{ inlineSize: `${((open - overdue) / whole) * 100}%` }} />
      </div>
      <p className={classes.figures}>
        <strong>{t('open', { count: open })}</strong>
        {overdue > 0 && <span className={classes.late}> · {t('overdue', { count: overdue })}</span>}
        <span> · {t('capacity', { count: capacity })}</span>
      </p>
    </article>
  );
}
