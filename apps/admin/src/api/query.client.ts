import { ConnectionError, ProblemError } from '#client';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { sessionEnded } from '../session/session.state.js';

/** A session that has ended is noticed wherever it shows first; the page stays, and asks to sign in again over it. */
function notice(error: unknown): void {
  if (error instanceof ProblemError && error.status === 401 && error.code !== 'credentials-wrong')
    sessionEnded.set(true);
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: notice }),
  mutationCache: new MutationCache({ onError: notice }),
  defaultOptions: {
    queries: {
      // Live events call up what changed; the clock need not.
      staleTime: 60_000,
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: false,
      // The client under it repeats by itself; what still fails here is told.
      retry: (count, error) => error instanceof ConnectionError && count < 1,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
