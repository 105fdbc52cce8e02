import { NOW } from '../../../../test/support/domain-facts.js';
import { balance, type BalanceClaim, type BalanceReviewer } from './balance.js';

const wants = (id: string, over: Partial<BalanceClaim> = {}): BalanceClaim => ({
  id,
  language: 'ar',
  deskId: null,
  reviewersWanted: 1,
  reviewersNow: 0,
  authorsOfWords: [],
  everAssignedIds: [],
  ...over,
});
const person = (id: string, openAssignments: number, over: Partial<BalanceReviewer> = {}): BalanceReviewer => ({
  id,
  languages: [],
  deskIds: [],
  openAssignments,
  lastAssignedAt: null,
  ...over,
});
const run = (claims: BalanceClaim[], people: BalanceReviewer[], limit?: number) => {
  const { assigned, skipped } = balance(claims, people, NOW, limit);
  return [
    ...assigned.map(({ claimId, reviewerId }) => `${claimId}→${reviewerId}`),
    ...skipped.map(({ claimId, why, missing }) => `${claimId}: ${why} ${missing}`),
  ].join(', ');
};

describe('balanced assignment', () => {
  it.each<[string, BalanceClaim[], BalanceReviewer[], string]>([
    ['gives to whoever has the fewest open', [wants('c')], [person('a', 3), person('b', 1), person('z', 2)], 'c→b'],
    [
      'counts what it has just given',
      [wants('1'), wants('2'), wants('3')],
      [person('a', 0), person('b', 1)],
      '1→a, 2→b, 3→a',
    ],
    [
      'gives to the longest idle among equals',
      [wants('c')],
      [person('a', 1, { lastAssignedAt: '2026-03-02' }), person('b', 1, { lastAssignedAt: '2026-03-01' })],
      'c→b',
    ],
    [
      'gives first to whoever never had any',
      [wants('c')],
      [person('a', 1, { lastAssignedAt: '2026-03-01' }), person('b', 1)],
      'c→b',
    ],
    ['takes turns among equals', [wants('1'), wants('2')], [person('a', 0), person('b', 0)], '1→a, 2→b'],
    [
      'takes an order of its own where nothing else tells them apart',
      [wants('c')],
      [person('b', 0), person('a', 0)],
      'c→a',
    ],
    [
      'gives to as many as wanted, each once',
      [wants('c', { reviewersWanted: 2 })],
      [person('a', 5), person('b', 0)],
      'c→b, c→a',
    ],
    [
      'counts those who have it',
      [wants('c', { reviewersWanted: 2, reviewersNow: 1, everAssignedIds: ['a'] })],
      [person('a', 0), person('b', 9)],
      'c→b',
    ],
    [
      'leaves a claim that has enough',
      [wants('c', { reviewersWanted: 2, reviewersNow: 2 })],
      [person('a', 0)],
      'c: enough-already 0',
    ],
    [
      'matches the language',
      [wants('c')],
      [person('a', 0, { languages: ['en'] }), person('b', 9, { languages: ['en', 'ar'] })],
      'c→b',
    ],
    ['says when nobody reads the language', [wants('c')], [person('a', 0, { languages: ['en'] })], 'c: no-language 1'],
    [
      'matches the desk',
      [wants('c', { deskId: 'politics' })],
      [person('a', 0, { deskIds: ['sport'] }), person('b', 9, { deskIds: ['politics'] })],
      'c→b',
    ],
    [
      'says when nobody is of the desk',
      [wants('c', { deskId: 'politics' })],
      [person('a', 0, { deskIds: ['sport'] })],
      'c: no-desk 1',
    ],
    ['takes anybody of any desk for an article of none', [wants('c')], [person('a', 0, { deskIds: ['sport'] })], 'c→a'],
    ['never gives to an author', [wants('c', { authorsOfWords: ['a'] })], [person('a', 0), person('b', 9)], 'c→b'],
    [
      'never gives twice, however the first time ended',
      [wants('c', { everAssignedIds: ['a'] })],
      [person('a', 0), person('b', 9)],
      'c→b',
    ],
    [
      'says when only authors and earlier ones are left',
      [wants('c', { everAssignedIds: ['a'], authorsOfWords: ['b'] })],
      [person('a', 0), person('b', 0)],
      'c: only-authors-or-assigned 1',
    ],
    [
      'says how many are still missing',
      [wants('c', { reviewersWanted: 3 })],
      [person('a', 0)],
      'c→a, c: only-authors-or-assigned 2',
    ],
    ['has nobody to give to', [wants('c')], [], 'c: only-authors-or-assigned 1'],
    ['has nothing to give', [], [person('a', 0)], ''],
  ])('%s', (_, claims, people, expected) => {
    expect(run(claims, people)).toBe(expected);
  });

  it('passes over whoever is at the limit, also when it got there just now', () => {
    expect(run([wants('1'), wants('2')], [person('a', 1)], 2)).toBe('1→a, 2: all-at-limit 1');
  });

  it('keeps loads within one of each other when all fit all', () => {
    const claims = Array.from({ length: 101 }, (_, i) => wants(`c${i}`, { reviewersWanted: 2 }));
    const people = ['a', 'b', 'd', 'e', 'f', 'g', 'h'].map((id) => person(id, 0));
    const { assigned, skipped } = balance(claims, people, NOW);
    const loads = people.map(({ id }) => assigned.filter(({ reviewerId }) => reviewerId === id).length);
    expect([assigned.length, skipped.length]).toEqual([202, 0]);
    expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
    expect(new Set(assigned.map(({ claimId, reviewerId }) => claimId + reviewerId)).size).toBe(202);
  });

  it('does not touch what it was given', () => {
    const people = [person('a', 0)];
    balance([wants('c')], people, NOW);
    expect(people).toEqual([person('a', 0)]);
  });
});
