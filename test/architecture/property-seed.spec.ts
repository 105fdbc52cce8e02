import fc from 'fast-check';

/** Set by `npm run test:properties`, which looks further. */
const { ISNAD_TEST_SEED: seed, ISNAD_TEST_RUNS: times } = process.env;

describe('property specs', () => {
  it('take the same examples every time, unless they were asked for others', () => {
    expect(fc.readConfigureGlobal().seed).toBe(Number(seed ?? 20_261_123));
    const examples = () => {
      const met: number[] = [];
      fc.assert(fc.property(fc.nat(), (one) => void met.push(one)));
      return met;
    };
    expect(examples()).toEqual(examples());
  });

  it('make as many runs as they ask for, times what was asked of all', () => {
    let runs = 0;
    fc.assert(
      fc.property(fc.nat(), () => void (runs += 1)),
      { numRuns: 7 },
    );
    expect(runs).toBe(7 * Number(times ?? 1));
  });
});
