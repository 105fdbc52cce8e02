import {
  assign,
  defaultDue,
  expiryOf,
  onAssignment,
  Refusal,
  type AssignCandidate,
  type AssignmentStatus,
  type NewsroomPolicy,
} from '#domain';
import { AssignmentRepository, MemberRepository, type MemberRow, type Tx } from '#persistence';
import { newId, type Clock } from '#platform';
import type { Call } from '../call/call.js';
import { stale } from '../call/precondition.js';
import type { ClaimCase, ClaimDesk } from '../claim/claim.desk.js';
import { calendarOf } from '../newsroom/newsroom.calendar.js';

export interface AssignmentInput {
  readonly reviewerId: string;
  readonly dueAt?: string | null | undefined;
}

/** Names a reviewer inside a transaction that holds the claim's lock; every way of assigning goes through here. */
export class Assigning {
  constructor(
    private readonly desk: ClaimDesk,
    private readonly assignments: AssignmentRepository,
    private readonly members: MemberRepository,
    private readonly clock: Clock,
  ) {}

  /** The claim becomes active and, in someone else's article, selected. Answers the assignment's id. @throws Refusal */
  async give(tx: Tx, call: Call, opened: ClaimCase, input: AssignmentInput): Promise<string> {
    const member = await this.requireMember(tx, input.reviewerId);
    const reviewer: AssignCandidate = { id: member.id, active: member.active, kind: member.kind, roles: member.roles };
    const assigned = assign(opened.claim, reviewer, call.actor, opened.facts, opened.policy);
    if (!assigned.ok) throw Refusal.of(assigned);
    const id = newId();
    const dueAt = this.dueAt(opened, input.dueAt);
    await this.assignments.insert(tx, opened.article.id, {
      id,
      claimId: opened.row.id,
      reviewerId: member.id,
      status: 'assigned',
      dueAt,
      reason: null,
      assignedBy: call.actor.memberId,
    });
    await this.takeUp(tx, opened);
    await this.planExpiry(tx, id, { status: 'assigned', dueAt }, opened.policy);
    return id;
  }

  /** @throws Refusal invalid */
  async requireMember(tx: Tx, id: string): Promise<MemberRow> {
    const member = await this.members.find(tx, id);
    if (member) return member;
    throw new Refusal('invalid', { errors: [{ pointer: '/reviewerId', code: 'unknown-id', detail: { id } }] });
  }

  /** Has the worker look again when the newsroom's patience ends. */
  async planExpiry(
    tx: Tx,
    id: string,
    { status, dueAt }: { status: AssignmentStatus; dueAt: Date | null },
    policy: Pick<NewsroomPolicy, 'assignmentTimeoutHours'>,
  ): Promise<void> {
    const since = this.clock().toISOString();
    const at = expiryOf({ status, since, dueAt: dueAt?.toISOString() ?? null }, policy);
    if (at !== null) await this.assignments.planExpiry(tx, id, new Date(at));
  }

  private dueAt({ claim, policy }: ClaimCase, given: string | null | undefined): Date {
    return new Date(given ?? defaultDue(claim, this.clock().toISOString(), policy, calendarOf(policy)));
  }

  private async takeUp(tx: Tx, { row, article }: ClaimCase): Promise<void> {
    const { disposition, selected } = onAssignment(article.kind);
    if (row.disposition === disposition && row.selected === (selected || row.selected)) return;
    const columns = { disposition, selected: selected || row.selected };
    if (!(await this.desk.claims.change(tx, row, columns, 'claim.taken-up'))) throw stale(row);
  }
}
