import type { LedgerAction } from '#domain';
import { membersOf } from '../database/row.columns.js';
import { reportReadBy } from '../report/report.reader.js';
import { change, findRow, insert, insertUnrecorded } from '../unit-of-work/row.js';
import type { Change } from '../unit-of-work/change.types.js';
import { record } from '../unit-of-work/change.js';
import { Conditions } from '../unit-of-work/conditions.js';
import { pageOf, type Page, type PageRequest } from '../unit-of-work/page.js';
import { managerOf, sql, type Tx } from '../unit-of-work/tx.js';
import { readBy } from './article.reader.js';
import { ArticleEntity, type ArticleRow } from './article.entity.js';
import { RevisionEntity, type RevisionRow } from './revision.entity.js';

/** What an article is only later: how fast, from when, held for whom. */
type Later = 'mode' | 'embargoUntil' | 'legalHold' | 'legalHoldReason';
export type NewArticle = Omit<
  ArticleRow,
  'newsroomId' | 'createdAt' | 'updatedAt' | 'version' | 'state' | 'archived' | Later
>;
export type NewRevision = Omit<RevisionRow, 'newsroomId' | 'createdAt'>;

/** A revision without its text. */
export type RevisionEntry = Omit<
  RevisionRow,
  'newsroomId' | 'articleId' | 'blocks' | 'setAside' | 'flags' | 'sentences'
>;

export interface ArticleFilter {
  readonly state?: readonly string[] | undefined;
  readonly kind?: readonly string[] | undefined;
  readonly language?: readonly string[] | undefined;
  readonly outlet?: string | undefined;
  /** Substring of title or outlet, case-insensitive. */
  readonly q?: string | undefined;
  readonly visibility?: readonly string[] | undefined;
  readonly archived?: boolean | undefined;
}

/** How far the checking of an article has come; counts of claims. */
export interface ProgressRow {
  articleId: string;
  total: number;
  proposed: number;
  needsSource: number;
  closed: number;
  verified: number;
  disputed: number;
  dismissed: number;
}

// The gate as far as a list is filtered by it; the rules themselves are libs/domain's gateOf.
const BLOCKED = `EXISTS (SELECT 1 FROM claim c WHERE c.newsroom_id = article.newsroom_id AND c.article_id = article.id AND c.disposition = 'active'
  AND (article.kind = 'draft' OR c.selected) AND (c.state = 'disputed' OR (c.state = 'needs-source' AND c.closure IS NULL AND c.tier <> 'C')
    OR c.anchor_status IN ('changed', 'suggested', 'ambiguous', 'orphaned')
    OR EXISTS (SELECT 1 FROM query q WHERE q.newsroom_id = c.newsroom_id AND q.claim_id = c.id AND q.resolved_at IS NULL)))`;

const OF_CLAIM = `SELECT ${membersOf(ArticleEntity, 'a')} FROM claim c JOIN article a ON a.newsroom_id = $1 AND a.id = c.article_id
  WHERE c.newsroom_id = $1 AND c.id = $2`;

const CURRENT_REVISION = `SELECT ${membersOf(RevisionEntity, 'r')} FROM article a
  JOIN revision r ON r.newsroom_id = $1 AND r.article_id = a.id AND r.number = a.revision_number WHERE a.newsroom_id = $1 AND a.id = $2`;

function ofArticle(action: LedgerAction, id: string, reason?: string): Change {
  return { action, object: { type: 'article', id }, articleId: id, reason };
}

export class ArticleRepository {
  async insert(tx: Tx, row: NewArticle, revision: NewRevision): Promise<void> {
    await insert(tx, ArticleEntity, row, ofArticle('article.created', row.id));
    await this.insertRevision(tx, revision, 'article.created');
  }

  /** The revision's digests go to the ledger under its article; the text itself stays in the table. */
  async insertRevision(tx: Tx, revision: NewRevision, action: LedgerAction = 'article.revised'): Promise<void> {
    await insertUnrecorded(tx, RevisionEntity, [revision]);
    const { articleId, number, textSha256, receivedSha256, rules, postedBy, onBehalfOf, note } = revision;
    record(tx, ofArticle(action, articleId), {
      revision: { number, textSha256, receivedSha256, rules, postedBy, onBehalfOf, note },
    });
  }

  find(tx: Tx, id: string): Promise<ArticleRow | null> {
    return findRow(tx, ArticleEntity, { id });
  }

  /** The article a claim stands in. */
  async ofClaim(tx: Tx, claimId: string): Promise<ArticleRow | null> {
    const rows = await sql<ArticleRow>(tx, OF_CLAIM, [tx.newsroomId, claimId]);
    return rows[0] ?? null;
  }

  /** Under the row's lock until the transaction ends. */
  lock(tx: Tx, id: string): Promise<ArticleRow | null> {
    return findRow(tx, ArticleEntity, { id }, ' FOR UPDATE');
  }

  requestProposals(tx: Tx, articleId: string, number: number): Promise<unknown> {
    const payload = { newsroomId: tx.newsroomId, articleId, number };
    return sql(tx, 'SELECT enqueue_job($1, $2)', ['proposals', JSON.stringify(payload)]);
  }

  revision(tx: Tx, articleId: string, number: number): Promise<RevisionRow | null> {
    return findRow(tx, RevisionEntity, { articleId, number });
  }

  async currentRevision(tx: Tx, articleId: string): Promise<RevisionRow | null> {
    const rows = await sql<RevisionRow>(tx, CURRENT_REVISION, [tx.newsroomId, articleId]);
    return rows[0] ?? null;
  }

  /** The newest first, without their texts. */
  async revisions(tx: Tx, articleId: string, page: PageRequest): Promise<Page<RevisionEntry>> {
    const rows = await sql<RevisionEntry>(
      tx,
      `SELECT number, title, rules, received_sha256 AS "receivedSha256", text_sha256 AS "textSha256", note,
         posted_by AS "postedBy", on_behalf_of AS "onBehalfOf", created_at AS "createdAt"
       FROM revision WHERE newsroom_id = $1 AND article_id = $2 AND ($3::int IS NULL OR number < $3)
       ORDER BY number DESC LIMIT $4`,
      [tx.newsroomId, articleId, page.after?.[0] ?? null, page.limit + 1],
    );
    return pageOf(rows, page.limit, ({ number }) => [String(number), articleId]);
  }

  change(
    tx: Tx,
    article: ArticleRow,
    columns: Partial<ArticleRow>,
    action: LedgerAction,
    reason?: string,
  ): Promise<boolean> {
    return change(tx, ArticleEntity, article, columns, ofArticle(action, article.id, reason));
  }

  /** Newest change first; articles that name their readers only for those (`memberId`). */
  async list(tx: Tx, filter: ArticleFilter, memberId: string, page: PageRequest): Promise<Page<ArticleRow>> {
    const where = new Conditions()
      .add('newsroom_id = ?', tx.newsroomId)
      .add('archived = ?', filter.archived ?? false)
      .add(readBy('?', 'article'), memberId)
      .add(`CASE WHEN state = 'checking' AND NOT ${BLOCKED} THEN 'ready' ELSE state END = ANY (?)`, filter.state)
      .add('kind = ANY (?)', filter.kind)
      .add('visibility = ANY (?)', filter.visibility)
      .add('language = ANY (?)', filter.language)
      .add('outlet = ?', filter.outlet)
      .add("(title || ' ' || coalesce(outlet, '')) ILIKE ?", filter.q && `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`)
      .before('updated_at', 'timestamptz', 'id', page.after);
    const rows = await sql<{ id: string }>(
      tx,
      `SELECT id FROM article WHERE ${where.where} ORDER BY updated_at DESC, id DESC LIMIT ${page.limit + 1}`,
      where.parameters,
    );
    const found = await this.byIds(
      tx,
      rows.map((row) => row.id),
    );
    return pageOf(found, page.limit, (row) => [row.updatedAt.toISOString(), row.id]);
  }

  /** Whether what spans articles is a member's to see: a report as it is listed, a group of claims when he sees one of them. */
  async seesSpanning(tx: Tx, type: 'report' | 'claim_group', id: string, memberId: string): Promise<boolean> {
    const text = {
      report: `SELECT ${reportReadBy('$3')} AS seen FROM report WHERE newsroom_id = $1 AND id = $2`,
      claim_group: `SELECT coalesce(bool_or(${readBy('$3')}), true) AS seen FROM claim c
          JOIN article a ON a.newsroom_id = c.newsroom_id AND a.id = c.article_id
        WHERE c.newsroom_id = $1 AND c.group_id = $2`,
    }[type];
    const rows = await sql<{ seen: boolean }>(tx, text, [tx.newsroomId, id, memberId]);
    return rows[0]?.seen ?? false;
  }

  /** In the order of `ids`. */
  async byIds(tx: Tx, ids: readonly string[]): Promise<ArticleRow[]> {
    if (ids.length === 0) return [];
    const rows = await managerOf(tx)
      .createQueryBuilder(ArticleEntity, 'article')
      .where('article.newsroomId = :newsroomId AND article.id IN (:...ids)', { newsroomId: tx.newsroomId, ids })
      .getMany();
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  async progress(tx: Tx, ids: readonly string[]): Promise<Map<string, ProgressRow>> {
    const rows = await sql<ProgressRow>(
      tx,
      `SELECT article_id AS "articleId", count(*)::int AS total,
         count(*) FILTER (WHERE disposition = 'proposed')::int AS proposed,
         count(*) FILTER (WHERE disposition = 'active' AND state = 'needs-source' AND closure IS NULL)::int AS "needsSource",
         count(*) FILTER (WHERE disposition = 'active' AND closure IS NOT NULL)::int AS closed,
         count(*) FILTER (WHERE disposition = 'active' AND state = 'verified')::int AS verified,
         count(*) FILTER (WHERE disposition = 'active' AND state = 'disputed')::int AS disputed,
         count(*) FILTER (WHERE disposition = 'dismissed')::int AS dismissed
       FROM claim WHERE newsroom_id = $1 AND article_id = ANY ($2) GROUP BY article_id`,
      [tx.newsroomId, ids],
    );
    return new Map(rows.map((row) => [row.articleId, row]));
  }
}
