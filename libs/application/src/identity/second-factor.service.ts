import { Refusal } from '#domain';
import {
  CredentialRepository,
  MemberRepository,
  NewsroomRepository,
  SecondFactorRepository,
  UnitOfWork,
  type SecondFactorRow,
  type Tx,
  type Written,
} from '#persistence';
import {
  acceptedStep,
  base32,
  newId,
  otpauthUri,
  randomBytesOf,
  sha256,
  type Clock,
  type PasswordHasher,
} from '#platform';
import type { Call } from '../call/call.js';
import { found } from '../call/precondition.js';

/** What somebody proves himself with besides a password or a link: a code of his app, or one of his recovery codes. */
export interface SecondProof {
  readonly totp?: string | undefined;
  readonly recoveryCode?: string | undefined;
}

export interface SecondFactorView {
  readonly status: 'none' | 'unconfirmed' | 'in-use';
  readonly confirmedAt: string | null;
  readonly recoveryCodesLeft: number;
}

/** The secret only in the answer that made it. */
export interface StartedSecondFactor {
  readonly secret?: string;
  readonly uri?: string;
  readonly secretShown?: true;
}

/** The codes only in the answer that made them. */
export interface RecoveryCodes {
  readonly recoveryCodes?: readonly string[];
  readonly secretShown?: true;
}

const SECRET_BYTES = 20;
const RECOVERY_CODES = 10;
/** 128 bits: enough to be kept as a plain digest. */
const RECOVERY_BYTES = 16;

/** Codes of an authenticator app beside the password (RFC 6238). */
export class SecondFactorService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly factors: SecondFactorRepository,
    private readonly members: MemberRepository,
    private readonly credentials: CredentialRepository,
    private readonly newsrooms: NewsroomRepository,
    private readonly hasher: PasswordHasher,
    private readonly clock: Clock,
  ) {}

  mine(call: Call): Promise<SecondFactorView> {
    return this.work.read(call.agent.newsroomId, async (tx) =>
      viewOf(await this.factors.find(tx, call.actor.memberId)),
    );
  }

  /** A secret for an app; sign-in asks for its codes from the confirmation on. Starting again replaces what was never confirmed. */
  start(call: Call, password: string): Promise<Written<StartedSecondFactor>> {
    return this.work.write<StartedSecondFactor>(
      call,
      async (tx) => {
        const member = await this.requirePassword(tx, call, password);
        const known = await this.factors.lock(tx, member.id);
        if (known?.confirmedAt) throw new Refusal('already-in-state', { kind: 'second-factor', state: 'in-use' });
        const secret = randomBytesOf(SECRET_BYTES);
        if (known) await this.factors.replaceSecret(tx, known, secret);
        else await this.factors.insert(tx, { id: newId(), memberId: member.id, secret });
        const { name } = await this.newsrooms.current(tx);
        return { secret: base32(secret), uri: otpauthUri(secret, name, member.email) };
      },
      { kept: () => ({ secretShown: true }) },
    );
  }

  /** A first code shows that the app has the secret. Every other session ends: it was opened without one. */
  confirm(call: Call, totp: string): Promise<Written<RecoveryCodes>> {
    return this.work.write<RecoveryCodes>(
      call,
      async (tx) => {
        const row = await this.requireFactor(tx, call, 'unconfirmed');
        const step = acceptedStep(this.factors.secretOf(tx, row), totp, this.clock(), row.lastStep);
        if (step === null) throw new Refusal('second-factor-wrong', {});
        const recoveryCodes = newRecoveryCodes();
        await this.factors.confirm(tx, row, step, recoveryCodes.map(recoveryHash), this.clock());
        await this.credentials.endSessionsOf(tx, row.memberId, call.agent.credentialId ?? undefined);
        return { recoveryCodes };
      },
      { kept: () => ({ secretShown: true }) },
    );
  }

  /** Ten new recovery codes in place of those that are left. */
  renewRecoveryCodes(call: Call, totp: string): Promise<Written<RecoveryCodes>> {
    return this.work.write<RecoveryCodes>(
      call,
      async (tx) => {
        const row = await this.requireFactor(tx, call, 'in-use');
        await this.spend(tx, row, { totp });
        const recoveryCodes = newRecoveryCodes();
        await this.factors.renewRecovery(tx, row, recoveryCodes.map(recoveryHash));
        return { recoveryCodes };
      },
      { kept: () => ({ secretShown: true }) },
    );
  }

  /** Back to the password alone, for whoever has both. */
  remove(call: Call, { password, ...proof }: { password: string } & SecondProof): Promise<Written<null>> {
    return this.work.write(call, async (tx) => {
      await this.requirePassword(tx, call, password);
      const row = await this.requireFactor(tx, call, 'in-use');
      await this.spend(tx, row, proof);
      await this.factors.remove(tx, row, 'removed', this.clock());
      return null;
    });
  }

  /** For a member who lost telephone and recovery codes. His sessions end; he signs in by his password and starts anew. */
  reset(call: Call, memberId: string): Promise<Written<null>> {
    return this.work.write(call, async (tx) => {
      found(await this.members.find(tx, memberId), 'member', memberId);
      if (!(await this.resetIn(tx, memberId))) throw notInState('none', ['unconfirmed', 'in-use']);
      await this.credentials.endSessionsOf(tx, memberId);
      return null;
    });
  }

  /** Taken away as part of something larger; false when there was none. */
  async resetIn(tx: Tx, memberId: string): Promise<boolean> {
    const row = await this.factors.lock(tx, memberId);
    if (row) await this.factors.remove(tx, row, 'reset', this.clock());
    return row !== null;
  }

  /** Whether sign-in asks for a code. */
  async isInUse(tx: Tx, memberId: string): Promise<boolean> {
    return viewOf(await this.factors.find(tx, memberId)).status === 'in-use';
  }

  /**
   * Judged in the transaction that opens the session: a code is spent by the session it opens and only by it.
   * @throws Refusal second-factor-required, second-factor-wrong; invalid for a code of somebody who has no second factor, who
   * would take the answer for its being checked
   */
  async admit(tx: Tx, memberId: string, proof: SecondProof): Promise<void> {
    const row = await this.factors.lock(tx, memberId);
    if (row?.confirmedAt) return this.spend(tx, row, proof);
    const errors = (['totp', 'recoveryCode'] as const)
      .filter((name) => proof[name] !== undefined)
      .map((name) => ({ pointer: `/${name}`, code: 'no-second-factor' }));
    if (errors.length > 0) throw new Refusal('invalid', { errors });
  }

  private async spend(tx: Tx, row: SecondFactorRow, { totp, recoveryCode }: SecondProof): Promise<void> {
    if (totp !== undefined) {
      const step = acceptedStep(this.factors.secretOf(tx, row), totp, this.clock(), row.lastStep);
      if (step === null) throw new Refusal('second-factor-wrong', {});
      return this.factors.useStep(tx, row, step);
    }
    if (recoveryCode === undefined) throw new Refusal('second-factor-required', {});
    const hash = recoveryHash(recoveryCode);
    if (!row.recoveryHashes.some((known) => known.equals(hash))) throw new Refusal('second-factor-wrong', {});
    await this.factors.useRecovery(tx, row, hash);
  }

  private async requirePassword(tx: Tx, { actor }: Call, password: string) {
    const row = found(await this.members.find(tx, actor.memberId), 'member', actor.memberId);
    if (!row.passwordHash || !(await this.hasher.verify(row.passwordHash, password)))
      throw new Refusal('credentials-wrong', {});
    return row;
  }

  private async requireFactor(tx: Tx, { actor }: Call, status: 'unconfirmed' | 'in-use'): Promise<SecondFactorRow> {
    const row = await this.factors.lock(tx, actor.memberId);
    const present = viewOf(row).status;
    if (!row || present !== status) throw notInState(present, [status]);
    return row;
  }
}

function viewOf(row: SecondFactorRow | null): SecondFactorView {
  if (!row) return { status: 'none', confirmedAt: null, recoveryCodesLeft: 0 };
  return {
    status: row.confirmedAt ? 'in-use' : 'unconfirmed',
    confirmedAt: row.confirmedAt?.toISOString() ?? null,
    recoveryCodesLeft: row.recoveryHashes.length,
  };
}

const notInState = (state: string, allowed: readonly string[]) =>
  new Refusal('not-in-state', { kind: 'second-factor', state, allowed });

/** `abcde-fghij-…`: groups that can be read aloud. */
function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () =>
    base32(randomBytesOf(RECOVERY_BYTES))
      .toLowerCase()
      .replace(/.{5}(?=.)/g, '$&-'),
  );
}

/** However it was copied: with or without hyphens and spaces, in whatever case. */
function recoveryHash(code: string): Buffer {
  return sha256(code.replace(/[^A-Za-z0-9]/g, '').toUpperCase());
}
