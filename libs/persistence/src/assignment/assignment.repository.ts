import type { LedgerAction } from '#domain';
import { In } from 'typeorm';
import { change, changeHeld, findRow, insert } from '../unit-of-work/row.js';
import type { Change } from '../unit-of-work/change.types.js';
import { Conditions } from '../unit-of-work/conditions.js';
import { pageOf, type Page, type PageRequest } from '../unit-of-work/page.js';
import { managerOf, sql, type Tx } from '../unit-of-work/tx.js';
import { AssignmentEntity, type AssignmentRow } from './assignment.entity.js';

export type NewAssignment = Omit<AssignmentRow, 'newsroomId' | 'createdAt' | 'updatedAt' | 'version'>;

function ofAssignment(
  action: LedgerAction,
  row: { id: string; claimId: string },
  articleId: string,
  reason?: string | null,
): Change {
  return {
    action,
    object: { type: 'assignment', id: row.id },
    articleId,
    claimId: row.claimId,
    reason: reason ?? undefined,
  };
}

export class AssignmentRepository {
  insert(tx: Tx, articleId: string, row: NewAssignment): Promise<void> {
    return insert(tx, AssignmentEntity, row, ofAssignment('assignment.given', row, articleId));
  }

  find(tx: Tx, id: string): Promise<AssignmentRow | null> {
    return findRow(tx, AssignmentEntity, { id });
  }

  ofClaim(tx: Tx, claimId: string): Promise<AssignmentRow[]> {
    return managerOf(tx).find(AssignmentEntity, {
      where: { newsroomId: tx.newsroomId, claimId },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
  }

  /** `status` names the action: `assignment.submitted`. */
  change(
    tx: Tx,
    articleId: string,
    row: AssignmentRow,
    columns: Partial<AssignmentRow> & { status: AssignmentRow['status'] },
  ): Promise<boolean> {
    return change(
      tx,
      AssignmentEntity,
      row,
      columns,
      ofAssignment(`assignment.${columns.status}`, row, articleId, columns.reason),
    );
  }

  /** Due later, because the author was waited for. */
  postpone(tx: Tx, articleId: string, row: AssignmentRow, dueAt: Date): Promise<boolean> {
    return change(tx, AssignmentEntity, row, { dueAt }, ofAssignment('assignment.postponed', row, articleId));
  }

  /** What still waits for a member's verdict. */
  openOf(tx: Tx, reviewerId: string): Promise<AssignmentRow[]> {
    return managerOf(tx).find(AssignmentEntity, {
      where: { newsroomId: tx.newsroomId, reviewerId, status: In(['assigned', 'in-progress', 'outdated']) },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
  }

  /** How much each member has open, and when he was last given something. */
  loads(tx: Tx): Promise<{ reviewerId: string; open: number; lastAssignedAt: Date | null }[]> {
    return sql(
      tx,
      `SELECT reviewer_id AS "reviewerId", max(created_at) AS "lastAssignedAt",
         count(*) FILTER (WHERE status IN ('assigned', 'in-progress', 'outdated'))::int AS open
       FROM assignment WHERE newsroom_id = $1 GROUP BY reviewer_id`,
      [tx.newsroomId],
    );
  }

  /** Has the worker look at it then; one job an assignment, the latest plan counts. */
  async planExpiry(tx: Tx, id: string, at: Date): Promise<void> {
    await sql(tx, 'SELECT enqueue_job($1, $2, $3, $4)', [
      'expire-assignment',
      JSON.stringify({ newsroomId: tx.newsroomId, assignmentId: id }),
      `expire-assignment:${id}`,
      at,
    ]);
  }

  /** Submitted by the verdict it asked for; under the claim's lock, like every change of an assignment. */
  submit(tx: Tx, articleId: string, row: { id: string; claimId: string; version: number }): void {
    changeHeld(
      tx,
      AssignmentEntity,
      row,
      { status: 'submitted' },
      ofAssignment('assignment.submitted', row, articleId),
    );
  }

  async list(
    tx: Tx,
    reviewerId: string | undefined,
    status: readonly string[] | undefined,
    page: PageRequest,
  ): Promise<Page<AssignmentRow>> {
    const where = new Conditions()
      .add('newsroom_id = ?', tx.newsroomId)
      .add('reviewer_id = ?', reviewerId)
      .add('status = ANY (?)', status)
      .before('created_at', 'timestamptz', 'id', page.after);
    const ids = await sql<{ id: string }>(
      tx,
      `SELECT id FROM assignment WHERE ${where.where} ORDER BY created_at DESC, id DESC LIMIT ${page.limit + 1}`,
      where.parameters,
    );
    if (ids.length === 0) return { items: [], next: null };
    const rows = await managerOf(tx)
      .createQueryBuilder(AssignmentEntity, 'assignment')
      .where('assignment.newsroomId = :newsroomId AND assignment.id IN (:...ids)', {
        newsroomId: tx.newsroomId,
        ids: ids.map((row) => row.id),
      })
      .orderBy('assignment.createdAt', 'DESC')
      .addOrderBy('assignment.id', 'DESC')
      .getMany();
    return pageOf(rows, page.limit, (row) => [row.createdAt.toISOString(), row.id]);
  }
}
