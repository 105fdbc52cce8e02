import { Refusal, type WebhookEvent } from '#domain';
import {
  LedgerRepository,
  UnitOfWork,
  WebhookDeliveryRepository,
  WebhookRepository,
  type Tx,
  type WebhookRow,
  type Written,
} from '#persistence';
import { newId, randomBytesOf, refusalOfUrl, WEBHOOK_SECRET_BYTES, webhookSecretText, type Clock } from '#platform';
import type { Call } from '../call/call.js';
import { found, requireVersion, stale } from '../call/precondition.js';
import { webhookView, type WebhookView, type WebhookWithSecret } from './webhook.view.js';

export interface WebhookInput {
  readonly url: string;
  readonly description?: string | undefined;
  readonly events: readonly WebhookEvent[];
}

export interface WebhookPatch extends Partial<WebhookInput> {
  readonly active?: boolean | undefined;
}

/** More than any newsroom has systems; each is a share of every event. */
const MOST_WEBHOOKS = 20;
/** How long the secret before the present one signs too. */
const BOTH_SECRETS_MS = 24 * 3_600_000;

/** Addresses that are told what happens: the administrator's. */
export class WebhookService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly webhooks: WebhookRepository,
    private readonly deliveries: WebhookDeliveryRepository,
    private readonly ledger: LedgerRepository,
    private readonly clock: Clock,
  ) {}

  list(call: Call): Promise<{ items: WebhookView[] }> {
    return this.work.read(call.agent.newsroomId, async (tx) => ({
      items: (await this.webhooks.all(tx)).map((row) => webhookView(row, this.clock())),
    }));
  }

  /** Told what happens from now on. The secret is shown in this answer and in no other. */
  create(call: Call, input: WebhookInput): Promise<Written<WebhookWithSecret>> {
    requireOpenAddress(input.url);
    const secret = randomBytesOf(WEBHOOK_SECRET_BYTES);
    return this.work.write<WebhookWithSecret>(
      call,
      async (tx) => {
        if ((await this.webhooks.all(tx)).length >= MOST_WEBHOOKS)
          throw new Refusal('limit-reached', { kind: 'webhook', limit: MOST_WEBHOOKS });
        const id = newId();
        const { url, description = '', events } = input;
        const { seq: readSeq } = await this.ledger.head(tx);
        const createdBy = call.actor.memberId;
        await this.webhooks.insert(tx, { id, url, description, events: once(events), readSeq, createdBy }, secret);
        return { ...(await this.shown(tx, id)), secret: webhookSecretText(secret) };
      },
      { kept: withoutSecret },
    );
  }

  /** Stopped, nothing waits for it any more; taken up again, it is told what happens from then on. */
  update(call: Call, id: string, patch: WebhookPatch): Promise<Written<WebhookView>> {
    if (patch.url !== undefined) requireOpenAddress(patch.url);
    return this.work.write(call, async (tx) => {
      const row = await this.opened(tx, call, id);
      const { url = row.url, description = row.description, events = row.events, active = row.active } = patch;
      const columns = { url, description, events: once(events), ...(await this.switched(tx, row, active)) };
      if (!(await this.webhooks.change(tx, row, columns))) throw stale(row);
      if (!active) await this.deliveries.cancelPending(tx, id, this.clock());
      return this.shown(tx, id);
    });
  }

  /** For a day the earlier secret signs too, so that receivers change at their own time. */
  rotateSecret(call: Call, id: string): Promise<Written<WebhookWithSecret>> {
    const secret = randomBytesOf(WEBHOOK_SECRET_BYTES);
    return this.work.write<WebhookWithSecret>(
      call,
      async (tx) => {
        const row = await this.opened(tx, call, id);
        const until = new Date(this.clock().getTime() + BOTH_SECRETS_MS);
        if (!(await this.webhooks.rotate(tx, row, secret, until))) throw stale(row);
        return { ...(await this.shown(tx, id)), secret: webhookSecretText(secret) };
      },
      { kept: withoutSecret },
    );
  }

  remove(call: Call, id: string): Promise<Written<null>> {
    return this.work.write(call, async (tx) => {
      const row = await this.opened(tx, call, id);
      if (!(await this.webhooks.remove(tx, row, this.clock()))) throw stale(row);
      await this.deliveries.cancelPending(tx, id, this.clock());
      return null;
    });
  }

  private async opened(tx: Tx, call: Call, id: string): Promise<WebhookRow> {
    const row = found(await this.webhooks.lock(tx, id), 'webhook', id);
    requireVersion(call, row);
    return row;
  }

  /** What follows from being switched on or off; nothing where it was so already. */
  private async switched(tx: Tx, row: WebhookRow, active: boolean): Promise<Partial<WebhookRow>> {
    if (active === row.active) return {};
    if (!active) return { active, disabledReason: 'admin', disabledAt: this.clock() };
    const { seq: readSeq } = await this.ledger.head(tx);
    return { active, disabledReason: null, disabledAt: null, restsUntil: null, readSeq };
  }

  private async shown(tx: Tx, id: string): Promise<WebhookView> {
    return webhookView(found(await this.webhooks.find(tx, id), 'webhook', id), this.clock());
  }
}

/** What is plainly not of the public Internet is refused at once; what a name resolves to is judged at every sending. */
function requireOpenAddress(url: string): void {
  const reason = refusalOfUrl(new URL(url));
  if (reason !== null) throw new Refusal('address-forbidden', { reason });
}

const once = (events: readonly WebhookEvent[]): WebhookEvent[] => [...new Set(events)];

function withoutSecret({ secret: _, ...view }: WebhookWithSecret): WebhookWithSecret {
  return { ...view, secretShown: true };
}
