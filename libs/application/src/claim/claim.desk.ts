import {
  blindnessOf,
  type Blindness,
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
  readonly newsroom: NewsroomRow;
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

  now(): Date {
    return this.clock();
  }

  /** Where the caller is blind, before any claim is looked at. */
  async blindnessOf(tx: Tx, call: Call): Promise<Blindness> {
    return blindnessOf(call.actor, (await this.newsrooms.current(tx)).policy);
  }

  /** Under the claim's lock: verdicts, evidence, assignments and decisions on it wait for each other here. */
  openForWrite(
    tx: Tx,
    call: Call,
    id: string,
    operation: OperationId,
    also: readonly Relation[] = [],
  ): Promise<ClaimCase> {
    return this.opened(tx, call, id, this.claims.lock(tx, id), operation, also);
  }

  /**
   * The same for a write that names the version it was made from. Whoever comes with an old one is told so without reading
   * everything under the lock first: many at once must not queue behind each other's reading.
   */
  async openAtVersion(tx: Tx, call: Call, id: string, operation: OperationId): Promise<ClaimCase> {
    const [seen, article] = await Promise.all([this.claims.find(tx, id), this.articles.ofClaim(tx, id)]);
    await this.requireRight(tx, call, found(seen, 'claim', id), found(article, 'claim', id), operation);
    requireVersion(call, found(seen, 'claim', id));
    const opened = await this.opened(tx, call, id, this.claims.lock(tx, id), operation, []);
    requireVersion(call, opened.row);
    return opened;
  }

  private async requireRight(
    tx: Tx,
    call: Call,
    row: ClaimRow,
    article: ArticleRow,
    operation: OperationId,
  ): Promise<void> {
    requireSight(call.actor, article);
    if (mayByRelation(operation, call.actor, relationsToArticle(call.actor, article)).ok) return;
    await this.opened(tx, call, row.id, Promise.resolve(row), operation, []);
  }

  openForRead(tx: Tx, call: Call, id: string, operation: OperationId): Promise<ClaimCase> {
    return this.opened(tx, call, id, this.claims.find(tx, id), operation, []);
  }

  /** The case again, after what the transaction has written. */
  async reopened(tx: Tx, call: Call, { row: { id } }: ClaimCase): Promise<ClaimCase> {
    return this.gathered(tx, call, id, this.claims.find(tx, id));
  }

  private async opened(
    tx: Tx,
    call: Call,
    id: string,
    row: Promise<ClaimRow | null>,
    operation: OperationId,
    also: readonly Relation[],
  ): Promise<ClaimCase> {
    const opened = await this.gathered(tx, call, id, row);
    requireSight(call.actor, opened.article);
    requireRelation(operation, call.actor, [
      ...relationsToArticle(call.actor, opened.article),
      ...relationsToClaim(call, opened),
      ...also,
    ]);
    return opened;
  }

  /** Everything in one breath, the claim's row first: where it is locked, the rest is read when the lock is there. */
  private async gathered(tx: Tx, call: Call, id: string, claim: Promise<ClaimRow | null>): Promise<ClaimCase> {
    const [row, article, newsroom, rows] = await Promise.all([
      claim,
      this.articles.ofClaim(tx, id),
      this.newsrooms.current(tx),
      this.factRows.ofClaim(tx, id),
    ]);
    return this.assembled(call, found(row, 'claim', id), found(article, 'claim', id), rows, newsroom);
  }

  async caseOf(tx: Tx, call: Call, row: ClaimRow, article: ArticleRow): Promise<ClaimCase> {
    const [newsroom, rows] = await Promise.all([this.newsrooms.current(tx), this.factRows.ofClaim(tx, row.id)]);
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

  /** The same of claims of one article that were read already, in their order. */
  async casesIn(tx: Tx, call: Call, article: ArticleRow, claims: readonly ClaimRow[]): Promise<ClaimCase[]> {
    const named = claims.map(({ id }) => ({ id, outletSourceId: article.outletSourceId }));
    const [newsroom, facts] = await Promise.all([this.newsrooms.current(tx), this.factRows.ofClaims(tx, named)]);
    return claims.map((row) => this.assembled(call, row, article, facts.get(row.id)!, newsroom));
  }

  /** The case as it stands with other facts than it was opened with: those the transaction itself is about to write. */
  withFacts(call: Call, { row, article, newsroom }: ClaimCase, rows: ClaimFactRows): ClaimCase {
    return this.assembled(call, row, article, rows, newsroom);
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
    return { row, article, newsroom, claim, rows, facts, policy, sees };
  }

  /**
   * Lets an event take its consequence: a claim whose ground is gone returns to needs-source by a decision of the system,
   * and a released article to correcting. `now` is the case after what happened; answers it as it then stands.
   */
  async afterEvent(tx: Tx, call: Call, now: ClaimCase, event: ClaimEvent): Promise<ClaimCase> {
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
