import { signalsOf } from './sentence.signals.js';
import model from './wording-english.json' with { type: 'json' };
import { wordingLogOdds } from './wording.model.js';
import { LETTER_BUCKETS, letterRunsOf, signalStrengths, wordingOf } from './wording.view.js';

const odds = (text: string) => wordingLogOdds(signalsOf(text, 'en'));
const wording = (text: string) => wordingOf(signalsOf(text, 'en').words);

describe('wording', () => {
  it('reads every number as one and counts repetition by its logarithm', () => {
    expect([...wording('5 of 10').keys()]).toEqual(['0', 'of', '0 of', 'of 0']);
    expect(wording('5 of 10').get('0')).toBeCloseTo(1 + Math.log(2), 12);
  });

  it('counts letter runs inside words only, in the same buckets on every machine', () => {
    const runs = (text: string) => letterRunsOf(signalsOf(text, 'en').words);
    expect(runs('ab')).toEqual(runs('Ab.'));
    expect([...runs('ab').keys()].every((bucket) => bucket >= 0 && bucket < LETTER_BUCKETS)).toBe(true);
    expect([...runs('a b')].sort()).toEqual([...runs('b a')].sort());
    expect([...runs('tax')]).toMatchInlineSnapshot(`
     [
       [
         1316,
         1,
       ],
       [
         3708,
         -1,
       ],
       [
         3742,
         1,
       ],
       [
         3545,
         -1,
       ],
       [
         2430,
         -1,
       ],
       [
         3315,
         1,
       ],
     ]
    `);
    expect(runs('x'.repeat(100_000)).size).toBeLessThan(10);
  });

  it('keeps strengths between 0 and 1', () => {
    const strengths = signalStrengths(signalsOf('3 4 5 6 dead, 7 wounded, $8 lost', 'en'));
    expect(strengths.get('number')).toBe(1);
    expect([...strengths].every(([code, value]) => code === 'length' || (value >= 0 && value <= 1))).toBe(true);
  });
});

describe('wordingLogOdds', () => {
  it('finds a statement of fact likelier than a wish, a thank-you and a question', () => {
    const fact = odds('He voted for the bill that cut spending on schools by $3 billion in 1995.');
    for (const idle of ['I hope we can do better.', 'Thank you very much.', 'What would you do about it?'])
      expect(fact).toBeGreaterThan(odds(idle));
  });

  it('has a weight for every letter bucket', () => {
    expect(model.letters.split(' ').map(Number).filter(Number.isFinite)).toHaveLength(LETTER_BUCKETS);
    expect(model.record.licence).toMatch(/Attribution 4\.0/);
  });

  it('does not grow with repetition alone', () => {
    const once = odds('taxes');
    expect(Math.abs(odds('taxes taxes taxes taxes taxes taxes taxes taxes') - once)).toBeLessThan(3);
  });
});
