import { assign, moveAssignment, onAssignment, Refusal, VERB_OF_STATUS, type AssignCandidate } from '#domain';
import {
  AssignmentRepository,
  MemberRepository,
  UnitOfWork,
  type AssignmentRow,
  type PageRequest,
  type Tx,
  type Written,
} from '#persistence';
import { newId, type Clock } from '#platform';
import type { Call } from '../call/call.js';
import { found, requireVersion, stale } from '../call/precondition.js';
import type { ClaimCase, ClaimDesk } from '../claim/claim.desk.js';

export interface AssignmentView {
  readonly id: string;
  readonly claimId: string;
  readonly reviewerId: string;
  /** Null while the reader must not learn how far others are. */
  readonly status: AssignmentRow['status'] | null;
  readonly dueAt: string | null;
  readonly reason: string | null;
  readonly assignedBy: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly version: number;
}

function assignmentView(row: AssignmentRow, shown: boolean): AssignmentView {
  const { id, claimId, reviewerId, status, dueAt, reason, assignedBy, createdAt, updatedAt, version } = row;
  return {
    id,
    claimId,
    reviewerId,
    status: shown ? status : null,
    dueAt: dueAt?.toISOString() ?? null,
    reason: shown ? reason : null,
    assignedBy,
    createdAt: createdAt.toISOString(),
    // The moment of a change and its count would tell that a verdict came in.
    updatedAt: (shown ? updatedAt : createdAt).toISOString(),
    version: shown ? version : 1,
  };
}

export class AssignmentService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ClaimDesk,
    private readonly assignments: AssignmentRepository,
    private readonly members: MemberRepository,
    private readonly clock: Clock,
  ) {}

  ofClaim(call: Call, claimId: string): Promise<{ items: AssignmentView[] }> {
    return this.work.read(call.agent.newsroomId, async (tx) => {
      const { sees } = await this.desk.openForRead(tx, call, claimId, 'listAssignments');
      const rows = await this.assignments.ofClaim(tx, claimId);
      return { items: rows.map((row) => assignmentView(row, sees || row.reviewerId === call.actor.memberId)) };
    });
  }

  /** One's own queue, the newest first. */
  mine(call: Call, status: readonly string[] | undefined, page: PageRequest) {
    return this.work.read(call.agent.newsroomId, async (tx) => {
      const { items, next } = await this.assignments.list(tx, call.actor.memberId, status, page);
      return { items: items.map((row) => assignmentView(row, true)), next };
    });
  }

  /** Names a reviewer; the claim becomes active and, in someone else's article, selected. */
  give(
    call: Call,
    claimId: string,
    input: { reviewerId: string; dueAt?: string | null | undefined },
  ): Promise<Written<AssignmentView>> {
    return this.work.write(call, async (tx) => {
      const opened = await this.desk.openForWrite(tx, call, claimId, 'createAssignment');
      const member = await this.members.find(tx, input.reviewerId);
      if (!member)
        throw new Refusal('invalid', {
          errors: [{ pointer: '/reviewerId', code: 'unknown-id', detail: { id: input.reviewerId } }],
        });
      const reviewer: AssignCandidate = {
        id: member.id,
        active: member.active,
        kind: member.kind,
        roles: member.roles,
      };
      const assigned = assign(opened.claim, reviewer, call.actor, opened.facts, opened.policy);
      if (!assigned.ok) throw Refusal.of(assigned);
      const id = newId();
      await this.assignments.insert(tx, opened.article.id, {
        id,
        claimId,
        reviewerId: member.id,
        status: 'assigned',
        dueAt: this.dueAt(opened, input.dueAt),
        reason: null,
        assignedBy: call.actor.memberId,
      });
      await this.takeUp(tx, opened);
      return assignmentView(found(await this.assignments.find(tx, id), 'assignment', id), true);
    });
  }

  /** Start, decline or cancel. */
  update(
    call: Call,
    id: string,
    input: { status: keyof typeof VERB_OF_STATUS; reason?: string | null | undefined },
  ): Promise<Written<AssignmentView>> {
    return this.work.write(call, async (tx) => {
      const first = found(await this.assignments.find(tx, id), 'assignment', id);
      const opened = await this.desk.openForWrite(tx, call, first.claimId, 'updateAssignment');
      const row = found(await this.assignments.find(tx, id), 'assignment', id);
      requireVersion(call, row);
      const moved = moveAssignment(row, VERB_OF_STATUS[input.status], call.actor, input.reason ?? null);
      if (!moved.ok) throw Refusal.of(moved);
      const columns = { status: moved.status, reason: moved.reason };
      if (!(await this.assignments.change(tx, opened.article.id, row, columns))) throw stale(row);
      return assignmentView(found(await this.assignments.find(tx, id), 'assignment', id), true);
    });
  }

  private dueAt({ claim, policy }: ClaimCase, given: string | null | undefined): Date {
    return given ? new Date(given) : new Date(this.clock().getTime() + policy.dueHours[claim.tier] * 3_600_000);
  }

  private async takeUp(tx: Tx, { row, article }: ClaimCase): Promise<void> {
    const { disposition, selected } = onAssignment(article.kind);
    if (row.disposition === disposition && row.selected === (selected || row.selected)) return;
    const columns = { disposition, selected: selected || row.selected };
    if (!(await this.desk.claims.change(tx, row, columns, 'claim.taken-up'))) throw stale(row);
  }
}
