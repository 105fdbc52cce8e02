import { Refusal, WEBHOOK_TEST } from '#domain';
import {
  UnitOfWork,
  WebhookDeliveryRepository,
  WebhookRepository,
  type DeliveryAttemptRow,
  type DeliveryRow,
  type DeliveryStatus,
  type Page,
  type PageRequest,
  type Tx,
  type WebhookRow,
  type Written,
} from '#persistence';
import { newId, type Clock } from '#platform';
import type { Call } from '../call/call.js';
import { found } from '../call/precondition.js';
import { testMessage } from './webhook.message.js';
import { deliveryView, type DeliveryView } from './webhook.view.js';

const OVER: readonly DeliveryStatus[] = ['delivered', 'failed', 'withheld', 'cancelled'];

/** What was sent to an address, and sending to it by hand. */
export class WebhookDeliveryService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly webhooks: WebhookRepository,
    private readonly deliveries: WebhookDeliveryRepository,
    private readonly clock: Clock,
  ) {}

  /** Newest first, each with all its attempts. */
  list(
    call: Call,
    webhookId: string,
    statuses: readonly DeliveryStatus[] | undefined,
    page: PageRequest,
  ): Promise<Page<DeliveryView>> {
    return this.work.read(call.agent.newsroomId, async (tx) => {
      found(await this.webhooks.find(tx, webhookId), 'webhook', webhookId);
      const { items, next } = await this.deliveries.page(tx, { webhookId, statuses }, page);
      return { items: await this.views(tx, items), next };
    });
  }

  /** A message that tells of nothing, to see whether the address takes one. */
  test(call: Call, webhookId: string): Promise<Written<DeliveryView>> {
    return this.work.write(call, async (tx) => {
      await this.requireActive(tx, webhookId);
      const id = newId();
      const body = testMessage(WEBHOOK_TEST, this.clock(), webhookId);
      await this.deliveries.insertAll(tx, [{ id, webhookId, seq: null, event: WEBHOOK_TEST, body }]);
      this.webhooks.told(tx, webhookId, 'webhook.tested', id);
      return this.view(tx, id);
    });
  }

  /** The same message under the same id once more, on a schedule of its own. */
  replay(call: Call, webhookId: string, id: string): Promise<Written<DeliveryView>> {
    return this.work.write(call, async (tx) => {
      const webhook = found(await this.webhooks.lock(tx, webhookId), 'webhook', webhookId);
      const row = found(await this.deliveries.lock(tx, id), 'webhook-delivery', id);
      if (row.webhookId !== webhookId) throw new Refusal('not-found', { kind: 'webhook-delivery', id });
      requireSending(webhook);
      if (row.status === 'pending')
        throw new Refusal('not-in-state', { kind: 'webhook-delivery', state: row.status, allowed: OVER });
      await this.deliveries.postpone(tx, { ...row, roundAttempts: 0 }, this.clock());
      this.webhooks.told(tx, webhookId, 'webhook.replayed', id);
      return this.view(tx, id);
    });
  }

  private async requireActive(tx: Tx, id: string): Promise<void> {
    requireSending(found(await this.webhooks.lock(tx, id), 'webhook', id));
  }

  private async view(tx: Tx, id: string): Promise<DeliveryView> {
    const [view] = await this.views(tx, [found(await this.deliveries.find(tx, id), 'webhook-delivery', id)]);
    return view!;
  }

  private async views(tx: Tx, rows: readonly DeliveryRow[]): Promise<DeliveryView[]> {
    const attempts = new Map<string, DeliveryAttemptRow[]>();
    for (const attempt of await this.deliveries.attemptsOf(
      tx,
      rows.map(({ id }) => id),
    ))
      attempts.set(attempt.deliveryId, [...(attempts.get(attempt.deliveryId) ?? []), attempt]);
    return rows.map((row) => deliveryView(row, attempts.get(row.id) ?? []));
  }
}

function requireSending({ active }: WebhookRow): void {
  if (!active) throw new Refusal('not-in-state', { kind: 'webhook', state: 'disabled', allowed: ['active'] });
}
