import { refuse, type Outcome } from '../refusal/refusal.js';
import { permissionOf, type OperationId, type PermissionRow, type Relation } from './permission.table.js';
import type { Actor, Role } from './role.js';

export type Permitted = Outcome<object>;
const PERMITTED: Permitted = { ok: true };

/** The 403 that needs no object: wrong role, a service account where a person must act. Public operations always pass. */
export function mayByRole(operation: OperationId, actor: Pick<Actor, 'roles' | 'kind'>): Permitted {
  const row = permissionOf(operation);
  if (row.personOnly === true && actor.kind === 'service') return refuse('person-required', { operation });
  if (row.who === 'public' || row.who === 'all-members') return PERMITTED;
  if (row.who.some((role) => actor.roles.includes(role))) return PERMITTED;
  return refuse('role-forbidden', { operation, roles: row.who });
}

/** What a token allows; a session (`scopes` null) allows whatever the roles do. */
export function mayByScope(operation: OperationId, actor: Pick<Actor, 'scopes'>): Permitted {
  const row = permissionOf(operation);
  if (row.who === 'public' || actor.scopes === null) return PERMITTED;
  if (row.sessionOnly === true) return refuse('step-up-required', { operation, reason: 'token-not-allowed' });
  if (row.scopes.length === 0 || row.scopes.some((scope) => actor.scopes?.includes(scope))) return PERMITTED;
  return refuse('scope-missing', { operation, scopes: row.scopes });
}

/**
 * The relations of which one must hold for this actor; null when his roles suffice. An editor who is also a writer is
 * bound by nothing a writer is bound by.
 */
export function relationsNeeded(operation: OperationId, actor: Pick<Actor, 'roles'>): readonly Relation[] | null {
  const row: PermissionRow = permissionOf(operation);
  if (row.relation === undefined) return null;
  const held: readonly (Role | 'all')[] =
    row.who === 'public' || row.who === 'all-members'
      ? ['all', ...actor.roles]
      : row.who.filter((role) => actor.roles.includes(role));
  const needed = new Set<Relation>();
  for (const role of held) {
    const relation = row.relation[role] ?? row.relation.all;
    if (relation === undefined) return null;
    needed.add(relation);
  }
  return [...needed];
}

/** The 403 that needs the object: `holds` says which relations exist between actor and object. */
export function mayByRelation(
  operation: OperationId,
  actor: Pick<Actor, 'roles'>,
  holds: readonly Relation[],
): Permitted {
  const needed = relationsNeeded(operation, actor);
  if (needed === null || needed.some((relation) => holds.includes(relation))) return PERMITTED;
  return refuse('relation-forbidden', { operation, reason: needed[0] ?? 'none' });
}

/** An article is visible to the whole newsroom or to the members it names. */
export interface VisibilityFacts {
  readonly visibility: 'newsroom' | 'named';
  readonly namedIds: readonly string[];
  readonly authorIds: readonly string[];
}

export function seesArticle(memberId: string, article: VisibilityFacts): boolean {
  return (
    article.visibility === 'newsroom' || article.namedIds.includes(memberId) || article.authorIds.includes(memberId)
  );
}

export function isAuthor(memberId: string, authorIds: readonly string[]): boolean {
  return authorIds.includes(memberId);
}

/** A token for another member exists only for service accounts, and only an admin makes it. */
export function mayMintFor(
  actor: Pick<Actor, 'memberId' | 'roles'>,
  holder: { readonly id: string; readonly kind: 'person' | 'service' },
): boolean {
  if (holder.id === actor.memberId) return true;
  return holder.kind === 'service' && actor.roles.includes('admin');
}

/** Whoever holds a token may revoke it; so may an admin. */
export function mayRevokeOf(actor: Pick<Actor, 'memberId' | 'roles'>, holderId: string): boolean {
  return holderId === actor.memberId || actor.roles.includes('admin');
}

/**
 * A link by which somebody names a new password is made for another person, never for oneself: whoever is in changes his password with
 * the old one. Service accounts have none, and who was let go is not let in by it.
 */
export function passwordLinkFor(
  actor: Pick<Actor, 'memberId'>,
  member: { readonly id: string; readonly kind: 'person' | 'service'; readonly active: boolean },
): Permitted {
  if (member.id === actor.memberId)
    return refuse('relation-forbidden', { operation: 'createPasswordLink', reason: 'another-person' });
  const state = member.kind === 'service' ? 'service-account' : member.active ? 'enabled' : 'disabled';
  return state === 'enabled' ? PERMITTED : refuse('not-in-state', { kind: 'member', state, allowed: ['enabled'] });
}

/** Only people who check may mark an item primary. */
export function mayMarkPrimary(actor: Pick<Actor, 'roles'>): boolean {
  return actor.roles.some((role) => role === 'editor' || role === 'head' || role === 'reviewer');
}
