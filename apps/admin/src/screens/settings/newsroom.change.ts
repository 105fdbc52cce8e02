import type { Input, Newsroom } from '#client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';

export const useNewsroom = () => useQuery({ queryKey: keys.newsroom, queryFn: () => api().call('getNewsroom') });

/** Changes policy or scales of the version that was read; another person's change in between is refused by the server. */
export function useNewsroomChange(newsroom: Newsroom, onSaved: () => void) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: Input<'updateNewsroom'>['body']) =>
      api().call('updateNewsroom', { body, version: newsroom.version }),
    onSuccess: async (saved) => {
      cache.setQueryData(keys.newsroom, saved);
      await cache.invalidateQueries({ queryKey: keys.newsroom });
      onSaved();
    },
  });
}
