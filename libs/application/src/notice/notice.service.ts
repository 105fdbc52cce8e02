import { giveNotice, Refusal, type ClaimState, type NoticeCommand, type NoticeType } from '#domain';
import {
  EvidenceRepository,
  NoticeRepository,
  SourceRepository,
  UnitOfWork,
  type ArticleRow,
  type NoticeClaimRow,
  type NoticeFilter,
  type NoticeRow,
  type PageRequest,
  type Tx,
  type Written,
} from '#persistence';
import { newId } from '#platform';
import { maySee } from '../article/article.access.js';
import type { Call } from '../call/call.js';
import { found } from '../call/precondition.js';
import type { ClaimDesk } from '../claim/claim.desk.js';

export interface NoticeView {
  readonly id: string;
  readonly type: NoticeType;
  readonly originItem: string | null;
  readonly sourceId: string | null;
  readonly text: string;
  readonly createdBy: string;
  readonly createdAt: string;
  /** Claims whose evidence goes back to the origin, as the notice found them. */
  readonly claims: readonly {
    readonly claimId: string;
    readonly articleId: string;
    readonly from: ClaimState;
    readonly reopened: boolean;
  }[];
  /** Articles these claims stand in, and the releases that had carried them out. */
  readonly articles: readonly { readonly id: string; readonly title: string; readonly releaseIds: readonly string[] }[];
  /** Finished reports that had used them. */
  readonly reports: readonly string[];
}

/** Publishers take back what we rest on: told once, followed through every article. */
export class NoticeService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ClaimDesk,
    private readonly notices: NoticeRepository,
    private readonly sources: SourceRepository,
    private readonly evidence: EvidenceRepository,
  ) {}

  /** Records the notice and lets every claim that rests on the origin take the consequence, in all articles. */
  give(call: Call, command: NoticeCommand): Promise<Written<NoticeView>> {
    return this.work.write(call, async (tx) => {
      const given = giveNotice(command, call.actor);
      if (!given.ok) throw Refusal.of(given);
      await this.requireOrigin(tx, command);
      const id = newId();
      const origin = { sourceId: command.sourceId ?? null, evidenceId: command.originItem ?? null };
      const resting = await this.notices.restingOn(tx, origin);
      for (const { claimId } of resting) await this.desk.claims.lock(tx, claimId);
      const carriers = await this.notices.carriersOf(tx, resting);
      const { type, text } = command;
      await this.notices.insert(tx, { id, type, ...origin, text, carriers, createdBy: call.actor.memberId });
      const claims = [];
      for (const { claimId } of resting)
        claims.push(await this.takeConsequence(tx, call, id, claimId, given.originId, type));
      await this.notices.insertClaims(tx, claims);
      const row = found(await this.notices.find(tx, id), 'notice', id);
      return (await this.views(tx, call, [row]))[0]!;
    });
  }

  list(
    call: Call,
    filter: NoticeFilter,
    page: PageRequest,
  ): Promise<{ items: NoticeView[]; next: readonly [string, string] | null }> {
    return this.work.read(call.agent.newsroomId, async (tx) => {
      const { items, next } = await this.notices.list(tx, filter, page);
      return { items: await this.views(tx, call, items), next };
    });
  }

  private async takeConsequence(
    tx: Tx,
    call: Call,
    noticeId: string,
    claimId: string,
    originId: string,
    type: NoticeType,
  ): Promise<Omit<NoticeClaimRow, 'newsroomId'>> {
    const row = found(await this.desk.claims.find(tx, claimId), 'claim', claimId);
    const article = found(await this.desk.articles.find(tx, row.articleId), 'article', row.articleId);
    const now = await this.desk.caseOf(tx, call, row, article);
    const after = await this.desk.afterEvent(tx, call, now, { kind: 'notice', originId, type });
    const reopened = after.row.version !== row.version;
    return { noticeId, claimId, articleId: article.id, fromState: row.state, reopened };
  }

  /** What the notice is about must be of this newsroom; foreign ids answer like missing ones. */
  private async requireOrigin(tx: Tx, { originItem, sourceId }: NoticeCommand): Promise<void> {
    const errors = [];
    if (originItem && !(await this.evidence.find(tx, originItem)))
      errors.push({ pointer: '/originItem', code: 'unknown-id', detail: { id: originItem } });
    if (sourceId && !(await this.sources.find(tx, sourceId)))
      errors.push({ pointer: '/sourceId', code: 'unknown-source', detail: { id: sourceId } });
    if (errors.length > 0) throw new Refusal('invalid', { errors });
  }

  /** Each with the part of its reach that the reader may see: an article that names its readers is in nobody else's list. */
  private async views(tx: Tx, call: Call, rows: readonly NoticeRow[]): Promise<NoticeView[]> {
    const claims = await this.notices.claimsOf(
      tx,
      rows.map(({ id }) => id),
    );
    const articles = await this.desk.articles.byIds(tx, [...new Set(claims.map(({ articleId }) => articleId))]);
    const visible = new Map(articles.filter((row) => maySee(call.actor, row)).map((row) => [row.id, row]));
    return rows.map((row) =>
      noticeView(
        row,
        claims.filter(({ noticeId }) => noticeId === row.id),
        visible,
      ),
    );
  }
}

function noticeView(
  row: NoticeRow,
  all: readonly NoticeClaimRow[],
  visible: ReadonlyMap<string, ArticleRow>,
): NoticeView {
  const claims = all.filter(({ articleId }) => visible.has(articleId));
  const articleIds = [...new Set(claims.map(({ articleId }) => articleId))];
  return {
    id: row.id,
    type: row.type,
    originItem: row.evidenceId,
    sourceId: row.sourceId,
    text: row.text,
    createdBy: row.createdBy,
    createdAt: row.createdAt.toISOString(),
    claims: claims.map(({ claimId, articleId, fromState, reopened }) => ({
      claimId,
      articleId,
      from: fromState,
      reopened,
    })),
    articles: articleIds.map((id) => ({
      id,
      title: visible.get(id)!.title,
      releaseIds: row.carriers.releases.filter(({ articleId }) => articleId === id).map((release) => release.id),
    })),
    reports: claims.length === all.length ? row.carriers.reports : [],
  };
}
