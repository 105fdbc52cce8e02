import type { AssignmentRow } from '#persistence';

export interface AssignmentView {
  readonly id: string;
  readonly claimId: string;
  readonly reviewerId: string;
  /** Null while the reader must not learn how far others are. */
  readonly status: AssignmentRow['status'] | null;
  readonly dueAt: string | null;
  readonly reason: string | null;
  readonly assignedBy: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly version: number;
}

export function assignmentView(row: AssignmentRow, shown: boolean): AssignmentView {
  const { id, claimId, reviewerId, status, dueAt, reason, assignedBy, createdAt, updatedAt, version } = row;
  return {
    id,
    claimId,
    reviewerId,
    status: shown ? status : null,
    dueAt: dueAt?.toISOString() ?? null,
    reason: shown ? reason : null,
    assignedBy,
    createdAt: createdAt.toISOString(),
    // The moment of a change and its count would tell that a verdict came in.
    updatedAt: (shown ? updatedAt : createdAt).toISOString(),
    version: shown ? version : 1,
  };
}
