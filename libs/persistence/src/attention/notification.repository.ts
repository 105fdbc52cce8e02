import { readBy } from '../article/article.reader.js';
import { record } from '../unit-of-work/change.js';
import { sql, type Tx } from '../unit-of-work/tx.js';
import type { PageRequest } from '../unit-of-work/page.js';

export type NotificationKind = 'mention' | 'assignment' | 'query' | 'answer';

export interface NotificationRow {
  /** Of the comment, assignment or query. */
  id: string;
  kind: NotificationKind;
  claimId: string;
  byId: string;
  /** What was said; null for an assignment. */
  text: string | null;
  at: Date;
  readAt: Date | null;
}

const SEEN = `EXISTS (SELECT 1 FROM claim c JOIN article a ON a.newsroom_id = c.newsroom_id AND a.id = c.article_id
  WHERE c.newsroom_id = n.newsroom_id AND c.id = n.claim_id
    AND ${readBy('$2')})`;

/** What concerns a member, told by others. A query tells the author that it was asked and the asker that it was answered. */
const TOLD = `
SELECT n.id, n.kind, n.claim_id AS "claimId", n.by_id AS "byId", n.text, n.at, m.read_at AS "readAt"
FROM (
  SELECT newsroom_id, id, 'mention' AS kind, claim_id, author_id AS by_id, text, created_at AS at FROM comment
    WHERE newsroom_id = $1 AND mentions @> ARRAY[$2]::uuid[] AND author_id <> $2
  UNION ALL SELECT newsroom_id, id, 'assignment', claim_id, assigned_by, NULL, created_at FROM assignment
    WHERE newsroom_id = $1 AND reviewer_id = $2 AND assigned_by <> $2
  UNION ALL SELECT newsroom_id, id, 'answer', claim_id, answered_by, answer, answered_at FROM query
    WHERE newsroom_id = $1 AND asked_by = $2 AND answered_at IS NOT NULL AND answered_by <> $2
  UNION ALL SELECT q.newsroom_id, q.id, 'query', q.claim_id, q.asked_by, q.text, q.created_at FROM query q
    JOIN claim c ON c.newsroom_id = q.newsroom_id AND c.id = q.claim_id
    JOIN article a ON a.newsroom_id = c.newsroom_id AND a.id = c.article_id
    WHERE q.newsroom_id = $1 AND $2 = ANY (a.author_ids) AND q.asked_by <> $2
) n LEFT JOIN notification_mark m ON m.newsroom_id = n.newsroom_id AND m.member_id = $2 AND m.id = n.id
WHERE ${SEEN}`;

/** What members are told, computed from what happened; only what they have read is kept. */
export class NotificationRepository {
  /** The newest first. */
  of(tx: Tx, memberId: string, unreadOnly: boolean, { limit, after }: PageRequest): Promise<NotificationRow[]> {
    return sql(
      tx,
      `${TOLD} AND (NOT $3 OR m.id IS NULL) AND ($4::timestamptz IS NULL OR (n.at, n.id) < ($4, $5::uuid))
       ORDER BY n.at DESC, n.id DESC LIMIT $6`,
      [tx.newsroomId, memberId, unreadOnly, after?.[0] ?? null, after?.[1] ?? null, limit],
    );
  }

  /** Those of the ids that this member was told about. */
  async known(tx: Tx, memberId: string, ids: readonly string[]): Promise<NotificationRow[]> {
    return sql(tx, `${TOLD} AND n.id = ANY ($3)`, [tx.newsroomId, memberId, ids]);
  }

  /** One leaf for all that was read at once: `id` is the leaf's object. */
  async mark(tx: Tx, memberId: string, id: string, ids: readonly string[], now: Date): Promise<void> {
    // Read in two windows at once is read once.
    await sql(
      tx,
      `INSERT INTO notification_mark (newsroom_id, member_id, id, read_at)
       SELECT $1, $2, read, $4 FROM unnest($3::uuid[]) AS read ON CONFLICT DO NOTHING`,
      [tx.newsroomId, memberId, ids, now],
    );
    record(tx, { action: 'notification.read', object: { type: 'notification', id } }, { memberId, ids });
  }
}
