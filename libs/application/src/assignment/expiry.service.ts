import { expiryOf, hasExpired, moveAssignment, pausedSince, Refusal } from '#domain';
import {
  AssignmentRepository,
  DiscussionRepository,
  NewsroomRepository,
  UnitOfWork,
  type JobContext,
} from '#persistence';
import { newId, type Clock } from '#platform';
import { stale } from '../call/precondition.js';
import type { ClaimDesk } from '../claim/claim.desk.js';

/** Ends assignments that outlived the newsroom's patience; the worker calls it when one may have. */
export class ExpiryService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ClaimDesk,
    private readonly assignments: AssignmentRepository,
    private readonly discussions: DiscussionRepository,
    private readonly newsrooms: NewsroomRepository,
    private readonly clock: Clock,
  ) {}

  /** The queue's entry. @throws TypeError for a payload that names no assignment */
  readonly handle = async (payload: unknown, _context?: JobContext): Promise<void> => {
    const { newsroomId, assignmentId } = (payload ?? {}) as { newsroomId?: unknown; assignmentId?: unknown };
    if (typeof newsroomId !== 'string' || typeof assignmentId !== 'string')
      throw new TypeError('an expiry job names its newsroom and its assignment');
    await this.expire(newsroomId, assignmentId);
  };

  /** Judged by the policy of this moment, under the claim's lock; what has not expired yet is looked at again when it will. */
  async expire(newsroomId: string, assignmentId: string): Promise<void> {
    const agent = {
      newsroomId,
      memberId: null,
      actorKind: 'system',
      via: 'job',
      credentialId: null,
      requestId: newId(),
    } as const;
    await this.work.write({ agent }, async (tx) => {
      const first = await this.assignments.find(tx, assignmentId);
      const claim = first && (await this.desk.claims.lock(tx, first.claimId));
      const row = claim && (await this.assignments.find(tx, assignmentId));
      if (!row) return;
      // Looked at again when the author no longer keeps everybody waiting.
      if (pausedSince(await this.discussions.waiting(tx, [row.claimId])) !== null) return;
      const { policy } = await this.newsrooms.current(tx);
      const ageing = {
        status: row.status,
        since: row.updatedAt.toISOString(),
        dueAt: row.dueAt?.toISOString() ?? null,
      };
      if (!hasExpired(ageing, this.clock().toISOString(), policy)) {
        const at = expiryOf(ageing, policy);
        if (at !== null) await this.assignments.planExpiry(tx, row.id, new Date(at));
        return;
      }
      const moved = moveAssignment(row, 'expire', 'system');
      if (!moved.ok) throw Refusal.of(moved);
      const columns = { status: moved.status, reason: 'timeout' };
      if (!(await this.assignments.change(tx, claim.articleId, row, columns))) throw stale(row);
    });
  }
}
