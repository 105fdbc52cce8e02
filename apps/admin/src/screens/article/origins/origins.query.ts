import type { Answer } from '#client';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../../api/api.js';
import { keys } from '../../../api/keys.js';

/**
 * Other articles on the same matter, and how many origins they have together. The server compares whole texts for it, so it is asked
 * again when a text changes, not at every event; its sentences come in the language of the screen.
 */
export const originsQuery = (articleId: string, revision: number, language: string) =>
  queryOptions({
    queryKey: [...keys.origins(articleId), revision, language],
    queryFn: ({ signal }) => api().call('listArticleOrigins', { params: { id: articleId }, signal }),
    staleTime: 10 * 60_000,
    placeholderData: keepPreviousData,
  });

export type Origins = Answer<'listArticleOrigins'>;
export type Carrier = Origins['items'][number];
export type CarrierChange = Carrier['carried']['changes'][number];
