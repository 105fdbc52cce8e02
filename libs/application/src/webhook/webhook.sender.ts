import { REST_MS, retryWait, webhookOutcome, type WebhookOutcome } from '#domain';
import {
  LedgerRepository,
  UnitOfWork,
  WebhookDeliveryRepository,
  WebhookRepository,
  type DeliveryRow,
  type JobContext,
  type Tx,
  type WebhookRow,
} from '#persistence';
import {
  SealBroken,
  WEBHOOK_TIMEOUT_MS,
  webhookHeaders,
  type Clock,
  type WebhookAnswer,
  type WebhookRequest,
} from '#platform';
import type { ClaimDesk } from '../claim/claim.desk.js';
import { OutsideSight } from './outside.sight.js';
import { workerAgent } from './worker.agent.js';

/** Sends one message and never throws for what it meets; rejects when `signal` aborts. */
export type PostWebhook = (request: WebhookRequest, signal: AbortSignal) => Promise<WebhookAnswer>;

const UNSIGNED = { status: null, failure: 'sealed' } as const;

interface AwaitedDelivery {
  readonly webhook: WebhookRow | null;
  readonly delivery: DeliveryRow | null;
}

interface Sent {
  readonly answer: WebhookAnswer | typeof UNSIGNED;
  readonly at: Date;
  readonly durationMs: number;
}

/**
 * Sends what was read. Between the sending and its record anything may die: then the queue runs the job again, and the message goes
 * out a second time under the same id. At least once, never not at all.
 */
export class WebhookSender {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ClaimDesk,
    private readonly ledger: LedgerRepository,
    private readonly webhooks: WebhookRepository,
    private readonly deliveries: WebhookDeliveryRepository,
    private readonly post: PostWebhook | undefined,
    private readonly clock: Clock,
  ) {}

  /** The queue's entry: one attempt. @throws TypeError for a payload that names none */
  readonly handle = async (payload: unknown, { signal }: JobContext): Promise<void> => {
    const { newsroomId, deliveryId, attempts } = (payload ?? {}) as Record<string, unknown>;
    if (typeof newsroomId !== 'string' || typeof deliveryId !== 'string' || typeof attempts !== 'number')
      throw new TypeError('a delivery job names its newsroom, its delivery and its attempt');
    if (!this.post) throw new Error('this process opens no foreign addresses');
    const write = <T>(work: (tx: Tx) => Promise<T>) => this.work.write({ agent: workerAgent(newsroomId) }, work);
    const { value: request } = await write((tx) => this.prepared(tx, deliveryId, attempts));
    if (request === null) return;
    const at = this.clock();
    const answer = request === 'sealed' ? UNSIGNED : await this.post(request, signal);
    const sent = { answer, at, durationMs: Math.max(0, this.clock().getTime() - at.getTime()) };
    await write((tx) => this.told(tx, deliveryId, attempts, sent));
  };

  /** What goes out in this attempt, unless it cannot be signed; null when nothing does any more, or not yet. */
  private async prepared(tx: Tx, id: string, attempts: number): Promise<WebhookRequest | 'sealed' | null> {
    const { webhook, delivery } = await this.awaited(tx, id, attempts);
    if (!delivery) return null;
    const now = this.clock();
    if (!webhook?.active) {
      await this.deliveries.finish(tx, delivery, 'cancelled', now);
      return null;
    }
    // Days may lie between the event and this attempt: an article may have been withdrawn from sight since.
    if (!(await this.mayStillBeTold(tx, delivery))) {
      await this.deliveries.finish(tx, delivery, 'withheld', now);
      return null;
    }
    if (webhook.restsUntil && webhook.restsUntil > now) {
      await this.deliveries.postpone(tx, delivery, webhook.restsUntil);
      return null;
    }
    return this.signed(tx, webhook, delivery, now);
  }

  /** `sealed` where the key of this server opens no secret: somebody must see that, and a new secret is the way out. */
  private signed(tx: Tx, webhook: WebhookRow, { id, body }: DeliveryRow, now: Date): WebhookRequest | 'sealed' {
    try {
      const headers = webhookHeaders({ id, at: now, body }, this.webhooks.secretsOf(tx, webhook, now));
      return { url: webhook.url, headers, body, timeoutMs: WEBHOOK_TIMEOUT_MS };
    } catch (error) {
      if (error instanceof SealBroken) return 'sealed';
      throw error;
    }
  }

  private async told(tx: Tx, id: string, attempts: number, sent: Sent): Promise<null> {
    const { webhook, delivery } = await this.awaited(tx, id, attempts);
    if (!delivery) return null; // another run of the same job was first, or the address was stopped meanwhile
    const { answer, at, durationMs } = sent;
    const tried = { ...delivery, attempts: attempts + 1, roundAttempts: delivery.roundAttempts + 1 };
    const { status: statusCode, failure } = answer;
    await this.deliveries.insertAttempt(tx, {
      deliveryId: id,
      number: tried.attempts,
      at,
      statusCode,
      failure,
      durationMs,
    });
    if (webhook) await this.concluded(tx, webhook, tried, webhookOutcome(statusCode));
    if (webhook?.active && failure !== null) await this.webhooks.rest(tx, webhook.id, this.after(REST_MS));
    return null;
  }

  private async concluded(tx: Tx, webhook: WebhookRow, delivery: DeliveryRow, outcome: WebhookOutcome): Promise<void> {
    const now = this.clock();
    if (outcome === 'delivered') {
      await this.deliveries.finish(tx, delivery, 'delivered', now);
      return this.webhooks.succeeded(tx, webhook.id, now);
    }
    const wait = outcome === 'gone' ? null : retryWait(delivery.roundAttempts, Math.random());
    if (wait !== null) return this.deliveries.postpone(tx, delivery, this.after(wait));
    await this.deliveries.finish(tx, delivery, 'failed', now);
    if (outcome === 'gone') return this.stop(tx, webhook, 'gone');
    // An address that took other messages meanwhile is not at fault for good.
    if ((webhook.succeededAt ?? webhook.createdAt) <= delivery.createdAt) await this.stop(tx, webhook, 'failing');
  }

  private async stop(tx: Tx, webhook: WebhookRow, reason: 'gone' | 'failing'): Promise<void> {
    if (!webhook.active) return;
    this.webhooks.stop(tx, webhook, reason, this.clock());
    await this.deliveries.cancelPending(tx, webhook.id, this.clock());
  }

  /** The delivery while it waits for just this attempt, and its address; locked in the order in which everybody locks them. */
  private async awaited(tx: Tx, id: string, attempts: number): Promise<AwaitedDelivery> {
    const known = await this.deliveries.find(tx, id);
    const webhook = known && (await this.webhooks.lock(tx, known.webhookId));
    const row = known && (await this.deliveries.lock(tx, id));
    return { webhook, delivery: row?.status === 'pending' && row.attempts === attempts ? row : null };
  }

  private async mayStillBeTold(tx: Tx, { seq }: DeliveryRow): Promise<boolean> {
    if (seq === null) return true;
    const [leaf] = await this.ledger.after(tx, seq - 1, 1);
    return leaf !== undefined && (await new OutsideSight(tx, this.desk).eventOf(leaf)) !== null;
  }

  private after(ms: number): Date {
    return new Date(this.clock().getTime() + ms);
  }
}
