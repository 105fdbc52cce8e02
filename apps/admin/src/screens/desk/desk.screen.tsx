import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ScreenHeader } from '../../frame/screen.header.js';
import { useMay } from '../../session/session.query.js';
import { Empty, Failure, Loading } from '../../state/states.js';
import { ArticleRow } from './article.row.js';
import { useDeskArticles, useDeskFilter } from './desk.articles.js';
import { DeskBar } from './desk.bar.js';
import classes from './desk.module.css';

const NewArticle = lazy(() => import('./new.article.js').then(({ NewArticle: dialog }) => ({ default: dialog })));

/** The articles of the newsroom: how far each is, what blocks it, what is late. */
export function DeskScreen() {
  const { t } = useTranslation('desk');
  const mayAdd = useMay()('createArticle');
  const filter = useDeskFilter();
  const search = useSearch({ from: '/members/desk' });
  const [adding, setAdding] = useState(search.new !== undefined);
  const { articles, shown, counts } = useDeskArticles(filter);
  const add = mayAdd ? () => setAdding(true) : undefined;
  return (
    <>
      <ScreenHeader title={t('title')} about={t('about')}>
        {add && (
          <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={add}>
            {t('add')}
          </Button>
        )}
      </ScreenHeader>
      <DeskBar filter={filter} counts={counts} />
      {articles.isPending && <Loading lines={9} />}
      {articles.isError && <Failure error={articles.error} retry={() => void articles.refetch()} />}
      {articles.data && shown.length === 0 && (
        <NoArticle isFirst={counts.all === 0 && filter.isEmpty} onAdd={counts.all === 0 ? add : undefined} />
      )}
      <ul role="list" className={classes.rows} aria-busy={articles.isPlaceholderData}>
        {shown.map((article) => (
          <ArticleRow key={article.id} article={article} />
        ))}
      </ul>
      {articles.hasNextPage && (
        <div className={classes.more}>
          <Button variant="default" loading={articles.isFetchingNextPage} onClick={() => void articles.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
      {adding && (
        <Suspense fallback={null}>
          <NewArticle onClose={() => setAdding(false)} />
        </Suspense>
      )}
    </>
  );
}

interface NoArticleProps {
  /** Nothing was asked for, and nothing is there: the newsroom has none yet. */
  readonly isFirst: boolean;
  readonly onAdd: (() => void) | undefined;
}

function NoArticle({ isFirst, onAdd }: NoArticleProps) {
  const { t } = useTranslation('desk');
  return (
    <Empty
      title={t(isFirst ? 'empty.title' : 'none.title')}
      action={onAdd && <Button onClick={onAdd}>{t('add')}</Button>}
    >
      {t(isFirst ? 'empty.words' : 'none.words')}
    </Empty>
  );
}
