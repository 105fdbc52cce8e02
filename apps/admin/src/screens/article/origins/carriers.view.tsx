import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Empty, Failure, Loading } from '../../../state/states.js';
import { Foreign } from '../../../text/foreign.js';
import { useRoom } from '../article.room.js';
import { CarrierBeside } from './carrier.beside.js';
import classes from './carriers.module.css';
import { type Carrier, originsQuery } from './origins.query.js';
import { SpreadWords } from './spread.words.js';

/** Who else tells this story, whether they have it from one place, and what each made of it on the way. */
export function CarriersView() {
  const { t, i18n } = useTranslation('carried');
  const { article } = useRoom();
  const { beside } = useSearch({ from: '/members/articles/$articleId' });
  const navigate = useNavigate();
  const origins = useQuery(originsQuery(article.id, article.revisionNumber, i18n.language));
  if (origins.isPending) return <Loading lines={10} />;
  if (origins.isError) return <Failure error={origins.error} retry={() => void origins.refetch()} />;
  const { items } = origins.data;
  const chosen = items.find(({ articleId }) => articleId === beside) ?? items[0];
  if (!chosen) return <Empty title={t('alone')}>{t('aloneWords')}</Empty>;
  const choose = (item: Carrier) =>
    void navigate({ to: '.', search: (old: object) => ({ ...old, beside: item.articleId }), resetScroll: false });
  return (
    <section className={classes.view} aria-label={t('title')}>
      <header className={classes.sum}>
        <p className={classes.count}>
          <SpreadWords spread={origins.data} />
        </p>
        <p className={classes.words}>
          {t(origins.data.origins < origins.data.articles ? 'oneOrigin' : 'severalOrigins')}
        </p>
      </header>
      <div className={classes.carriers} role="group" aria-label={t('choose')}>
        {items.map((item) => (
          <button
            key={item.articleId}
            type="button"
            className={classes.carrier}
            aria-pressed={item === chosen}
            onClick={() => choose(item)}
          >
            <span className={classes.outlet}>
              <Foreign>{item.outlet ?? t('noOutlet')}</Foreign>
            </span>
            <span className={classes.name}>
              <Foreign>{item.title}</Foreign>
            </span>
            <span className={classes.how} data-how={item.how ?? 'none'}>
              {t(`how.${item.how ?? 'none'}`)}
            </span>
          </button>
        ))}
      </div>
      <CarrierBeside key={chosen.articleId} item={chosen} />
    </section>
  );
}
