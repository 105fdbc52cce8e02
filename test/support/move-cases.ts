import { decide, type DecisionCommand } from '../../libs/domain/src/claim/decide.js';
import type { Claim, ClaimFacts } from '../../libs/domain/src/claim/claim.types.js';
import type { Actor } from '../../libs/domain/src/permission/role.js';
import type { NewsroomPolicy } from '../../libs/domain/src/policy/policy.types.js';
import { claim, editor, facts, standard } from './domain-facts.js';

/** A move of a claim, told by what is not as in the ordinary one. */
export interface MoveCase {
  claim?: Partial<Claim>;
  command?: Partial<DecisionCommand>;
  by?: Actor;
  facts?: Partial<ClaimFacts>;
  policy?: NewsroomPolicy;
}

type Outcome = ReturnType<typeof decide>;

export const move = (to: DecisionCommand['to'], one: MoveCase): Outcome =>
  decide(claim(one.claim), { to, ...one.command }, one.by ?? editor, facts(one.facts), one.policy ?? standard);

export const verify = (one: MoveCase = {}): Outcome => move('verified', one);

/** What stood in the way: the unmet requirements with their detail, or the code of another refusal, or nothing. */
export function obstacles(outcome: Outcome): string[] {
  if (outcome.ok) return [];
  const { code, facts: why } = outcome.refusal;
  if (code !== 'requirements-unmet') return [code];
  return why.requirements
    .filter(({ status }) => status === 'unsatisfied')
    .map(({ name, detail }) => `${name}: ${detail}`);
}
