import { useTranslation } from 'react-i18next';
import classes from './sign-in.module.css';

/** The name, and the chain it is called after. */
export function Wordmark() {
  const { t } = useTranslation('frame');
  return (
    <div className={classes.wordmark}>
      <span className={classes.name}>{t('name')}</span>
      <span className={classes.tagline}>{t('tagline')}</span>
    </div>
  );
}
