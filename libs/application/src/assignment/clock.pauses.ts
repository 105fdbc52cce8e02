import { dueAfterPause, endedPause, pausedSince, type Waiting } from '#domain';
import { AssignmentRepository, DiscussionRepository, type AssignmentRow, type Tx } from '#persistence';
import { found, stale } from '../call/precondition.js';
import type { ClaimCase } from '../claim/claim.desk.js';
import { calendarOf } from '../newsroom/newsroom.calendar.js';
import type { Assigning } from './assigning.js';
import { assignmentView, type AssignmentView } from './assignment.view.js';

/** The clock of a claim stands still while its author is waited for. */
export class ClockPauses {
  constructor(
    private readonly assignments: AssignmentRepository,
    private readonly discussions: DiscussionRepository,
    private readonly assigning: Assigning,
  ) {}

  /** By claim, since when its clock stands; claims whose clock runs are not in it. */
  async running(tx: Tx, claimIds: readonly string[]): Promise<Map<string, string>> {
    return runningPauses(await this.discussions.waiting(tx, claimIds));
  }

  async view(tx: Tx, row: AssignmentRow, shown: boolean): Promise<AssignmentView> {
    return (await this.views(tx, [row], () => shown))[0]!;
  }

  async views(
    tx: Tx,
    rows: readonly AssignmentRow[],
    shown: (row: AssignmentRow) => boolean,
  ): Promise<AssignmentView[]> {
    const running = await this.running(
      tx,
      rows.map(({ claimId }) => claimId),
    );
    return rows.map((row) => assignmentView(row, shown(row), running.get(row.claimId) ?? null));
  }

  /** As somebody who gave them reads them. */
  async given(tx: Tx, ids: readonly string[]): Promise<AssignmentView[]> {
    const rows: AssignmentRow[] = [];
    for (const id of ids) rows.push(found(await this.assignments.find(tx, id), 'assignment', id));
    return this.views(tx, rows, () => true);
  }

  /**
   * Once the last query no longer waits for the author: what is due on the claim is due later by as long as it stood. Of those
   * who are done as well: a date that stays would tell who is.
   */
  async goOn(tx: Tx, { row: claim, article, policy }: ClaimCase): Promise<void> {
    const pause = endedPause(await this.discussions.waiting(tx, [claim.id]));
    if (pause === null) return;
    const calendar = calendarOf(policy);
    for (const row of await this.assignments.ofClaim(tx, claim.id)) {
      const before = row.dueAt?.toISOString() ?? null;
      const due = before && dueAfterPause(before, row.createdAt.toISOString(), pause, calendar);
      const dueAt = due === null ? null : new Date(due);
      if (dueAt !== null && due !== before && !(await this.assignments.postpone(tx, article.id, row, dueAt)))
        throw stale(row);
      await this.assigning.planExpiry(tx, row.id, { status: row.status, dueAt }, policy);
    }
  }
}

/** @param waiting of any claims, in any order */
export function runningPauses(waiting: readonly (Waiting & { readonly claimId: string })[]): Map<string, string> {
  const of = new Map<string, Waiting[]>();
  for (const one of waiting) of.set(one.claimId, [...(of.get(one.claimId) ?? []), one]);
  const running = new Map<string, string>();
  for (const [claimId, each] of of) {
    const since = pausedSince(each);
    if (since !== null) running.set(claimId, since);
  }
  return running;
}
