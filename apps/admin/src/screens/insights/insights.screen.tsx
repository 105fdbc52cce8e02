import type { Answer } from '#client';
import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconChartLine } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import { STANDINGS, type Standing } from '../../claim/claim.standing.js';
import { StandingIcon } from '../../claim/standing.mark.js';
import { ScreenHeader } from '../../frame/screen.header.js';
import list from '../../list/list.module.css';
import { Empty, Failure, Loading } from '../../state/states.js';
import { formatNumber } from '../../text/numerals.js';
import { AgreementCard } from './agreement.card.js';
import { DayChart } from './day.chart.js';
import classes from './insights.module.css';

const PERIODS = ['14', '30', '90'] as const;
type Throughput = Answer<'getThroughput'>;

/** How the newsroom's checking goes: what waits, what gets done and how soon, and how far fact-checkers agree. */
export function InsightsScreen() {
  const { t, i18n } = useTranslation('insights');
  const [days, setDays] = useState<string>('30');
  const from = useMemo(() => {
    const start = new Date(Date.now() - Number(days) * 86_400_000);
    start.setUTCHours(0, 0, 0, 0);
    return start.toISOString();
  }, [days]);
  const throughput = useQuery({
    queryKey: [...keys.insights, 'throughput', from],
    queryFn: ({ signal }) => api().call('getThroughput', { query: { from }, signal }),
  });
  return (
    <>
      <ScreenHeader title={t('title')} about={t('about')}>
        <SegmentedControl
          aria-label={t('period')}
          data={PERIODS.map((value) => ({ value, label: t('days', { count: Number(value) }) }))}
          value={days}
          onChange={setDays}
        />
      </ScreenHeader>
      {throughput.isPending && <Loading />}
      {throughput.isError && <Failure error={throughput.error} retry={() => void throughput.refetch()} />}
      {throughput.data && (
        <div className={list.cards}>
          <Backlog backlog={throughput.data.backlog} />
          <section className={list.card} aria-labelledby="decided">
            <h2 id="decided">{t('decided')}</h2>
            {throughput.data.days.some(({ claimsDecided }) => claimsDecided > 0) ? (
              <DayChart
                title={t('decided')}
                days={throughput.data.days.map(({ day, claimsDecided }) => ({ day, value: claimsDecided }))}
                kind="bars"
                format={(value) => formatNumber(value, i18n.language)}
              />
            ) : (
              <Empty icon={<IconChartLine size={32} stroke={1.25} aria-hidden />} title={t('nothingDecided')} />
            )}
          </section>
          <Turnaround throughput={throughput.data} />
          <AgreementCard from={from} />
        </div>
      )}
    </>
  );
}

const PROPERTY: Readonly<Record<Standing, keyof Throughput['backlog']>> = {
  'needs-source': 'needsSource',
  verified: 'verified',
  disputed: 'disputed',
  closed: 'closed',
  proposed: 'proposed',
  dismissed: 'dismissed',
};

function Backlog({ backlog }: { backlog: Throughput['backlog'] }) {
  const { t, i18n } = useTranslation(['insights', 'terms']);
  const most = Math.max(1, ...Object.values(backlog));
  return (
    <section className={list.card} aria-labelledby="backlog">
      <h2 id="backlog">{t('backlog')}</h2>
      <ul role="list" className={classes.backlog}>
        {STANDINGS.map((standing) => {
          const count = backlog[PROPERTY[standing]];
          return (
            <li key={standing}>
              <span className={classes.standing}>
                <StandingIcon standing={standing} /> {t(`terms:state.${standing}.m`)}
              </span>
              <span className={classes.track} aria-hidden>
                <span data-standing={standing} style={{ inlineSize: `${(count / most) * 100}%` }} />
              </span>
              <span className="figures">{formatNumber(count, i18n.language)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Turnaround({ throughput }: { throughput: Throughput }) {
  const { t, i18n } = useTranslation('insights');
  const hours = (value: number | null) => {
    if (value === null) return '—';
    const [amount, unit] = value < 1 ? [Math.ceil(value * 60), 'minute'] : [value, 'hour'];
    return formatNumber(amount, i18n.language, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 1 });
  };
  const { n, median, p90 } = throughput.turnaround;
  return (
    <section className={list.card} aria-labelledby="turnaround">
      <h2 id="turnaround">{t('turnaround')}</h2>
      <p className={classes.words}>{t('turnaroundWords')}</p>
      <dl className={classes.figures}>
        <div>
          <dt>{t('median')}</dt>
          <dd>{hours(median)}</dd>
        </div>
        <div>
          <dt>{t('p90')}</dt>
          <dd>{hours(p90)}</dd>
        </div>
        <div>
          <dt>{t('counted')}</dt>
          <dd>{formatNumber(n, i18n.language)}</dd>
        </div>
      </dl>
      {n > 0 && (
        <DayChart
          title={t('turnaround')}
          days={throughput.days.map(({ day, turnaroundMedian }) => ({ day, value: turnaroundMedian }))}
          kind="line"
          format={(value) => hours(value)}
        />
      )}
    </section>
  );
}
