import { Refusal } from '#domain';
import { canonicalJson } from '#ledger';
import { DataSource, type QueryRunner } from 'typeorm';
import { sealed } from './change.js';
import { OpenTx, type Tx } from './tx.js';

/** Who acts, through which credential, in which request; what every ledger leaf says. */
export interface Agent {
  readonly newsroomId: string;
  readonly memberId: string | null;
  readonly actorKind: 'person' | 'service' | 'system';
  readonly via: 'session' | 'token' | 'job' | 'cli';
  readonly credentialId: string | null;
  readonly requestId: string;
}

/** A request under an Idempotency-Key; its scope is member and operation. */
export interface IdempotentRequest {
  readonly key: string;
  readonly operation: string;
  readonly requestHash: string;
}

export interface WriteCall {
  readonly agent: Agent;
  readonly idempotency?: IdempotentRequest | undefined;
}

/** What a committed write answers; `ledgerSeq` is the last of its leaves, null when nothing changed. */
export interface Written<T> {
  readonly value: T;
  readonly ledgerSeq: number | null;
  readonly replayed: boolean;
}

/** One parametrised statement; answers its rows. */
export type RunParametrised = <R>(text: string, parameters: unknown[]) => Promise<R[]>;

export interface WriteOptions<T> {
  /** What is kept under the key instead of the value, when the value holds a secret. */
  readonly kept?: (value: T) => T;
}

const RETRIED = new Set(['40001', '40P01']);
const ATTEMPTS = 4;
/** Read-only and bound to the newsroom, in one round trip. */
const BIND_READER = "SELECT set_config('transaction_read_only', 'on', true), set_config('app.newsroom', $1, true)";
const SYSTEM_MEMBER = '00000000-0000-0000-0000-000000000000';

/**
 * Runs each use case in one transaction bound to its newsroom. The ledger leaves of everything the work recorded are
 * appended last, because the ledger head's lock is held through COMMIT. The transaction is handed on explicitly; there
 * is no ambient one to forget.
 */
export class UnitOfWork {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * @throws Refusal when the work refuses, or the key is in flight or was used with another body; then nothing is kept.
   * Serialization failures and deadlocks are tried again, so the work must have no effect outside the transaction.
   */
  write<T>(call: WriteCall, work: (tx: Tx) => Promise<T>, options: WriteOptions<T> = {}): Promise<Written<T>> {
    return this.inRetriedTransaction((runner) => within(runner, call, work, options));
  }

  /**
   * The same for someone who is only known by a one-time secret: `spend` finds and spends it first, in the transaction of what it
   * is spent on, so that a failure leaves it as good as it was.
   */
  writeAs<T>(
    spend: (query: RunParametrised) => Promise<Agent>,
    work: (tx: Tx, agent: Agent) => Promise<T>,
  ): Promise<Written<T>> {
    return this.inRetriedTransaction(async (runner) => {
      const agent = await spend((text, parameters) => runner.query(text, parameters));
      return within(runner, { agent }, (tx) => work(tx, agent), {});
    });
  }

  private async inRetriedTransaction<T>(work: (runner: QueryRunner) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.inTransaction(work);
      } catch (error) {
        if (attempt === ATTEMPTS || !RETRIED.has(sqlStateOf(error) ?? '')) throw error;
      }
    }
  }

  /** A read-only transaction: one snapshot per statement, the newsroom bound for row-level security. */
  async read<T>(newsroomId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.inTransaction(async (runner) => {
      await runner.query(BIND_READER, [newsroomId]);
      return work(new OpenTx(newsroomId, runner.manager));
    });
  }

  /** The same with one snapshot for all statements: what is read belongs to one moment and one ledger position. */
  async snapshot<T>(newsroomId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.inTransaction(async (runner) => {
      await runner.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
      await runner.query("SELECT set_config('app.newsroom', $1, true)", [newsroomId]);
      return work(new OpenTx(newsroomId, runner.manager));
    });
  }

  private async inTransaction<T>(work: (runner: QueryRunner) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      const value = await work(runner);
      await runner.commitTransaction();
      return value;
    } catch (error) {
      // A dead connection cannot roll back; PostgreSQL has done so already.
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release().catch(() => undefined);
    }
  }
}

/** One unit of work in a transaction that is open already. */
async function within<T>(
  runner: QueryRunner,
  { agent, idempotency }: WriteCall,
  work: (tx: Tx) => Promise<T>,
  { kept }: WriteOptions<T>,
): Promise<Written<T>> {
  const key = [idempotency?.operation ?? null, idempotency?.key ?? null, idempotency?.requestHash ?? null];
  const member = agent.memberId ?? SYSTEM_MEMBER;
  const opened = await runner.query('SELECT * FROM begin_unit($1, $2, $3, $4, $5)', [agent.newsroomId, member, ...key]);
  const { status, kept: keptText, kept_seq: keptSeq } = opened[0];
  if (status === 'in-flight') throw new Refusal('idempotency-in-flight', { key: idempotency!.key });
  if (status === 'mismatch') throw new Refusal('idempotency-mismatch', { key: idempotency!.key });
  if (status === 'done') return { value: JSON.parse(keptText), ledgerSeq: keptSeq, replayed: true };

  const tx = new OpenTx(agent.newsroomId, runner.manager);
  const value = await work(tx);
  const changes = tx.changes.size > 0 ? JSON.stringify(sealed(tx.changes.values())) : null;
  if (!changes && !idempotency) return { value, ledgerSeq: null, replayed: false };
  const result = idempotency ? JSON.stringify(kept ? kept(value) : value) : null;
  const closed = await runner.query('SELECT finish_unit($1, $2, $3, $4, $5, $6, $7, $8, $9) AS seq', [
    agent.newsroomId,
    member,
    actorOf(agent),
    agent.requestId,
    changes,
    ...key,
    result,
  ]);
  return { value, ledgerSeq: closed[0].seq, replayed: false };
}

function actorOf({ memberId, actorKind, via, credentialId }: Agent): string {
  return canonicalJson({ credential: credentialId, kind: actorKind, member: memberId, via });
}

/** The five-character SQLSTATE behind a driver error, if there is one. */
export function sqlStateOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const code = (error as { code?: unknown }).code ?? (error as { driverError?: { code?: unknown } }).driverError?.code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}
