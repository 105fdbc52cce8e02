import type { AssignmentRow } from '#persistence';

export interface Paused {
  readonly since: string;
  readonly reason: 'query';
}

export const pausedBy = (since: string | null): Paused | null => (since === null ? null : { since, reason: 'query' });

export interface AssignmentView {
  readonly id: string;
  readonly claimId: string;
  readonly reviewerId: string;
  /** Null while the reader must not learn how far others are. */
  readonly status: AssignmentRow['status'] | null;
  readonly dueAt: string | null;
  /** Since when its clock stands because the author is waited for; null while it runs. */
  readonly paused: Paused | null;
  readonly reason: string | null;
  readonly assignedBy: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly version: number;
}

export function assignmentView(row: AssignmentRow, shown: boolean, pausedSince: string | null): AssignmentView {
  const { id, claimId, reviewerId, status, dueAt, reason, assignedBy, createdAt, updatedAt, version } = row;
  return {
    id,
    claimId,
    reviewerId,
    status: shown ? status : null,
    dueAt: dueAt?.toISOString() ?? null,
    paused: pausedBy(pausedSince),
    reason: shown ? reason : null,
    assignedBy,
    createdAt: createdAt.toISOString(),
    // The moment of a change and its count would tell that a verdict came in.
    updatedAt: (shown ? updatedAt : createdAt).toISOString(),
    version: shown ? version : 1,
  };
}
