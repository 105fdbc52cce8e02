import { ConnectionError, ProblemError } from '#client';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { factorDemanded, sessionEnded } from '../session/session.state.js';

/**
 * A session that has ended is noticed wherever it shows first; the page stays, and asks to sign in again over it. A wrong password or
 * code, which is a 401 as well, ends nothing.
 */
function notice(error: unknown): void {
  if (!(error instanceof ProblemError)) return;
  if (error.code === 'unauthenticated') sessionEnded.set(true);
  if (error.code === 'second-factor-unset') factorDemanded.set(true);
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
