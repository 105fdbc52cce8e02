import type { NewsroomPolicy } from '../policy/policy.types.js';
import type { Claim, ClaimFacts, Closure, VerdictFact } from './claim.types.js';

/** What a decision would add to the facts; in a preview everything but the target is absent. */
export interface DecisionDraft {
  readonly deciderId: string | null;
  readonly rationale?: string | null;
  readonly label?: string | null;
  readonly closure?: Closure | null;
  readonly adjudicated?: readonly string[];
}

/** Everything the requirements of one decision are judged from. */
export interface Bench {
  readonly claim: Claim;
  readonly facts: ClaimFacts;
  readonly policy: NewsroomPolicy;
  readonly draft: DecisionDraft;
  readonly counted: readonly VerdictFact[];
}
