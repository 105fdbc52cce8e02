import type { AttentionItem } from './attention.js';
import { byUrgency, isOverdue, urgencyKey } from './urgency.js';

const item = (id: string, dueAt: string | null, since: string, reason: AttentionItem['reason'] = 'assigned') =>
  ({ subject: { kind: 'claim', id }, claimId: id, reason, since, dueAt }) as AttentionItem;

describe('urgency', () => {
  it('goes by due date, then by how long it has waited, and what has no due date comes last', () => {
    const never = item('d', null, '2026-01-01T00:00:00.000Z');
    const late = item('c', '2026-01-09T00:00:00.000Z', '2026-01-01T00:00:00.000Z');
    const soon = item('b', '2026-01-03T00:00:00.000Z', '2026-01-02T00:00:00.000Z');
    const soonOlder = item('a', '2026-01-03T00:00:00.000Z', '2026-01-01T00:00:00.000Z');
    const sorted = [never, soon, late, soonOlder].sort(byUrgency);
    expect(sorted.map(({ claimId }) => claimId)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('tells two reasons on one claim apart', () => {
    const since = '2026-01-01T00:00:00.000Z';
    expect(urgencyKey(item('a', null, since, 'recheck'))).not.toBe(urgencyKey(item('a', null, since, 'returned')));
  });

  it.each([
    [null, false],
    ['2026-01-02T00:00:00.000Z', true],
    ['2026-01-03T00:00:00.000Z', false],
    ['2026-01-04T00:00:00.000Z', false],
  ])('due %s is overdue on the third: %s', (dueAt, overdue) => {
    expect(isOverdue({ dueAt }, '2026-01-03T00:00:00.000Z')).toBe(overdue);
  });
});
