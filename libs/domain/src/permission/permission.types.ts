import type { Role, Scope } from './role.js';

/** A tie between the actor and the object that must hold where the role alone is not enough. */
export type Relation =
  | 'self'
  | 'article-visible'
  | 'own-article'
  | 'author-of-item'
  | 'asker'
  | 'assigned'
  | 'uses-source-assigned'
  | 'own-file'
  | 'policy-self-claim'
  | 'own-or-service-token';

export interface PermissionRow {
  /** `public` needs no credential; `all-members` any member; otherwise any of the roles. */
  readonly who: 'public' | 'all-members' | readonly Role[];
  /** Roles for which a relation must hold too; `all` applies to every role of the row. */
  readonly relation?: Readonly<Partial<Record<Role | 'all', Relation>>>;
  /** A token needs one of these; an empty list means that any token will do. */
  readonly scopes: readonly Scope[];
  /** What a newsroom calls it; the name in a resource's `actions`. */
  readonly verb: string;
  /** Service accounts never may. */
  readonly personOnly?: true;
  /** Only from a session, never by a token. */
  readonly sessionOnly?: true;
  /** What a reader of the table must know besides. */
  readonly note?: string;
}
