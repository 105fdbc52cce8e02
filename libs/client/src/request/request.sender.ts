import { ConnectionError, ProblemError, problemIn } from '../problem/problem.error.js';
import type { RequestParts } from './request.parts.js';
import { isPassing, pause, type RetryPlan, waitAfter } from './retry.plan.js';

export interface Sending<T> {
  readonly fetch: typeof fetch;
  readonly plan: RetryPlan;
  readonly signal: AbortSignal | undefined;
  /** Milliseconds one attempt may take, its answer read; undefined: as long as it takes. */
  readonly timeoutMs: number | undefined;
  /** False: sent once, whatever happens; a second time might act twice. */
  readonly repeatable: boolean;
  /** Reads a success. An answer that breaks off in the middle is no answer. */
  readonly read: (response: Response) => Promise<T>;
}

export interface Received<T> {
  readonly value: T;
  readonly response: Response;
  readonly attempts: number;
}

/** An attempt that came to nothing, and what the server said of trying again. */
interface Miss {
  readonly failure: ProblemError | ConnectionError;
  readonly retryAfter: string | null;
}

/**
 * Sends a request, the same one each time, until it is answered, refused for good, or given up.
 * @throws ProblemError, ConnectionError; the signal's reason when it is aborted
 */
export async function send<T>(url: string, parts: RequestParts, sending: Sending<T>): Promise<Received<T>> {
  for (let attempts = 1; ; attempts++) {
    const outcome = await attempt(url, parts, sending, attempts);
    if ('value' in outcome) return outcome;
    const { failure, retryAfter } = outcome;
    const passing = failure instanceof ConnectionError || isPassing(failure.status, failure.code);
    const wait = passing && sending.repeatable ? waitAfter(attempts, retryAfter, sending.plan) : null;
    if (wait === null) throw failure;
    await pause(wait, sending.signal);
  }
}

async function attempt<T>(
  url: string,
  parts: RequestParts,
  { fetch, signal, timeoutMs, read }: Sending<T>,
  attempts: number,
): Promise<Received<T> | Miss> {
  const limits = [...(signal ? [signal] : []), ...(timeoutMs === undefined ? [] : [AbortSignal.timeout(timeoutMs)])];
  try {
    const response = await fetch(url, { ...parts, redirect: 'error', signal: AbortSignal.any(limits) });
    if (response.ok) return { value: await read(response), response, attempts };
    const failure = new ProblemError(await problemIn(response), attempts);
    return { failure, retryAfter: response.headers.get('retry-after') };
  } catch (error) {
    signal?.throwIfAborted();
    return { failure: new ConnectionError(new URL(url).origin, attempts, error), retryAfter: null };
  }
}
