import { Refusal } from '#domain';
import { canonicalJson } from '#ledger';
import type { DataSource } from 'typeorm';
import type { Statement } from '../database/trip.js';
import { sealed } from './change.js';
import { Lane } from './lane.js';
import { SingleLane } from './single.lane.js';
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
const BEGIN: Statement = { text: 'BEGIN' };
const BEGIN_SNAPSHOT: Statement = { text: 'BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY' };
const SYSTEM_MEMBER = '00000000-0000-0000-0000-000000000000';
/** What `open_unit` raises for a key that is in flight, was used with another body, or has its result already. */
const KEY_TAKEN = 'IS001';

/** Read-only, and bound to the newsroom for row-level security. */
const boundReader = (newsroomId: string): Statement => ({
  text: "SELECT set_config('transaction_read_only', 'on', true), set_config('app.newsroom', $1, true)",
  values: [newsroomId],
});

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
  async write<T>(call: WriteCall, work: (tx: Tx) => Promise<T>, options: WriteOptions<T> = {}): Promise<Written<T>> {
    try {
      return await this.inTransaction([BEGIN, opened(call)], (lane) => within(lane, call, work, options));
    } catch (error) {
      if (sqlStateOf(error) !== KEY_TAKEN) throw error;
      return this.replayed(call);
    }
  }

  /**
   * The same for someone who is only known by a one-time secret: `spend` finds and spends it first, in the transaction of what it
   * is spent on, so that a failure leaves it as good as it was.
   */
  writeAs<T>(
    spend: (query: RunParametrised) => Promise<Agent>,
    work: (tx: Tx, agent: Agent) => Promise<T>,
  ): Promise<Written<T>> {
    return this.inTransaction([BEGIN], async (lane) => {
      const agent = await spend((text, parameters) => lane.run(text, parameters));
      const { text, values } = opened({ agent });
      lane.putOff(text, values);
      return within(lane, { agent }, (tx) => work(tx, agent), {});
    });
  }

  /** A read-only transaction: one snapshot per statement, the newsroom bound for row-level security. */
  read<T>(newsroomId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.inTransaction([BEGIN, boundReader(newsroomId)], (lane) => finished(lane, newsroomId, work));
  }

  /** The same with one snapshot for all statements: what is read belongs to one moment and one ledger position. */
  snapshot<T>(newsroomId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.inTransaction([BEGIN_SNAPSHOT, boundReader(newsroomId)], (lane) => finished(lane, newsroomId, work));
  }

  /** A read of one statement, in one round trip. @throws TypeError when the work asks for another */
  readSingle<T>(newsroomId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return retried(async () => {
      const lane = await SingleLane.open(this.dataSource, boundReader(newsroomId));
      try {
        return await work(new OpenTx(newsroomId, lane));
      } finally {
        lane.release();
      }
    });
  }

  private inTransaction<T>(opening: readonly Statement[], work: (lane: Lane) => Promise<T>): Promise<T> {
    return retried(async () => {
      const lane = await Lane.open(this.dataSource, opening);
      try {
        return await work(lane);
      } catch (error) {
        throw await lane.abandon(error);
      } finally {
        await lane.release();
      }
    });
  }

  /** The answer to a request whose key was taken. */
  private async replayed<T>(call: WriteCall): Promise<Written<T>> {
    const { idempotency } = call;
    const [found] = await this.inTransaction([BEGIN], async (lane) => {
      const rows = await lane.run<UnitStatus>('SELECT * FROM begin_unit($1, $2, $3, $4, $5)', unitOf(call));
      await lane.commit();
      return rows;
    });
    const { status, kept, kept_seq: ledgerSeq } = found!;
    if (status === 'mismatch') throw new Refusal('idempotency-mismatch', { key: idempotency!.key });
    if (status === 'done') return { value: JSON.parse(kept!) as T, ledgerSeq, replayed: true };
    // Whoever held the key a moment ago may have failed since; the next try of this request finds out.
    throw new Refusal('idempotency-in-flight', { key: idempotency!.key });
  }
}

interface UnitStatus {
  readonly status: 'new' | 'in-flight' | 'mismatch' | 'done';
  readonly kept: string | null;
  readonly kept_seq: number | null;
}

async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS || !RETRIED.has(sqlStateOf(error) ?? '')) throw error;
    }
  }
}

async function finished<T>(lane: Lane, newsroomId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const value = await work(new OpenTx(newsroomId, lane));
  await lane.commit();
  return value;
}

/** Binds the transaction to its newsroom and claims the key, raising what stops everything sent with it when it is taken. */
function opened(call: WriteCall): Statement {
  return { text: 'SELECT open_unit($1, $2, $3, $4, $5)', values: unitOf(call) };
}

function unitOf({ agent, idempotency }: WriteCall): unknown[] {
  const { operation = null, key = null, requestHash = null } = idempotency ?? {};
  return [agent.newsroomId, agent.memberId ?? SYSTEM_MEMBER, operation, key, requestHash];
}

/** One unit of work in a transaction that is open already, to its COMMIT. */
async function within<T>(
  lane: Lane,
  call: WriteCall,
  work: (tx: Tx) => Promise<T>,
  { kept }: WriteOptions<T>,
): Promise<Written<T>> {
  const { agent, idempotency } = call;
  const tx = new OpenTx(agent.newsroomId, lane);
  const value = await work(tx);
  const changes = tx.changes.size > 0 ? JSON.stringify(sealed([...tx.changes.values()])) : null;
  if (!changes && !idempotency) {
    await lane.commit();
    return { value, ledgerSeq: null, replayed: false };
  }
  const result = idempotency ? JSON.stringify(kept ? kept(value) : value) : null;
  const [newsroomId, member, ...key] = unitOf(call);
  const close = 'SELECT finish_unit($1, $2, $3, $4, $5, $6, $7, $8, $9) AS seq';
  const values = [newsroomId, member, actorOf(agent), agent.requestId, changes, ...key, result];
  const [closed] = await Promise.all([lane.run<{ seq: number | null }>(close, values), lane.commit()]);
  return { value, ledgerSeq: closed[0]!.seq, replayed: false };
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
