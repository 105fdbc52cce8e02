import { claim, facts, item, source, standard, verdict } from '../../../../test/support/domain-facts.js';
import type { Claim, ClaimFacts } from './claim.types.js';
import { disputeKind, type DisputeKind } from './dispute.kind.js';

const against = (id: string, sourceId: string) => item(id, sourceId, { stance: 'refutes' });
const register = source('register', { type: 'document' });
const primary = { evidence: [against('item-1', 'register')], sources: [register] };
const saraFalse = verdict('sara', 'false', ['item-1']);

describe('a disputed claim is called', () => {
  it.each<[DisputeKind, string, Partial<Claim>, Partial<ClaimFacts>, string | null]>([
    ['refuted', 'under a label that was published', {}, { verdicts: [] }, 'false'],
    [
      'refuted',
      'where one verdict on a primary item is all there is',
      { tier: 'B' },
      { ...primary, verdicts: [saraFalse] },
      null,
    ],
    ['conflicting', 'in tier A on one verdict', { tier: 'A' }, { ...primary, verdicts: [saraFalse] }, null],
    [
      'conflicting',
      'while somebody supports it',
      { tier: 'B' },
      { ...primary, verdicts: [saraFalse, verdict('lina', 'true', [])] },
      null,
    ],
    [
      'conflicting',
      'while something supports it',
      { tier: 'B' },
      { ...primary, evidence: [...primary.evidence, item('item-2', 'register')], verdicts: [saraFalse] },
      null,
    ],
    [
      'conflicting',
      'on a verdict that cites nothing',
      { tier: 'B' },
      { ...primary, verdicts: [verdict('sara', 'false', [])] },
      null,
    ],
  ])('%s %s', (kind, _, ofClaim, ofFacts, label) => {
    expect(disputeKind(claim({ state: 'disputed', ...ofClaim }), facts(ofFacts), standard, label)).toBe(kind);
  });
});
