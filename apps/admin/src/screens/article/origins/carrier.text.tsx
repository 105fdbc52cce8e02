import type { Article } from '#client';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Foreign } from '../../../text/foreign.js';
import { directionOf } from '../../../text/i18n.js';
import { Moment } from '../../../text/moment.js';
import { formatNumber } from '../../../text/numerals.js';
import { segmentsOf } from '../text/text.segments.js';
import type { Mark } from './carrier.marks.js';
import classes from './carriers.module.css';

interface Props {
  readonly article: Article;
  readonly marks: readonly Mark[];
  readonly place: 'first' | 'second';
  /** Place of the change that is pointed at, in both texts. */
  readonly pointed: number | null;
  readonly isOwn: boolean;
}

/** One of the two texts, with its marks; a mark says by its number which change it belongs to. */
export function CarrierText({ article, marks, place, pointed, isOwn }: Props) {
  const { t } = useTranslation('carried');
  return (
    <article className={classes.side} aria-label={t(`place.${place}`)}>
      <header className={classes.about}>
        <span className={classes.placed}>
          {t(`place.${place}`)}
          {isOwn && ` · ${t('thisArticle')}`}
        </span>
        <h2 className={classes.heading}>
          {isOwn ? (
            <Foreign>{article.title}</Foreign>
          ) : (
            <Link to="/articles/$articleId" params={{ articleId: article.id }}>
              <Foreign>{article.title}</Foreign>
            </Link>
          )}
        </h2>
        <p className={classes.when}>
          <Foreign>{article.outlet ?? t('noOutlet')}</Foreign> ·{' '}
          <Moment at={article.publishedAt ?? article.createdAt} as="date" />
        </p>
      </header>
      <div
        className={classes.text}
        lang={article.language}
        dir={directionOf(article.language)}
        tabIndex={0}
        role="region"
        aria-label={t('textOf', { name: article.title })}
      >
        {article.revision.blocks
          .filter(({ field }) => field !== 'aside' && field !== 'title')
          .map(({ id, text }) => (
            <p key={id} dir="auto">
              <Marked text={text} marks={marks.filter(({ blockId }) => blockId === id)} pointed={pointed} />
            </p>
          ))}
      </div>
    </article>
  );
}

function Marked({ text, marks, pointed }: { text: string; marks: readonly Mark[]; pointed: number | null }) {
  const { t, i18n } = useTranslation('carried');
  const known = new Map(marks.map((mark) => [mark.id, mark]));
  return segmentsOf(text, marks).map((segment) => {
    // A change is told before what merely stands in both.
    const over = segment.ids.flatMap((id) => known.get(id) ?? []);
    const mark = over.find(({ change, kind }) => change !== null && kind !== 'gap') ?? over[0];
    if (!mark) return segment.text;
    const begins = segment.begins.includes(mark.id);
    return (
      <mark
        key={segment.at}
        className={classes.mark}
        data-kind={mark.kind}
        data-change={mark.change ?? undefined}
        data-begins={begins || undefined}
        data-pointed={(mark.change !== null && mark.change === pointed) || undefined}
        title={t(`mark.${mark.kind}`)}
      >
        {begins && mark.change !== null && (
          <span className={classes.number}>{formatNumber(mark.change + 1, i18n.language)}</span>
        )}
        {segment.text}
      </mark>
    );
  });
}
