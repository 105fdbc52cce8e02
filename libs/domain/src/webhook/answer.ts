/** What an attempt comes to: it was taken; it is tried again; the address asks to be left alone for good. */
export type WebhookOutcome = 'delivered' | 'retry' | 'gone';

const GONE = 410;

/** Judged by the status alone, null where there was no answer. A redirect is a failure: nobody is sent on to another address. */
export function webhookOutcome(status: number | null): WebhookOutcome {
  if (status !== null && status >= 200 && status < 300) return 'delivered';
  return status === GONE ? 'gone' : 'retry';
}
