import {
  balance,
  handOver,
  isDecided,
  moveAssignment,
  OPEN_ASSIGNMENT_STATUSES,
  Refusal,
  type NewsroomPolicy,
  JUDGING_STATUSES,
  type SkipReason,
} from '#domain';
import {
  AssignmentRepository,
  MemberRepository,
  UnitOfWork,
  type ArticleRow,
  type AssignmentRow,
  type MemberRow,
  type Tx,
  type Written,
} from '#persistence';
import type { Clock } from '#platform';
import { maySee } from '../article/article.access.js';
import type { ArticleDesk } from '../article/article.desk.js';
import type { Call } from '../call/call.js';
import { found, stale } from '../call/precondition.js';
import type { SkippedClaim } from '../claim/bulk.service.js';
import type { ClaimCase, ClaimDesk } from '../claim/claim.desk.js';
import type { Assigning } from './assigning.js';
import type { AssignmentView } from './assignment.view.js';
import type { ClockPauses } from './clock.pauses.js';

export interface BalancedView {
  readonly assigned: readonly AssignmentView[];
  /** Claims that got fewer fact-checkers than wanted, why, and how many are missing. */
  readonly skipped: readonly { readonly claimId: string; readonly why: SkipReason; readonly missing: number }[];
}

export interface HandedOverView<S> {
  readonly done: readonly { readonly claimId: string; readonly assignment: AssignmentView }[];
  readonly skipped: readonly S[];
}

/** Who checks what: balanced over an article, or passed on at the end of a shift. */
export class RotaService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly articleDesk: ArticleDesk,
    private readonly desk: ClaimDesk,
    private readonly assignments: AssignmentRepository,
    private readonly members: MemberRepository,
    private readonly assigning: Assigning,
    private readonly pauses: ClockPauses,
    private readonly clock: Clock,
  ) {}

  /** Fact-checkers for every claim of the article's gate that nobody has decided on, the gravest first. */
  balance(
    call: Call,
    articleId: string,
    input: { reviewersPerClaim?: number | undefined; dueAt?: string | null | undefined },
  ): Promise<Written<BalancedView>> {
    return this.work.write(call, async (tx) => {
      const article = await this.articleDesk.openForWrite(tx, call, articleId, 'balanceAssignments');
      const rows = await this.desk.claims.lockOfArticle(tx, articleId);
      const cases = await this.desk.casesOf(
        tx,
        call,
        rows.filter((row) => waits(row, article)).map(({ id }) => id),
      );
      const ordered = [...cases].sort((a, b) => (a.row.tier < b.row.tier ? -1 : a.row.tier > b.row.tier ? 1 : 0));
      const { reviewers, openLimit } = await this.bench(tx, cases[0]?.policy);
      const plan = balance(
        ordered.map((one) => wantOf(one, input.reviewersPerClaim)),
        reviewers,
        this.clock().toISOString(),
        openLimit,
      );
      const ids: string[] = [];
      for (const { claimId, reviewerId } of plan.assigned) {
        const opened = await this.desk.reopened(
          tx,
          call,
          cases.find(({ row }) => row.id === claimId)!,
        );
        ids.push(await this.assigning.give(tx, call, opened, { reviewerId, dueAt: input.dueAt }));
      }
      return { assigned: await this.pauses.given(tx, ids), skipped: plan.skipped };
    });
  }

  /** All that is still open with one member goes to another, or why it does not. */
  handOver<S>(
    call: Call,
    input: { fromId: string; toId: string; articleId?: string | undefined; note: string },
    told: (skipped: SkippedClaim) => S,
  ): Promise<Written<HandedOverView<S>>> {
    return this.work.write(call, async (tx) => {
      await this.requireMembers(tx, input);
      if (input.articleId !== undefined) await this.requireArticle(tx, call, input.articleId);
      const allowed = handOver(call.actor, input.fromId, input.toId);
      if (!allowed.ok) throw Refusal.of(allowed);
      const done: { claimId: string; id: string }[] = [];
      const skipped: S[] = [];
      for (const { id, claimId } of await this.openOf(tx, input.fromId)) {
        const opened = await this.visible(tx, call, claimId, input.articleId);
        if (!opened) continue;
        const row = found(await this.assignments.find(tx, id), 'assignment', id);
        if (!OPEN_ASSIGNMENT_STATUSES.includes(row.status)) continue;
        try {
          done.push({ claimId, id: await this.passOn(tx, call, opened, row, { ...input, verb: allowed.verb }) });
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          skipped.push(told({ claimId, refusal: error }));
        }
      }
      const views = await this.pauses.given(
        tx,
        done.map(({ id }) => id),
      );
      return { done: done.map(({ claimId }, index) => ({ claimId, assignment: views[index]! })), skipped };
    });
  }

  /** The new one is given first: where it is refused, the old one stays. */
  private async passOn(
    tx: Tx,
    call: Call,
    opened: ClaimCase,
    row: AssignmentRow,
    { toId, note, verb }: { toId: string; note: string; verb: 'cancel' | 'decline' },
  ): Promise<string> {
    const moved = moveAssignment(row, verb, call.actor, note);
    if (!moved.ok) throw Refusal.of(moved);
    const dueAt = row.dueAt?.toISOString() ?? null;
    // Whoever may not name others may pass on what is his.
    const id = await this.assigning.give(tx, asEditor(call), opened, { reviewerId: toId, dueAt });
    const columns = { status: moved.status, reason: moved.reason };
    if (!(await this.assignments.change(tx, opened.article.id, row, columns))) throw stale(row);
    return id;
  }

  private async visible(tx: Tx, call: Call, claimId: string, articleId: string | undefined): Promise<ClaimCase | null> {
    const row = await this.desk.claims.find(tx, claimId);
    if (!row || (articleId !== undefined && row.articleId !== articleId)) return null;
    try {
      return await this.desk.openForWrite(tx, call, claimId, 'listAssignments');
    } catch (error) {
      if (error instanceof Refusal && error.code === 'not-found') return null;
      throw error;
    }
  }

  private async openOf(tx: Tx, memberId: string): Promise<AssignmentRow[]> {
    const rows = await this.assignments.openOf(tx, memberId);
    // Locks are taken in one order by everybody.
    return rows.sort((a, b) => (a.claimId < b.claimId ? -1 : 1));
  }

  private async requireMembers(tx: Tx, { fromId, toId }: { fromId: string; toId: string }): Promise<void> {
    const known = await this.members.names(tx, [fromId, toId]);
    const errors = Object.entries({ fromId, toId }).flatMap(([name, id]) =>
      known.has(id) ? [] : [{ pointer: `/${name}`, code: 'unknown-id', detail: { id } }],
    );
    if (errors.length > 0) throw new Refusal('invalid', { errors });
  }

  private async requireArticle(tx: Tx, call: Call, id: string): Promise<void> {
    const row = await this.articleDesk.articles.find(tx, id);
    if (row && maySee(call.actor, row)) return;
    throw new Refusal('invalid', { errors: [{ pointer: '/articleId', code: 'unknown-id', detail: { id } }] });
  }

  private async bench(tx: Tx, policy: NewsroomPolicy | undefined) {
    const people = (await this.members.active(tx)).filter(isFactChecker);
    const loads = new Map((await this.assignments.loads(tx)).map((load) => [load.reviewerId, load]));
    const reviewers = people.map(({ id, languages, deskIds }) => ({
      id,
      languages,
      deskIds,
      openAssignments: loads.get(id)?.open ?? 0,
      lastAssignedAt: loads.get(id)?.lastAssignedAt?.toISOString() ?? null,
    }));
    return { reviewers, openLimit: policy?.openAssignmentsLimit };
  }
}

const isFactChecker = ({ kind, roles }: MemberRow) => kind === 'person' && roles.includes('reviewer');

const asEditor = (call: Call): Call => ({ ...call, actor: { ...call.actor, roles: [...call.actor.roles, 'editor'] } });

function waits(row: ClaimCase['row'], { kind }: ArticleRow): boolean {
  return row.disposition === 'active' && (kind === 'draft' || row.selected) && !isDecided(row);
}

function wantOf({ row, article, facts, policy }: ClaimCase, wanted: number | undefined) {
  return {
    id: row.id,
    language: article.language,
    deskId: article.deskId,
    reviewersWanted: wanted ?? policy.reviewersPerClaim[row.tier],
    reviewersNow: facts.assignments.filter(({ status }) => JUDGING_STATUSES.includes(status)).length,
    authorsOfWords: facts.authorsOfWords,
    everAssignedIds: facts.assignments.flatMap(({ reviewerId }) => reviewerId ?? []),
  };
}
