import {
  actor,
  assignment,
  claim,
  editor,
  facts,
  head,
  item,
  policy,
  reviewer,
  service,
  smallDesk,
  source,
  standard,
  verdict,
} from '../../../../test/support/domain-facts.js';
import type { Actor } from '../permission/role.js';
import type { Claim, ClaimFacts } from './claim.types.js';
import { decide, type DecisionCommand } from './decide.js';
import { exceptionsOf, type RequirementName } from './requirement.types.js';
import { openDisputes, requirementsFor } from './requirements.js';

/** What a client is told, word for word: screens and other programs are built on it. */

const run = (
  command: Partial<DecisionCommand>,
  known: Partial<ClaimFacts> = {},
  over: Partial<Claim> = {},
  by: Actor = editor,
  rules = standard,
) => decide(claim(over), { to: 'verified', ...command }, by, facts(known), rules);
const refusal = (outcome: ReturnType<typeof run>) => (outcome.ok ? 'allowed' : outcome.refusal);
const unmet = (outcome: ReturnType<typeof run>) => {
  if (outcome.ok || outcome.refusal.code !== 'requirements-unmet') throw new Error('the requirements were not judged');
  return outcome.refusal.facts.requirements;
};
const dismissed = { kind: 'claim', state: 'dismissed', allowed: ['proposed', 'active'] };
const search = (when: string) => ({ where: 'archive', when, query: 'bridge' });
const LABELS = [
  'true',
  'mostly-true',
  'partly-true',
  'false',
  'misleading',
  'missing-context',
  'altered',
  'unproven',
  'satire',
];

describe('a refused decision says what is wrong and where', () => {
  it.each<[string, () => ReturnType<typeof run>, object]>([
    [
      'a service account',
      () => run({}, {}, {}, service),
      { code: 'person-required', facts: { operation: 'decideClaim' } },
    ],
    [
      'a reviewer',
      () => run({}, {}, {}, reviewer),
      { code: 'role-forbidden', facts: { operation: 'decideClaim', roles: ['editor', 'head'] } },
    ],
    ['a dismissed claim', () => run({}, {}, { disposition: 'dismissed' }), { code: 'not-in-state', facts: dismissed }],
    [
      'a claim that is there already',
      () => run({}, {}, { state: 'verified' }),
      { code: 'already-in-state', facts: { kind: 'claim', state: 'verified' } },
    ],
    [
      'an adjudication of nothing open',
      () => run({ adjudication: [{ verdictId: 'verdict-of-sara', rationale: 'seen' }] }),
      { code: 'adjudication-foreign', facts: { verdictIds: ['verdict-of-sara'] } },
    ],
    ['an unknown label', () => run({ rating: 'perhaps' }), { code: 'unknown-rating', facts: { allowed: LABELS } }],
    [
      'a label of the other side',
      () => run({ rating: 'false' }),
      { code: 'rating-unfit', facts: { to: 'verified', stance: 'disputes' } },
    ],
    [
      'labels that differ',
      () => run({}, { verdicts: [verdict('sara', 'true', ['item-1']), verdict('omar', 'mostly-true', ['item-2'])] }),
      { code: 'rating-required', facts: { ratings: ['true', 'mostly-true'] } },
    ],
    [
      'a label of the other side among the verdicts',
      () => run({}, { verdicts: [verdict('sara', 'true', ['item-1']), verdict('omar', 'unproven', [])] }),
      { code: 'rating-required', facts: { ratings: ['true', 'unproven'] } },
    ],
  ])('%s', (_, outcome, expected) => {
    expect(refusal(outcome())).toEqual(expected);
  });

  it.each<[string, Partial<DecisionCommand>, { pointer: string; code: string }[]]>([
    [
      'a closure of what is no longer open',
      { closure: { kind: 'unproven', searchLog: [] } },
      [{ pointer: '/closure', code: 'only-for-needs-source' }],
    ],
    [
      'an adjudication while disputing',
      { to: 'disputed', adjudication: [{ verdictId: 'v', rationale: 'seen' }] },
      [{ pointer: '/adjudication', code: 'not-when-disputing' }],
    ],
    [
      'exceptions without a reason',
      {
        overrides: [
          { requirement: 'queries-answered', reason: 'late' },
          { requirement: 'anchor-confirmed', reason: ' \t' },
        ],
      },
      [{ pointer: '/overrides/1/reason', code: 'required' }],
    ],
    [
      'an adjudication without a rationale',
      { adjudication: [{ verdictId: 'v', rationale: ' ' }] },
      [{ pointer: '/adjudication/0/rationale', code: 'required' }],
    ],
    [
      'a date that is none',
      { to: 'needs-source', closure: { kind: 'as-attributed', recheckAt: 'soon' } },
      [{ pointer: '/closure/recheckAt', code: 'not-a-time' }],
    ],
    [
      'a search without a time, and one at no time',
      {
        to: 'needs-source',
        closure: { kind: 'unproven', searchLog: [search(' '), search('2026-03-01'), search('once')] },
      },
      [{ pointer: '/closure/searchLog/2/when', code: 'not-a-time' }],
    ],
  ])('%s', (_, command, errors) => {
    expect(refusal(run(command))).toEqual({ code: 'invalid', facts: { errors } });
  });
});

describe('a decider who must still judge for himself', () => {
  const assigned = { assignments: [assignment('editor'), assignment('sara', { status: 'submitted' })] };
  const differing = {
    ...assigned,
    verdicts: [verdict('sara', 'true', ['item-1']), verdict('omar', 'mostly-true', ['item-2'])],
  };

  it('is not told that the others differ, only that something is missing', () => {
    const outcome = run({ rationale: 'because' }, { ...differing, anchor: { status: 'changed', confirmed: false } });
    expect(refusal(outcome)).toMatchObject({ code: 'requirements-unmet', facts: { to: 'verified' } });
    expect(unmet(outcome).map(({ name, status }) => `${name} ${status}`)).toEqual([
      'not-own-text withheld',
      'separate-decider withheld',
      'supporting-verdicts withheld',
      'independent-sources withheld',
      'no-open-dispute withheld',
      'anchor-confirmed unsatisfied',
      'queries-answered satisfied',
    ]);
  });

  it('is told whether his own reasons are there', () => {
    const disputing = { ...assigned, verdicts: [verdict('sara', 'false', []), verdict('omar', 'misleading', [])] };
    const stated = (rationale?: string) => {
      const told = unmet(run({ to: 'disputed', ...(rationale && { rationale }) }, disputing));
      return told.find(({ name }) => name === 'rationale')!.status;
    };
    expect([stated(), stated('the minutes say otherwise')]).toEqual(['unsatisfied', 'satisfied']);
  });

  it('is told of a label that does not exist, as that says nothing of others', () => {
    expect(refusal(run({ rating: 'perhaps' }, differing))).toMatchObject({ code: 'unknown-rating' });
  });

  it('and one who has judged is told which labels there are', () => {
    const own = { ...differing, assignments: [] };
    expect(refusal(run({}, own))).toMatchObject({ code: 'rating-required' });
  });
});

describe('what a decision stores', () => {
  const closed = { kind: 'as-attributed', recheckAt: '2026-04-01T00:00:00.000Z' } as const;
  const named = {
    anonymous: false,
    stance: 'neutral',
    links: [{ role: 'speaker', type: 'person', name: 'the minister' }],
  } as const;

  it('nothing that was not given', () => {
    expect(run({})).toMatchObject({ ok: true, overrides: [], adjudication: [], closure: null, label: 'true' });
  });

  it('only the exceptions that were needed', () => {
    const overrides = [
      { requirement: 'queries-answered', reason: 'the writer is away' },
      { requirement: 'anchor-confirmed', reason: 'seen' },
    ] as const;
    expect(run({ overrides }, { openQueries: 1 })).toMatchObject({ ok: true, overrides: [overrides[0]] });
  });

  it('back to needing a source, it counts nobody and cites nothing', () => {
    const unproven = { verdicts: [verdict('sara', 'unproven', ['item-1'])] };
    const back = run({ to: 'needs-source', rationale: 'new doubts' }, unproven, { state: 'verified' });
    expect(back).toMatchObject({
      ok: true,
      countedVerdictIds: [],
      countedEvidenceIds: [],
      originKeys: [],
      label: null,
    });
    const closing = run(
      { to: 'needs-source', rationale: 'it must run', closure: closed },
      { ...unproven, frame: named },
    );
    expect(closing).toMatchObject({ ok: true, countedVerdictIds: ['verdict-of-sara'], countedEvidenceIds: [] });
  });

  it('a flag without any verdict of that side publishes no label', () => {
    const refuting = item('item-3', 'gazette', { stance: 'refutes' });
    const known = { verdicts: [verdict('sara', 'true', ['item-1']), verdict('omar', 'false', ['item-3'])] };
    const flagged = run(
      { to: 'disputed', rationale: 'both cannot be' },
      { ...known, evidence: [item('item-1', 'daily'), refuting], sources: [source('daily'), source('gazette')] },
    );
    expect(flagged).toMatchObject({ ok: true, label: null });
  });
});

/** One row of a preview or of a draft. */
const told = (
  name: RequirementName,
  to: Claim['state'],
  known: Partial<ClaimFacts> = {},
  draft: Parameters<typeof requirementsFor>[4] = { deciderId: 'editor' },
  over: Partial<Claim> = {},
  rules = standard,
) => requirementsFor(to, claim(over), facts(known), rules, draft).find((each) => each.name === name);

const linked = (anonymous: boolean, ...links: { role: 'speaker' | 'outlet'; type: string }[]) => ({
  anonymous,
  stance: 'neutral' as const,
  links: links.map((link) => ({ ...link, name: 'someone' })),
});
const person = { role: 'speaker', type: 'person' } as const;
const unnamed = { role: 'speaker', type: 'anonymous' } as const;
const outlet = { role: 'outlet', type: 'outlet' } as const;
const attributed = { kind: 'as-attributed', recheckAt: '2026-04-01T00:00:00.000Z' } as const;

describe('a requirement tells what it found', () => {
  it.each<[RequirementName, () => ReturnType<typeof told>, object]>([
    [
      'not-own-text',
      () => told('not-own-text', 'verified'),
      { status: 'satisfied', detail: 'nobody-judges-own-text', facts: { memberIds: [] } },
    ],
    [
      'not-own-text',
      () => told('not-own-text', 'verified', { authorsOfWords: ['sara', 'omar'] }),
      { status: 'unsatisfied', detail: 'reviewer-is-author', facts: { memberIds: ['sara'] } },
    ],
    [
      'not-own-text',
      () => told('not-own-text', 'verified', { authorsOfWords: ['editor', 'sara'] }),
      { status: 'unsatisfied', detail: 'decider-is-author', facts: { memberIds: ['editor'] } },
    ],
    [
      'separate-decider',
      () => told('separate-decider', 'verified'),
      { status: 'satisfied', detail: 'decider-gave-no-counted-verdict' },
    ],
    [
      'separate-decider',
      () => told('separate-decider', 'verified', { activePeople: 3 }, { deciderId: 'sara' }, {}, smallDesk),
      {
        status: 'overridden',
        detail: 'small-desk-decider',
        facts: { activePeople: 3 },
        exception: { kind: 'small-desk', reason: null },
      },
    ],
    [
      'supporting-verdicts',
      () => told('supporting-verdicts', 'verified'),
      { status: 'satisfied', detail: 'enough-verdicts', have: 1, need: 1 },
    ],
    [
      'independent-sources',
      () =>
        told('independent-sources', 'verified', { evidence: [item('item-1', 'daily'), item('item-2', 'our-paper')] }),
      {
        status: 'unsatisfied',
        detail: 'too-few-origins',
        have: 1,
        need: 2,
        facts: { primary: false, origins: ['source:daily'], excluded: ['item-2:own-outlet'] },
      },
    ],
    [
      'independent-sources',
      () => told('independent-sources', 'verified'),
      { status: 'satisfied', detail: 'enough-origins', have: 2, need: 2 },
    ],
    [
      'independent-sources',
      () =>
        told('independent-sources', 'verified', {
          evidence: [item('item-1', 'minutes', { primary: true })],
          sources: [source('minutes', { type: 'document' })],
        }),
      { status: 'satisfied', detail: 'primary-item', facts: { primary: true } },
    ],
    [
      'no-open-dispute',
      () => told('no-open-dispute', 'verified'),
      { status: 'satisfied', detail: 'no-open-dispute', have: 0, need: 0, facts: { verdictIds: [] } },
    ],
    [
      'no-open-dispute',
      () => told('no-open-dispute', 'verified', { verdicts: [verdict('omar', 'false', [])] }),
      { status: 'unsatisfied', detail: 'dispute-open', have: 1, facts: { verdictIds: ['verdict-of-omar'] } },
    ],
    [
      'anchor-confirmed',
      () => told('anchor-confirmed', 'verified'),
      { status: 'satisfied', detail: 'anchored', facts: { status: 'exact', confirmed: false } },
    ],
    [
      'anchor-confirmed',
      () => told('anchor-confirmed', 'verified', { anchor: { status: 'suggested', confirmed: false } }),
      { status: 'unsatisfied', detail: 'anchor-waits', facts: { status: 'suggested', confirmed: false } },
    ],
    [
      'queries-answered',
      () => told('queries-answered', 'verified'),
      { status: 'satisfied', detail: 'no-open-query', have: 0, need: 0 },
    ],
    [
      'queries-answered',
      () => told('queries-answered', 'verified', { openQueries: 2 }),
      { status: 'unsatisfied', detail: 'query-open', have: 2 },
    ],
    [
      'rationale',
      () => told('rationale', 'disputed', {}, { deciderId: 'editor', rationale: 'so' }),
      { status: 'satisfied', detail: 'rationale-given' },
    ],
    [
      'contradiction',
      () =>
        told('contradiction', 'disputed', {
          verdicts: [verdict('sara', 'false', ['item-3'])],
          evidence: [item('item-3', 'daily', { stance: 'refutes' })],
        }),
      { status: 'satisfied', detail: 'contradicted', have: 1, need: 1 },
    ],
    [
      'contradiction',
      () => told('contradiction', 'disputed'),
      { status: 'unsatisfied', detail: 'no-contradicting-verdict', have: 0, need: 1 },
    ],
    [
      'label-quorum',
      () => told('label-quorum', 'disputed'),
      { status: 'not-applicable', detail: 'no-label-published' },
    ],
    [
      'search-log',
      () =>
        told(
          'search-log',
          'needs-source',
          {},
          {
            deciderId: 'editor',
            closure: {
              kind: 'unproven',
              searchLog: [search('2026-03-01'), search('2026-03-02'), search('2026-03-03')],
            },
          },
        ),
      { status: 'satisfied', detail: 'search-logged', have: 3, need: 3 },
    ],
    [
      'source-named',
      () =>
        told(
          'source-named',
          'needs-source',
          { frame: linked(false, person) },
          { deciderId: 'editor', closure: attributed },
        ),
      { status: 'satisfied', detail: 'attributed-fairly', facts: { stance: 'neutral' } },
    ],
    [
      'recheck-date',
      () => told('recheck-date', 'needs-source', {}, { deciderId: 'editor', closure: attributed }),
      { status: 'satisfied', detail: 'recheck-set' },
    ],
    [
      'recheck-date',
      () =>
        told(
          'recheck-date',
          'needs-source',
          {},
          {
            deciderId: 'editor',
            closure: { kind: 'as-attributed', recheckAt: '2026-03-10T12:00:00.000Z' },
          },
        ),
      { status: 'unsatisfied', detail: 'recheck-not-ahead' },
    ],
  ])('%s', (name, requirement, expected) => {
    expect(requirement()).toMatchObject({ name, ...expected });
  });

  it('a preview names nobody as its decider', () => {
    const preview = requirementsFor('verified', claim(), facts({ authorsOfWords: [null as never] }), standard);
    expect(preview.find(({ name }) => name === 'not-own-text')).toMatchObject({ status: 'satisfied' });
    const nobody = verdict(null as never, 'true', ['item-1', 'item-2']);
    const by = requirementsFor('verified', claim(), facts({ verdicts: [nobody] }), standard);
    expect(by.find(({ name }) => name === 'separate-decider')).toMatchObject({ status: 'satisfied' });
  });

  it('a draft to verify has no conditions of a closure', () => {
    const closure = { kind: 'unproven', searchLog: [] } as const;
    const names = requirementsFor('verified', claim(), facts(), standard, { deciderId: null, closure });
    expect(names.map(({ name }) => name)).not.toContain('search-log');
  });

  it.each<[string, Partial<Claim>, ReturnType<typeof policy>, string]>([
    ['a small desk in tier A', { tier: 'A' }, smallDesk, 'small-desk-quorum'],
    ['a small desk in tier B', { tier: 'B' }, smallDesk, 'enough-verdicts'],
    [
      'a small desk that asks for two after all',
      { tier: 'A' },
      policy({ ...smallDesk, verdictsNeeded: { A: 2, B: 1, C: 1 } }),
      'enough-verdicts',
    ],
    [
      'a standard desk that asks for one',
      { tier: 'A' },
      policy({ verdictsNeeded: { A: 1, B: 1, C: 1 } }),
      'enough-verdicts',
    ],
  ])('one verdict of two counts as marked at %s only', (_, over, rules, detail) => {
    const verdicts = [verdict('sara', 'true', ['item-1']), verdict('omar', 'true', ['item-2'])];
    expect(told('supporting-verdicts', 'verified', { verdicts }, undefined, over, rules)).toMatchObject({ detail });
  });

  it('a label that a small desk publishes on one verdict is marked too, unless its origins fail', () => {
    const against = (id: string, from: string) => item(id, from, { stance: 'refutes' });
    const draft = { deciderId: 'editor', label: 'false' };
    const known = { verdicts: [verdict('sara', 'false', ['a', 'b'])], sources: [source('daily'), source('herald')] };
    const two = { ...known, evidence: [against('a', 'daily'), against('b', 'herald')] };
    const marked = { kind: 'small-desk', reason: null };
    expect(told('label-quorum', 'disputed', two, draft, { tier: 'A' }, smallDesk)).toMatchObject({
      status: 'satisfied',
      detail: 'enough-origins',
      exception: marked,
    });
    const one = { ...known, evidence: [against('a', 'daily')] };
    const short = told('label-quorum', 'disputed', one, draft, { tier: 'A' }, smallDesk);
    expect(short).toMatchObject({ name: 'label-quorum', status: 'unsatisfied', detail: 'too-few-origins' });
    expect(short).not.toHaveProperty('exception');
    expect(told('label-quorum', 'disputed', two, draft, { tier: 'B' }, smallDesk)).not.toHaveProperty('exception');
  });

  it.each<[string, ReturnType<typeof linked>, boolean]>([
    ['a named speaker', linked(false, person), true],
    ['a named speaker beside someone unnamed', linked(true, person, unnamed), false],
    ['an outlet that vouches for someone unnamed', linked(true, outlet, unnamed), true],
    ['nobody but someone unnamed', linked(true, unnamed), false],
    ['someone unnamed in a frame that is not marked so', linked(false, unnamed), false],
  ])('to run a sentence as attributed, it needs a name: %s', (_, frame, holds) => {
    const requirement = told('source-named', 'needs-source', { frame }, { deciderId: null, closure: attributed });
    expect(requirement?.status).toBe(holds ? 'satisfied' : 'unsatisfied');
  });

  it('the name must stand in the sentence itself', () => {
    const known = { frame: linked(false, person), sentence: 'He added that the bridge is shut.' };
    expect(told('source-named', 'needs-source', known, { deciderId: null, closure: attributed })).toEqual({
      name: 'source-named',
      status: 'unsatisfied',
      detail: 'named-elsewhere',
    });
  });

  it.each<[string, ReturnType<typeof linked>, number]>([
    ['a named speaker', linked(false, person), 1],
    ['someone unnamed', linked(true, person), 2],
    ['a link that is unnamed', linked(false, unnamed), 2],
  ])('tier B asks for fewer origins where the text names its source: %s', (_, frame, need) => {
    expect(told('independent-sources', 'verified', { frame })).toMatchObject({ need });
  });

  it('follows what evidence derives from, on this claim and on others', () => {
    const copied = { derivesFrom: { evidenceId: 'elsewhere', how: 'copied' as const } };
    const known = {
      evidence: [item('item-1', 'daily', copied), item('item-2', 'herald', copied)],
      otherEvidence: [{ id: 'elsewhere', sourceId: 'wire', derivesFrom: null }],
    };
    expect(told('independent-sources', 'verified', known)).toMatchObject({ have: 1 });
    // one copies what the other has from the wire itself: known only by following the item on the other claim
    const once = { ...known, evidence: [item('item-1', 'daily', copied), item('item-2', 'wire')] };
    expect(told('independent-sources', 'verified', once)).toMatchObject({ have: 1 });
    expect(told('independent-sources', 'verified', { ...once, otherEvidence: [] })).toMatchObject({ have: 2 });
  });
});

describe('beside the decision', () => {
  it('exceptions are what must be printed', () => {
    const [plain, marked] = [
      { name: 'rationale', status: 'satisfied', detail: 'x' },
      { name: 'queries-answered', status: 'overridden', detail: 'y', exception: { kind: 'override', reason: 'late' } },
    ] as const;
    expect(exceptionsOf([plain, marked])).toEqual([marked]);
  });

  it('an objection that no decision answers stays open', () => {
    const objection = verdict('omar', 'false', [], { id: 'unanswered' });
    expect(openDisputes(claim(), facts({ verdicts: [objection] }))).toEqual([objection]);
  });

  it('a head decides as an editor does', () => {
    expect(run({}, {}, {}, head).ok).toBe(true);
    expect(run({}, {}, {}, actor('someone', 'writer')).ok).toBe(false);
  });
});
