import type { Answer, Item, ListId } from '#client';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';

export const articleQuery = (id: string) =>
  queryOptions({
    queryKey: keys.article(id),
    queryFn: ({ signal }) => api().call('getArticle', { params: { id }, signal }),
  });

export const revisionQuery = (id: string, number: number) =>
  queryOptions({
    queryKey: keys.revision(id, number),
    queryFn: ({ signal }) => api().call('getRevision', { params: { id, number: String(number) }, signal }),
  });

export const claimQuery = (id: string) =>
  queryOptions({
    queryKey: keys.claim(id),
    queryFn: ({ signal }) => api().call('getClaim', { params: { id }, signal }),
  });

type OfClaim = Extract<
  ListId,
  'listEvidence' | 'listVerdicts' | 'listAssignments' | 'listQueries' | 'listComments' | 'getClaimHistory'
>;
const PARTS: Readonly<Record<OfClaim, string>> = {
  listEvidence: 'evidence',
  listVerdicts: 'verdicts',
  listAssignments: 'assignments',
  listQueries: 'queries',
  listComments: 'comments',
  getClaimHistory: 'history',
};

/** A list that belongs to a claim: its evidence, verdicts, assignments, queries, comments or history, whole. */
export const listOf = <Id extends OfClaim>(list: Id, claimId: string) =>
  queryOptions({
    queryKey: keys.ofClaim(claimId, PARTS[list]),
    queryFn: async ({ signal }) => {
      const items: Item<Id>[] = [];
      for await (const item of api().pages(list, { params: { id: claimId }, signal } as never)) items.push(item);
      return items;
    },
  });

export const newsroomQuery = queryOptions({
  queryKey: keys.newsroom,
  queryFn: ({ signal }) => api().call('getNewsroom', { signal }),
  staleTime: 10 * 60_000,
});

export type Newsroom = Answer<'getNewsroom'>;
