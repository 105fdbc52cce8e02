import { Refusal } from '#domain';
import type { Written } from '#persistence';
import type { Call } from './call.js';

/**
 * If-Match is judged only after the object was found and the caller's relation to it: absent 428, stale 412.
 * @throws Refusal
 */
export function requireVersion(call: Call, row: { version: number }): void {
  if (call.ifMatch === undefined) throw new Refusal('precondition-required', { header: 'If-Match' });
  if (call.ifMatch !== row.version) throw stale(row);
}

export function stale(row: { version: number }): Refusal<'version-stale'> {
  return new Refusal('version-stale', { currentVersion: row.version });
}

/** The row, or the refusal that answers for missing and foreign objects alike. */
export function found<T>(row: T | null | undefined, kind: string, id: string): T {
  if (row === null || row === undefined) throw new Refusal('not-found', { kind, id });
  return row;
}

/** A use case without a change of its own kind still answers as a write does. */
export function unchanged<T>(value: T): Written<T> {
  return { value, ledgerSeq: null, replayed: false };
}
