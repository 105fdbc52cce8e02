import type { WebhookEvent, WebhookStop } from '#domain';
import type { DeliveryAttemptRow, DeliveryRow, DeliveryStatus, WebhookRow } from '#persistence';

export interface WebhookView {
  readonly id: string;
  readonly url: string;
  readonly description: string;
  readonly events: readonly WebhookEvent[];
  readonly active: boolean;
  readonly disabledReason: Exclude<WebhookStop, 'removed'> | null;
  readonly disabledAt: string | null;
  /** Until when the secret before the present one signs too. */
  readonly earlierSecretUntil: string | null;
  readonly lastSuccessAt: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly version: number;
}

/** The secret only in the answer that made it; a replay says that it was shown. */
export interface WebhookWithSecret extends WebhookView {
  readonly secret?: string;
  readonly secretShown?: true;
}

export interface DeliveryView {
  readonly id: string;
  readonly event: string;
  /** The ledger sequence it tells of; null for a test. */
  readonly seq: number | null;
  readonly status: DeliveryStatus;
  readonly createdAt: string;
  readonly nextAttemptAt: string | null;
  readonly finishedAt: string | null;
  readonly attempts: readonly {
    readonly number: number;
    readonly at: string;
    readonly status: number | null;
    readonly failure: string | null;
    readonly durationMs: number;
  }[];
}

export function webhookView(row: WebhookRow, now: Date): WebhookView {
  const { id, url, description, events, active, disabledReason, version } = row;
  const until = row.earlierUntil && row.earlierUntil > now ? row.earlierUntil : null;
  return {
    id,
    url,
    description,
    events,
    active,
    disabledReason: disabledReason === 'removed' ? null : disabledReason,
    disabledAt: row.disabledAt?.toISOString() ?? null,
    earlierSecretUntil: until?.toISOString() ?? null,
    lastSuccessAt: row.succeededAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    version,
  };
}

export function deliveryView(row: DeliveryRow, attempts: readonly DeliveryAttemptRow[]): DeliveryView {
  const { id, event, seq, status } = row;
  return {
    id,
    event,
    seq,
    status,
    createdAt: row.createdAt.toISOString(),
    nextAttemptAt: row.nextAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    attempts: attempts.map(({ number, at, statusCode, failure, durationMs }) => ({
      number,
      at: at.toISOString(),
      status: statusCode,
      failure,
      durationMs,
    })),
  };
}
