import {
  actor,
  assignment,
  item,
  policy,
  smallDesk,
  standard,
  verdict,
} from '../../../../test/support/domain-facts.js';
import { obstacles, verify, type MoveCase } from '../../../../test/support/move-cases.js';
import type { RequirementName } from './requirement.types.js';

const saraTrue = verdict('sara', 'true', ['item-1', 'item-2']);
const omarFalse = verdict('omar', 'false', ['item-3'], { id: 'objection' });

describe('a reasoned exception', () => {
  const overriding = (requirement: RequirementName, reason = 'the deadline of the court') => ({
    overrides: [{ requirement, reason }],
  });
  const oneOrigin = { evidence: [item('item-1', 'daily')] };

  it('lifts an unmet requirement that policy lets it lift, and is kept with its reason', () => {
    const outcome = verify({ facts: oneOrigin, command: overriding('independent-sources') });
    expect(outcome).toMatchObject({
      ok: true,
      overrides: [{ requirement: 'independent-sources', reason: 'the deadline of the court' }],
    });
    expect(outcome.ok && outcome.requirements.find(({ name }) => name === 'independent-sources')).toMatchObject({
      status: 'overridden',
      have: 1,
      need: 2,
      exception: { kind: 'override', reason: 'the deadline of the court' },
    });
  });

  it('is not recorded where nothing was in the way', () => {
    expect(verify({ command: overriding('independent-sources') })).toMatchObject({ ok: true, overrides: [] });
  });

  it.each<[string, MoveCase, string[]]>([
    [
      'for a requirement that policy does not open',
      { facts: oneOrigin, command: overriding('independent-sources'), policy: policy({ overridable: [] }) },
      ['independent-sources: too-few-origins'],
    ],
    [
      'for another requirement than the unmet one',
      { facts: oneOrigin, command: overriding('supporting-verdicts') },
      ['independent-sources: too-few-origins'],
    ],
    ['without a reason', { facts: oneOrigin, command: overriding('independent-sources', ' ') }, ['invalid']],
    [
      'for one’s own text',
      { by: actor('writer', 'editor'), command: overriding('not-own-text') },
      ['not-own-text: decider-is-author'],
    ],
    [
      'for one’s own text, though policy says so',
      {
        by: actor('writer', 'editor'),
        command: overriding('not-own-text'),
        policy: policy({ overridable: ['not-own-text'] }),
      },
      ['not-own-text: decider-is-author'],
    ],
    [
      'for a standing objection, though policy says so',
      {
        facts: { verdicts: [saraTrue, omarFalse] },
        command: { rating: 'true', ...overriding('no-open-dispute') },
        policy: policy({ overridable: ['no-open-dispute'] }),
      },
      ['no-open-dispute: dispute-open'],
    ],
    [
      'for the second person, where policy lets it',
      { by: actor('sara', 'editor'), command: overriding('separate-decider') },
      [],
    ],
  ])('%s', (_, one, expected) => {
    expect(obstacles(verify(one))).toEqual(expected);
  });

  it('that policy refuses is said to be refused', () => {
    const outcome = verify({
      facts: oneOrigin,
      command: overriding('independent-sources'),
      policy: policy({ overridable: [] }),
    });
    const unmet =
      !outcome.ok && outcome.refusal.code === 'requirements-unmet' ? outcome.refusal.facts.requirements : [];
    expect(unmet.find(({ name }) => name === 'independent-sources')).toMatchObject({
      facts: { overrideRefused: true },
    });
  });
});

describe('a small desk', () => {
  const alone: MoveCase = { by: actor('sara', 'editor'), policy: smallDesk, facts: { activePeople: 3 } };

  it('lets the one who judged decide, marked as an exception', () => {
    const outcome = verify(alone);
    expect(outcome.ok && outcome.requirements.find(({ name }) => name === 'separate-decider')).toMatchObject({
      status: 'overridden',
      detail: 'small-desk-decider',
      exception: { kind: 'small-desk', reason: null },
    });
    expect(outcome).toMatchObject({ ok: true, overrides: [] });
  });

  it('is one of at most three active people', () => {
    expect(obstacles(verify({ ...alone, facts: { activePeople: 4 } }))).toEqual([
      'separate-decider: decider-gave-counted-verdict',
    ]);
  });

  it('is the preset, not merely the head count', () => {
    expect(obstacles(verify({ ...alone, policy: standard }))).toEqual([
      'separate-decider: decider-gave-counted-verdict',
    ]);
  });

  it('verifies tier A on one verdict, marked', () => {
    const outcome = verify({ claim: { tier: 'A' }, policy: smallDesk });
    expect(outcome.ok && outcome.requirements.find(({ name }) => name === 'supporting-verdicts')).toMatchObject({
      status: 'satisfied',
      detail: 'small-desk-quorum',
      exception: { kind: 'small-desk' },
    });
  });

  it('marks nothing in tier B', () => {
    const outcome = verify({ policy: smallDesk });
    expect(outcome.ok && outcome.requirements.filter(({ exception }) => exception !== undefined)).toEqual([]);
  });

  it('still wants two origins in tier A', () => {
    expect(
      obstacles(verify({ claim: { tier: 'A' }, policy: smallDesk, facts: { evidence: [item('item-1', 'daily')] } })),
    ).toEqual(['independent-sources: too-few-origins']);
  });
});

describe('a decider who must still judge for himself', () => {
  it('is not told by the refusal how others judged', () => {
    const outcome = verify({ claim: { tier: 'A' }, facts: { openQueries: 1, assignments: [assignment('editor')] } });
    const shown =
      !outcome.ok && outcome.refusal.code === 'requirements-unmet' ? outcome.refusal.facts.requirements : [];
    expect(shown.map(({ name, status }) => [name, status])).toEqual([
      ['not-own-text', 'withheld'],
      ['separate-decider', 'withheld'],
      ['supporting-verdicts', 'withheld'],
      ['independent-sources', 'withheld'],
      ['no-open-dispute', 'withheld'],
      ['anchor-confirmed', 'satisfied'],
      ['queries-answered', 'unsatisfied'],
    ]);
    expect(JSON.stringify(shown)).not.toContain('have":1,"need":2');
  });
});

it('a text that names one of its links names its source', () => {
  const links = [
    { role: 'speaker', type: 'person', name: 'the minister' },
    { role: 'outlet', type: 'anonymous', name: 'local media' },
  ] as const;
  const frame = { anonymous: false, stance: 'neutral', links } as const;
  expect(obstacles(verify({ facts: { frame, evidence: [item('item-1', 'daily')] } }))).toEqual([]);
});
