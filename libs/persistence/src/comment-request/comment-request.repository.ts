import type { LedgerAction } from '#domain';
import type { Change } from '../unit-of-work/change.types.js';
import { change, insert } from '../unit-of-work/row.js';
import { managerOf, type Tx } from '../unit-of-work/tx.js';
import { CommentRequestEntity, type CommentRequestRow } from './comment-request.entity.js';

type Given = 'newsroomId' | 'createdAt' | 'updatedAt' | 'version' | 'outcome' | 'answer' | 'passage' | 'outcomeAt';
export type NewCommentRequest = Omit<CommentRequestRow, Given>;

const of = (action: LedgerAction, { id, articleId }: Pick<CommentRequestRow, 'id' | 'articleId'>): Change => ({
  action,
  object: { type: 'comment_request', id },
  articleId,
});

export class CommentRequestRepository {
  insert(tx: Tx, row: NewCommentRequest): Promise<void> {
    const action = row.waiverReason === null ? 'comment-request.sent' : 'comment-request.waived';
    return insert(tx, CommentRequestEntity, row, of(action, row));
  }

  find(tx: Tx, id: string): Promise<CommentRequestRow | null> {
    return managerOf(tx).findOneBy(CommentRequestEntity, { newsroomId: tx.newsroomId, id });
  }

  ofArticles(tx: Tx, articleIds: readonly string[]): Promise<CommentRequestRow[]> {
    if (articleIds.length === 0) return Promise.resolve([]);
    return managerOf(tx)
      .createQueryBuilder(CommentRequestEntity, 'request')
      .where('request.newsroomId = :newsroomId AND request.articleId IN (:...articleIds)', {
        newsroomId: tx.newsroomId,
        articleIds,
      })
      .orderBy('request.createdAt', 'ASC')
      .addOrderBy('request.id', 'ASC')
      .getMany();
  }

  change(tx: Tx, row: CommentRequestRow, columns: Partial<CommentRequestRow>): Promise<boolean> {
    return change(tx, CommentRequestEntity, row, columns, of('comment-request.settled', row));
  }
}
