import { signalsOf } from './sentence.signals.js';
import { wordingLogOdds } from './wording.model.js';
import { signalStrengths, wordingOf } from './wording.view.js';

const odds = (text: string) => wordingLogOdds(signalsOf(text, 'en'));
const wording = (text: string) => wordingOf(signalsOf(text, 'en').words);

describe('wording', () => {
  it('reads every number as one and counts repetition by its logarithm', () => {
    expect([...wording('5 of 10').keys()]).toEqual(['0', 'of', '0 of', 'of 0']);
    expect(wording('5 of 10').get('0')).toBeCloseTo(1 + Math.log(2), 12);
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

  it('does not grow with repetition alone', () => {
    const once = odds('taxes');
    expect(Math.abs(odds('taxes taxes taxes taxes taxes taxes taxes taxes') - once)).toBeLessThan(3);
  });
});
