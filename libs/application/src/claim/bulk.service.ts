import {
  decideInBulk,
  mayByRole,
  mayByScope,
  Refusal,
  type ClaimState,
  type DismissalReason,
  type OperationId,
  type Tier,
} from '#domain';
import { UnitOfWork, type Tx, type Written } from '#persistence';
import type { Assigning } from '../assignment/assigning.js';
import type { Call } from '../call/call.js';
import type { DecisionService } from '../decision/decision.service.js';
import type { ClaimCase, ClaimDesk } from './claim.desk.js';
import type { ClaimService } from './claim.service.js';

export type BulkCommand =
  | { readonly action: 'accept' }
  | { readonly action: 'dismiss'; readonly reason: DismissalReason; readonly note?: string | undefined }
  | { readonly action: 'tier'; readonly tier: Tier; readonly reason?: string | undefined }
  | { readonly action: 'assign'; readonly reviewerId: string; readonly dueAt?: string | null | undefined }
  | {
      readonly action: 'decide';
      readonly to: ClaimState;
      readonly rationale?: string | undefined;
      readonly rating?: string | undefined;
    };

/** A claim left as it was, with the refusal it would have got alone. */
export interface SkippedClaim {
  readonly claimId: string;
  readonly refusal: Refusal;
}

export interface BulkOutcome<S> {
  readonly done: readonly string[];
  readonly skipped: readonly S[];
}

/** The operation each action is, one claim at a time: its right is asked for too. */
const OPERATION_OF = {
  accept: 'acceptClaim',
  dismiss: 'dismissClaim',
  tier: 'updateClaim',
  assign: 'createAssignment',
  decide: 'decideClaim',
} as const satisfies Record<BulkCommand['action'], OperationId>;

/** One thing done to many claims in one transaction; what the rules refuse is left alone and said. */
export class BulkService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ClaimDesk,
    private readonly claims: ClaimService,
    private readonly assigning: Assigning,
    private readonly decisions: DecisionService,
  ) {}

  /** `told`: how a skipped claim is shown; it is kept under the request's key like the rest of the answer. */
  run<S>(
    call: Call,
    claimIds: readonly string[],
    command: BulkCommand,
    told: (skipped: SkippedClaim) => S,
  ): Promise<Written<BulkOutcome<S>>> {
    const operation = OPERATION_OF[command.action];
    for (const permitted of [mayByRole(operation, call.actor), mayByScope(operation, call.actor)])
      if (!permitted.ok) throw Refusal.of(permitted);
    return this.work.write(call, async (tx) => {
      await this.requireSeen(tx, call, claimIds);
      if (command.action === 'assign') await this.assigning.requireMember(tx, command.reviewerId);
      const done = new Set<string>();
      const refused = new Map<string, Refusal>();
      // Locks are taken in one order by everybody.
      for (const id of [...new Set(claimIds)].sort()) {
        const opened = await this.desk.openForWrite(tx, call, id, operation);
        try {
          await this.apply(tx, call, opened, command);
          done.add(id);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          refused.set(id, error);
        }
      }
      return {
        done: [...new Set(claimIds)].filter((id) => done.has(id)),
        skipped: [...new Set(claimIds)].flatMap((id) =>
          refused.has(id) ? [told({ claimId: id, refusal: refused.get(id)! })] : [],
        ),
      };
    });
  }

  /** Each refuses before it writes, so that a refusal leaves nothing behind in the transaction of the others. */
  private async apply(tx: Tx, call: Call, opened: ClaimCase, command: BulkCommand): Promise<void> {
    switch (command.action) {
      case 'accept':
        return this.claims.moveUnder(tx, opened, 'accept', {});
      case 'dismiss':
        return this.claims.moveUnder(tx, opened, 'dismiss', command);
      case 'tier':
        return this.claims.updateUnder(tx, opened, { tier: command.tier, reason: command.reason });
      case 'assign':
        return void (await this.assigning.give(tx, call, opened, command));
      case 'decide': {
        const allowed = decideInBulk(opened.claim);
        if (!allowed.ok) throw Refusal.of(allowed);
        const { to, rationale, rating } = command;
        return void (await this.decisions.decideUnder(tx, call, opened, {
          to,
          ...(rationale === undefined ? {} : { rationale }),
          ...(rating === undefined ? {} : { rating }),
        }));
      }
    }
  }

  /** Claims that do not exist, or not for the caller, are mistakes of the request, all told at once. */
  private async requireSeen(tx: Tx, call: Call, claimIds: readonly string[]): Promise<void> {
    const errors = [];
    for (const [index, id] of claimIds.entries()) {
      try {
        await this.desk.openForRead(tx, call, id, 'getClaim');
      } catch (error) {
        if (!(error instanceof Refusal) || error.code !== 'not-found') throw error;
        errors.push({ pointer: `/claimIds/${index}`, code: 'unknown-id', detail: { id } });
      }
    }
    if (errors.length > 0) throw new Refusal('invalid', { errors });
  }
}
