import type { LedgerAction, WebhookStop } from '#domain';
import { SealBroken, type SecretSeal } from '#platform';
import { record } from '../unit-of-work/change.js';
import type { Change } from '../unit-of-work/change.types.js';
import { change, changeHeld, findRow, insert } from '../unit-of-work/row.js';
import { sql, type Tx } from '../unit-of-work/tx.js';
import { WebhookEntity, type WebhookRow } from './webhook.entity.js';

export type NewWebhook = Pick<WebhookRow, 'id' | 'url' | 'description' | 'events' | 'readSeq' | 'createdBy'>;
type Patch = Pick<
  WebhookRow,
  'url' | 'description' | 'events' | 'active' | 'disabledReason' | 'disabledAt' | 'readSeq' | 'restsUntil'
>;

const ofWebhook = (action: LedgerAction, id: string): Change => ({ action, object: { type: 'webhook', id } });

/** Addresses that are told what happens; their secrets are sealed at rest and never enter the ledger. */
export class WebhookRepository {
  /** `sealing`: under the installation's key. Without it a process can list and stop webhooks, and neither make nor sign for one. */
  constructor(private readonly sealing?: SecretSeal) {}

  async insert(tx: Tx, row: NewWebhook, secret: Buffer): Promise<void> {
    const sealed = { ...row, secret: this.sealed(tx, row, secret) };
    await insert(tx, WebhookEntity, sealed, ofWebhook('webhook.registered', row.id));
  }

  async find(tx: Tx, id: string): Promise<WebhookRow | null> {
    return standing(await findRow(tx, WebhookEntity, { id }));
  }

  /** Locked until the transaction ends: reading for it, sending to it and changing it wait for each other. */
  async lock(tx: Tx, id: string): Promise<WebhookRow | null> {
    return standing(await findRow(tx, WebhookEntity, { id }, ' FOR UPDATE'));
  }

  /** All that were not removed, oldest first. */
  async all(tx: Tx): Promise<WebhookRow[]> {
    const ids = await sql<{ id: string }>(
      tx,
      'SELECT id FROM webhook WHERE newsroom_id = $1 AND removed_at IS NULL ORDER BY created_at, id',
      [tx.newsroomId],
    );
    const rows = await Promise.all(ids.map(({ id }) => this.find(tx, id)));
    return rows.filter((row) => row !== null);
  }

  /** Those that what happens is read for. */
  async activeIds(tx: Tx): Promise<string[]> {
    const rows = await sql<{ id: string }>(tx, 'SELECT id FROM webhook WHERE newsroom_id = $1 AND active ORDER BY id', [
      tx.newsroomId,
    ]);
    return rows.map(({ id }) => id);
  }

  change(tx: Tx, row: WebhookRow, columns: Partial<Patch>, action: LedgerAction = 'webhook.changed'): Promise<boolean> {
    return change(tx, WebhookEntity, row, columns, ofWebhook(action, row.id));
  }

  /** Stopped by what its address answered, under the row's lock. */
  stop(tx: Tx, row: WebhookRow, disabledReason: WebhookStop, disabledAt: Date): void {
    const columns = { active: false, disabledReason, disabledAt };
    changeHeld(tx, WebhookEntity, row, columns, ofWebhook('webhook.disabled', row.id));
  }

  /** A new secret; the one before signs too until `earlierUntil`. */
  rotate(tx: Tx, row: WebhookRow, secret: Buffer, earlierUntil: Date): Promise<boolean> {
    const columns = { secret: this.sealed(tx, row, secret), earlierSecret: row.secret, earlierUntil };
    return change(tx, WebhookEntity, row, columns, ofWebhook('webhook.secret-changed', row.id));
  }

  /** Emptied of what signs: nothing of it is of use to whoever finds the row. */
  remove(tx: Tx, row: WebhookRow, at: Date): Promise<boolean> {
    const stopped = { active: false, disabledReason: 'removed' as const, disabledAt: at, removedAt: at };
    const emptied = { secret: Buffer.alloc(0), earlierSecret: null, earlierUntil: null };
    return change(tx, WebhookEntity, row, { ...stopped, ...emptied }, ofWebhook('webhook.removed', row.id));
  }

  /** What its signatures are made with at this moment, the newest first. @throws SealBroken */
  secretsOf(tx: Tx, row: WebhookRow, now: Date): Buffer[] {
    const secret = this.seal.open(row.secret, placeOf(tx, row));
    const earlier = row.earlierUntil && row.earlierUntil > now ? this.earlierSecret(tx, row) : null;
    return earlier ? [secret, earlier] : [secret];
  }

  /** Null too where it was sealed under a key that is lost: then a new secret is the way out, and must not fail with it. */
  private earlierSecret(tx: Tx, row: WebhookRow): Buffer | null {
    try {
      return row.earlierSecret && this.seal.open(row.earlierSecret, placeOf(tx, row));
    } catch (error) {
      if (error instanceof SealBroken) return null;
      throw error;
    }
  }

  /** What somebody had sent to it, told under the webhook. */
  told(tx: Tx, id: string, action: 'webhook.tested' | 'webhook.replayed', deliveryId: string): void {
    record(tx, ofWebhook(action, id), { deliveryId });
  }

  async readUpTo(tx: Tx, id: string, seq: number): Promise<void> {
    await this.set(tx, id, 'read_seq = $3', seq);
  }

  async succeeded(tx: Tx, id: string, at: Date): Promise<void> {
    await this.set(tx, id, 'succeeded_at = $3, rests_until = NULL', at);
  }

  async rest(tx: Tx, id: string, until: Date): Promise<void> {
    await this.set(tx, id, 'rests_until = $3', until);
  }

  /** What no person changes: neither version nor ledger knows of it. */
  private async set(tx: Tx, id: string, columns: string, value: unknown): Promise<void> {
    await sql(tx, `UPDATE webhook SET ${columns} WHERE newsroom_id = $1 AND id = $2`, [tx.newsroomId, id, value]);
  }

  private sealed(tx: Tx, row: { id: string }, secret: Buffer): Buffer {
    return this.seal.seal(secret, placeOf(tx, row));
  }

  private get seal(): SecretSeal {
    if (!this.sealing) throw new Error('this process was given no key to seal secrets of webhooks with');
    return this.sealing;
  }
}

function standing(row: WebhookRow | null): WebhookRow | null {
  return row?.removedAt === null ? row : null;
}

/** Where a secret belongs: sealed for one row, it opens in no other. */
const placeOf = (tx: Tx, { id }: { id: string }): string => `webhook ${tx.newsroomId} ${id}`;
