import { readBy } from '../article/article.reader.js';
import { Conditions } from '../unit-of-work/conditions.js';

export interface ClaimFilter {
  readonly articleId?: string | undefined;
  readonly state?: readonly string[] | undefined;
  readonly disposition?: readonly string[] | undefined;
  readonly tier?: readonly string[] | undefined;
  readonly kind?: readonly string[] | undefined;
  /** Claims with a standing assignment of this member. */
  readonly assignee?: string | undefined;
  /** Substring of the quote, case-insensitive. */
  readonly q?: string | undefined;
}

/** Which claims (as `c`) a filter finds for a member: those of articles he may see. */
export function claimConditions(
  newsroomId: string,
  filter: ClaimFilter,
  memberId: string,
  conditions = new Conditions(),
): Conditions {
  return filtered(newsroomId, filter, conditions).add(
    `EXISTS (SELECT 1 FROM article a WHERE a.newsroom_id = c.newsroom_id AND a.id = c.article_id AND ${readBy('?')})`,
    memberId,
  );
}

export function filtered(newsroomId: string, filter: ClaimFilter, conditions: Conditions): Conditions {
  return conditions
    .add('c.newsroom_id = ?', newsroomId)
    .add('c.article_id = ?', filter.articleId)
    .add('c.state = ANY (?)', filter.state)
    .add('c.disposition = ANY (?)', filter.disposition)
    .add('c.tier = ANY (?)', filter.tier)
    .add('c.kind = ANY (?)', filter.kind)
    .add('c.quote ILIKE ?', filter.q && `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`)
    .add(
      `EXISTS (SELECT 1 FROM assignment s WHERE s.newsroom_id = c.newsroom_id AND s.claim_id = c.id AND s.reviewer_id = ?
         AND s.status IN ('assigned', 'in-progress', 'submitted', 'outdated'))`,
      filter.assignee,
    );
}
