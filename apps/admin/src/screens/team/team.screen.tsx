import type { Member } from '#client';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import { ScreenHeader } from '../../frame/screen.header.js';
import list from '../../list/list.module.css';
import { useMembers } from '../../session/session.query.js';
import { Failure, Loading } from '../../state/states.js';
import { Foreign } from '../../text/foreign.js';
import { formatNumber } from '../../text/numerals.js';
import { loadOf, type Load } from './team.load.js';
import classes from './team.module.css';

const MOST_CLAIMS = 200;

/** Who checks, and how much lies with whom. */
export function TeamScreen() {
  const { t } = useTranslation('team');
  const members = useMembers();
  const load = useQuery({
    queryKey: [...keys.assignments, 'load'],
    queryFn: async ({ signal }) => {
      const filter = { disposition: 'active', state: 'needs-source', limit: MOST_CLAIMS, sort: '-updatedAt' } as const;
      const { items } = await api().call('listClaims', { query: filter, signal });
      const assignments = await Promise.all(
        items.map(({ id }) => api().call('listAssignments', { params: { id }, signal })),
      );
      return loadOf(
        assignments.flatMap((one) => one.items),
        Date.now(),
      );
    },
  });
  const checkers = [...members.values()].filter(({ roles, active }) => active && roles.includes('reviewer'));
  const most = Math.max(1, ...checkers.map(({ id }) => load.data?.get(id)?.open ?? 0));
  return (
    <>
      <ScreenHeader title={t('title')} about={t('about')} />
      {load.isPending && <Loading />}
      {load.isError && <Failure error={load.error} retry={() => void load.refetch()} />}
      {load.data && (
        <ul role="list" className={classes.team}>
          {checkers.map((member) => (
            <li key={member.id}>
              <Person member={member} load={load.data.get(member.id)} most={most} />
            </li>
          ))}
        </ul>
      )}
      {load.data && <p className={`${list.quiet} ${classes.foot}`}>{t('foot')}</p>}
    </>
  );
}

function Person({ member, load, most }: { member: Member; load: Load | undefined; most: number }) {
  const { t, i18n } = useTranslation(['team', 'terms']);
  const { open = 0, overdue = 0, begun = 0 } = load ?? {};
  return (
    <article className={classes.person}>
      <h2>
        <Foreign>{member.name}</Foreign>
      </h2>
      <p className={list.quiet}>{member.languages.map((code) => t(`terms:language.${code}`)).join(t('and'))}</p>
      <div className={classes.bar} aria-hidden>
        <span data-kind="overdue" style={{ inlineSize: `${(overdue / most) * 100}%` }} />
        <span data-kind="begun" style={{ inlineSize: `${(begun / most) * 100}%` }} />
        <span data-kind="open" style={{ inlineSize: `${((open - overdue - begun) / most) * 100}%` }} />
      </div>
      <p className={classes.figures}>
        <strong>{t('open', { count: open })}</strong>
        {overdue > 0 && <span className={classes.late}> · {t('overdue', { count: overdue })}</span>}
        {begun > 0 && <span> · {t('begun', { n: formatNumber(begun, i18n.language) })}</span>}
      </p>
    </article>
  );
}
