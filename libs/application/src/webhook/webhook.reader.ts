import {
  LedgerRepository,
  UnitOfWork,
  WebhookDeliveryRepository,
  WebhookRepository,
  type LeafRow,
  type NewDelivery,
  type Tx,
  type WebhookRow,
} from '#persistence';
import { newId } from '#platform';
import type { ClaimDesk } from '../claim/claim.desk.js';
import { workerAgent } from './worker.agent.js';
import { OutsideSight } from './outside.sight.js';
import { messageOf } from './webhook.message.js';

const BATCH = 200;

/**
 * Reads the ledger for each address from where it was last read, as the event stream does: by sequence, which has no gaps. What is
 * to be sent, and how far was read, is kept in one transaction: nothing is left out and nothing is queued twice.
 */
export class WebhookReader {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ClaimDesk,
    private readonly ledger: LedgerRepository,
    private readonly webhooks: WebhookRepository,
    private readonly deliveries: WebhookDeliveryRepository,
  ) {}

  /** The queue's entry. @throws TypeError for a payload that names no newsroom */
  readonly handle = async (payload: unknown): Promise<void> => {
    const { newsroomId } = (payload ?? {}) as { newsroomId?: unknown };
    if (typeof newsroomId !== 'string') throw new TypeError('a reading for webhooks names its newsroom');
    const ids = await this.work.read(newsroomId, (tx) => this.webhooks.activeIds(tx));
    for (const id of ids) {
      while (await this.readOn(newsroomId, id));
    }
  };

  /** One batch for one address; whether there may be more. */
  private async readOn(newsroomId: string, id: string): Promise<boolean> {
    const { value: more } = await this.work.write({ agent: workerAgent(newsroomId) }, async (tx) => {
      const webhook = await this.webhooks.lock(tx, id);
      if (!webhook?.active) return false;
      const leaves = await this.ledger.after(tx, webhook.readSeq, BATCH);
      const last = leaves.at(-1);
      if (!last) return false;
      await this.deliveries.insertAll(tx, await this.toldTo(tx, webhook, leaves));
      await this.webhooks.readUpTo(tx, id, last.seq);
      return leaves.length === BATCH;
    });
    return more;
  }

  private async toldTo(tx: Tx, webhook: WebhookRow, leaves: readonly LeafRow[]): Promise<NewDelivery[]> {
    const sight = new OutsideSight(tx, this.desk);
    const told: NewDelivery[] = [];
    for (const leaf of leaves) {
      const event = await sight.eventOf(leaf);
      if (event === null || !webhook.events.includes(event)) continue;
      told.push({ id: newId(), webhookId: webhook.id, seq: leaf.seq, event, body: messageOf(event, leaf) });
    }
    return told;
  }
}
