const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Waiting times after each failed attempt, as Standard Webhooks proposes them: some 75 hours in all. */
export const RETRY_WAITS_MS: readonly number[] = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];
/** By which share of itself a waiting time is shorter or longer at most, so that what failed together does not come back together. */
const JITTER = 0.1;

/** How long an address that gave no answer is left alone, ms: it must not keep a worker waiting for all its messages in a row. */
export const REST_MS = MINUTE;

/** Milliseconds to wait after so many failed attempts (from 1), `chance` in 0…1; null when it was the last. */
export function retryWait(failedAttempts: number, chance: number): number | null {
  const wait = RETRY_WAITS_MS[failedAttempts - 1];
  return wait === undefined ? null : Math.round(wait * (1 + JITTER * (2 * chance - 1)));
}
