import { createHmac } from 'node:crypto';

/** Standard Webhooks asks for 24 to 64 random bytes. */
export const WEBHOOK_SECRET_BYTES = 32;
const PREFIX = 'whsec_';

/** A secret as Standard Webhooks writes it, for people to copy. */
export function webhookSecretText(secret: Uint8Array): string {
  return PREFIX + Buffer.from(secret).toString('base64');
}

export interface WebhookMessage {
  readonly id: string;
  /** Of this attempt: whoever takes it refuses what is minutes old. */
  readonly at: Date;
  readonly body: string;
}

/**
 * The headers of Standard Webhooks 1.0: one signature (`v1`, HMAC-SHA-256 over id, timestamp and body) for each secret, so that
 * whoever knows the old one or the new one can check what is sent while one takes the place of the other.
 */
export function webhookHeaders(message: WebhookMessage, secrets: readonly Uint8Array[]): Record<string, string> {
  const { id, at, body } = message;
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signed = `${id}.${timestamp}.${body}`;
  const signatures = secrets.map((secret) => `v1,${createHmac('sha256', secret).update(signed).digest('base64')}`);
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}
