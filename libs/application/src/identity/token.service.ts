import { mayMintFor, mayRevokeOf, Refusal, type Scope } from '#domain';
import { CredentialRepository, MemberRepository, UnitOfWork, type AccessTokenRow, type Written } from '#persistence';
import { newId, newToken, tokenHash, type Clock } from '#platform';
import type { Call } from '../call/call.js';
import { found } from '../call/precondition.js';

export interface TokenView {
  readonly id: string;
  readonly name: string;
  readonly memberId: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
}

/** The token itself only in the answer that made it; a replay says that it was shown. */
export interface MintedToken extends TokenView {
  readonly token?: string;
  readonly secretShown?: true;
}

const LONGEST_DAYS = 366;
const FRESH_MINUTES = 10;

export class TokenService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly credentials: CredentialRepository,
    private readonly members: MemberRepository,
    private readonly clock: Clock,
  ) {}

  /** One's own; an admin sees everybody's, without the secret nobody has. */
  list(call: Call): Promise<{ items: TokenView[] }> {
    return this.work.read(call.agent.newsroomId, async (tx) => {
      const all = call.actor.roles.includes('admin');
      return { items: (await this.credentials.tokens(tx, all ? undefined : call.actor.memberId)).map(tokenView) };
    });
  }

  /** From a session in which the person proved who he is a short while ago; never by a token. */
  async mint(
    call: Call,
    input: { name: string; scopes: readonly Scope[]; expiresAt: string; memberId?: string | undefined },
  ): Promise<Written<MintedToken>> {
    const now = this.clock().getTime();
    if (call.agent.via !== 'session')
      throw new Refusal('step-up-required', { operation: 'createToken', reason: 'token-not-allowed' });
    if (!call.authenticatedAt || now - call.authenticatedAt.getTime() > FRESH_MINUTES * 60_000) {
      throw new Refusal('step-up-required', { operation: 'createToken', reason: 'stale-session' });
    }
    const expiresAt = new Date(input.expiresAt);
    const latest = now + LONGEST_DAYS * 86_400_000;
    if (expiresAt.getTime() <= now || expiresAt.getTime() > latest) {
      throw new Refusal('invalid', {
        errors: [{ pointer: '/expiresAt', code: 'expiry-out-of-range', detail: { mostDays: LONGEST_DAYS } }],
      });
    }
    const memberId = input.memberId ?? call.actor.memberId;
    const token = newToken('pat');
    return this.work.write(
      call,
      async (tx): Promise<MintedToken> => {
        const member = await this.members.find(tx, memberId);
        if (!member)
          throw new Refusal('invalid', {
            errors: [{ pointer: '/memberId', code: 'unknown-id', detail: { id: memberId } }],
          });
        if (!mayMintFor(call.actor, member))
          throw new Refusal('relation-forbidden', { operation: 'createToken', reason: 'own-or-service-token' });
        const id = newId();
        const row = {
          id,
          memberId,
          name: input.name,
          scopes: [...new Set(input.scopes)],
          expiresAt,
          createdBy: call.actor.memberId,
        };
        await this.credentials.insertToken(tx, { ...row, secretHash: tokenHash(token) });
        return { ...tokenView(found(await this.credentials.findToken(tx, id), 'token', id)), token };
      },
      { kept: ({ token: _, ...view }) => ({ ...view, secretShown: true }) },
    );
  }

  async revoke(call: Call, id: string): Promise<Written<null>> {
    return this.work.write(call, async (tx) => {
      const row = await this.credentials.findToken(tx, id);
      if (!row || !mayRevokeOf(call.actor, row.memberId)) throw new Refusal('not-found', { kind: 'token', id });
      if (row.revokedAt !== null || (await this.credentials.revokeToken(tx, row, this.clock()))) return null;
      const now = await this.credentials.findToken(tx, id);
      if (now?.revokedAt) return null; // somebody else revoked it at the same moment: it is as the caller wants it
      throw new Refusal('version-stale', { currentVersion: (now ?? row).version });
    });
  }
}

function tokenView({
  id,
  name,
  memberId,
  scopes,
  createdAt,
  expiresAt,
  lastUsedAt,
  revokedAt,
}: AccessTokenRow): TokenView {
  return {
    id,
    name,
    memberId,
    scopes,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
  };
}
