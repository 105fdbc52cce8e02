import {
  actor,
  assignment,
  claim,
  facts,
  policy,
  reviewer,
  service,
  standard,
  verdict,
} from '../../../../test/support/domain-facts.js';
import type { Claim, ClaimFacts } from '../claim/claim.types.js';
import type { Actor } from '../permission/role.js';
import { blindApplies, isInformed, viewForBlind } from './blindness.js';
import { giveVerdict, withdrawVerdict, type VerdictCommand } from './give-verdict.js';

/** What a client is told, word for word. */

const give = (command: object, known: Partial<ClaimFacts> = {}, by: Actor = reviewer, over: Partial<Claim> = {}) => {
  const whole = { rating: 'true', confidence: 'high', rationale: 'both say so', evidenceIds: [], ...command };
  const start = { verdicts: [], assignments: [assignment('sara')] };
  const outcome = giveVerdict(claim(over), whole as VerdictCommand, by, facts({ ...start, ...known }), standard);
  return outcome.ok ? 'given' : outcome.refusal;
};
const withdraw = (over: object, by: Actor = reviewer) => {
  const outcome = withdrawVerdict({ ...verdict('sara', 'true', []), ...over }, by);
  return outcome.ok ? 'withdrawn' : outcome.refusal;
};
const errors = (...list: object[]) => ({ code: 'invalid', facts: { errors: list } });

describe('a refused verdict says what is wrong', () => {
  it.each<[string, () => unknown, object]>([
    ['own text', () => give({}, { authorsOfWords: ['sara'] }), { code: 'own-text', facts: { memberId: 'sara' } }],
    ['no assignment', () => give({}, { assignments: [] }), { code: 'not-assigned', facts: { claimId: 'claim' } }],
    [
      'a dismissed claim',
      () => give({}, {}, reviewer, { disposition: 'dismissed' }),
      { code: 'not-in-state', facts: { kind: 'claim', state: 'dismissed', allowed: ['proposed', 'active'] } },
    ],
    [
      'a service account',
      () => give({}, {}, service),
      { code: 'person-required', facts: { operation: 'giveVerdict' } },
    ],
    [
      'a writer',
      () => give({}, {}, actor('writer', 'writer')),
      { code: 'role-forbidden', facts: { operation: 'giveVerdict', roles: ['editor', 'head', 'reviewer'] } },
    ],
    [
      'neither reasons nor a confidence',
      () => give({ rationale: ' ', confidence: 'total' }),
      errors(
        { pointer: '/rationale', code: 'required' },
        { pointer: '/confidence', code: 'unknown', detail: { allowed: ['low', 'medium', 'high'] } },
      ),
    ],
    [
      'evidence of another claim',
      () => give({ evidenceIds: ['item-1', 'elsewhere'] }),
      { code: 'evidence-foreign', facts: { evidenceIds: ['elsewhere'] } },
    ],
    [
      'withdrawn by a service account',
      () => withdraw({}, service),
      { code: 'person-required', facts: { operation: 'withdrawVerdict' } },
    ],
    [
      'withdrawn by another',
      () => withdraw({}, actor('omar', 'reviewer')),
      { code: 'relation-forbidden', facts: { operation: 'withdrawVerdict', reason: 'author-of-item' } },
    ],
    [
      'withdrawn before',
      () => withdraw({ withdrawn: true }),
      { code: 'already-in-state', facts: { kind: 'verdict', state: 'withdrawn' } },
    ],
    [
      'superseded before',
      () => withdraw({ supersededBy: 'later' }),
      { code: 'not-in-state', facts: { kind: 'verdict', state: 'superseded', allowed: ['standing'] } },
    ],
  ])('%s', (_, told, expected) => {
    expect(told()).toEqual(expected);
  });
});

describe('blindness', () => {
  it.each<['off' | 'tier-a' | 'all', string]>([
    ['off', '...'],
    ['tier-a', 'A..'],
    ['all', 'ABC'],
  ])('under the policy %s holds for the tiers %s', (blind, tiers) => {
    const held = (['A', 'B', 'C'] as const).map((tier) => (blindApplies({ tier }, policy({ blind })) ? tier : '.'));
    expect(held.join('')).toBe(tiers);
  });

  it('leaves to see what says nothing of others', () => {
    const shown = (name: 'anchor-confirmed' | 'queries-answered' | 'rationale' | 'contradiction') =>
      viewForBlind([{ name, status: 'unsatisfied', detail: 'why' }])[0]!.status;
    expect([shown('anchor-confirmed'), shown('queries-answered'), shown('rationale'), shown('contradiction')]).toEqual([
      'unsatisfied',
      'unsatisfied',
      'unsatisfied',
      'withheld',
    ]);
  });

  const before = '2026-03-08T09:00:00.000Z';
  const between = '2026-03-08T11:00:00.000Z';
  const after = '2026-03-08T13:00:00.000Z';
  const others = (createdAt: string) => [verdict('omar', 'true', [], { createdAt })];
  const held = (...times: string[]) => times.map((createdAt, at) => assignment('lina', { id: `a${at}`, createdAt }));

  it.each<[string, Actor, ReturnType<typeof held>, string, boolean]>([
    ['an editor assigned before there was anything to read', actor('lina', 'editor'), held(before), between, false],
    ['an editor assigned after', actor('lina', 'editor'), held(after), between, true],
    ['a head assigned after', actor('lina', 'head', 'reviewer'), held(after), between, true],
    ['assigned before and once more after', actor('lina', 'editor'), held(before, after), between, true],
    ['assigned after and, on another row, before', actor('lina', 'editor'), held(after, before), between, true],
    ['a reviewer assigned after', actor('lina', 'reviewer'), held(after), between, false],
    [
      'beside somebody else assigned after',
      actor('lina', 'editor'),
      [...held(before), assignment('omar', { createdAt: after })],
      between,
      false,
    ],
  ])('who judges knowing: %s', (_, by, assignments, given, expected) => {
    expect(isInformed(by, claim(), assignments, others(given), standard)).toBe(expected);
  });
});
