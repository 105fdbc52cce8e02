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
    ['none for a claim without words', 'It was‹ … ›30%.', 'It was‹ … ›30% … 30%.', []],
    ['none where one went and another came elsewhere', 'Up ‹30%›, then 30%.', 'Up ‹30%›, then 20%, then 30%.', []],
    ['the first when the second was meant', 'May 30% and ‹30%› June.', 'May ‹30%› June.', ['4']],
    ['one of whose three words before two agree', 'p q r ‹30%› s t u', 'p q r ‹30%› s t u and x q r 30% s t u', ['26']],
    ['none of whose three words before none agree', 'p q r ‹30%› s t u', 'p q r ‹30%› s t u and x y z 30% x y z', []],
    ['none of whose words on one side only agree', 'p q r ‹30%› s t u', 'p q r ‹30%› s t u and p q r 30% x y z', []],
    ['both, when the second is taken for the first', 'Up ‹30%› in May, then 30%.', 'Up 30% in May, then ‹30%›.', ['3', '20']],
    ['one at the end, like the claim', 'p ‹30%›', 'p ‹30%› q p 30%', ['10']],
    ['one at the head, like the claim', '‹30%› p', '30% p q ‹30%› p', ['0']],
    ['another form beside it as good as the same', 'old banks ‹30%› rose', 'old banks ‹30%› rose, old bank 30% rose', ['29']],
    ['two of two words', 'the ‹grey dog› ran', 'the ‹grey dog› ran, the grey dog ran', ['22']],
    ['not half of two words', 'the ‹grey dog› ran', 'the ‹grey dog› ran, the grey cat ran', []],
  ])('%s', (_name, before, now, expected) => {
    expect(twins(before, now)).toEqual(expected);
  }); // prettier-ignore

  it('fit by three words on each side, or by all there are', () => {
    const fits = (before: string, now: string) => {
      const [old, next] = [before, now].map((text) => stretch(text.replace(/[‹›]/g, '')));
      const [claim, span] = [before, now].map((text) => ({ start: text.indexOf('‹'), end: text.indexOf('›') - 1 }));
      return quoteTwins(old!, claim!, next!, span!).map(({ fit }) => fit);
    };
    expect(fits('a b p q r ‹30%› s t u v w', 'z ‹30%› z x b p q r 30% s t u v y')).toEqual([2]);
    expect(fits('‹30%› p', '30% p q ‹30%› p')).toEqual([1 + 1 / 3]);
    expect(fits('p ‹30%›', 'p ‹30%› q p 30%')).toEqual([1 / 3 + 1]);
    expect(fits('p ‹30%› q', 'p ‹30%› q p 30% q')).toEqual([1 / 3 + 1]);
  });

  it('fit as well as the words beside them agree, 0–2', () => {
    const text = 'p q r 30% s t u and x q r 30% s t x';
    const claim = { start: 6, end: 9 };
    const [own] = quoteTwins(stretch('p q r 30% s t u'), claim, stretch(text), claim);
    expect(own).toBeUndefined();
    const [twin] = quoteTwins(stretch('p q r 30% s t v'), claim, stretch(text), claim);
    expect(twin).toEqual({ place: { start: 26, end: 29 }, fit: 2 / 3 + 2 / 3 });
  });
});
