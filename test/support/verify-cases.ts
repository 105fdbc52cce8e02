import { decide, type DecisionCommand } from '../../libs/domain/src/claim/decide.js';
import type { Claim, ClaimFacts } from '../../libs/domain/src/claim/claim.types.js';
import type { Actor } from '../../libs/domain/src/permission/role.js';
import type { NewsroomPolicy } from '../../libs/domain/src/policy/policy.types.js';
import { claim, editor, facts, standard } from './domain-facts.js';

/** A move to verified, told by what is not as in the ordinary one. */
export interface VerifyCase {
  claim?: Partial<Claim>;
  command?: Partial<DecisionCommand>;
  by?: Actor;
  facts?: Partial<ClaimFacts>;
  policy?: NewsroomPolicy;
}

export const verify = (one: VerifyCase = {}) =>
  decide(
    claim(one.claim),
    { to: 'verified', ...one.command },
    one.by ?? editor,
    facts(one.facts),
    one.policy ?? standard,
  );

/** What stands in the way: the unmet requirements with their detail, or the code of another refusal, or nothing. */
export function obstacles(one: VerifyCase): string[] {
  const outcome = verify(one);
  if (outcome.ok) return [];
  const { code, facts: why } = outcome.refusal;
  if (code !== 'requirements-unmet') return [code];
  return why.requirements
    .filter(({ status }) => status === 'unsatisfied')
    .map(({ name, detail }) => `${name}: ${detail}`);
}
