import { useInfiniteQuery } from '@tanstack/react-query';
import type { QueryKey } from '../api/keys.js';

interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

export interface Pages<T> {
  readonly items: readonly T[];
  readonly isPending: boolean;
  readonly error: unknown;
  readonly retry: () => void;
  /** Calls up what comes after; absent when nothing does. */
  readonly more: (() => void) | undefined;
  readonly isFetchingMore: boolean;
}

/** A list that the server gives page by page: what is known of it so far. */
export function usePages<T>(
  queryKey: QueryKey,
  fetchPage: (cursor: { readonly cursor?: string }, signal: AbortSignal) => Promise<Page<T>>,
  enabled = true,
): Pages<T> {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => fetchPage(pageParam === '' ? {} : { cursor: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
    enabled,
  });
  return {
    items: query.data?.pages.flatMap((page) => page.items) ?? [],
    isPending: query.isPending && enabled,
    error: query.isError ? query.error : null,
    retry: () => void query.refetch(),
    more: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
    isFetchingMore: query.isFetchingNextPage,
  };
}
