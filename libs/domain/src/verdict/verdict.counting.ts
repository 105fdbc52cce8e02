import type { Claim, ClaimFacts, VerdictFact } from '../claim/claim.types.js';
import type { Stance } from '../rating/rating.types.js';

type Judged = Pick<Claim, 'textHash' | 'verifies'>;

/** Neither superseded nor withdrawn, and about what the claim says and asks for now. */
export function isCurrent(
  verdict: Pick<VerdictFact, 'textHash' | 'verifies' | 'supersededBy' | 'withdrawn'>,
  claim: Judged,
): boolean {
  return verdict.supersededBy === null && !verdict.withdrawn && !isOutdated(verdict, claim);
}

/** Given about other words, or about another question, than the claim has now; reverted, it is current again. */
export function isOutdated(verdict: Pick<VerdictFact, 'textHash' | 'verifies'>, claim: Judged): boolean {
  return verdict.textHash !== claim.textHash || (verdict.verifies ?? claim.verifies) !== claim.verifies;
}

export function currentVerdicts(claim: Judged, facts: Pick<ClaimFacts, 'verdicts'>): VerdictFact[] {
  return facts.verdicts.filter((verdict) => isCurrent(verdict, claim));
}

/** Which evidence a verdict of a stance has to cite. */
const CITES = { supports: 'supports', disputes: 'refutes' } as const;

/**
 * The verdicts that count towards N, one per member: current, of the stance, citing at least one standing item of the
 * matching evidence stance, and in tier A given without having been able to read the others'.
 */
export function countedVerdicts(
  claim: Judged & Pick<Claim, 'tier'>,
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
