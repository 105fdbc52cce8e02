import type { SecretSeal } from '#platform';
import { record } from '../unit-of-work/change.js';
import { sql, type Tx } from '../unit-of-work/tx.js';

export interface SecondFactorRow {
  id: string;
  memberId: string;
  /** Sealed: secretOf opens it. */
  secret: Buffer;
  /** Null until a first code showed that the member's app has the secret. */
  confirmedAt: Date | null;
  lastStep: number;
  /** SHA-256 of the recovery codes that are left. */
  recoveryHashes: Buffer[];
}

type Action = 'started' | 'confirmed' | 'recovery-used' | 'recovery-renewed' | 'removed' | 'reset';

/** As long as a secret was before they were sealed; what is sealed is longer. */
const PLAIN_BYTES = 20;

/** Secrets of second factors, sealed at rest; none of them ever enters the ledger. */
export class SecondFactorRepository {
  /** `sealing`: under the installation's key. Without it a process can tell and remove second factors, and not use them. */
  constructor(private readonly sealing?: SecretSeal) {}

  /** What the member's app knows. One that was stored before secrets were sealed is, at its next use. @throws SealBroken */
  secretOf(tx: Tx, row: SecondFactorRow): Buffer {
    return row.secret.length === PLAIN_BYTES ? row.secret : this.seal.open(row.secret, placeOf(tx, row));
  }

  private get seal(): SecretSeal {
    if (!this.sealing) throw new Error('this process was given no key to seal second factors with');
    return this.sealing;
  }

  /** The one a member has, confirmed or not, locked until the transaction ends: codes tried at once wait for each other. */
  async lock(tx: Tx, memberId: string): Promise<SecondFactorRow | null> {
    return (await this.rows(tx, memberId, ' FOR UPDATE'))[0] ?? null;
  }

  async find(tx: Tx, memberId: string): Promise<SecondFactorRow | null> {
    return (await this.rows(tx, memberId, ''))[0] ?? null;
  }

  /** Of these members, those who need a code to sign in. */
  async inUse(tx: Tx, memberIds: readonly string[]): Promise<Set<string>> {
    const rows = await sql<{ memberId: string }>(
      tx,
      `SELECT member_id AS "memberId" FROM second_factor
       WHERE newsroom_id = $1 AND member_id = ANY ($2) AND removed_at IS NULL AND confirmed_at IS NOT NULL`,
      [tx.newsroomId, memberIds],
    );
    return new Set(rows.map(({ memberId }) => memberId));
  }

  async insert(tx: Tx, { id, memberId, secret }: Pick<SecondFactorRow, 'id' | 'memberId' | 'secret'>): Promise<void> {
    await sql(tx, 'INSERT INTO second_factor (newsroom_id, id, member_id, secret) VALUES ($1, $2, $3, $4)', [
      tx.newsroomId,
      id,
      memberId,
      this.seal.seal(secret, placeOf(tx, { id })),
    ]);
    this.told(tx, { id, memberId }, 'started');
  }

  /** Another secret in place of one that was never confirmed. */
  async replaceSecret(tx: Tx, row: SecondFactorRow, secret: Buffer): Promise<void> {
    await this.set(tx, row, 'secret = $3, last_step = 0', [this.seal.seal(secret, placeOf(tx, row))]);
    this.told(tx, row, 'started');
  }

  async confirm(
    tx: Tx,
    row: SecondFactorRow,
    step: number,
    recoveryHashes: readonly Buffer[],
    at: Date,
  ): Promise<void> {
    const values = [at, step, recoveryHashes];
    await this.set(tx, row, 'confirmed_at = $3, last_step = $4, recovery_hashes = $5::bytea[]', values);
    this.told(tx, row, 'confirmed');
  }

  /** The half minute whose code was used; what it was used for has a leaf of its own. */
  useStep(tx: Tx, row: SecondFactorRow, step: number): Promise<void> {
    const secret = this.seal.seal(this.secretOf(tx, row), placeOf(tx, row));
    return this.set(tx, row, 'last_step = $3, secret = $4', [step, secret]);
  }

  async useRecovery(tx: Tx, row: SecondFactorRow, hash: Buffer): Promise<void> {
    await this.set(tx, row, 'recovery_hashes = array_remove(recovery_hashes, $3::bytea)', [hash]);
    this.told(tx, row, 'recovery-used');
  }

  async renewRecovery(tx: Tx, row: SecondFactorRow, recoveryHashes: readonly Buffer[]): Promise<void> {
    await this.set(tx, row, 'recovery_hashes = $3::bytea[]', [recoveryHashes]);
    this.told(tx, row, 'recovery-renewed');
  }

  /** Emptied: nothing of it is of use to whoever finds the row. */
  async remove(tx: Tx, row: SecondFactorRow, action: 'removed' | 'reset', at: Date): Promise<void> {
    await this.set(tx, row, "removed_at = $3, secret = '\\x', recovery_hashes = '{}'", [at]);
    this.told(tx, row, action);
  }

  private rows(tx: Tx, memberId: string, lock: '' | ' FOR UPDATE'): Promise<SecondFactorRow[]> {
    return sql(
      tx,
      `SELECT id, member_id AS "memberId", secret, confirmed_at AS "confirmedAt", last_step::float8 AS "lastStep",
         recovery_hashes AS "recoveryHashes"
       FROM second_factor WHERE newsroom_id = $1 AND member_id = $2 AND removed_at IS NULL${lock}`,
      [tx.newsroomId, memberId],
    );
  }

  /** The row is locked by whoever read it. */
  private async set(tx: Tx, { id }: SecondFactorRow, columns: string, values: readonly unknown[]): Promise<void> {
    await sql(tx, `UPDATE second_factor SET ${columns}, version = version + 1 WHERE newsroom_id = $1 AND id = $2`, [
      tx.newsroomId,
      id,
      ...values,
    ]);
  }

  private told(tx: Tx, { id, memberId }: { id: string; memberId: string }, action: Action): void {
    record(tx, { action: `second-factor.${action}`, object: { type: 'second_factor', id } }, { memberId });
  }
}

/** Where a secret belongs: sealed for one row, it opens in no other. */
const placeOf = (tx: Tx, { id }: { id: string }): string => `second_factor ${tx.newsroomId} ${id}`;
