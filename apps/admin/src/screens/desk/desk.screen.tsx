import type { ArticleItem } from '#client';
import { Button, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import { ScreenHeader } from '../../frame/screen.header.js';
import { useMay } from '../../session/session.query.js';
import { Empty, Failure, Loading } from '../../state/states.js';
import { ArticleRow } from './article.row.js';
import classes from './desk.module.css';
import { isBlocked, isOverdue } from './desk.standing.js';

const NewArticle = lazy(() => import('./new.article.js').then(({ NewArticle: dialog }) => ({ default: dialog })));

const STATES = ['checking', 'ready', 'released', 'correcting'] as const;
const KINDS = ['draft', 'external'] as const;
const LANGUAGES = ['ar', 'en'] as const;
/** Filters by what the list already shows; the others are the server's. */
type Look = 'all' | 'blocked' | 'overdue';

/** The articles of the newsroom: how far each is, what blocks it, what is late. */
export function DeskScreen() {
  const { t } = useTranslation('desk');
  const may = useMay();
  const navigate = useNavigate();
  const search = useSearch({ from: '/members/desk' });
  const [typed, setTyped] = useState(search.q ?? '');
  const [q] = useDebouncedValue(typed.trim(), 220);
  const [adding, setAdding] = useState(search.new !== undefined);
  const look = (search.look ?? 'all') as Look;
  const filter = {
    ...(q && { q }),
    ...(search.state && { state: search.state }),
    ...(search.kind && { kind: search.kind }),
    ...(search.language && { language: search.language }),
    ...(search.archived && { archived: 'true' as const }),
  };
  const articles = useInfiniteQuery({
    queryKey: keys.articleList(filter),
    queryFn: ({ pageParam, signal }) =>
      api().call('listArticles', { query: { ...filter, ...(pageParam && { cursor: pageParam }) } as object, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  const all = useMemo(() => articles.data?.pages.flatMap((page) => page.items) ?? [], [articles.data]);
  const shown = all.filter((article) => looked(article, look));
  const set = (name: string, value: string | null) =>
    void navigate({ to: '.', search: (old: object) => ({ ...old, [name]: value ?? undefined }), replace: true });
  const counts = { all: all.length, blocked: countOf(all, 'blocked'), overdue: countOf(all, 'overdue') };

  return (
    <>
      <ScreenHeader title={t('title')} about={t('about')}>
        {may('createArticle') && (
          <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        )}
      </ScreenHeader>
      <div className={classes.bar}>
        <TextInput
          type="search"
          className={classes.search}
          leftSection={<IconSearch size={16} aria-hidden />}
          aria-label={t('search')}
          placeholder={t('search')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          dir="auto"
        />
        <Pick
          label={t('state')}
          value={search.state}
          onChange={(value) => set('state', value)}
          options={STATES.map((value) => [value, t(`states.${value}`)])}
        />
        <Pick
          label={t('kind')}
          value={search.kind}
          onChange={(value) => set('kind', value)}
          options={KINDS.map((value) => [value, t(`terms:articleKind.${value}`)])}
        />
        <Pick
          label={t('language')}
          value={search.language}
          onChange={(value) => set('language', value)}
          options={LANGUAGES.map((value) => [value, t(`terms:language.${value}`)])}
        />
        <div className={classes.looks} role="group" aria-label={t('look')}>
          {(['all', 'blocked', 'overdue'] as const).map((name) => (
            <button
              key={name}
              type="button"
              className={classes.look}
              aria-pressed={look === name}
              onClick={() => set('look', name === 'all' ? null : name)}
            >
              {t(`looks.${name}`, { count: counts[name] })}
            </button>
          ))}
        </div>
      </div>
      {articles.isPending && <Loading lines={9} />}
      {articles.isError && <Failure error={articles.error} retry={() => void articles.refetch()} />}
      {articles.data && shown.length === 0 && (
        <Empty
          title={t(all.length === 0 && Object.keys(filter).length === 0 ? 'empty.title' : 'none.title')}
          action={
            all.length === 0 && may('createArticle') ? (
              <Button onClick={() => setAdding(true)}>{t('add')}</Button>
            ) : undefined
          }
        >
          {t(all.length === 0 && Object.keys(filter).length === 0 ? 'empty.words' : 'none.words')}
        </Empty>
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

function Pick({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: string | undefined;
  options: readonly (readonly [string, string])[];
  onChange: (value: string | null) => void;
}) {
  return (
    <Select
      className={classes.pick}
      aria-label={label}
      placeholder={label}
      data={options.map(([key, text]) => ({ value: key, label: text }))}
      value={value ?? null}
      onChange={onChange}
      clearable
    />
  );
}

function looked(article: ArticleItem, look: Look): boolean {
  if (look === 'blocked') return isBlocked(article);
  if (look === 'overdue') return isOverdue(article);
  return true;
}

function countOf(articles: readonly ArticleItem[], look: Look): number {
  return articles.filter((article) => looked(article, look)).length;
}
