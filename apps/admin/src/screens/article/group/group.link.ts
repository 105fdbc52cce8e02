import type { Answer, Claim, Match } from '#client';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/api.js';
import { keys } from '../../../api/keys.js';
import { claimQuery } from '../../../claim/claim.queries.js';
import { say } from '../../../state/toast.js';

export type Group = Answer<'getClaimGroup'>;
export type GroupedClaim = Group['claims'][number];
export type GroupRelation = Group['relation'];
export const RELATIONS: readonly GroupRelation[] = ['same', 'contradicts', 'related'];

export const groupQuery = (id: string) =>
  queryOptions({
    queryKey: keys.group(id),
    queryFn: ({ signal }) => api().call('getClaimGroup', { params: { id }, signal }),
  });

export const similarQuery = (claimId: string) =>
  queryOptions({
    queryKey: keys.ofClaim(claimId, 'similar'),
    queryFn: ({ signal }) => api().call('listSimilarClaims', { params: { id: claimId }, query: { limit: 8 }, signal }),
  });

/** What the server's reading of the likeness suggests; a person says what it is. */
export function suggestedRelation({ class: likeness }: Pick<Match, 'class'>): GroupRelation {
  if (likeness === 'conflicting') return 'contradicts';
  return likeness === 'similar' ? 'related' : 'same';
}

/** What a group held before and holds now, so that it can be put back. */
interface Linked {
  readonly group: Group;
  readonly before: readonly string[];
}

/** Puts a claim and another into one group: that of either where there is one, else a new one. */
export function useGroupLink(claim: Claim) {
  const { t } = useTranslation('groups');
  const cache = useQueryClient();
  const settle = () =>
    Promise.all([
      cache.invalidateQueries({ queryKey: ['group'] }),
      cache.invalidateQueries({ queryKey: keys.claim(claim.id) }),
      cache.invalidateQueries({ queryKey: keys.article(claim.articleId) }),
      cache.invalidateQueries({ queryKey: keys.claims }),
    ]);
  return useMutation({
    mutationFn: ({ otherId, relation }: { otherId: string; relation: GroupRelation }) => link(claim, otherId, relation),
    onSuccess: ({ group, before }) =>
      say(t('linked', { relation: t(`relation.${group.relation}`) }), {
        undo: () => void changeGroup(group, { claimIds: before }).then(settle, settle),
      }),
    onSettled: settle,
  });

  async function link(one: Claim, otherId: string, relation: GroupRelation): Promise<Linked> {
    const other = await cache.fetchQuery({ ...claimQuery(otherId), staleTime: 0 });
    const groupId = one.groupId ?? other.groupId;
    if (groupId === null) {
      const group = await api().call('createClaimGroup', { body: { claimIds: [one.id, otherId], relation } });
      return { group, before: [] };
    }
    const held = await cache.fetchQuery({ ...groupQuery(groupId), staleTime: 0 });
    const before = held.claims.map(({ claimId }) => claimId);
    const group = await changeGroup(held, { claimIds: [...new Set([...before, one.id, otherId])] });
    return { group, before };
  }
}

export function changeGroup(
  group: Group,
  body: { readonly claimIds?: readonly string[]; readonly relation?: GroupRelation },
): Promise<Group> {
  const { claimIds, relation } = body;
  return api().call('updateClaimGroup', {
    params: { id: group.id },
    version: group.version,
    body: { ...(claimIds && { claimIds: [...claimIds] }), ...(relation && { relation }) },
  });
}
