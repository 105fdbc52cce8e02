import type { Claim, ClaimFacts, VerdictFact } from '../claim/claim.types.js';
import type { Stance } from '../rating/rating.types.js';

/** Neither superseded nor withdrawn, and about the words the claim has now. */
export function isCurrent(verdict: VerdictFact, textHash: string): boolean {
  return verdict.supersededBy === null && !verdict.withdrawn && verdict.textHash === textHash;
}

/** Given about other words than the claim has now; words reverted make it current again. */
export function isOutdated(verdict: Pick<VerdictFact, 'textHash'>, textHash: string): boolean {
  return verdict.textHash !== textHash;
}

export function currentVerdicts(claim: Pick<Claim, 'textHash'>, facts: Pick<ClaimFacts, 'verdicts'>): VerdictFact[] {
  return facts.verdicts.filter((verdict) => isCurrent(verdict, claim.textHash));
}

/** Which evidence a verdict of a stance has to cite. */
const CITES = { supports: 'supports', disputes: 'refutes' } as const;

/**
 * The verdicts that count towards N, one per member: current, of the stance, citing at least one standing item of the
 * matching evidence stance, and in tier A given without having been able to read the others'.
 */
export function countedVerdicts(
  claim: Pick<Claim, 'textHash' | 'tier'>,
  facts: Pick<ClaimFacts, 'verdicts' | 'evidence'>,
  stance: Stance,
): VerdictFact[] {
  const members = new Set<string>();
  return currentVerdicts(claim, facts).filter((verdict) => {
    if (verdict.stance !== stance || members.has(verdict.reviewerId)) return false;
    if (claim.tier === 'A' && verdict.informed) return false;
    if (stance !== 'unproven' && !citesStanding(verdict, facts, CITES[stance])) return false;
    members.add(verdict.reviewerId);
    return true;
  });
}

function citesStanding(
  verdict: VerdictFact,
  facts: Pick<ClaimFacts, 'evidence'>,
  stance: 'supports' | 'refutes',
): boolean {
  return facts.evidence.some(
    (item) => verdict.evidenceIds.includes(item.id) && item.stance === stance && !item.withdrawn,
  );
}
