import { Refusal } from '#domain';
import {
  CredentialRepository,
  IdentityDirectory,
  MemberRepository,
  UnitOfWork,
  type Agent,
  type SessionRow,
  type Tx,
  type Written,
} from '#persistence';
import { newId, randomSecret, sha256, type Clock, type PasswordHasher } from '#platform';
import type { Call } from '../call/call.js';
import { found, stale } from '../call/precondition.js';
import { requireGoodPassword } from './password.rules.js';
import type { SecondFactorService, SecondProof } from './second-factor.service.js';

export interface SessionView {
  readonly id: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly expiresAt: string;
  readonly userAgent: string;
  readonly current: boolean;
}

/** A new session and the secret its cookie carries; the secret is shown to the caller once and kept as a hash. */
export interface OpenedSession {
  readonly session: SessionView;
  readonly secret: string;
}

const ABSOLUTE_HOURS = 12;

export interface Visitor {
  readonly requestId: string;
  readonly userAgent: string;
}

/** Signing in, by password (judged by passport's strategy before this) or by a one-time link, and out. */
export class SessionService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly credentials: CredentialRepository,
    private readonly directory: IdentityDirectory,
    private readonly members: MemberRepository,
    private readonly secondFactor: SecondFactorService,
    private readonly hasher: PasswordHasher,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal second-factor-required, second-factor-wrong, invalid */
  open(
    newsroomId: string,
    memberId: string,
    visitor: Visitor,
    proof: SecondProof = {},
  ): Promise<Written<OpenedSession>> {
    const id = newId();
    return this.work.write({ agent: agentOf(newsroomId, memberId, id, visitor) }, async (tx) => {
      await this.secondFactor.admit(tx, memberId, proof);
      return this.openIn(tx, id, memberId, visitor);
    });
  }

  private async openIn(tx: Tx, id: string, memberId: string, visitor: Visitor): Promise<OpenedSession> {
    const secret = randomSecret();
    const expiresAt = new Date(this.clock().getTime() + ABSOLUTE_HOURS * 3_600_000);
    const userAgent = visitor.userAgent.slice(0, 300);
    await this.credentials.insertSession(tx, { id, memberId, secretHash: sha256(secret), userAgent, expiresAt });
    const rows = await this.credentials.sessionsOf(tx, memberId);
    const row = found(
      rows.find((one) => one.id === id),
      'session',
      id,
    );
    return { session: sessionView(row, id), secret };
  }

  /**
   * A one-time link is spent by the session it opens, and only by it; it stands for the password and not for the second factor.
   * @throws Refusal credentials-wrong, second-factor-required, second-factor-wrong, invalid
   */
  openByLink(secret: string, visitor: Visitor, proof: SecondProof = {}): Promise<Written<OpenedSession>> {
    const id = newId();
    return this.work.writeAs(
      async (query) => {
        const holder = await this.directory.useLink(query, sha256(secret), 'sign-in');
        if (!holder) throw new Refusal('credentials-wrong', {});
        return agentOf(holder.newsroomId, holder.memberId, id, visitor);
      },
      async (tx, { memberId }) => {
        await this.secondFactor.admit(tx, memberId!, proof);
        return this.openIn(tx, id, memberId!, visitor);
      },
    );
  }

  list(call: Call): Promise<{ items: SessionView[] }> {
    return this.work.read(call.agent.newsroomId, async (tx) => {
      const rows = await this.credentials.sessionsOf(tx, call.actor.memberId);
      return { items: rows.map((row) => sessionView(row, call.agent.credentialId)) };
    });
  }

  /** One's own; `current` is the session the request came by. */
  async end(call: Call, id: string): Promise<Written<null>> {
    const target = id === 'current' ? call.agent.credentialId : id;
    return this.work.write(call, async (tx) => {
      const ended = target !== null && (await this.credentials.endSession(tx, target, call.actor.memberId));
      if (!ended) throw new Refusal('not-found', { kind: 'session', id });
      return null;
    });
  }

  /** Changing it ends every other session. The present password is asked for: a stolen session must not suffice. */
  async changePassword(call: Call, input: { current: string; next: string }): Promise<Written<null>> {
    const { memberId } = call.actor;
    const passwordHash = await this.hasher.hash(input.next);
    // Judged inside: whoever lost the answer and asks again under his key has another present password by then.
    return this.work.write(call, async (tx) => {
      const row = found(await this.members.find(tx, memberId), 'member', memberId);
      if (!row.passwordHash || !(await this.hasher.verify(row.passwordHash, input.current)))
        throw new Refusal('credentials-wrong', {});
      requireGoodPassword(input.next, '/next', [row.email, row.email.split('@')[0] ?? '']);
      if (!(await this.members.change(tx, row, { passwordHash }, 'member.password-changed')))
        throw new Refusal('version-stale', { currentVersion: row.version });
      await this.credentials.endSessionsOf(tx, memberId, call.agent.credentialId ?? undefined);
      return null;
    });
  }

  /**
   * Whoever was invited, or let in again by the operator, names a password and is signed in. As with any link, it stands for the
   * password and not for the second factor.
   * @throws Refusal not-found for a used, expired or unknown link; second-factor-required, second-factor-wrong, invalid
   */
  async acceptInvitation(
    secret: string,
    input: { password: string; name?: string | undefined },
    visitor: Visitor,
    proof: SecondProof = {},
  ): Promise<Written<OpenedSession>> {
    requireGoodPassword(input.password, '/password', []);
    const passwordHash = await this.hasher.hash(input.password);
    const id = newId();
    return this.work.writeAs(
      async (query) => {
        const holder = await this.directory.useLink(query, sha256(secret), 'invitation');
        if (!holder) throw new Refusal('not-found', { kind: 'invitation', id: '' });
        return agentOf(holder.newsroomId, holder.memberId, id, visitor);
      },
      async (tx, agent) => {
        const memberId = agent.memberId!;
        const row = found(await this.members.find(tx, memberId), 'member', memberId);
        await this.secondFactor.admit(tx, memberId, proof);
        const columns = { passwordHash, ...(input.name ? { name: input.name } : {}) };
        const action = row.passwordHash === null ? 'member.joined' : 'member.password-changed';
        if (!(await this.members.change(tx, row, columns, action))) throw stale(row);
        await this.credentials.endSessionsOf(tx, memberId);
        return this.openIn(tx, id, memberId, visitor);
      },
    );
  }
}

function agentOf(newsroomId: string, memberId: string, credentialId: string | null, { requestId }: Visitor): Agent {
  return { newsroomId, memberId, actorKind: 'person', via: 'session', credentialId, requestId };
}

function sessionView(
  { id, createdAt, lastSeenAt, expiresAt, userAgent }: SessionRow,
  current: string | null,
): SessionView {
  return {
    id,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    userAgent,
    current: id === current,
  };
}
