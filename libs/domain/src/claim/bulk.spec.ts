import { decideInBulk } from './bulk.js';

it.each(['A', 'B', 'C'] as const)('a bulk decision on a claim of tier %s', (tier) => {
  expect(decideInBulk({ tier })).toEqual(
    tier === 'A' ? { ok: false, refusal: { code: 'tier-a-one-by-one', facts: { tier } } } : { ok: true },
  );
});
