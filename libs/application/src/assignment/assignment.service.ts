import { moveAssignment, Refusal, VERB_OF_STATUS } from '#domain';
import { AssignmentRepository, UnitOfWork, type PageRequest, type Written } from '#persistence';
import type { Call } from '../call/call.js';
import { found, requireVersion, stale } from '../call/precondition.js';
import type { ClaimDesk } from '../claim/claim.desk.js';
import type { Assigning, AssignmentInput } from './assigning.js';
import type { AssignmentView } from './assignment.view.js';
import type { ClockPauses } from './clock.pauses.js';

export type { AssignmentView } from './assignment.view.js';

export class AssignmentService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ClaimDesk,
    private readonly assignments: AssignmentRepository,
    private readonly assigning: Assigning,
    private readonly pauses: ClockPauses,
  ) {}

  ofClaim(call: Call, claimId: string): Promise<{ items: AssignmentView[] }> {
    return this.work.read(call.agent.newsroomId, async (tx) => {
      const { sees } = await this.desk.openForRead(tx, call, claimId, 'listAssignments');
      const rows = await this.assignments.ofClaim(tx, claimId);
      return { items: await this.pauses.views(tx, rows, (row) => sees || row.reviewerId === call.actor.memberId) };
    });
  }

  /** One's own queue, the newest first. */
  mine(call: Call, status: readonly string[] | undefined, page: PageRequest) {
    return this.work.read(call.agent.newsroomId, async (tx) => {
      const { items, next } = await this.assignments.list(tx, call.actor.memberId, status, page);
      return { items: await this.pauses.views(tx, items, () => true), next };
    });
  }

  /** Names a reviewer; the claim becomes active and, in someone else's article, selected. */
  give(call: Call, claimId: string, input: AssignmentInput): Promise<Written<AssignmentView>> {
    return this.work.write(call, async (tx) => {
      const opened = await this.desk.openForWrite(tx, call, claimId, 'createAssignment');
      const id = await this.assigning.give(tx, call, opened, input);
      return this.pauses.view(tx, found(await this.assignments.find(tx, id), 'assignment', id), true);
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
      return this.pauses.view(tx, found(await this.assignments.find(tx, id), 'assignment', id), true);
    });
  }
}
