import fc from 'fast-check';
import { scanTokens } from '../token/token.scan.js';
import { wordOf } from '../token/word.entry.js';
import { piecesOf } from '../token/word.pieces.js';
import { wordsOf } from '../worthiness/word.token.js';
import { claimWords } from './claim.words.js';

/** What news and its enemies are written with: words, numbers with points, marks, signs nobody sees, letters of two units. */
const PARTS =
  'قال وقالت المدينةُ ذَكَرَ قـ ـاسية “ ” « » " \' ’ . .. ... … - -- — / , ، ٬ ٫ % ٪ $ € ؟ ? ! ( ) : 12 3.5 1,200 12. 2024 ١٢ ٣٫٥ ½ ² Ⅳ U.S. U.S Dr. don’t mid-December covid19 5كم 12/11 12:30 \u200f \u200c \ufe0f \u064b 😀 𐤀 \u00a0 \t'.split(
    ' ',
  );
const article = fc
  .array(fc.tuple(fc.constantFrom(...PARTS), fc.constantFrom(' ', ' ', '', '  ')), { maxLength: 14 })
  .map((parts) => parts.flat().join(''));

const read = (text: string) => {
  const tokens = scanTokens(text, 0, text.length);
  const span = { start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0 };
  return { ...claimWords(text, tokens, 0, tokens.length, span), quote: text.slice(span.start, span.end) };
};

describe('the words of a claim', () => {
  it('are those its quotation would be cut into', () => {
    const check = (text: string) => {
      const { pieces, scored, quote } = read(text);
      expect(pieces).toEqual(piecesOf(quote).map(wordOf));
      if (scored) expect(scored).toEqual(wordsOf(quote));
    };
    fc.assert(fc.property(article, check), { numRuns: 3_000 });
  });

  it('are taken over from the tokens of ordinary news', () => {
    const { scored, pieces } = read('قالت الوزارة، أمس، إن 12.5% من «المدارس» أُغلقت في 3 مدن؛ وانتقل 1,200 طالبًا.');
    expect(scored?.map(({ text }) => text)).toEqual(
      'قالت الوزارة أمس إن 12.5 % من « المدارس » أُغلقت في 3 مدن وانتقل 1,200 طالبًا'.split(' '),
    );
    expect(pieces.map(({ raw }) => raw)).toContain('200');
  });

  it('may hold a variation sign', () => {
    const { pieces, quote } = read('قال\ufe0fقال ثم سكت');
    expect(pieces).toEqual(piecesOf(quote).map(wordOf));
  });

  it('leave out a «و» that the span leaves out', () => {
    const text = 'وقال المدرب';
    const words = claimWords(text, scanTokens(text, 0, text.length), 0, 2, { start: 1, end: text.length });
    expect(words.scored?.[0]).toEqual({ text: 'قال', folded: 'قال', start: 0, end: 3, type: 'word' });
  });
});
