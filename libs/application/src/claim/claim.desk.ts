import {
  fallBackOf,
  mayByRelation,
  seesOthersVerdicts,
  type Claim,
  type ClaimEvent,
  type ClaimFacts,
  type NewsroomPolicy,
  type OperationId,
  type Relation,
} from '#domain';
import {
  ArticleRepository,
  ClaimRepository,
  DecisionRepository,
  FactsRepository,
  NewsroomRepository,
  type ArticleRow,
  type ClaimFactRows,
  type ClaimRow,
  type NewsroomRow,
  type Tx,
} from '#persistence';
import { newId, type Clock } from '#platform';
import { relationsToArticle, requireRelation, requireSight } from '../article/article.access.js';
import type { Call } from '../call/call.js';
import { found, requireVersion, stale } from '../call/precondition.js';
import { claimOf, factsOf } from './claim.facts.js';

/** A claim on the desk: its row, its article, everything the rules read, and whether the caller may see others' verdicts. */
export interface ClaimCase {
  readonly row: ClaimRow;
  readonly article: ArticleRow;
  readonly claim: Claim;
  readonly rows: ClaimFactRows;
  readonly facts: ClaimFacts;
  readonly policy: NewsroomPolicy;
  readonly sees: boolean;
}

/** Opens claims for the use cases: found, visible, permitted by relation, and locked where a write follows. */
export class ClaimDesk {
  constructor(
    readonly claims: ClaimRepository,
    readonly articles: ArticleRepository,
    private readonly factRows: FactsRepository,
    private readonly newsrooms: NewsroomRepository,
    private readonly decisions: DecisionRepository,
    private readonly clock: Clock,
  ) {}

  /** Under the claim's lock: verdicts, evidence, assignments and decisions on it wait for each other here. */
  async openForWrite(
    tx: Tx,
    call: Call,
    id: string,
    operation: OperationId,
    also: readonly Relation[] = [],
  ): Promise<ClaimCase> {
    return this.opened(tx, call, found(await this.claims.lock(tx, id), 'claim', id), operation, also);
  }

  /**
   * The same for a write that names the version it was made from. Whoever comes with an old one is told so without reading
   * everything under the lock first: many at once must not queue behind each other's reading.
   */
  async openAtVersion(tx: Tx, call: Call, id: string, operation: OperationId): Promise<ClaimCase> {
    const seen = found(await this.claims.find(tx, id), 'claim', id);
    await this.requireRight(tx, call, seen, operation);
    requireVersion(call, seen);
    const row = found(await this.claims.lock(tx, id), 'claim', id);
    requireVersion(call, row);
    return this.opened(tx, call, row, operation, []);
  }

  private async requireRight(tx: Tx, call: Call, row: ClaimRow, operation: OperationId): Promise<void> {
    const article = found(await this.articles.find(tx, row.articleId), 'claim', row.id);
    requireSight(call.actor, article);
    if (mayByRelation(operation, call.actor, relationsToArticle(call.actor, article)).ok) return;
    await this.opened(tx, call, row, operation, []);
  }

  async openForRead(tx: Tx, call: Call, id: string, operation: OperationId): Promise<ClaimCase> {
    return this.opened(tx, call, found(await this.claims.find(tx, id), 'claim', id), operation, []);
  }

  /** The case again, after what the transaction has written. */
  async reopened(tx: Tx, call: Call, { row: { id } }: ClaimCase): Promise<ClaimCase> {
    const row = found(await this.claims.find(tx, id), 'claim', id);
    return this.caseOf(tx, call, row, found(await this.articles.find(tx, row.articleId), 'article', row.articleId));
  }

  private async opened(
    tx: Tx,
    call: Call,
    row: ClaimRow,
    operation: OperationId,
    also: readonly Relation[],
  ): Promise<ClaimCase> {
    const article = found(await this.articles.find(tx, row.articleId), 'claim', row.id);
    requireSight(call.actor, article);
    const opened = await this.caseOf(tx, call, row, article);
    requireRelation(operation, call.actor, [
      ...relationsToArticle(call.actor, article),
      ...relationsToClaim(call, opened),
      ...also,
    ]);
    return opened;
  }

  async caseOf(tx: Tx, call: Call, row: ClaimRow, article: ArticleRow): Promise<ClaimCase> {
    const newsroom = await this.newsrooms.current(tx);
    const rows = await this.factRows.ofClaim(tx, row.id, article.outletSourceId);
    return this.assembled(call, row, article, rows, newsroom);
  }

  /** The cases of many claims at once, for lists that the rules make; in the order of `ids`, those that exist. */
  async casesOf(tx: Tx, call: Call, ids: readonly string[]): Promise<ClaimCase[]> {
    const placed = await this.claims.byIds(tx, ids);
    const articleIds = [...new Set(placed.map(({ articleId }) => articleId))];
    const articles = new Map((await this.articles.byIds(tx, articleIds)).map((article) => [article.id, article]));
    const named = placed.map(({ id, articleId }) => ({
      id,
      outletSourceId: articles.get(articleId)?.outletSourceId ?? null,
    }));
    const facts = await this.factRows.ofClaims(tx, named);
    const newsroom = await this.newsrooms.current(tx);
    return placed.map((row) => this.assembled(call, row, articles.get(row.articleId)!, facts.get(row.id)!, newsroom));
  }

  private assembled(
    call: Call,
    row: ClaimRow,
    article: ArticleRow,
    rows: ClaimFactRows,
    newsroom: NewsroomRow,
  ): ClaimCase {
    const claim = claimOf(row);
    const facts = factsOf(row, article, rows, newsroom.scale, this.clock());
    const policy = { ...newsroom.policy, version: newsroom.policyVersion };
    const sees = seesOthersVerdicts(call.actor, claim, facts.assignments, facts.verdicts, policy);
    return { row, article, claim, rows, facts, policy, sees };
  }

  /**
   * Lets an event take its consequence: a claim whose ground is gone returns to needs-source by a decision of the system,
   * and a released article to correcting. Answers the case as it then stands.
   */
  async afterEvent(tx: Tx, call: Call, before: ClaimCase, event: ClaimEvent): Promise<ClaimCase> {
    const now = await this.reopened(tx, call, before);
    const fall = fallBackOf(now.claim, now.facts, event, now.policy);
    if (!fall) return now;
    await this.decisions.insert(tx, now.article.id, {
      id: newId(),
      claimId: now.row.id,
      fromState: fall.from,
      toState: fall.to,
      decidedBy: null,
      cause: fall.cause,
      rationale: null,
      rating: null,
      closure: null,
      overrides: [],
      adjudication: [],
      requirements: fall.broken,
      verifies: now.row.verifies,
      textHash: now.row.textHash,
      revisionNumber: now.article.revisionNumber,
      policyVersion: now.policy.version,
    });
    const columns = { state: fall.to, closure: null, rating: null };
    if (!(await this.claims.change(tx, now.row, columns, 'claim.fell-back', fall.cause))) throw stale(now.row);
    await this.reopenArticle(tx, now.article, 'claim-fell-back');
    return this.reopened(tx, call, now);
  }

  /** After a release, whatever reopens a claim reopens its article. */
  async reopenArticle(tx: Tx, article: ArticleRow, cause: string): Promise<void> {
    const current = await this.articles.lock(tx, article.id);
    if (current?.state !== 'released') return;
    if (!(await this.articles.change(tx, current, { state: 'correcting' }, 'article.reopened', cause)))
      throw stale(current);
  }
}

function relationsToClaim({ actor }: Call, { rows, policy }: ClaimCase): Relation[] {
  const holds: Relation[] = [];
  if (rows.assignments.some((one) => one.reviewerId === actor.memberId && one.status !== 'cancelled'))
    holds.push('assigned');
  if (policy.selfClaim) holds.push('policy-self-claim');
  return holds;
}
