import type { ArticleItem } from '#client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';

const NONE: ReadonlyMap<string, ArticleItem> = new Map();
/** So many articles are named at once; lists that reach further show what they can. */
const MOST = 600;

/** Articles by id, the newest first: for lists whose rows know only the id of theirs. */
export const articleTitlesQuery = queryOptions({
  queryKey: [...keys.articles, 'titles'],
  queryFn: async ({ signal }): Promise<ReadonlyMap<string, ArticleItem>> => {
    const found = new Map<string, ArticleItem>();
    for await (const article of api().pages('listArticles', { query: { limit: 200 }, signal })) {
      found.set(article.id, article);
      if (found.size >= MOST) break;
    }
    return found;
  },
});

export function useArticleTitles(): ReadonlyMap<string, ArticleItem> {
  return useQuery(articleTitlesQuery).data ?? NONE;
}
