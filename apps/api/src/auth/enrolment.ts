import { Refusal } from '#domain';
import type { Identity } from './identity.js';

/** What somebody may do who must first set up a second factor: see who he is, set it up, and leave. */
export const ENROLLING: ReadonlySet<string> = new Set([
  'getMe',
  'getSecondFactor',
  'startSecondFactor',
  'confirmSecondFactor',
  'listSessions',
  'deleteSession',
  'changePassword',
]);

/** @throws Refusal second-factor-unset where the newsroom demands one of him and this is no step towards it */
export function requireEnrolled({ lacksSecondFactor }: Pick<Identity, 'lacksSecondFactor'>, operation: string): void {
  if (lacksSecondFactor && !ENROLLING.has(operation)) throw new Refusal('second-factor-unset', {});
}
