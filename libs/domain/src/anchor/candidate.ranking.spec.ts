import { unplaced } from './candidate.ranking.js';

const at = (start: number, score: number, blockId = 'b1', end = start + 5) => ({
  blockId,
  start,
  end,
  quote: 'words',
  score,
});

describe('a claim that is not placed', () => {
  it('is an orphan without candidates', () => {
    expect(unplaced([])).toEqual({ status: 'orphaned', candidates: [], flags: [] });
  });

  it('is suggested at its only candidate', () => {
    expect(unplaced([at(3, 0.2)])).toEqual({ status: 'suggested', candidates: [at(3, 0.2)], flags: [] });
  });

  it.each([
    ['0.075 behind', 0.75, 0.675, 'ambiguous'],
    ['equal', 0.5, 0.5, 'ambiguous'],
    ['0.085 behind', 0.75, 0.665, 'suggested'],
    ['far behind', 0.75, 0.1, 'suggested'],
  ])('is asked about when the second is near: %s', (_name, first, second, status) => {
    expect(unplaced([at(1, second), at(2, first)]).status).toBe(status);
  });

  it('is suggested where the second is as far behind as asked for', () => {
    expect(unplaced([at(1, 0.08), at(2, 0)]).status).toBe('suggested');
  });

  it('shows the best five, best first, each place once', () => {
    const places = [at(1, 0.1), at(2, 0.6), at(3, 0.3), at(2, 0.5), at(4, 0.4), at(5, 0.2), at(6, 0.05)];
    expect(unplaced(places).candidates.map(({ start, score }) => [start, score])).toEqual([
      [2, 0.6],
      [4, 0.4],
      [3, 0.3],
      [5, 0.2],
      [1, 0.1],
    ]);
  });

  it('knows places apart by block, start and end', () => {
    const places = [at(1, 0.5), at(1, 0.4, 'b2'), at(1, 0.3, 'b1', 7), at(11, 0.2, 'b1', 6), at(1, 0.1)];
    expect(unplaced(places).candidates).toHaveLength(4);
  });
});
