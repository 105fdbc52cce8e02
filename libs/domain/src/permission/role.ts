export const ROLES = ['editor', 'head', 'reviewer', 'writer', 'viewer', 'admin', 'legal'] as const;
export type Role = (typeof ROLES)[number];

export const SCOPES = [
  'articles:read',
  'articles:write',
  'claims:read',
  'claims:write',
  'evidence:write',
  'verdicts:write',
  'decisions:write',
  'reports:read',
  'reports:write',
  'admin',
] as const;
export type Scope = (typeof SCOPES)[number];

/** Whoever acts. `scopes` is null for a session (everything the roles allow) and the token's list otherwise. */
export interface Actor {
  readonly memberId: string;
  readonly newsroomId: string;
  readonly kind: 'person' | 'service';
  readonly roles: readonly Role[];
  readonly scopes: readonly Scope[] | null;
}

export function hasRole(actor: Pick<Actor, 'roles'>, ...roles: readonly Role[]): boolean {
  return roles.some((role) => actor.roles.includes(role));
}
