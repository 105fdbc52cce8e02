import { accuses, strictForm } from '#language';
import type { Clock } from '#platform';
import { gatedClaims, type ArticleFacts, type CommentFact, type HeadlineComparison, type OperationId } from '#domain';
import {
  ArticleRepository,
  ClaimRepository,
  CommentRequestRepository,
  GateRepository,
  type ArticleRow,
  type GateClaimRow,
  type PendingCorrectionRow,
  type ProgressRow,
  type ReleaseFactRow,
  type Tx,
} from '#persistence';
import type { Call } from '../call/call.js';
import { found } from '../call/precondition.js';
import { claimItem } from '../claim/claim.view.js';
import { headlineComparisons } from './headline.comparison.js';
import { relationsToArticle, requireRelation, requireSight } from './article.access.js';
import {
  articleItem,
  flagViews,
  revisionView,
  setAsideViews,
  type ArticleItem,
  type ArticleView,
} from './article.view.js';

const NOTHING: Omit<ProgressRow, 'articleId'> = {
  total: 0,
  proposed: 0,
  needsSource: 0,
  closed: 0,
  verified: 0,
  disputed: 0,
  dismissed: 0,
};

/** Opens articles for the use cases, and shows them with the gate's and the checking's state of this moment. */
export class ArticleDesk {
  constructor(
    readonly articles: ArticleRepository,
    readonly claims: ClaimRepository,
    readonly gate: GateRepository,
    readonly requests: CommentRequestRepository,
    private readonly clock: Clock,
  ) {}

  async openForRead(tx: Tx, call: Call, id: string): Promise<ArticleRow> {
    const row = found(await this.articles.find(tx, id), 'article', id);
    requireSight(call.actor, row);
    return row;
  }

  async openForWrite(tx: Tx, call: Call, id: string, operation: OperationId): Promise<ArticleRow> {
    const row = found(await this.articles.lock(tx, id), 'article', id);
    requireSight(call.actor, row);
    requireRelation(operation, call.actor, relationsToArticle(call.actor, row));
    return row;
  }

  async facts(tx: Tx, rows: readonly ArticleRow[]): Promise<Map<string, ArticleFacts>> {
    const ids = rows.map(({ id }) => id);
    return this.judged(tx, rows, await this.factRows(tx, ids));
  }

  private async factRows(tx: Tx, ids: readonly string[]): Promise<ArticleFactRows> {
    const [claims, releases, corrections] = await Promise.all([
      this.gate.claimsOf(tx, ids),
      this.gate.latestReleases(tx, ids),
      this.gate.pendingCorrections(tx, ids),
    ]);
    return { claims, releases, corrections };
  }

  private async judged(tx: Tx, rows: readonly ArticleRow[], read: ArticleFactRows): Promise<Map<string, ArticleFacts>> {
    const releases = new Map(read.releases.map((release) => [release.articleId, release]));
    const corrections = new Map(read.corrections.map((row) => [row.articleId, row]));
    const claimsOf = grouped(read.claims);
    const headlines = await this.headlines(tx, rows, claimsOf);
    const comments = await this.comments(tx, rows);
    const now = this.clock().toISOString();
    return new Map(
      rows.map(({ id, kind, authorIds, revisionNumber, state, mode, embargoUntil }) => {
        const release = releases.get(id) ?? null;
        return [
          id,
          {
            kind,
            authorIds,
            revisionNumber,
            claims: (claimsOf.get(id) ?? []).map((claim) => ({
              ...claim,
              headline: headlines.compared.get(claim.id) ?? null,
              inHeadline: headlines.inTitle.has(claim.id),
              accuses: kind === 'draft' && claim.tier === 'A' && (claim.accuses ?? accuses(claim.quote)),
            })),
            release,
            fellBackSinceRelease: state === 'correcting',
            pendingCorrection: corrections.get(id) ?? null,
            keepAsDisputed: release?.keepAsDisputed ?? [],
            mode,
            embargoUntil: embargoUntil?.toISOString() ?? null,
            now,
            comments: comments.get(id) ?? [],
          },
        ];
      }),
    );
  }

  /** Headlines are compared with what the body says now, and only where the gate looks at them. */
  private async headlines(
    tx: Tx,
    rows: readonly ArticleRow[],
    claimsOf: ReadonlyMap<string, readonly GateClaimRow[]>,
  ): Promise<{ compared: ReadonlyMap<string, HeadlineComparison>; inTitle: ReadonlySet<string> }> {
    const looked = rows.flatMap(({ id, kind }) => {
      const claims = (claimsOf.get(id) ?? []).map((claim) => ({ ...claim, headline: null }));
      return gatedClaims({ kind, claims }).length > 0 ? [id] : [];
    });
    const placed = looked.length === 0 ? [] : await this.gate.claimsByField(tx, looked);
    const inTitle = placed.filter(({ field }) => field === 'title' || field === 'dek').map(({ id }) => id);
    return { compared: headlineComparisons(placed), inTitle: new Set(inTitle) };
  }

  /** Requests for comment with whether the text, as it stands, shows what came of them. */
  private async comments(tx: Tx, rows: readonly ArticleRow[]): Promise<ReadonlyMap<string, CommentFact[]>> {
    const drafts = rows.filter(({ kind }) => kind === 'draft').map(({ id }) => id);
    const requests = grouped(await this.requests.ofArticles(tx, drafts));
    const facts = new Map<string, CommentFact[]>();
    for (const row of rows) {
      const own = requests.get(row.id);
      if (!own) continue;
      const revision = await this.articles.revision(tx, row.id, row.revisionNumber);
      const text = strictForm((revision?.blocks ?? []).map((block) => block.text).join('\n'));
      facts.set(
        row.id,
        own.map(({ claimIds, outcome, passage, waiverReason }) => ({
          claimIds,
          outcome,
          waived: waiverReason !== null,
          shown: passage !== null && strictForm(passage) !== '' && text.includes(strictForm(passage)),
        })),
      );
    }
    return facts;
  }

  async items(tx: Tx, rows: readonly ArticleRow[]): Promise<ArticleItem[]> {
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    const [facts, progress] = await Promise.all([this.facts(tx, rows), this.articles.progress(tx, ids)]);
    return rows.map((row) => itemOf(row, facts, progress));
  }

  /** The article with its current revision and all its claims in text order. */
  async view(tx: Tx, id: string): Promise<ArticleView> {
    const [article, latest, claims, facts, progress] = await Promise.all([
      this.articles.find(tx, id),
      this.articles.currentRevision(tx, id),
      this.claims.placedOfArticle(tx, id),
      this.factRows(tx, [id]),
      this.articles.progress(tx, [id]),
    ]);
    const row = found(article, 'article', id);
    const revision = found(latest, 'revision', id);
    return {
      ...itemOf(row, await this.judged(tx, [row], facts), progress),
      revision: revisionView(revision),
      claims: claims.map((claim) => claimItem(claim, claim.anchor)),
      setAside: setAsideViews(revision),
      flags: flagViews(revision),
    };
  }
}

/** What the gate of some articles rests on, as rows. */
interface ArticleFactRows {
  readonly claims: readonly GateClaimRow[];
  readonly releases: readonly ReleaseFactRow[];
  readonly corrections: readonly PendingCorrectionRow[];
}

function itemOf(
  row: ArticleRow,
  facts: ReadonlyMap<string, ArticleFacts>,
  progress: ReadonlyMap<string, ProgressRow>,
): ArticleItem {
  const { articleId: _, ...counts } = progress.get(row.id) ?? { articleId: row.id, ...NOTHING };
  return articleItem(row, facts.get(row.id)!, counts);
}

function grouped<T extends { articleId: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.articleId);
    if (group) group.push(row);
    else groups.set(row.articleId, [row]);
  }
  return groups;
}
