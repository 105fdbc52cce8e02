import type { Actor, Role, Scope } from '#domain';

/** What a credential's hash leads to, with the rights of this moment. */
export interface CredentialHolder {
  readonly credentialId: string;
  readonly newsroomId: string;
  readonly memberId: string;
  readonly kind: 'person' | 'service';
  readonly roles: readonly Role[];
  readonly scopes: readonly Scope[] | null;
  /** When the person last proved who he is; null for a token. Step-up is judged by it. */
  readonly authenticatedAt: Date | null;
  readonly locale: 'ar' | 'en';
  /** Why it is not accepted any more; null while it is. */
  readonly fault: 'expired' | 'revoked' | null;
  /** The newsroom demands a second factor of him, and he has none in use. */
  readonly lacksSecondFactor: boolean;
}

/** A membership an e-mail address may sign in to; without a password hash it has none yet. */
export interface Login {
  readonly newsroomId: string;
  readonly memberId: string;
  readonly passwordHash: string | null;
}

/**
 * Where credentials are looked up: by SHA-256 of their secret, which itself never leaves the process.
 * Nothing is cached, so that a revocation holds from the next request on.
 */
export interface CredentialDirectory {
  findSession(secretHash: Buffer): Promise<CredentialHolder | null>;
  findToken(secretHash: Buffer): Promise<CredentialHolder | null>;
  findLogins(email: string): Promise<readonly Login[]>;
  /** Counts one try under a key, across all processes; the seconds to wait, 0 when allowed. */
  takeThrottle(key: string, limit: number, windowSeconds: number): Promise<number>;
}

export const CREDENTIAL_DIRECTORY = Symbol('CREDENTIAL_DIRECTORY');

/** Whoever is calling. */
export interface Identity {
  readonly via: 'session' | 'token';
  readonly credentialId: string;
  readonly actor: Actor;
  readonly authenticatedAt: Date | null;
  readonly locale: 'ar' | 'en';
  readonly lacksSecondFactor: boolean;
}

export function identityOf(holder: CredentialHolder, via: Identity['via']): Identity {
  const { credentialId, memberId, newsroomId, kind, roles, scopes, authenticatedAt, locale, lacksSecondFactor } =
    holder;
  return {
    via,
    credentialId,
    actor: { memberId, newsroomId, kind, roles, scopes },
    authenticatedAt,
    locale,
    lacksSecondFactor,
  };
}
