import {
  answerComplaint,
  complaintDue,
  Refusal,
  type ComplaintAnswer,
  type ComplaintOutcome,
  type LegalBasis,
} from '#domain';
import {
  CorrectionRequestRepository,
  GateRepository,
  NewsroomRepository,
  UnitOfWork,
  type CorrectionRequestRow,
  type PageRequest,
  type Tx,
  type Written,
} from '#persistence';
import { newId, type Clock } from '#platform';
import { maySee, requireSight } from '../article/article.access.js';
import type { ArticleDesk } from '../article/article.desk.js';
import type { Call } from '../call/call.js';
import { found, requireVersion, stale } from '../call/precondition.js';
import { calendarOf } from '../newsroom/newsroom.calendar.js';

export interface CorrectionRequestInput {
  readonly requester: string;
  readonly contact?: string | null | undefined;
  readonly demand: string;
  readonly receivedAt?: string | undefined;
  readonly legalBasis?: LegalBasis | null | undefined;
  readonly articleId?: string | null | undefined;
  readonly claimId?: string | null | undefined;
  readonly url?: string | null | undefined;
}

export interface CorrectionRequestView {
  readonly id: string;
  readonly requester: string;
  readonly contact: string | null;
  readonly demand: string;
  readonly receivedAt: string;
  readonly legalBasis: LegalBasis | null;
  readonly articleId: string | null;
  readonly claimId: string | null;
  readonly url: string | null;
  readonly dueAt: string;
  readonly outcome: ComplaintOutcome | null;
  readonly note: string | null;
  readonly correctionId: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: string | null;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly version: number;
}

/** Complaints from outside: received, due, answered. */
export class CorrectionRequestService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ArticleDesk,
    private readonly gate: GateRepository,
    private readonly requests: CorrectionRequestRepository,
    private readonly newsrooms: NewsroomRepository,
    private readonly clock: Clock,
  ) {}

  list(call: Call, open: boolean | undefined, page: PageRequest) {
    return this.work.read(call.agent.newsroomId, async (tx) => {
      const { items, next } = await this.requests.list(tx, { open, memberId: call.actor.memberId }, page);
      return { items: items.map(requestView), next };
    });
  }

  create(call: Call, input: CorrectionRequestInput): Promise<Written<CorrectionRequestView>> {
    return this.work.write(call, async (tx) => {
      const articleId = await this.articleOf(tx, call, input);
      const receivedAt = input.receivedAt ?? this.clock().toISOString();
      const legalBasis = input.legalBasis ?? null;
      const { policy } = await this.newsrooms.current(tx);
      const id = newId();
      await this.requests.insert(tx, {
        id,
        articleId,
        claimId: input.claimId ?? null,
        receivedAt: new Date(receivedAt),
        requester: input.requester,
        contact: input.contact ?? null,
        publishedAtUrl: input.url ?? null,
        demand: input.demand,
        legalBasis,
        dueAt: new Date(complaintDue(receivedAt, legalBasis, calendarOf(policy))),
        createdBy: call.actor.memberId,
      });
      return requestView(found(await this.requests.find(tx, id), 'correction_request', id));
    });
  }

  answer(call: Call, id: string, answer: ComplaintAnswer): Promise<Written<CorrectionRequestView>> {
    return this.work.write(call, async (tx) => {
      const row = found(await this.requests.find(tx, id), 'correction_request', id);
      if (row.articleId) {
        const article = await this.desk.articles.find(tx, row.articleId);
        requireSight(call.actor, found(article, 'correction_request', id));
      }
      requireVersion(call, row);
      const answered = answerComplaint(answer);
      if (!answered.ok) throw Refusal.of(answered);
      if (answer.correctionId) await this.requireCorrection(tx, row, answer.correctionId);
      const columns = {
        outcome: answer.outcome,
        outcomeNote: answer.note ?? null,
        correctionId: answer.correctionId ?? null,
        answeredBy: call.actor.memberId,
        answeredAt: this.clock(),
      };
      if (!(await this.requests.change(tx, row, columns))) throw stale(row);
      return requestView(found(await this.requests.find(tx, id), 'correction_request', id));
    });
  }

  /** The article named, or that of the claim named; a claim of another article than the one named is a mistake. */
  private async articleOf(tx: Tx, call: Call, input: CorrectionRequestInput): Promise<string | null> {
    const claim = input.claimId ? await this.desk.claims.find(tx, input.claimId) : null;
    const errors = [];
    if (input.claimId && (!claim || (input.articleId && claim.articleId !== input.articleId)))
      errors.push({ pointer: '/claimId', code: 'unknown-id', detail: { id: input.claimId } });
    const articleId = input.articleId ?? claim?.articleId ?? null;
    const article = articleId && (await this.desk.articles.find(tx, articleId));
    if (articleId && !(article && maySee(call.actor, article)))
      errors.push(
        input.articleId
          ? { pointer: '/articleId', code: 'unknown-id', detail: { id: articleId } }
          : { pointer: '/claimId', code: 'unknown-id', detail: { id: input.claimId } },
      );
    if (errors.length > 0) throw new Refusal('invalid', { errors });
    return articleId;
  }

  private async requireCorrection(tx: Tx, { articleId }: CorrectionRequestRow, id: string): Promise<void> {
    const known = articleId ? await this.gate.correctionsOf(tx, articleId) : [];
    if (known.some((correction) => correction.id === id)) return;
    throw new Refusal('invalid', { errors: [{ pointer: '/correctionId', code: 'unknown-id', detail: { id } }] });
  }
}

function requestView(row: CorrectionRequestRow): CorrectionRequestView {
  return {
    id: row.id,
    requester: row.requester,
    contact: row.contact,
    demand: row.demand,
    receivedAt: row.receivedAt.toISOString(),
    legalBasis: row.legalBasis,
    articleId: row.articleId,
    claimId: row.claimId,
    url: row.publishedAtUrl,
    dueAt: row.dueAt.toISOString(),
    outcome: row.outcome,
    note: row.outcomeNote,
    correctionId: row.correctionId,
    answeredBy: row.answeredBy,
    answeredAt: row.answeredAt?.toISOString() ?? null,
    createdBy: row.createdBy,
    createdAt: row.createdAt.toISOString(),
    version: row.version,
  };
}
