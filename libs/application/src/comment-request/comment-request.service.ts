import {
  recordOutcome,
  Refusal,
  requestComment,
  type CommentChannel,
  type CommentCommand,
  type CommentOutcome,
  type OutcomeCommand,
  type WaiverReason,
} from '#domain';
import { CommentRequestRepository, UnitOfWork, type CommentRequestRow, type Written } from '#persistence';
import { newId, type Clock } from '#platform';
import type { ArticleDesk } from '../article/article.desk.js';
import type { Call } from '../call/call.js';
import { found, requireVersion, stale } from '../call/precondition.js';

export interface CommentRequestView {
  readonly id: string;
  readonly articleId: string;
  readonly claimIds: readonly string[];
  readonly addressee: string;
  readonly channel: CommentChannel | null;
  readonly questions: string | null;
  readonly sentAt: string | null;
  readonly deadline: string | null;
  readonly outcome: CommentOutcome | null;
  readonly answer: string | null;
  readonly passage: string | null;
  readonly outcomeAt: string | null;
  readonly waiver: { readonly reason: WaiverReason; readonly note: string | null } | null;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly version: number;
}

export interface CommentRequestInput extends CommentCommand {
  readonly claimIds: readonly string[];
}

/** Whoever is accused is asked before publication, and the article says what came of it. */
export class CommentRequestService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ArticleDesk,
    private readonly requests: CommentRequestRepository,
    private readonly clock: Clock,
  ) {}

  list(call: Call, articleId: string): Promise<{ items: CommentRequestView[] }> {
    return this.work.read(call.agent.newsroomId, async (tx) => {
      await this.desk.openForRead(tx, call, articleId);
      return { items: (await this.requests.ofArticles(tx, [articleId])).map(commentRequestView) };
    });
  }

  create(call: Call, articleId: string, input: CommentRequestInput): Promise<Written<CommentRequestView>> {
    return this.work.write(call, async (tx) => {
      await this.desk.openForWrite(tx, call, articleId, 'createCommentRequest');
      const requested = requestComment(input, call.actor);
      if (!requested.ok) throw Refusal.of(requested);
      const known = new Set((await this.desk.claims.ofArticle(tx, articleId)).map(({ id }) => id));
      const errors = input.claimIds.flatMap((id, index) =>
        known.has(id) ? [] : [{ pointer: `/claimIds/${index}`, code: 'unknown-id', detail: { id } }],
      );
      if (errors.length > 0) throw new Refusal('invalid', { errors });
      const id = newId();
      await this.requests.insert(tx, {
        id,
        articleId,
        claimIds: [...new Set(input.claimIds)],
        addressee: input.addressee,
        channel: input.channel ?? null,
        questions: input.questions ?? null,
        sentAt: input.sentAt === undefined ? null : new Date(input.sentAt),
        deadline: input.deadline === undefined ? null : new Date(input.deadline),
        waiverReason: input.waiver?.reason ?? null,
        waiverNote: input.waiver?.note ?? null,
        createdBy: call.actor.memberId,
      });
      return commentRequestView(found(await this.requests.find(tx, id), 'comment_request', id));
    });
  }

  /** An outcome may be corrected: a late answer takes the place of silence. */
  settle(call: Call, id: string, command: OutcomeCommand): Promise<Written<CommentRequestView>> {
    return this.work.write(call, async (tx) => {
      const first = found(await this.requests.find(tx, id), 'comment_request', id);
      await this.desk.openForWrite(tx, call, first.articleId, 'updateCommentRequest');
      const row = found(await this.requests.find(tx, id), 'comment_request', id);
      requireVersion(call, row);
      const now = this.clock();
      const deadline = row.deadline?.toISOString() ?? null;
      const settled = recordOutcome({ waived: row.waiverReason !== null, deadline }, command, now.toISOString());
      if (!settled.ok) throw Refusal.of(settled);
      const { outcome, answer = null, passage = null } = command;
      if (!(await this.requests.change(tx, row, { outcome, answer, passage, outcomeAt: now }))) throw stale(row);
      return commentRequestView(found(await this.requests.find(tx, id), 'comment_request', id));
    });
  }
}

export function commentRequestView(row: CommentRequestRow): CommentRequestView {
  const { id, articleId, claimIds, addressee, channel, questions, outcome, answer, passage, createdBy, version } = row;
  return {
    id,
    articleId,
    claimIds,
    addressee,
    channel,
    questions,
    sentAt: row.sentAt?.toISOString() ?? null,
    deadline: row.deadline?.toISOString() ?? null,
    outcome,
    answer,
    passage,
    outcomeAt: row.outcomeAt?.toISOString() ?? null,
    waiver: row.waiverReason === null ? null : { reason: row.waiverReason, note: row.waiverNote },
    createdBy,
    createdAt: row.createdAt.toISOString(),
    version,
  };
}
