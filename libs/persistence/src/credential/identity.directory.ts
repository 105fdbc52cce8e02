import type { Role, Scope } from '#domain';
import type { DataSource } from 'typeorm';
import { askOnce } from '../database/pool.js';
import type { RunParametrised } from '../unit-of-work/unit-of-work.js';

export type CredentialFault = 'expired' | 'revoked';

export interface CredentialHolder {
  readonly credentialId: string;
  readonly newsroomId: string;
  readonly memberId: string;
  readonly kind: 'person' | 'service';
  readonly roles: Role[];
  /** Null for a session: everything the roles allow. */
  readonly scopes: Scope[] | null;
  readonly authenticatedAt: Date | null;
  readonly locale: 'ar' | 'en';
  readonly fault: CredentialFault | null;
  /** The newsroom demands a second factor of him, and he has none in use. */
  readonly lacksSecondFactor: boolean;
}

export interface LoginRow {
  readonly newsroomId: string;
  readonly memberId: string;
  readonly passwordHash: string | null;
}

interface HolderRow {
  id: string;
  newsroom_id: string;
  member_id: string;
  roles: Role[];
  kind: 'person' | 'service';
  scopes?: Scope[];
  authenticated_at?: Date;
  locale: 'ar' | 'en';
  refusal: CredentialFault | null;
  lacks: boolean;
}

/**
 * Who a secret belongs to, across newsrooms, before any is bound: through definer functions that answer by a secret's
 * hash, an e-mail address or a throttle key and can list nothing.
 */
export class IdentityDirectory {
  constructor(private readonly dataSource: DataSource) {}

  async findSession(secretHash: Buffer): Promise<CredentialHolder | null> {
    return holder(await askOnce(this.dataSource, holderBy('find_session'), [secretHash]));
  }

  async findToken(secretHash: Buffer): Promise<CredentialHolder | null> {
    return holder(await askOnce(this.dataSource, holderBy('find_token'), [secretHash]));
  }

  /** Every newsroom the address can sign in to, the oldest membership first. */
  async findLogins(email: string): Promise<LoginRow[]> {
    return askOnce(
      this.dataSource,
      'SELECT newsroom_id AS "newsroomId", member_id AS "memberId", password_hash AS "passwordHash" FROM find_login($1)',
      [email],
    );
  }

  /** Spends a one-time link in the transaction of what it is spent on; null when it is unknown, used or expired. */
  async useLink(
    query: RunParametrised,
    secretHash: Buffer,
    purpose: 'sign-in' | 'invitation',
  ): Promise<{ newsroomId: string; memberId: string } | null> {
    const rows = await query<{ newsroomId: string; memberId: string }>(
      'SELECT newsroom_id AS "newsroomId", member_id AS "memberId" FROM use_link($1, $2)',
      [secretHash, purpose],
    );
    return rows[0] ?? null;
  }

  /** Counts one try under the key; answers the seconds to wait, 0 when allowed. */
  async takeThrottle(key: string, limit: number, windowSeconds: number): Promise<number> {
    const text = 'SELECT take_throttle($1, $2, $3) AS wait';
    const rows = await askOnce<{ wait: number }>(this.dataSource, text, [key, limit, windowSeconds]);
    return rows[0]!.wait;
  }
}

/** One round trip: whose secret it is, and whether he must first set up a second factor. */
const holderBy = (found: 'find_session' | 'find_token') =>
  `SELECT f.*, lacks_second_factor(f.newsroom_id, f.member_id) AS lacks FROM ${found}($1) f`;

function holder([row]: HolderRow[]): CredentialHolder | null {
  if (!row) return null;
  return {
    credentialId: row.id,
    newsroomId: row.newsroom_id,
    memberId: row.member_id,
    kind: row.kind,
    roles: row.roles,
    scopes: row.scopes ?? null,
    authenticatedAt: row.authenticated_at ?? null,
    locale: row.locale,
    fault: row.refusal,
    lacksSecondFactor: row.lacks,
  };
}
