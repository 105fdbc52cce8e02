import type { EntitySchema } from 'typeorm';
import { instant } from '../database/instant.js';
import { membersOf, tableOf } from '../database/row.columns.js';
import type { LedgerAction } from '#domain';
import { change, findRow, insert } from '../unit-of-work/row.js';
import type { Change } from '../unit-of-work/change.types.js';
import { Conditions } from '../unit-of-work/conditions.js';
import { pageOf, type Page, type PageRequest } from '../unit-of-work/page.js';
import { sql, type Tx } from '../unit-of-work/tx.js';
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

/** What is asked and said about claims. */
export class DiscussionRepository {
  insertQuery(tx: Tx, articleId: string, row: NewQuery): Promise<void> {
    return insert(tx, QueryEntity, row, of('query', 'query.asked', row, articleId));
  }

  findQuery(tx: Tx, id: string): Promise<QueryRow | null> {
    return findRow(tx, QueryEntity, { id });
  }

  async queriesOf(tx: Tx, claimId: string, page: PageRequest): Promise<Page<QueryRow>> {
    return this.page(tx, QueryEntity, this.ofClaim(tx, claimId, page), page);
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

  /** All of them, or one author's. */
  async commentsOf(
    tx: Tx,
    claimId: string,
    authorId: string | undefined,
    page: PageRequest,
  ): Promise<Page<CommentRow>> {
    return this.page(tx, CommentEntity, this.ofClaim(tx, claimId, page).add('t.author_id = ?', authorId), page);
  }

  private ofClaim(tx: Tx, claimId: string, page: PageRequest): Conditions {
    return new Conditions()
      .add('t.newsroom_id = ?', tx.newsroomId)
      .add('t.claim_id = ?', claimId)
      .after('t.created_at', 'timestamptz', 't.id', page.after);
  }

  private async page<T extends { id: string; createdAt: Date }>(
    tx: Tx,
    entity: EntitySchema<T>,
    conditions: Conditions,
    { limit }: PageRequest,
  ): Promise<Page<T>> {
    const rows = await sql<T>(
      tx,
      `SELECT ${membersOf(entity, 't')} FROM ${tableOf(entity)} t WHERE ${conditions.where} ORDER BY t.created_at, t.id LIMIT ${limit + 1}`,
      conditions.parameters,
    );
    return pageOf(rows, limit, ({ createdAt, id }) => [createdAt.toISOString(), id]);
  }
}
