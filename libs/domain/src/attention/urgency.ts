import { isLate } from '../calendar/clock.pause.js';
import type { AttentionItem } from './attention.js';

/** Later than any due date: what has none comes last. */
const NEVER = '9999-12-31T23:59:59.999Z';

/** Sorts as text: by due date, then by how long it has waited, then by what it is, so that no two items share a key. */
export function urgencyKey({ dueAt, since, reason, subject }: AttentionItem): string {
  return [dueAt ?? NEVER, since, reason, subject.kind, subject.id].join(' ');
}

export function byUrgency(a: AttentionItem, b: AttentionItem): number {
  return urgencyKey(a) < urgencyKey(b) ? -1 : 1;
}

export function isOverdue({ dueAt, pausedSince }: Pick<AttentionItem, 'dueAt' | 'pausedSince'>, now: string): boolean {
  return dueAt !== null && isLate(dueAt, now, pausedSince ?? null);
}
