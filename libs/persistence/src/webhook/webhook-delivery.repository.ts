import { Conditions } from '../unit-of-work/conditions.js';
import { pageOf, type Page, type PageRequest } from '../unit-of-work/page.js';
import { sql, type Tx } from '../unit-of-work/tx.js';
import type { DeliveryAttemptRow, DeliveryRow, DeliveryStatus } from './webhook-delivery.row.js';

export type NewDelivery = Pick<DeliveryRow, 'id' | 'webhookId' | 'seq' | 'event' | 'body'>;

const ROW = `id, webhook_id AS "webhookId", seq, event, body, status, attempts, round_attempts AS "roundAttempts",
  next_at AS "nextAt", finished_at AS "finishedAt", created_at AS "createdAt"`;

/** Messages to addresses. Like the queue they are work and no record: the ledger knows who asked for one, not how it went. */
export class WebhookDeliveryRepository {
  /**
   * Queued in the same transaction, in order: what is read for an address is sent to it. By the clock and not by the transaction's
   * beginning: a reading that began earlier may have waited for the lock of one that began later.
   */
  async insertAll(tx: Tx, rows: readonly NewDelivery[]): Promise<void> {
    for (const { id, webhookId, seq, event, body } of rows) {
      await sql(
        tx,
        `INSERT INTO webhook_delivery (newsroom_id, id, webhook_id, seq, event, body, next_at, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, clock_timestamp(), clock_timestamp())`,
        [tx.newsroomId, id, webhookId, seq, event, body],
      );
      await this.enqueue(tx, { id, webhookId, attempts: 0 }, null);
    }
  }

  async find(tx: Tx, id: string): Promise<DeliveryRow | null> {
    return (await this.rows(tx, id, ''))[0] ?? null;
  }

  async lock(tx: Tx, id: string): Promise<DeliveryRow | null> {
    return (await this.rows(tx, id, ' FOR UPDATE'))[0] ?? null;
  }

  /** Newest first. */
  async page(
    tx: Tx,
    filter: { webhookId: string; statuses?: readonly DeliveryStatus[] | undefined },
    page: PageRequest,
  ): Promise<Page<DeliveryRow>> {
    const where = new Conditions()
      .add('newsroom_id = ?', tx.newsroomId)
      .add('webhook_id = ?', filter.webhookId)
      .add('status = ANY (?)', filter.statuses)
      .before('created_at', 'timestamptz', 'id', page.after);
    const rows = await sql<DeliveryRow>(
      tx,
      `SELECT ${ROW} FROM webhook_delivery WHERE ${where.where} ORDER BY created_at DESC, id DESC LIMIT ${page.limit + 1}`,
      where.parameters,
    );
    return pageOf(rows, page.limit, ({ createdAt, id }) => [createdAt.toISOString(), id]);
  }

  /** All attempts at these, in order. */
  attemptsOf(tx: Tx, ids: readonly string[]): Promise<DeliveryAttemptRow[]> {
    return sql(
      tx,
      `SELECT delivery_id AS "deliveryId", number, at, status_code AS "statusCode", failure, duration_ms AS "durationMs"
       FROM webhook_attempt WHERE newsroom_id = $1 AND delivery_id = ANY ($2) ORDER BY delivery_id, number`,
      [tx.newsroomId, ids],
    );
  }

  async insertAttempt(tx: Tx, { deliveryId, number, at, statusCode, failure, durationMs }: DeliveryAttemptRow) {
    await sql(
      tx,
      `INSERT INTO webhook_attempt (newsroom_id, delivery_id, number, at, status_code, failure, duration_ms)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [tx.newsroomId, deliveryId, number, at, statusCode, failure, durationMs],
    );
  }

  /** Nothing more is tried. `attempts` counts one that was just made. */
  async finish(
    tx: Tx,
    { id, attempts }: Pick<DeliveryRow, 'id' | 'attempts'>,
    status: Exclude<DeliveryStatus, 'pending'>,
    at: Date,
  ): Promise<void> {
    await this.set(tx, id, 'status = $3, attempts = $4, finished_at = $5, next_at = NULL', [status, attempts, at]);
  }

  /** To be tried again at a moment, in the same transaction. */
  async postpone(
    tx: Tx,
    row: Pick<DeliveryRow, 'id' | 'webhookId' | 'attempts' | 'roundAttempts'>,
    at: Date,
  ): Promise<void> {
    const columns = `status = 'pending', attempts = $3, round_attempts = $4, next_at = $5, finished_at = NULL`;
    await this.set(tx, row.id, columns, [row.attempts, row.roundAttempts, at]);
    await this.enqueue(tx, row, at);
  }

  /** What is still to be sent to an address that was stopped is not. */
  async cancelPending(tx: Tx, webhookId: string, at: Date): Promise<void> {
    await sql(
      tx,
      `UPDATE webhook_delivery SET status = 'cancelled', finished_at = $3, next_at = NULL
       WHERE newsroom_id = $1 AND webhook_id = $2 AND status = 'pending'`,
      [tx.newsroomId, webhookId, at],
    );
  }

  /**
   * A job knows which attempt it is for: one that runs twice, or was overtaken, finds that out. Jobs of one address wait for each
   * other, so that a slow one keeps one worker busy and the rest of its messages keep their order.
   */
  private async enqueue(
    tx: Tx,
    { id, webhookId, attempts }: Pick<DeliveryRow, 'id' | 'webhookId' | 'attempts'>,
    at: Date | null,
  ): Promise<void> {
    const payload = JSON.stringify({ newsroomId: tx.newsroomId, deliveryId: id, attempts });
    await sql(
      tx,
      'SELECT enqueue_job($1, $2, run_at => coalesce($3::timestamptz, clock_timestamp()), queue_name => $4)',
      ['webhook-delivery', payload, at, `webhook ${webhookId}`],
    );
  }

  private rows(tx: Tx, id: string, lock: '' | ' FOR UPDATE'): Promise<DeliveryRow[]> {
    return sql(tx, `SELECT ${ROW} FROM webhook_delivery WHERE newsroom_id = $1 AND id = $2${lock}`, [
      tx.newsroomId,
      id,
    ]);
  }

  private async set(tx: Tx, id: string, columns: string, values: readonly unknown[]): Promise<void> {
    await sql(tx, `UPDATE webhook_delivery SET ${columns} WHERE newsroom_id = $1 AND id = $2`, [
      tx.newsroomId,
      id,
      ...values,
    ]);
  }
}
