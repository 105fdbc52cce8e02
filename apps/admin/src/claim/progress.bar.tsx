import type { ArticleItem } from '#client';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../text/numerals.js';
import { type Gender, STANDINGS, type Standing } from './claim.standing.js';
import classes from './progress.module.css';
import { StandingIcon } from './standing.mark.js';

type Progress = ArticleItem['progress'];

function countOf(progress: Progress, standing: Standing): number {
  return standing === 'needs-source' ? progress.needsSource : progress[standing];
}

/** How far the claims of an article are: a bar by standing, and the same in signs and figures. */
export function ProgressBar({ progress, gender }: { progress: Progress; gender: Gender }) {
  const { t, i18n } = useTranslation('terms');
  const parts = STANDINGS.map((standing) => ({ standing, count: countOf(progress, standing) })).filter(
    ({ count }) => count > 0,
  );
  return (
    <div className={classes.progress}>
      <div className={classes.bar} aria-hidden>
        {parts.map(({ standing, count }) => (
          <span key={standing} data-standing={standing} style={{ flexGrow: count }} />
        ))}
      </div>
      <ul role="list" className={classes.figures}>
        {parts.map(({ standing, count }) => (
          <li key={standing} title={t(`state.${standing}.${gender}`)}>
            <StandingIcon standing={standing} size={14} />
            <span className="figures">{formatNumber(count, i18n.language)}</span>
            <span className="unseen">{t(`state.${standing}.${gender}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
