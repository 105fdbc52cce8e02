import { type Answer, type Member, ProblemError } from '#client';
import { type Actor, mayByRelation, mayByRole, type OperationId, type Relation } from '#domain';
import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';

export type Me = Answer<'getMe'>;

/** Who is signed in; null for nobody. */
export const meQuery = queryOptions({
  queryKey: keys.me,
  queryFn: async (): Promise<Me | null> => {
    try {
      return await api().call('getMe');
    } catch (error) {
      if (error instanceof ProblemError && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: Infinity,
});

/** Who is signed in, on screens that are shown to members only. */
export function useMe(): Me {
  const { data } = useSuspenseQuery(meQuery);
  if (data === null) throw new Error('a members’ screen was drawn for nobody');
  return data;
}

/**
 * Whether the permission table lets me run an operation: by my role, and, where `holds` names the relations between me and the
 * object, by those too. The same table and the same functions the server judges by; where the server says itself what may be done
 * (`actions`), ask that instead.
 */
export function useMay(): (operation: OperationId, holds?: readonly Relation[]) => boolean {
  const { member } = useMe();
  const actor = { roles: [...member.roles], kind: member.kind };
  return (operation, holds) =>
    mayByRole(operation, actor).ok && (holds === undefined || mayByRelation(operation, actor, holds).ok);
}

/** Myself as the rules know me, for the functions of the rules that judge more than a role. */
export function useActor(): Actor {
  const { member, newsroom } = useMe();
  return { memberId: member.id, newsroomId: newsroom.id, kind: member.kind, roles: [...member.roles], scopes: null };
}

/** Members by id; for roles that may list them. */
export const membersQuery = queryOptions({
  queryKey: keys.members,
  queryFn: async (): Promise<ReadonlyMap<string, Member>> => {
    const found = new Map<string, Member>();
    for await (const member of api().pages('listMembers', { query: { limit: 200 } })) found.set(member.id, member);
    return found;
  },
  staleTime: 10 * 60_000,
});

/** Members by id; empty for roles that may not list them. */
export function useMembers(): ReadonlyMap<string, Member> {
  const may = useMay();
  const { data } = useQuery({ ...membersQuery, enabled: may('listMembers') });
  return data ?? NOBODY;
}
const NOBODY: ReadonlyMap<string, Member> = new Map();
