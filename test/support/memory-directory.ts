import type { Role, Scope } from '#domain';
import { newId, newToken, PasswordHasher, randomSecret, sha256 } from '#platform';
import type { CredentialDirectory, CredentialHolder, Login } from '../../apps/api/src/auth/identity.js';

/** A small newsroom kept in memory: enough of one to hold the HTTP layer to its promises without a database. */
export class MemoryDirectory implements CredentialDirectory {
  private readonly sessions = new Map<string, CredentialHolder>();
  private readonly tokens = new Map<string, CredentialHolder>();
  private readonly logins = new Map<string, Login>();
  private readonly tries = new Map<string, { since: number; count: number }>();
  /** How often the store was asked, to show that bad checksums never reach it. */
  asked = 0;

  session(roles: readonly Role[], more: Partial<CredentialHolder> = {}): string {
    const secret = randomSecret();
    this.sessions.set(sha256(secret).toString('hex'), holder(roles, null, more));
    return secret;
  }

  token(roles: readonly Role[], scopes: readonly Scope[], more: Partial<CredentialHolder> = {}): string {
    const token = newToken('pat');
    this.tokens.set(sha256(token).toString('hex'), holder(roles, scopes, more));
    return token;
  }

  revoke(token: string): void {
    const hash = sha256(token).toString('hex');
    this.tokens.set(hash, { ...this.tokens.get(hash)!, fault: 'revoked' });
  }

  async login(email: string, password: string): Promise<void> {
    const passwordHash = await new PasswordHasher().hash(password);
    this.logins.set(email, { newsroomId: newId(), memberId: newId(), passwordHash });
  }

  async findSession(hash: Buffer): Promise<CredentialHolder | null> {
    this.asked += 1;
    return this.sessions.get(hash.toString('hex')) ?? null;
  }

  async findToken(hash: Buffer): Promise<CredentialHolder | null> {
    this.asked += 1;
    return this.tokens.get(hash.toString('hex')) ?? null;
  }

  async findLogins(email: string): Promise<Login[]> {
    return [this.logins.get(email)].filter((login) => login !== undefined);
  }

  async takeThrottle(key: string, limit: number, windowSeconds: number): Promise<number> {
    const now = Date.now();
    const known = this.tries.get(key);
    const entry = known && known.since > now - windowSeconds * 1000 ? known : { since: now, count: 0 };
    entry.count += 1;
    this.tries.set(key, entry);
    return entry.count > limit ? windowSeconds : 0;
  }
}

function holder(
  roles: readonly Role[],
  scopes: readonly Scope[] | null,
  more: Partial<CredentialHolder>,
): CredentialHolder {
  return {
    credentialId: newId(),
    newsroomId: newId(),
    memberId: newId(),
    kind: 'person',
    roles,
    scopes,
    authenticatedAt: scopes ? null : new Date(),
    locale: 'ar',
    fault: null,
    lacksSecondFactor: false,
    ...more,
  };
}
