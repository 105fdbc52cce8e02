import type { NewsroomPolicy } from '../policy/policy.types.js';
import { currentVerdicts } from '../verdict/verdict.counting.js';
import type { Claim, ClaimFacts } from './claim.types.js';
import { requirementsFor } from './requirements.js';

export type DisputeKind = 'refuted' | 'conflicting';

/**
 * How a disputed claim is called in public. A label that was published settles it: it asked for the quorum of `label-quorum`. Without one
 * the same is asked of what stands: refuted where nobody and nothing supports the claim and the refuting side has its verdicts and
 * origins. Whatever is less is only a flag, which one verdict can raise, and "its contrary is established" would say too much.
 */
export function disputeKind(
  claim: Claim,
  facts: ClaimFacts,
  policy: NewsroomPolicy,
  label: string | null,
): DisputeKind {
  if (label !== null) return 'refuted';
  const isSupported =
    currentVerdicts(claim, facts).some(({ stance }) => stance === 'supports') ||
    facts.evidence.some(({ stance, withdrawn }) => stance === 'supports' && !withdrawn);
  if (isSupported) return 'conflicting';
  const asIfLabelled = requirementsFor('disputed', claim, facts, policy, { deciderId: null, label: 'any' });
  const quorum = asIfLabelled.find(({ name }) => name === 'label-quorum');
  return quorum?.status === 'satisfied' ? 'refuted' : 'conflicting';
}
