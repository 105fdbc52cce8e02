import type { Claim } from '#client';
import type { QueryClient } from '@tanstack/react-query';
import { keys } from '../api/keys.js';

/** After a write, whether it was taken or refused: the claim with its lists, and the article in which it stands, are read again. */
export function refreshClaim(cache: QueryClient, { id, articleId }: Pick<Claim, 'id' | 'articleId'>): Promise<unknown> {
  return Promise.all([
    cache.invalidateQueries({ queryKey: keys.claim(id) }),
    cache.invalidateQueries({ queryKey: keys.article(articleId) }),
  ]);
}
