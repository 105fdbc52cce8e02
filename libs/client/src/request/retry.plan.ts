/** How often and how patiently a request is repeated. */
export interface RetryPlan {
  /** Times a request is sent in all; 1 never repeats. */
  readonly attempts: number;
  /** Milliseconds before the first repetition; doubled for each further one. */
  readonly baseMs: number;
  /** The longest single wait in milliseconds. A server that asks for more patience is not waited for. */
  readonly mostMs: number;
}

export const RETRY_PLAN: RetryPlan = { attempts: 5, baseMs: 200, mostMs: 20_000 };

/** Statuses that say "not now": nothing was done, or it was and the key will tell. */
const PASSING = new Set([429, 503]);

export function isPassing(status: number, code: string): boolean {
  return PASSING.has(status) || code === 'idempotency-in-flight';
}

/**
 * Milliseconds to wait after attempt number `attempt` (1 is the first), null for "do not wait": between half and all of a doubling
 * span, so that many clients do not come back at once; never less than Retry-After asks.
 */
export function waitAfter(
  attempt: number,
  retryAfter: string | null,
  plan: RetryPlan,
  random: () => number = Math.random,
): number | null {
  if (attempt >= plan.attempts) return null;
  const span = Math.min(plan.mostMs, plan.baseMs * 2 ** (attempt - 1));
  const spread = span / 2 + (random() * span) / 2;
  const asked = askedFor(retryAfter);
  if (asked > plan.mostMs) return null;
  return Math.min(plan.mostMs, asked + spread);
}

/** Retry-After as seconds or as a date, in milliseconds; 0 for none. */
function askedFor(header: string | null): number {
  if (header === null) return 0;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - Date.now();
  return ms > 0 ? ms : 0;
}

/** Waits, or throws the signal's reason as soon as it is given. */
export function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      clearTimeout(timer);
      reject(signal!.reason as Error);
    };
    if (signal?.aborted) return reject(signal.reason as Error);
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', leave);
      resolve();
    }, ms);
    signal?.addEventListener('abort', leave, { once: true });
  });
}
