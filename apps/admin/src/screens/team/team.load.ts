import type { Assignment } from '#client';

export interface Load {
  readonly open: number;
  /** Of the open ones: past their date. */
  readonly overdue: number;
  /** Of the open ones that are not late: work has begun. */
  readonly begun: number;
}

const OPEN: readonly Assignment['status'][] = ['open', 'assigned', 'in-progress', 'outdated'];

/** How much lies with whom. `now` in milliseconds since the epoch. */
export function loadOf(
  assignments: readonly Pick<Assignment, 'reviewerId' | 'status' | 'dueAt'>[],
  now: number,
): ReadonlyMap<string, Load> {
  const loads = new Map<string, Load>();
  for (const { reviewerId, status, dueAt } of assignments) {
    if (!OPEN.includes(status)) continue;
    const { open, overdue, begun } = loads.get(reviewerId) ?? { open: 0, overdue: 0, begun: 0 };
    const isLate = dueAt !== null && Date.parse(dueAt) < now;
    loads.set(reviewerId, {
      open: open + 1,
      overdue: overdue + (isLate ? 1 : 0),
      begun: begun + (!isLate && status === 'in-progress' ? 1 : 0),
    });
  }
  return loads;
}
