import type { Claim } from '#client';
import { useTranslation } from 'react-i18next';
import { Foreign } from '../../../text/foreign.js';
import { formatNumber } from '../../../text/numerals.js';
import { Section } from './section.js';
import classes from './worthiness.module.css';

/** Why the claim is worth checking: what in its words speaks for it and against it. */
export function Worthiness({ claim: { checkWorthiness } }: { claim: Claim }) {
  const { t, i18n } = useTranslation('article');
  const heaviest = Math.max(1, ...checkWorthiness.reasons.map(({ weight }) => Math.abs(weight)));
  return (
    <Section
      title={t('worth.title')}
      count={t('worth.score', { score: formatNumber(checkWorthiness.score, i18n.language) })}
      folded
    >
      <ul role="list" className={classes.reasons}>
        {checkWorthiness.reasons.map(({ feature, weight, evidence }) => (
          <li key={`${feature} ${evidence}`} className={classes.reason} data-against={weight < 0}>
            <span>
              {t(`worth.feature.${feature}`, { defaultValue: feature })}
              {evidence && (
                <>
                  {' '}
                  <Foreign className={classes.words}>{evidence}</Foreign>
                </>
              )}
            </span>
            <span className={classes.bar} aria-hidden>
              <span style={{ inlineSize: `${(Math.abs(weight) / heaviest) * 100}%` }} />
            </span>
            <span className={classes.weight}>
              {formatNumber(weight, i18n.language, { signDisplay: 'always', maximumFractionDigits: 1 })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
