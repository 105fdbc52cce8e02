import type { OperationPlan } from './operation.plan.js';

/** Holds an answer to its operation's schema. For tests: a member nobody declared is a leak waiting to be found. */
export function answerCheck(plan: OperationPlan, status: number, body: unknown): void {
  const schema = plan.spec.answers[status];
  if (!schema) throw new Error(`operation ${plan.spec.id} does not declare status ${status}`);
  // as the client will read it: dates as text, absent members absent
  const sent: unknown = body === undefined ? undefined : JSON.parse(JSON.stringify(body));
  const result = schema.safeParse(sent);
  if (!result.success) throw new Error(`operation ${plan.spec.id} broke its contract: ${result.error.message}`);
}
