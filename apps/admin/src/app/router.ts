import { createRouter } from '@tanstack/react-router';
import { queryClient } from '../api/query.client.js';
import { routeTree } from './routes.js';

export const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
