import {
  attentionOf,
  byUrgency,
  hasRole,
  isOverdue,
  urgencyKey,
  type AttentionItem,
  type AttentionReason,
  type FallBackCause,
} from '#domain';
import {
  AttentionRepository,
  UnitOfWork,
  type FallBackRow,
  type PageRequest,
  type WaitingQueryRow,
} from '#persistence';
import type { Clock } from '#platform';
import type { Call } from '../call/call.js';
import { pausedBy, type Paused } from '../assignment/assignment.view.js';
import type { ClockPauses } from '../assignment/clock.pauses.js';
import type { ClaimCase, ClaimDesk } from '../claim/claim.desk.js';

export interface AttentionView extends Omit<AttentionItem, 'pausedSince'> {
  readonly articleId: string;
  readonly articleTitle: string;
  readonly quote: string;
  readonly tier: ClaimCase['row']['tier'];
  readonly overdue: boolean;
  readonly paused: Paused | null;
}

export interface AttentionFilter {
  readonly reason?: readonly AttentionReason[] | undefined;
  readonly articleId?: string | undefined;
  readonly overdue?: boolean | undefined;
}

export interface AttentionPage {
  readonly items: AttentionView[];
  readonly next: readonly [string, string] | null;
  /** Of all that waits under this filter. */
  readonly total: number;
  readonly counts: Readonly<Partial<Record<AttentionReason, number>>>;
}

/** What waits for the caller, computed from the facts of this moment; nothing is ticked off by hand. */
export class AttentionService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ClaimDesk,
    private readonly attention: AttentionRepository,
    private readonly pauses: ClockPauses,
    private readonly clock: Clock,
  ) {}

  /** The most urgent first: by due date, then by how long it has waited. */
  mine(call: Call, filter: AttentionFilter, page: PageRequest): Promise<AttentionPage> {
    return this.work.read(call.agent.newsroomId, async (tx) => {
      const { actor } = call;
      const decides = actor.kind === 'person' && hasRole(actor, 'editor', 'head');
      const now = this.clock();
      const ids = await this.attention.candidates(tx, actor.memberId, decides, now, filter.articleId);
      const cases = await this.desk.casesOf(tx, call, ids);
      const fallBacks = new Map((await this.attention.fallBacks(tx, ids)).map((row) => [row.claimId, row]));
      const rechecks = await this.attention.rechecks(tx, ids, now);
      const queries = grouped(await this.attention.waitingQueries(tx, ids));
      const pauses = await this.pauses.running(tx, ids);
      const views = cases
        .flatMap((one) => {
          const { id } = one.row;
          return viewsOf(call, one, {
            fallBack: fallBacks.get(id) ?? null,
            recheckSince: rechecks.get(id) ?? null,
            queries: queries.get(id) ?? [],
            pausedSince: pauses.get(id) ?? null,
          });
        })
        .filter(({ reason, overdue }) => (filter.reason?.includes(reason) ?? true) && (!filter.overdue || overdue))
        .sort(byUrgency);
      return paged(views, page);
    });
  }
}

/** What waits on a claim besides its facts. */
interface Waits {
  readonly fallBack: FallBackRow | null;
  readonly recheckSince: string | null;
  readonly queries: readonly WaitingQueryRow[];
  readonly pausedSince: string | null;
}

function viewsOf(
  { actor }: Call,
  { claim, facts, policy, row, article }: ClaimCase,
  { fallBack, recheckSince, queries, pausedSince }: Waits,
): AttentionView[] {
  const articleDueAt = (row.dueAt ?? article.dueAt)?.toISOString() ?? null;
  const items = attentionOf(
    {
      claim,
      facts,
      articleDueAt,
      changedAt: row.updatedAt.toISOString(),
      recheckSince,
      pausedSince,
      fallBack: fallBack && { ...fallBack, cause: fallBack.cause as FallBackCause },
      queries: queries.map(({ id, askedById, answered, since }) => ({
        id,
        askedById,
        status: answered ? 'answered' : 'open',
        since,
        dueAt: articleDueAt,
      })),
    },
    actor,
    policy,
  );
  return items.map(({ pausedSince: since = null, ...item }) => ({
    ...item,
    articleId: article.id,
    articleTitle: article.title,
    quote: row.quote,
    tier: row.tier,
    overdue: isOverdue({ dueAt: item.dueAt, ...(since !== null && { pausedSince: since }) }, facts.now),
    paused: pausedBy(since),
  }));
}

function paged(views: AttentionView[], { limit, after }: PageRequest): AttentionPage {
  const counts: Partial<Record<AttentionReason, number>> = {};
  for (const { reason } of views) counts[reason] = (counts[reason] ?? 0) + 1;
  const rest = after ? views.filter((view) => urgencyKey(view) > after[0]) : views;
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  const next = rest.length > limit && last ? ([urgencyKey(last), last.subject.id] as const) : null;
  return { items, next, total: views.length, counts };
}

function grouped(rows: readonly WaitingQueryRow[]): Map<string, WaitingQueryRow[]> {
  const groups = new Map<string, WaitingQueryRow[]>();
  for (const row of rows) groups.set(row.claimId, [...(groups.get(row.claimId) ?? []), row]);
  return groups;
}
