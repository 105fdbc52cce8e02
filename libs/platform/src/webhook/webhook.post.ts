import { AddressForbidden, guardedRequest } from '../fetch/guarded.request.js';
import { PUBLIC_INTERNET, type Network } from '../fetch/network.js';

export interface WebhookRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** From the lookup to the head of the answer, ms. */
  readonly timeoutMs: number;
}

export const WEBHOOK_FAILURES = ['address-forbidden', 'too-slow', 'unreachable'] as const;
export type WebhookFailure = (typeof WEBHOOK_FAILURES)[number];

/** What an address answered: its status, or why there was none. */
export type WebhookAnswer =
  { readonly status: number; readonly failure: null } | { readonly status: null; readonly failure: WebhookFailure };

/** Standard Webhooks asks for 15 to 30 seconds. */
export const WEBHOOK_TIMEOUT_MS = 20_000;

const HEADERS = { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'Isnad (webhooks)' };

/**
 * Sends one message, under the guards of every foreign address. Redirects are not followed, and what comes after the head of the
 * answer is not read. Never throws.
 */
export async function postWebhook(
  { url, headers, body, timeoutMs }: WebhookRequest,
  network: Network = PUBLIC_INTERNET,
): Promise<WebhookAnswer> {
  const deadline = AbortSignal.timeout(timeoutMs);
  try {
    const length = { 'content-length': String(Buffer.byteLength(body)) };
    const terms = { headers: { ...HEADERS, ...length, ...headers }, body };
    const answer = await guardedRequest(new URL(url), terms, network, deadline);
    answer.once('error', () => {}); // cut off on purpose
    answer.destroy();
    return { status: answer.statusCode ?? 0, failure: null };
  } catch (error) {
    if (error instanceof AddressForbidden) return { status: null, failure: 'address-forbidden' };
    return { status: null, failure: deadline.aborted ? 'too-slow' : 'unreachable' };
  }
}
