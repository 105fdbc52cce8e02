import type { Blindness } from '#domain';
import { pausedSince } from '../discussion/query.pause.js';
import { blindOn } from './blind.reader.js';
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
  /** Whether somebody's standing verdict is on words the claim no longer has, as far as the one who asks may know. */
  readonly outdated?: { readonly is: boolean; readonly memberId: string; readonly blind: Blindness } | undefined;
  /** Undecided, and due by this moment: itself, else with its article; its clock stands while the author is waited for. */
  readonly dueBy?: Date | undefined;
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
  conditions
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
  const { outdated, dueBy } = filter;
  if (outdated) {
    const { is, memberId, blind } = outdated;
    conditions.holds(
      [memberId, blind.tiers, blind.unassigned],
      (...places) => (is ? '' : 'NOT ') + outdatedFor(...places),
    );
  }
  if (dueBy) conditions.holds([dueBy], dueBefore);
  return conditions;
}

const outdatedFor = (member: string, tiers: string, unassigned: string) => `EXISTS (SELECT 1 FROM verdict u
  WHERE u.newsroom_id = c.newsroom_id AND u.claim_id = c.id AND (u.text_hash <> c.text_hash OR u.verifies <> c.verifies)
    AND (u.reviewer_id = ${member} OR NOT ${blindOn(member, tiers, unassigned)})
    AND NOT EXISTS (SELECT 1 FROM verdict l WHERE l.newsroom_id = u.newsroom_id AND l.claim_id = u.claim_id AND l.supersedes_id = u.id)
    AND NOT EXISTS (SELECT 1 FROM verdict_withdrawal x WHERE x.newsroom_id = u.newsroom_id AND x.verdict_id = u.id))`;

const dueBefore = (moment: string) => `(c.disposition = 'active' AND c.state = 'needs-source' AND c.closure IS NULL
  AND coalesce(c.due_at, (SELECT d.due_at FROM article d WHERE d.newsroom_id = c.newsroom_id AND d.id = c.article_id))
    <= coalesce(${pausedSince('c.newsroom_id', 'c.id')}, ${moment}))`;
