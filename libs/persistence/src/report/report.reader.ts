import { readBy } from '../article/article.reader.js';

/**
 * SQL: whether a member may know of a row of `report`: he sees every article it was asked for and every one it came to, and what a
 * filter finds is for the eyes of whoever asked. `member` is a placeholder.
 */
export const reportReadBy = (member: string): string => `(
  NOT EXISTS (SELECT 1 FROM article a WHERE a.newsroom_id = report.newsroom_id
    AND a.id IN (SELECT jsonb_array_elements_text(report.scope -> 'articleIds')::uuid) AND NOT ${readBy(member)})
  AND NOT EXISTS (SELECT 1 FROM report_article r JOIN article a ON a.newsroom_id = r.newsroom_id AND a.id = r.article_id
    WHERE r.newsroom_id = report.newsroom_id AND r.report_id = report.id AND NOT ${readBy(member)})
  AND (report.scope -> 'filter' IS NULL OR report.requested_by = ${member}))`;
