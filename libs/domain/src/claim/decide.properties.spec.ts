import fc from 'fast-check';
import { actor, assignment, claim, facts, item, verdict, WORDS } from '../../../../test/support/domain-facts.js';
import type { EvidenceItem, SourceNode } from '../independence/source.types.js';
import type { Role } from '../permission/role.js';
import { POLICY_PRESETS } from '../policy/policy.presets.js';
import { seesOthersVerdicts, viewForBlind } from '../verdict/blindness.js';
import { giveVerdict } from '../verdict/give-verdict.js';
import { actionsFor } from './actions.js';
import { CLAIM_STATES, type ClaimFacts, type VerdictFact } from './claim.types.js';
import { decide, type DecisionCommand } from './decide.js';
import { fallBackOf } from './fall-back.js';
import { REQUIREMENT_NAMES } from './requirement.types.js';
import { requirementsFor } from './requirements.js';

/** Few names, so that everything collides with everything. */
const people = ['ada', 'bea', 'cem', 'dan'];
const items = ['i1', 'i2', 'i3', 'i4'];
const sources = ['s1', 's2', 's3', 'our-paper'];

const person = fc.constantFrom(...people);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

const anySource = (id: string): fc.Arbitrary<SourceNode> =>
  fc.record({
    id: fc.constant(id),
    type: fc.constantFrom<SourceNode['type']>('outlet', 'outlet', 'agency', 'anonymous', 'document', 'government'),
    ownerId: maybe(fc.constantFrom(...sources)),
    derivesFromId: fc.constantFrom(null, null, null, ...sources),
    vouchedById: maybe(fc.constantFrom(...sources)),
  });
const anyItem = (id: string): fc.Arbitrary<EvidenceItem> =>
  fc
    .record({
      sourceId: fc.constantFrom(...sources),
      stance: fc.constantFrom<EvidenceItem['stance']>('supports', 'supports', 'refutes', 'context'),
      locator: fc.constantFrom('page 3', 'page 3', null),
      primary: fc.boolean(),
      withdrawn: fc.constantFrom(true, false, false, false),
      derivesFrom: maybe(
        fc.record({ evidenceId: fc.constantFrom(...items, 'elsewhere'), how: fc.constant('copied' as const) }),
      ),
    })
    .map((over) => item(id, over.sourceId, over));
const anyVerdict: fc.Arbitrary<VerdictFact> = fc
  .record({
    id: fc.uuid(),
    by: person,
    rating: fc.constantFrom('true', 'true', 'true', 'true', 'mostly-true', 'false', 'unproven'),
    evidenceIds: fc.subarray(items, { minLength: 2 }),
    textHash: fc.constantFrom(WORDS, WORDS, 'older words'),
    informed: fc.boolean(),
    withdrawn: fc.constantFrom(true, false, false),
    adjudicated: fc.boolean(),
  })
  .map(({ by, rating, evidenceIds, ...over }) => verdict(by, rating, evidenceIds, over));
const anyFacts: fc.Arbitrary<ClaimFacts> = fc
  .record({
    authorsOfWords: fc.subarray(people, { maxLength: 1 }),
    verdicts: fc.array(anyVerdict, { maxLength: 6 }),
    evidence: fc.tuple(...items.map(anyItem)),
    sources: fc.tuple(...sources.map(anySource)),
    partyIds: fc.subarray(sources),
    assignments: fc.array(
      fc.tuple(person, fc.constantFrom('assigned' as const, 'submitted' as const, 'outdated' as const)),
      { maxLength: 4 },
    ),
    openQueries: fc.constantFrom(0, 0, 0, 1),
    activePeople: fc.integer({ min: 1, max: 6 }),
  })
  .map((over) => facts({ ...over, assignments: over.assignments.map(([id, status]) => assignment(id, { status })) }));
const anyClaim = fc
  .record({
    state: fc.constantFrom(...CLAIM_STATES),
    tier: fc.constantFrom('A' as const, 'B' as const, 'C' as const),
    verifies: fc.constantFrom('attribution' as const, 'substance' as const),
    disposition: fc.constantFrom('active' as const, 'active' as const, 'dismissed' as const),
  })
  .map(claim);
const anyRoles = fc.subarray<Role>(['editor', 'head', 'reviewer', 'writer'], { minLength: 1 });
const anyPolicy = fc.constantFrom(...Object.values(POLICY_PRESETS));
const anyCommand: fc.Arbitrary<DecisionCommand> = fc.record({
  to: fc.constantFrom('verified' as const, 'verified' as const, ...CLAIM_STATES),
  rationale: fc.constantFrom('because', 'because', 'because', '', null),
  rating: fc.constantFrom(null, null, null, 'true', 'true', 'false', 'unproven', 'no-such'),
  closure: fc.constantFrom(
    null,
    null,
    null,
    null,
    null,
    { kind: 'as-attributed', recheckAt: '2026-05-01T00:00:00Z' } as const,
    { kind: 'unproven', searchLog: [] } as const,
  ),
  overrides: fc.array(
    fc.record({
      requirement: fc.constantFrom(...REQUIREMENT_NAMES),
      reason: fc.constantFrom('because', 'because', 'because', 'because', ''),
    }),
    { maxLength: 3 },
  ),
});

const current = (known: ClaimFacts, asked: { textHash: string }, stance: string) =>
  known.verdicts.filter(
    (one) => one.stance === stance && !one.withdrawn && one.supersededBy === null && one.textHash === asked.textHash,
  );

describe('whatever is known and whoever decides', () => {
  it('a decision is an answer, never an exception, and moves nothing it should not', () => {
    let moved = 0;
    fc.assert(
      fc.property(
        anyClaim,
        anyCommand,
        person,
        anyRoles,
        anyFacts,
        anyPolicy,
        (asked, command, by, roles, known, policy) => {
          const outcome = decide(asked, command, actor(by, ...roles), known, policy);
          if (!outcome.ok) return;
          moved += 1;
          expect(roles.includes('editor') || roles.includes('head')).toBe(true);
          expect(asked.disposition).not.toBe('dismissed');
          if (command.to !== 'verified') expect((command.rationale ?? '') !== '').toBe(true);
          if (command.to !== 'needs-source') expect(known.authorsOfWords).not.toContain(by);
          const lifted = outcome.overrides.map(({ requirement }) => requirement);
          expect(lifted.filter((name) => !policy.overridable.includes(name))).toEqual([]);
          if (command.to === 'disputed') {
            expect(current(known, asked, 'disputes').some((one) => one.reviewerId !== by)).toBe(true);
          }
          if (command.to !== 'verified') return;
          expect(current(known, asked, 'disputes').filter((one) => !one.adjudicated)).toEqual([]);
          expect(known.openQueries === 0 || lifted.includes('queries-answered')).toBe(true);
          const supporters = new Set(
            current(known, asked, 'supports')
              .filter((one) => asked.tier !== 'A' || !one.informed)
              .map((one) => one.reviewerId),
          );
          const n = policy.verdictsNeeded[asked.tier];
          expect(supporters.size >= n || lifted.includes('supporting-verdicts')).toBe(true);
          const standing = known.evidence.filter(
            (one) => one.stance === 'supports' && !one.withdrawn && one.locator !== null,
          );
          const settling = known.sources.some(({ type }) => type === 'document' || type === 'government');
          const needed = asked.tier === 'A' && !settling ? 2 : 1;
          expect(standing.length >= needed || lifted.includes('independent-sources')).toBe(true);
        },
      ),
      { numRuns: 8000 },
    );
    expect(moved).toBeGreaterThan(50);
  });

  it('a fall-back leaves nothing standing that could not be decided again, and a quiet event moves nothing', () => {
    fc.assert(
      fc.property(anyClaim, anyFacts, anyPolicy, (asked, known, policy) => {
        const fallen = fallBackOf(asked, known, { kind: 'verdict-withdrawn', verdictId: 'any' }, policy);
        if (fallen !== null) expect(fallen.broken.length).toBeGreaterThan(0);
        expect(fallBackOf(asked, known, { kind: 'page-changed', evidenceId: 'i1' }, policy)).toBeNull();
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a blind member', () => {
  it('is shown the same requirements and actions, however others judged', () => {
    let blind = 0;
    fc.assert(
      fc.property(
        anyClaim,
        person,
        anyRoles,
        anyFacts,
        fc.array(anyVerdict, { maxLength: 6 }),
        anyPolicy,
        (asked, by, roles, known, otherwise, policy) => {
          const me = actor(by, ...roles);
          const mine = known.verdicts.filter(({ reviewerId }) => reviewerId === by);
          const theirs = otherwise.filter(({ reviewerId }) => reviewerId !== by);
          const elsewhere = { ...known, verdicts: [...mine, ...theirs] };
          if (seesOthersVerdicts(me, asked, known.assignments, known.verdicts, policy)) return;
          blind += 1;
          const seen = (facts_: ClaimFacts) => [
            actionsFor(asked, me, facts_, policy),
            ...CLAIM_STATES.map((to) => viewForBlind(requirementsFor(to, asked, facts_, policy))),
          ];
          expect(seen(elsewhere)).toEqual(seen(known));
        },
      ),
      { numRuns: 2000 },
    );
    // about a hundred of 2 000; enough to have met every way of being blind
    expect(blind).toBeGreaterThan(50);
  });

  it('never gives an informed verdict on words nobody else has judged', () => {
    fc.assert(
      fc.property(anyClaim, person, anyRoles, anyFacts, anyPolicy, (asked, by, roles, known, policy) => {
        const alone = {
          ...known,
          verdicts: known.verdicts.filter(({ reviewerId }) => reviewerId === by),
          authorsOfWords: [],
        };
        const command = { rating: 'true', confidence: 'low', rationale: 'because', evidenceIds: [] } as const;
        const outcome = giveVerdict(asked, command, actor(by, ...roles), alone, policy);
        if (outcome.ok) expect(outcome.informed).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});
