import { answerQuery, askQuery, queryStatus, Refusal, resolveQuery, type OperationId, type QueryStatus } from '#domain';
import { DiscussionRepository, UnitOfWork, type PageRequest, type QueryRow, type Tx, type Written } from '#persistence';
import { newId, type Clock } from '#platform';
import type { Call } from '../call/call.js';
import { found, stale } from '../call/precondition.js';
import type { ClockPauses } from '../assignment/clock.pauses.js';
import type { ClaimCase, ClaimDesk } from '../claim/claim.desk.js';

export interface QueryView {
  readonly id: string;
  readonly claimId: string;
  readonly articleId: string;
  readonly text: string;
  readonly status: QueryStatus;
  readonly askedBy: string;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: string | null;
  readonly resolvedBy: string | null;
  readonly resolvedAt: string | null;
  /** Why it was closed, where that is not its answer. */
  readonly resolution: string | null;
  readonly createdAt: string;
  readonly version: number;
}

export function statusOf(row: Pick<QueryRow, 'answeredAt' | 'resolvedAt'>): QueryStatus {
  return queryStatus({ answered: row.answeredAt !== null, resolved: row.resolvedAt !== null });
}

/** Null while the author is waited for. */
function waitedUntilOf({ waitedUntil, answeredAt, resolvedAt }: QueryRow): Date | null {
  return waitedUntil ?? answeredAt ?? resolvedAt;
}

function queryView(row: QueryRow, articleId: string): QueryView {
  const { id, claimId, text, askedBy, answer, answeredBy, resolvedBy, resolution, version } = row;
  return {
    id,
    claimId,
    articleId,
    text,
    status: statusOf(row),
    askedBy,
    answer,
    answeredBy,
    answeredAt: row.answeredAt?.toISOString() ?? null,
    resolvedBy,
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
    resolution,
    createdAt: row.createdAt.toISOString(),
    version,
  };
}

/** Questions to the writer. They are about the text, not about anybody's judgement: whoever sees the article sees them. */
export class QueryService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ClaimDesk,
    private readonly discussions: DiscussionRepository,
    private readonly pauses: ClockPauses,
    private readonly clock: Clock,
  ) {}

  /** In the order in which they were asked. */
  list(call: Call, claimId: string, page: PageRequest) {
    return this.work.read(call.agent.newsroomId, async (tx) => {
      const { row } = await this.desk.openForRead(tx, call, claimId, 'listQueries');
      const { items, next } = await this.discussions.queriesOf(tx, claimId, page);
      return { items: items.map((one) => queryView(one, row.articleId)), next };
    });
  }

  /** The claim cannot be verified until the query is resolved. */
  ask(call: Call, claimId: string, text: string): Promise<Written<QueryView>> {
    return this.work.write(call, async (tx) => {
      const opened = await this.desk.openForWrite(tx, call, claimId, 'askQuery');
      const asked = askQuery(opened.claim);
      if (!asked.ok) throw Refusal.of(asked);
      const id = newId();
      await this.discussions.insertQuery(tx, opened.article.id, { id, claimId, text, askedBy: call.actor.memberId });
      return this.shown(tx, opened, id);
    });
  }

  answer(call: Call, id: string, answer: string): Promise<Written<QueryView>> {
    return this.work.write(call, async (tx) => {
      const { opened, row } = await this.opened(tx, call, id, 'answerQuery');
      const moved = answerQuery(statusOf(row));
      if (!moved.ok) throw Refusal.of(moved);
      const answeredAt = this.clock();
      const waitedUntil = waitedUntilOf(row) ?? answeredAt;
      const columns = { answer, answeredBy: call.actor.memberId, answeredAt, waitedUntil };
      if (!(await this.discussions.changeQuery(tx, opened.article.id, row, columns, 'query.answered')))
        throw stale(row);
      if (waitedUntilOf(row) === null) await this.pauses.goOn(tx, opened);
      return this.shown(tx, opened, id);
    });
  }

  resolve(call: Call, id: string, note: string | null): Promise<Written<QueryView>> {
    return this.work.write(call, async (tx) => {
      const { opened, row } = await this.opened(tx, call, id, 'resolveQuery');
      const moved = resolveQuery(statusOf(row), note);
      if (!moved.ok) throw Refusal.of(moved);
      const resolvedAt = this.clock();
      const waitedUntil = waitedUntilOf(row) ?? resolvedAt;
      const columns = { resolvedBy: call.actor.memberId, resolvedAt, resolution: note, waitedUntil };
      if (!(await this.discussions.changeQuery(tx, opened.article.id, row, columns, 'query.resolved')))
        throw stale(row);
      if (waitedUntilOf(row) === null) await this.pauses.goOn(tx, opened);
      return this.shown(tx, opened, id);
    });
  }

  /** The query again under its claim's lock. */
  private async opened(tx: Tx, call: Call, id: string, operation: OperationId) {
    const { claimId, askedBy } = found(await this.discussions.findQuery(tx, id), 'query', id);
    const also = askedBy === call.actor.memberId ? (['asker'] as const) : [];
    const opened = await this.desk.openForWrite(tx, call, claimId, operation, also);
    return { opened, row: found(await this.discussions.findQuery(tx, id), 'query', id) };
  }

  private async shown(tx: Tx, { article }: ClaimCase, id: string): Promise<QueryView> {
    return queryView(found(await this.discussions.findQuery(tx, id), 'query', id), article.id);
  }
}
