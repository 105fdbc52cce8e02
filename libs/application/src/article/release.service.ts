import {
  recordCorrection,
  Refusal,
  releaseArticle,
  type ArticleFacts,
  type CorrectionCommand,
  type ReleaseCommand,
} from '#domain';
import {
  ClaimRepository,
  GateRepository,
  NewsroomRepository,
  UnitOfWork,
  type CorrectionRow,
  type Written,
} from '#persistence';
import { newId } from '#platform';
import type { Call } from '../call/call.js';
import { found, requireVersion, stale } from '../call/precondition.js';
import type { ArticleDesk } from './article.desk.js';

export interface ReleaseView {
  readonly id: string;
  readonly articleId: string;
  readonly revisionNumber: number;
  readonly releasedBy: string;
  /** Every claim in the gate with the verdicts and the decision it rests on. */
  readonly restsOn: readonly unknown[];
  readonly overrides: readonly unknown[];
  readonly keepAsDisputed: readonly unknown[];
  readonly supersedesId: string | null;
  /** Breaking news that went out with claims pending, each with the hour at which it is looked at again. */
  readonly provisional: boolean;
  readonly pending: readonly unknown[];
  readonly superseded: boolean;
  readonly createdAt: string;
  /** Of the article, for the next conditional request. */
  readonly version: number;
}

export interface CorrectionView {
  readonly id: string;
  readonly articleId: string;
  readonly class: CorrectionRow['class'];
  readonly note: string;
  readonly createdBy: string;
  readonly releaseId: string | null;
  readonly createdAt: string;
}

/** A reason is given for a claim of this article; any other id names nothing here. */
function requireClaimsOf({ claims }: ArticleFacts, { keepAsDisputed = [] }: ReleaseCommand): void {
  const known = new Set(claims.map(({ id }) => id));
  const errors = keepAsDisputed.flatMap(({ claimId }, index) =>
    known.has(claimId)
      ? []
      : [{ pointer: `/keepAsDisputed/${index}/claimId`, code: 'unknown-id', detail: { id: claimId } }],
  );
  if (errors.length > 0) throw new Refusal('invalid', { errors });
}

export class ReleaseService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ArticleDesk,
    private readonly gate: GateRepository,
    private readonly claims: ClaimRepository,
    private readonly newsrooms: NewsroomRepository,
  ) {}

  /** An editor clears the current revision; the release names everything it rests on and publishes a pending correction. */
  release(call: Call, articleId: string, command: ReleaseCommand): Promise<Written<ReleaseView>> {
    return this.work.write(call, async (tx) => {
      const article = await this.desk.openForWrite(tx, call, articleId, 'releaseArticle');
      requireVersion(call, article);
      // No claim may change between what the gate reads and what the release names.
      await this.claims.lockOfArticle(tx, articleId);
      const facts = (await this.desk.facts(tx, [article])).get(articleId)!;
      requireClaimsOf(facts, command);
      const { policy } = await this.newsrooms.current(tx);
      const released = releaseArticle(facts, command, call.actor, policy);
      if (!released.ok) throw Refusal.of(released);
      const id = newId();
      await this.gate.insertRelease(tx, {
        id,
        articleId,
        revisionNumber: released.revisionNumber,
        releasedBy: call.actor.memberId,
        restsOn: await this.gate.groundsOf(tx, articleId),
        requirements: released.gate,
        overrides: released.overrides,
        keepAsDisputed: released.keepAsDisputed,
        supersedesId: released.supersedesId,
        provisional: released.provisional,
        pending: released.pending,
      });
      if (released.correctionId) await this.publish(tx, articleId, released.correctionId, id);
      if (!(await this.desk.articles.change(tx, article, { state: 'released' }, 'article.released')))
        throw stale(article);
      const row = (await this.gate.releasesOf(tx, articleId)).find((one) => one.id === id)!;
      return { ...releaseView(row, false), version: article.version + 1 };
    });
  }

  private async publish(
    tx: Parameters<GateRepository['correctionsOf']>[0],
    articleId: string,
    id: string,
    releaseId: string,
  ): Promise<void> {
    const row = found(
      (await this.gate.correctionsOf(tx, articleId)).find((one) => one.id === id),
      'correction',
      id,
    );
    if (!(await this.gate.publishCorrection(tx, row, releaseId))) throw stale(row);
  }

  /** Every release stays readable; all but the last are marked superseded. */
  releases(call: Call, articleId: string): Promise<{ items: ReleaseView[] }> {
    return this.work.read(call.agent.newsroomId, async (tx) => {
      const article = await this.desk.openForRead(tx, call, articleId);
      const rows = await this.gate.releasesOf(tx, articleId);
      return {
        items: rows.map((row, index) => ({ ...releaseView(row, index < rows.length - 1), version: article.version })),
      };
    });
  }

  correct(call: Call, articleId: string, command: CorrectionCommand): Promise<Written<CorrectionView>> {
    return this.work.write(call, async (tx) => {
      const article = await this.desk.openForWrite(tx, call, articleId, 'createCorrection');
      requireVersion(call, article);
      const facts = (await this.desk.facts(tx, [article])).get(articleId)!;
      const flags = facts.release ? await this.claims.flagsSince(tx, articleId, facts.release.revisionNumber) : [];
      const recorded = recordCorrection(facts, command, flags, call.actor);
      if (!recorded.ok) throw Refusal.of(recorded);
      const id = newId();
      await this.gate.insertCorrection(tx, {
        id,
        articleId,
        class: recorded.class,
        note: command.note,
        createdBy: call.actor.memberId,
        releaseId: null,
      });
      if (!(await this.desk.articles.change(tx, article, { state: 'correcting' }, 'article.correcting')))
        throw stale(article);
      return correctionView((await this.gate.correctionsOf(tx, articleId)).find((one) => one.id === id)!);
    });
  }

  corrections(call: Call, articleId: string): Promise<{ items: CorrectionView[] }> {
    return this.work.read(call.agent.newsroomId, async (tx) => {
      await this.desk.openForRead(tx, call, articleId);
      return { items: (await this.gate.correctionsOf(tx, articleId)).map(correctionView) };
    });
  }
}

type ReleaseRowOf = Awaited<ReturnType<GateRepository['releasesOf']>>[number];

function releaseView(row: ReleaseRowOf, superseded: boolean): Omit<ReleaseView, 'version'> {
  const {
    id,
    articleId,
    revisionNumber,
    releasedBy,
    restsOn,
    overrides,
    keepAsDisputed,
    supersedesId,
    createdAt,
    provisional,
    pending,
  } = row;
  return {
    id,
    articleId,
    revisionNumber,
    releasedBy,
    restsOn: restsOn as unknown[],
    overrides: overrides as unknown[],
    keepAsDisputed: keepAsDisputed as unknown[],
    supersedesId,
    provisional,
    pending: pending as unknown[],
    superseded,
    createdAt: createdAt.toISOString(),
  };
}

function correctionView({
  id,
  articleId,
  class: kind,
  note,
  createdBy,
  releaseId,
  createdAt,
}: CorrectionRow): CorrectionView {
  return { id, articleId, class: kind, note, createdBy, releaseId, createdAt: createdAt.toISOString() };
}
