import { mentionsIn, Refusal, type FieldError } from '#domain';
import {
  DiscussionRepository,
  MemberRepository,
  UnitOfWork,
  type ArticleRow,
  type CommentRow,
  type PageRequest,
  type Tx,
  type Written,
} from '#persistence';
import { newId } from '#platform';
import { maySee } from '../article/article.access.js';
import type { Call } from '../call/call.js';
import { found } from '../call/precondition.js';
import type { ClaimDesk } from '../claim/claim.desk.js';

export interface CommentView {
  readonly id: string;
  readonly claimId: string;
  readonly text: string;
  /** Ids of the members it mentions. */
  readonly mentions: readonly string[];
  readonly authorId: string;
  readonly createdAt: string;
}

export interface CommentInput {
  readonly text: string;
  /** Members mentioned besides those the text names. */
  readonly mentions?: readonly string[] | undefined;
}

function commentView({ id, claimId, text, mentions, authorId, createdAt }: CommentRow): CommentView {
  return { id, claimId, text, mentions, authorId, createdAt: createdAt.toISOString() };
}

/** What the desk says about a claim. A comment tells how its author judges: whoever must still judge reads his own only. */
export class CommentService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ClaimDesk,
    private readonly discussions: DiscussionRepository,
    private readonly members: MemberRepository,
  ) {}

  /** In the order in which they were made. */
  list(call: Call, claimId: string, page: PageRequest) {
    return this.work.read(call.agent.newsroomId, async (tx) => {
      const { sees } = await this.desk.openForRead(tx, call, claimId, 'listComments');
      const by = sees ? undefined : call.actor.memberId;
      const { items, next } = await this.discussions.commentsOf(tx, claimId, by, page);
      return { items: items.map(commentView), next };
    });
  }

  make(call: Call, claimId: string, input: CommentInput): Promise<Written<CommentView>> {
    return this.work.write(call, async (tx) => {
      const { article } = await this.desk.openForWrite(tx, call, claimId, 'createComment');
      const id = newId();
      await this.discussions.insertComment(tx, article.id, {
        id,
        claimId,
        text: input.text,
        mentions: await this.mentioned(tx, article, input),
        authorId: call.actor.memberId,
      });
      return commentView(found(await this.discussions.findComment(tx, id), 'comment', id));
    });
  }

  /** Only who may see the article can be told of what is said about it. */
  private async mentioned(tx: Tx, article: ArticleRow, { text, mentions = [] }: CommentInput): Promise<string[]> {
    const present = (await this.members.active(tx)).filter(({ id: memberId }) => maySee({ memberId }, article));
    const known = new Set(present.map(({ id }) => id));
    const errors: FieldError[] = mentions.flatMap((id, index) =>
      known.has(id) ? [] : [{ pointer: `/mentions/${index}`, code: 'unknown-id', detail: { id } }],
    );
    const named = mentionsIn(text, present);
    const told = new Set(mentions);
    const open = named.ambiguous.filter((name) => !present.some((one) => one.name === name && told.has(one.id)));
    errors.push(...open.map((name) => ({ pointer: '/text', code: 'mention-ambiguous', detail: { name } })));
    if (errors.length > 0) throw new Refusal('invalid', { errors });
    return [...new Set([...named.memberIds, ...mentions])];
  }
}
