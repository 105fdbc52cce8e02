import { expiryOf, hasExpired } from './expiry.js';
import type { AssignmentStatus } from '../claim/claim.types.js';

const NOW = '2026-03-10T12:00:00.000Z';
const POLICY = { assignmentTimeoutHours: 48 };

describe('an assignment expires', () => {
  it.each<[AssignmentStatus, string, string | null, boolean]>([
    ['assigned', '2026-03-08T12:00:00.000Z', null, true],
    ['assigned', '2026-03-08T12:00:00.001Z', null, false],
    ['open', '2026-03-08T12:00:00.000Z', null, true],
    ['in-progress', '2026-01-01T00:00:00.000Z', null, true],
    ['outdated', '2026-01-01T00:00:00.000Z', null, true],
    ['submitted', '2026-01-01T00:00:00.000Z', null, false],
    ['declined', '2026-01-01T00:00:00.000Z', null, false],
    ['cancelled', '2026-01-01T00:00:00.000Z', null, false],
    ['expired', '2026-01-01T00:00:00.000Z', null, false],
    ['assigned', '2026-01-01T00:00:00.000Z', '2026-03-10T12:00:00.000Z', true],
    ['assigned', '2026-01-01T00:00:00.000Z', '2026-03-10T12:00:00.001Z', false],
    ['assigned', '2026-03-09T12:00:00.000Z', '2026-03-09T13:00:00.000Z', false],
  ])('%s since %s, due %s: %s', (status, since, dueAt, expired) => {
    expect(hasExpired({ status, since, dueAt }, NOW, POLICY)).toBe(expired);
  });

  it('at a moment that can be planned for', () => {
    const since = '2026-03-08T12:00:00.000Z';
    expect(expiryOf({ status: 'assigned', since, dueAt: null }, POLICY)).toBe(NOW);
    expect(expiryOf({ status: 'submitted', since, dueAt: null }, POLICY)).toBe(null);
  });
});
