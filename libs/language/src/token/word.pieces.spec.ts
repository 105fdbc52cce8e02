import fc from 'fast-check';
import { piecesOf } from './word.pieces.js';

describe('runs of letters, marks and numbers', () => {
  it('keep a variation sign in a word and make none of one alone', () => {
    expect(piecesOf('قال\ufe0fقال ❤\ufe0f \ufe0fنعم')).toEqual(['قال\ufe0fقال', 'نعم']);
    expect(piecesOf('قال\ufe0fقال ❤\ufe0f \ufe0fنعم ½')).toEqual(['قال\ufe0fقال', 'نعم', '½']);
  });

  it('are those that Unicode tells, in any text', () => {
    const sign = fc.constantFrom(
      'أ',
      'ً',
      'ـ',
      'a',
      '7',
      '٣',
      '½',
      '²',
      'Ⅷ',
      ' ',
      '.',
      '“',
      '😀',
      '𝓒',
      '\ud83d',
      '\u200f',
      '\ufe0f',
    );
    const anyText = fc.oneof(
      fc.array(sign).map((signs) => signs.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(anyText, (text) =>
        expect(piecesOf(text)).toEqual(text.match(/(?![\ufe00-\ufe0f])[\p{L}\p{M}\p{N}\u0640]+/gu) ?? []),
      ),
      { numRuns: 2000 },
    );
  });
});
