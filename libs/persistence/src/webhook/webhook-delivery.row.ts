export const DELIVERY_STATUSES = ['pending', 'delivered', 'failed', 'withheld', 'cancelled'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** One message for one address; its id is the message's. */
export interface DeliveryRow {
  id: string;
  webhookId: string;
  /** The leaf it tells of; null for a message that only tries the address. */
  seq: number | null;
  event: string;
  body: string;
  status: DeliveryStatus;
  attempts: number;
  /** Attempts since it was last asked for. */
  roundAttempts: number;
  nextAt: Date | null;
  finishedAt: Date | null;
  createdAt: Date;
}

export interface DeliveryAttemptRow {
  deliveryId: string;
  /** From 1. */
  number: number;
  at: Date;
  statusCode: number | null;
  failure: string | null;
  durationMs: number;
}
