import type { Input, Newsroom } from '#client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import { useStaleWrite } from '../../state/stale.write.js';

export type NewsroomPatch = Input<'updateNewsroom'>['body'];

export const useNewsroom = () => useQuery({ queryKey: keys.newsroom, queryFn: () => api().call('getNewsroom') });

/**
 * Changes policy or scales of the version that the person has before him. When a colleague changed the newsroom meanwhile, what he
 * typed stays, and what changed is told.
 */
export function useNewsroomChange(seen: Newsroom, onSaved: (saved: Newsroom) => void) {
  const cache = useQueryClient();
  return useStaleWrite<Newsroom, NewsroomPatch>({
    seen,
    read: () => api().call('getNewsroom'),
    send: (body, version) => api().call('updateNewsroom', { body, version }),
    onDone: async (saved: Newsroom) => {
      cache.setQueryData(keys.newsroom, saved);
      onSaved(saved);
      await cache.invalidateQueries({ queryKey: keys.newsroom });
    },
  });
}
