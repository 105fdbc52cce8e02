import {
  actor,
  assignment,
  claim,
  editor,
  facts,
  head,
  NOW,
  reviewer,
  service,
  standard,
  verdict,
} from '../../../../test/support/domain-facts.js';
import type { Claim, ClaimFacts } from '../claim/claim.types.js';
import type { Actor } from '../permission/role.js';
import { attentionOf, type AttentionFacts } from './attention.js';
import { byUrgency, isOverdue } from './urgency.js';

/** Whole lists, so that a line too many shows as much as one too few. */

const CHANGED = '2026-03-05T00:00:00.000Z';
const DUE = '2026-03-12T00:00:00.000Z';
const lines = (
  by: Actor,
  known: Partial<ClaimFacts> = {},
  rest: Partial<AttentionFacts> = {},
  over: Partial<Claim> = {},
) =>
  attentionOf(
    {
      claim: claim(over),
      facts: facts({ verdicts: [], assignments: [], ...known }),
      articleDueAt: DUE,
      changedAt: CHANGED,
      fallBack: null,
      queries: [],
      ...rest,
    },
    by,
    standard,
  );
const anchor = (status: ClaimFacts['anchor']['status']) => ({ anchor: { status, confirmed: false } });
const line = (reason: string, since: string, dueAt: string | null = DUE) => ({
  subject: { kind: 'claim', id: 'claim' },
  claimId: 'claim',
  reason,
  since,
  dueAt,
});

describe('nobody is called for nothing', () => {
  const everything = {
    ...anchor('orphaned'),
    assignments: [assignment('sara')],
    verdicts: [verdict('sara', 'true', [])],
  };
  const fallBack = { cause: 'words-changed', at: CHANGED, concerned: ['omar'] } as const;
  const closed = { closure: { kind: 'as-attributed', recheckAt: '2026-03-10T12:00:00.001Z' } } as const;

  it.each<[string, () => unknown[]]>([
    ['on a claim set aside', () => lines(editor, everything, {}, { disposition: 'dismissed' })],
    ['for what a service account cannot do', () => lines(service, anchor('suggested'))],
    ['for another’s assignment', () => lines(reviewer, { assignments: [assignment('omar')] })],
    ['to decide where nobody has judged', () => lines(editor, { verdicts: [] })],
    ['to decide where too little is there', () => lines(editor, { verdicts: [verdict('sara', 'true', [])] })],
    ['for a fall-back that concerns others', () => lines(reviewer, {}, { fallBack })],
    [
      'for a withdrawn origin that concerns others',
      () => lines(reviewer, {}, { fallBack: { ...fallBack, cause: 'origin-noticed' } }),
    ],
    ['to look again before it is time', () => lines(editor, {}, {}, closed)],
    [
      'for an answer to somebody else',
      () =>
        lines(reviewer, {}, { queries: [{ id: 'q', askedById: 'omar', status: 'answered', since: NOW, dueAt: null }] }),
    ],
  ])('%s', (_, found) => {
    expect(found()).toEqual([]);
  });
});

describe('whoever is called is told since when', () => {
  it.each(['changed', 'suggested', 'ambiguous', 'orphaned'] as const)(
    'an anchor that is %s waits for a head too',
    (status) => {
      expect(lines(head, anchor(status))).toEqual([line('anchor-to-confirm', CHANGED)]);
    },
  );

  it('a decision waits since the latest verdict', () => {
    const given = (who: string, createdAt: string) => verdict(who, 'true', ['item-1', 'item-2'], { createdAt });
    const times = ['2026-03-09T10:00:00.000Z', '2026-03-09T12:00:00.000Z', '2026-03-09T11:00:00.000Z'];
    const verdicts = ['sara', 'omar', 'lina'].map((who, at) => given(who, times[at]!));
    expect(lines(editor, { verdicts })).toEqual([line('ready-to-decide', times[1]!)]);
  });

  it.each<[string, string | null, 'assigned' | 'outdated', string, string]>([
    ['in time', DUE, 'assigned', 'assigned', '2026-03-08T10:00:00.000Z'],
    ['without a due date', null, 'assigned', 'assigned', '2026-03-08T10:00:00.000Z'],
    ['late', '2026-03-10T11:00:00.000Z', 'assigned', 'overdue', '2026-03-10T11:00:00.000Z'],
    ['outdated', DUE, 'outdated', 'verdict-outdated', CHANGED],
  ])('an assignment %s', (_, dueAt, status, reason, since) => {
    expect(lines(reviewer, { assignments: [assignment('sara', { dueAt, status })] })).toEqual([
      { ...line(reason, since, dueAt), subject: { kind: 'assignment', id: 'assignment-of-sara' } },
    ]);
  });
});

describe('urgency', () => {
  const [soon, late, never] = [
    line('assigned', CHANGED, DUE),
    line('assigned', CHANGED, '2026-03-13T00:00:00.000Z'),
    line('assigned', CHANGED, null),
  ];

  it('puts what is due first first, and what has no date last', () => {
    const sorted = [never, late, soon].map((each) => each as Parameters<typeof byUrgency>[0]).sort(byUrgency);
    expect(sorted).toEqual([soon, late, never]);
  });

  it.each([
    [null, false],
    ['2026-03-10T11:59:59.999Z', true],
    [NOW, false],
  ])('due at %s is overdue: %s', (dueAt, expected) => {
    expect(isOverdue({ dueAt }, NOW)).toBe(expected);
  });

  it('someone else’s name makes no editor of a viewer', () => {
    expect(lines(actor('viewer', 'viewer'), anchor('orphaned'))).toEqual([]);
  });
});

describe('while the author is waited for', () => {
  const known = (dueAt: string) => ({ assignments: [assignment('sara', { dueAt })] });

  it.each([
    ['due since it stopped, not late', '2026-03-10T11:00:00.000Z', 'assigned', '2026-03-10T11:00:00.000Z'],
    ['late before it stopped, late', '2026-03-10T08:00:00.000Z', 'overdue', '2026-03-10T08:00:00.000Z'],
  ])('%s', (_, dueAt, reason, due) => {
    const [item] = lines(reviewer, known(dueAt), { pausedSince: '2026-03-10T09:00:00.000Z' });
    expect(item).toMatchObject({ reason, dueAt: due, pausedSince: '2026-03-10T09:00:00.000Z' });
    expect(isOverdue(item!, NOW)).toBe(reason === 'overdue');
  });

  it('only the work on the claim stands, not the query itself', () => {
    const query = { id: 'q', askedById: 'sara', status: 'open', since: CHANGED, dueAt: DUE } as const;
    const article = { ...facts().article, authorIds: ['wafa'] };
    const waiting = lines(actor('wafa', 'writer'), { article }, { queries: [query], pausedSince: CHANGED });
    expect(waiting.map((item) => [item.reason, 'pausedSince' in item])).toEqual([['query', false]]);
  });
});
