import { clockOf } from '../../../../test/support/clocks.js';
import type { Claim } from '../claim/claim.types.js';
import { defaultDue } from './due-date.js';

const POLICY = { dueHours: { A: 4, B: 24, C: 48 }, dueHoursOfKind: { quote: 6, statistic: 30 } } as const;

// Given on a Thursday at 22:00: two working hours are left before Friday and Saturday.
it.each<[Claim['tier'], Claim['kind'], string]>([
  ['A', 'event', '2026-03-15T02:00:00.000Z'],
  ['B', 'event', '2026-03-15T22:00:00.000Z'],
  ['C', 'event', '2026-03-16T22:00:00.000Z'],
  ['C', 'quote', '2026-03-15T04:00:00.000Z'],
  ['A', 'quote', '2026-03-15T02:00:00.000Z'],
  ['B', 'statistic', '2026-03-15T22:00:00.000Z'],
  ['C', 'statistic', '2026-03-16T04:00:00.000Z'],
])('tier %s, %s: %s', (tier, kind, due) => {
  expect(defaultDue({ tier, kind }, '2026-03-12T22:00:00.000Z', POLICY, clockOf('sun-thu'))).toBe(due);
});
