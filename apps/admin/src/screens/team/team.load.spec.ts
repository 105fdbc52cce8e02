import { loadOf } from './team.load.js';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const on = (reviewerId: string, status: string | null, dueAt: string | null = null) =>
  ({ reviewerId, status, dueAt }) as Parameters<typeof loadOf>[0][number];

describe('how much lies with whom', () => {
  it('counts what is open, apart what is late and what has begun', () => {
    const loads = loadOf(
      [
        on('salma', 'assigned'),
        on('salma', 'in-progress', '2026-11-23T12:00:00Z'),
        on('salma', 'in-progress', '2026-11-21T12:00:00Z'),
        on('omar', 'outdated'),
        on('omar', 'submitted'),
        on('nour', 'declined'),
        on('nour', null),
      ],
      NOW,
    );
    expect(Object.fromEntries(loads)).toEqual({
      salma: { open: 3, overdue: 1, begun: 1 },
      omar: { open: 1, overdue: 0, begun: 0 },
    });
  });
});
