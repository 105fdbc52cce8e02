import type { ArticleItem } from '#client';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import { isBlocked, isOverdue } from './desk.standing.js';

/** Filters by what the list already shows; the others are the server's. */
export const LOOKS = ['all', 'blocked', 'overdue'] as const;
export type Look = (typeof LOOKS)[number];

type Chosen = 'state' | 'kind' | 'language' | 'look';

/** Which articles are asked for: in the address, except what is being typed. */
export function useDeskFilter() {
  const navigate = useNavigate();
  const search = useSearch({ from: '/members/desk' });
  const [typed, setTyped] = useState(search.q ?? '');
  const [q] = useDebouncedValue(typed.trim(), 220);
  const filter = {
    ...(q && { q }),
    ...(search.state && { state: search.state }),
    ...(search.kind && { kind: search.kind }),
    ...(search.language && { language: search.language }),
    ...(search.archived && { archived: 'true' as const }),
  };
  return {
    typed,
    setTyped,
    /** As the server is asked. */
    filter,
    isEmpty: Object.keys(filter).length === 0,
    state: search.state,
    kind: search.kind,
    language: search.language,
    look: (search.look ?? 'all') as Look,
    set: (name: Chosen, value: string | null) =>
      void navigate({ to: '.', search: (old: object) => ({ ...old, [name]: value ?? undefined }), replace: true }),
  };
}

export type DeskFilter = ReturnType<typeof useDeskFilter>;

/** The articles of a filter, page by page, and of them those that are looked at. */
export function useDeskArticles({ filter, look }: DeskFilter) {
  const articles = useInfiniteQuery({
    queryKey: keys.articleList(filter),
    queryFn: ({ pageParam, signal }) =>
      api().call('listArticles', { query: { ...filter, ...(pageParam && { cursor: pageParam }) } as object, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  const all = useMemo(() => articles.data?.pages.flatMap((page) => page.items) ?? [], [articles.data]);
  const counts = { all: all.length, blocked: countOf(all, 'blocked'), overdue: countOf(all, 'overdue') };
  return { articles, counts, shown: all.filter((article) => looked(article, look)) };
}

function looked(article: ArticleItem, look: Look): boolean {
  if (look === 'blocked') return isBlocked(article);
  if (look === 'overdue') return isOverdue(article);
  return true;
}

function countOf(articles: readonly ArticleItem[], look: Look): number {
  return articles.filter((article) => looked(article, look)).length;
}
