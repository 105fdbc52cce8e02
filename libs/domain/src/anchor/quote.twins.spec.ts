import { quoteTwins } from './quote.twins.js';
import { readTokens } from './text.reader.js';

const stretch = (text: string) => ({ text, tokens: readTokens(text) });

/** The claim and its presumed place are marked in the texts. */
function twins(before: string, now: string): string[] {
  const [old, next] = [before, now].map((text) => stretch(text.replace(/[‹›]/g, '')));
  const [claim, span] = [before, now].map((text) => ({ start: text.indexOf('‹'), end: text.indexOf('›') - 1 }));
  if (!old || !next || !claim || !span) throw new Error('unmarked');
  return quoteTwins(old, claim, next, span).map(({ place }) => `${place.start}`);
}

describe('twins of a quote', () => {
  it.each([
    ['none where it stands once', 'It was ‹30%› in May.', 'It was ‹30%› in June.', []],
    ['none where as many stand as before, in order', 'Up ‹30%›, then 30%.', 'Up ‹30%› and then 30%.', []],
    ['the one that was left', 'It was ‹30%› in May and 30% in June.', 'It was ‹30%› in June.', ['7']],
    ['the one that came', 'It was ‹30%› in May.', 'It was ‹30%› in May, it was 30% in May.', ['26']],
    [
      'none where the neighbours tell',
      'Rice cost ‹30%› more in May.',
      'Rice cost ‹30%› more in May, flour 30% less.',
      [],
    ],
  ])('%s', (_name, before, now, expected) => {
    expect(twins(before, now)).toEqual(expected);
  });
});
