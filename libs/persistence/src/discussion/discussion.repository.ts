import type { LedgerAction } from '#domain';
import { change, findRow, insert } from '../unit-of-work/row.js';
import type { Change } from '../unit-of-work/change.types.js';
import { managerOf, sql, type Tx } from '../unit-of-work/tx.js';
import { CommentEntity, type CommentRow } from './comment.entity.js';
import { QueryEntity, type QueryRow } from './query.entity.js';

export type NewQuery = Pick<QueryRow, 'id' | 'claimId' | 'text' | 'askedBy'>;
export type NewComment = Omit<CommentRow, 'newsroomId' | 'createdAt'>;

function of(
  type: 'query' | 'comment',
  action: LedgerAction,
  row: { id: string; claimId: string },
  articleId: string,
  reason?: string | null,
): Change {
  return { action, object: { type, id: row.id }, articleId, claimId: row.claimId, reason: reason ?? undefined };
}

/** Since when and until when a query waited for the author (ISO 8601 UTC); null while it does. */
export interface WaitingRow {
  claimId: string;
  since: string;
  until: string | null;
}

const instant = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** What is asked and said about claims. */
export class DiscussionRepository {
  insertQuery(tx: Tx, articleId: string, row: NewQuery): Promise<void> {
    return insert(tx, QueryEntity, row, of('query', 'query.asked', row, articleId));
  }

  findQuery(tx: Tx, id: string): Promise<QueryRow | null> {
    return findRow(tx, QueryEntity, { id });
  }

  queriesOf(tx: Tx, claimId: string): Promise<QueryRow[]> {
    return managerOf(tx).find(QueryEntity, {
      where: { newsroomId: tx.newsroomId, claimId },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
  }

  /** Every query of these claims as the clock sees it. */
  waiting(tx: Tx, claimIds: readonly string[]): Promise<WaitingRow[]> {
    return sql(
      tx,
      `SELECT q.claim_id AS "claimId", ${instant('q.created_at')} AS since,
         ${instant('coalesce(q.waited_until, q.answered_at, q.resolved_at)')} AS until
       FROM query q WHERE q.newsroom_id = $1 AND q.claim_id = ANY ($2) ORDER BY q.created_at, q.id`,
      [tx.newsroomId, claimIds],
    );
  }

  changeQuery(
    tx: Tx,
    articleId: string,
    row: QueryRow,
    columns: Partial<QueryRow>,
    action: 'query.answered' | 'query.resolved',
  ): Promise<boolean> {
    return change(tx, QueryEntity, row, columns, of('query', action, row, articleId, columns.resolution));
  }

  insertComment(tx: Tx, articleId: string, row: NewComment): Promise<void> {
    return insert(tx, CommentEntity, row, of('comment', 'comment.made', row, articleId));
  }

  findComment(tx: Tx, id: string): Promise<CommentRow | null> {
    return findRow(tx, CommentEntity, { id });
  }

  commentsOf(tx: Tx, claimId: string): Promise<CommentRow[]> {
    return managerOf(tx).find(CommentEntity, {
      where: { newsroomId: tx.newsroomId, claimId },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
  }
}
