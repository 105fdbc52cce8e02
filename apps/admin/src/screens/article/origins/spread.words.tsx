import { useTranslation } from 'react-i18next';

interface Spread {
  readonly articles: number;
  readonly origins: number;
}

/** “5 articles, 1 origin”: how many tell it, and how many of them know it themselves. */
export function SpreadWords({ spread }: { spread: Spread }) {
  const { t } = useTranslation('terms');
  return t('spread.both', {
    articles: t('spread.articles', { count: spread.articles }),
    origins: t('spread.origins', { count: spread.origins }),
  });
}
