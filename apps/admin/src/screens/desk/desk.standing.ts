import type { ArticleItem } from '#client';

/** Something of the gate is unmet, and the article is not out. */
export function isBlocked({ state, gate }: Pick<ArticleItem, 'state' | 'gate'>): boolean {
  return state !== 'released' && gate.some(({ status }) => status === 'unsatisfied');
}

/** Its time has come, and the article is not out. Milliseconds since the epoch for `now`. */
export function isOverdue({ state, dueAt }: Pick<ArticleItem, 'state' | 'dueAt'>, now = Date.now()): boolean {
  return dueAt !== null && state !== 'released' && Date.parse(dueAt) < now;
}
