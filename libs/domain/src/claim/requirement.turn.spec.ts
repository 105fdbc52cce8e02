import type { AssignmentStatus } from './claim.types.js';
import { withGateTurns, withTurns, type TurnFacts } from './requirement.turn.js';
import type { Requirement, RequirementName, Turn } from './requirement.types.js';

const unmet = (name: RequirementName, detail = 'x'): Requirement => ({ name, status: 'unsatisfied', detail });
const assigned = (reviewerId: string, status: AssignmentStatus) => ({
  id: `of ${reviewerId}`,
  reviewerId,
  status,
  createdAt: '2026-01-01T00:00:00Z',
  dueAt: null,
});

function turn(
  requirement: Requirement,
  more: Partial<TurnFacts['facts']> = {},
  judged: string[] = [],
): Turn | undefined {
  const facts = {
    article: { kind: 'draft', outletSourceId: null, authorIds: ['writer'] },
    authorsOfWords: ['writer'],
    assignments: [],
    ...more,
  } as TurnFacts['facts'];
  const counted = judged.map((reviewerId) => ({ reviewerId }));
  return withTurns([requirement], { facts, counted, deciderId: 'editor' })[0]?.turn;
}

describe('whose turn an unmet requirement is', () => {
  it('is nobody’s when it is met, set aside or does not apply', () => {
    const rest = (['satisfied', 'overridden', 'not-applicable'] as const).map((status) => ({
      ...unmet('rationale'),
      status,
    }));
    const facts = { article: { kind: 'draft' }, authorsOfWords: [], assignments: [] } as unknown as TurnFacts['facts'];
    const told = withTurns(rest, { facts, counted: [], deciderId: null });
    expect(told).toEqual(rest);
  });

  it.each<[AssignmentStatus, Turn['role']]>([
    ['assigned', 'reviewer'],
    ['in-progress', 'reviewer'],
    ['outdated', 'reviewer'],
    ['submitted', 'editor'],
    ['declined', 'editor'],
    ['expired', 'editor'],
    ['cancelled', 'editor'],
  ])('with an assignment %s, a missing verdict is a %s’s', (status, role) => {
    const found = turn(unmet('supporting-verdicts', 'too-few-verdicts'), { assignments: [assigned('salma', status)] });
    expect(found).toMatchObject(
      role === 'reviewer' ? { role, task: 'check', memberIds: ['salma'] } : { role, task: 'assign', memberIds: [] },
    );
  });

  it('waits for nobody who wrote the words', () => {
    const assignments = [assigned('writer', 'assigned')];
    expect(turn(unmet('supporting-verdicts', 'too-few-verdicts'), { assignments })).toEqual({
      role: 'editor',
      task: 'assign',
      memberIds: [],
      exceptIds: ['writer'],
    });
  });

  it.each<[RequirementName, string, string[]]>([
    ['independent-sources', 'too-few-origins', ['omar']],
    ['independent-sources', 'anonymous-only', ['omar']],
    ['label-quorum', 'too-few-origins', ['omar']],
    ['label-quorum', 'too-few-verdicts', []],
    ['supporting-verdicts', 'too-few-verdicts', []],
  ])('%s, %s, waits for those who judged: %j', (name, detail, memberIds) => {
    expect(turn(unmet(name, detail), {}, ['omar'])).toMatchObject({ memberIds });
  });

  it.each<[RequirementName, string]>([
    ['separate-decider', 'decider-gave-counted-verdict'],
    ['not-own-text', 'decider-is-author'],
  ])('%s is another editor’s', (name, detail) =>
    expect(turn(unmet(name, detail))).toEqual({ role: 'editor', task: 'decide', memberIds: [], exceptIds: ['editor'] }),
  );

  it('of a verdict by an author is whoever else is assigned', () => {
    const assignments = [assigned('salma', 'assigned')];
    expect(turn(unmet('not-own-text', 'reviewer-is-author'), { assignments })).toMatchObject({ memberIds: ['salma'] });
  });

  it.each<[string[], Turn['role']]>([
    [['writer', 'other'], 'writer'],
    [[], 'editor'],
  ])('of an open query to %j is the %s’s', (authorIds, role) => {
    const article = { kind: 'draft', outletSourceId: null, authorIds } as const;
    expect(turn(unmet('queries-answered', 'query-open'), { article })).toEqual({
      role,
      task: 'answer',
      memberIds: authorIds,
      exceptIds: [],
    });
  });

  it.each<['draft' | 'external', Turn['role'], Turn['task']]>([
    ['draft', 'writer', 'reword'],
    ['external', 'editor', 'decide'],
  ])('of words of a %s that claim too much is the %s’s, to %s', (kind, role, task) => {
    const article = { kind, outletSourceId: null, authorIds: ['writer'] };
    expect(turn(unmet('sources-as-said', 'fewer-than-said'), { article })).toMatchObject({ role, task });
    expect(turn(unmet('source-named', 'nobody-named'), { article })).toMatchObject({ role, task });
  });

  it.each<RequirementName>(['no-open-dispute', 'anchor-confirmed', 'rationale', 'search-log', 'recheck-date'])(
    '%s is the editor’s',
    (name) => expect(turn(unmet(name))).toMatchObject({ role: 'editor', task: 'decide', memberIds: [], exceptIds: [] }),
  );
});

describe('whose turn the gate is', () => {
  it('is the authors’ for open queries and the editor’s for the rest', () => {
    const gate = [
      unmet('queries-answered'),
      unmet('claims-settled'),
      { ...unmet('anchors-placed'), status: 'satisfied' },
    ];
    const told = withGateTurns(gate as Requirement[], { kind: 'draft', authorIds: ['writer'] });
    expect(told.map(({ turn: whose }) => whose && [whose.role, ...whose.memberIds])).toEqual([
      ['writer', 'writer'],
      ['editor'],
      undefined,
    ]);
  });
});
