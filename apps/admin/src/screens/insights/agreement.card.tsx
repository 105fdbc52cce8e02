import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import list from '../../list/list.module.css';
import { Failure, Loading } from '../../state/states.js';
import { formatNumber } from '../../text/numerals.js';
import classes from './insights.module.css';

/** How far fact-checkers agree beyond chance; where that cannot be said, why not. */
export function AgreementCard({ from }: { from: string }) {
  const { t, i18n } = useTranslation('insights');
  const agreement = useQuery({
    queryKey: [...keys.insights, 'agreement', from],
    queryFn: ({ signal }) => api().call('getAgreement', { query: { from }, signal }),
  });
  if (agreement.isPending) return <Loading lines={3} />;
  if (agreement.isError) return <Failure error={agreement.error} retry={() => void agreement.refetch()} />;
  const { alpha, po, claims, reviewers, reason } = agreement.data;
  const two = (value: number) =>
    formatNumber(value, i18n.language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return (
    <section className={list.card} aria-labelledby="agreement">
      <h2 id="agreement">{t('agreement')}</h2>
      <p className={classes.words}>{t('agreementWords')}</p>
      {alpha === null ? (
        <p>{t(`reason.${reason ?? 'no-pairs'}`)}</p>
      ) : (
        <>
          <Gauge value={alpha} label={`${t('alpha')} ${two(alpha)}`} />
          <p className={classes.reading}>{t(`reading.${readingOf(alpha)}`)}</p>
        </>
      )}
      <dl className={classes.figures}>
        <div>
          <dt>{t('alpha')}</dt>
          <dd>{alpha === null ? '—' : two(alpha)}</dd>
        </div>
        <div>
          <dt>{t('observed')}</dt>
          <dd>{po === null ? '—' : formatNumber(po, i18n.language, { style: 'percent' })}</dd>
        </div>
        <div>
          <dt>{t('claims')}</dt>
          <dd>{formatNumber(claims, i18n.language)}</dd>
        </div>
        <div>
          <dt>{t('reviewers')}</dt>
          <dd>{formatNumber(reviewers, i18n.language)}</dd>
        </div>
      </dl>
    </section>
  );
}

/** Krippendorff's own reading: above .800 reliable, down to .667 for tentative conclusions. */
function readingOf(alpha: number): 'reliable' | 'tentative' | 'weak' {
  return alpha >= 0.8 ? 'reliable' : alpha >= 0.667 ? 'tentative' : 'weak';
}

function Gauge({ value, label }: { value: number; label: string }) {
  const at = Math.max(0, Math.min(1, value)) * 100;
  return (
    <div className={classes.gauge} role="img" aria-label={label}>
      <span className={classes.gaugeBar} />
      <span className={classes.mark} style={{ insetInlineStart: '66.7%' }} />
      <span className={classes.mark} style={{ insetInlineStart: '80%' }} />
      <span className={classes.needle} style={{ insetInlineStart: `min(${at}%, 100% - 0.35rem)` }} />
    </div>
  );
}
