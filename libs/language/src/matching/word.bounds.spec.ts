import { wordBounds } from './word.bounds.js';
import { WordMemory } from './word.memory.js';

const WORD = /\p{N}+(?:[.,٬]\p{N}+)*|\p{L}+(?:['’]\p{L}+)?/gu;
const SIGNS = [..."ab Zé,.'’٬-_%\n", ...'اب ه١٩½Ⅷ5', '\ud835\udc00', '\ud800', '\udc00', 'ـ', '\u064b'];

/** The same numbers every time (Lehmer). */
function chance(seed: number) {
  let state = seed;
  return (below: number) => (state = (state * 48_271) % 0x7fffffff) % below;
}

function words(text: string): string[] {
  const { at, count } = wordBounds(text);
  return Array.from({ length: count }, (_, word) => text.slice(at[2 * word], at[2 * word + 1]));
}

describe('the words of a folded text', () => {
  it('are those of one expression, whatever the text', () => {
    const next = chance(7);
    for (let round = 0; round < 3_000; round += 1) {
      const text = Array.from(
        { length: next(24) },
        () => SIGNS[next(round % 2 ? SIGNS.length - 5 : SIGNS.length)],
      ).join('');
      expect([text, words(text)]).toEqual([text, text.match(WORD) ?? []]);
    }
    expect(words(`${'كلمة '.repeat(1_000)}end`)).toHaveLength(1_001);
  });
});

describe('a memory of words', () => {
  it('tells of each what was worked out, also after it forgot, and works out what comes often once', () => {
    let asked = 0;
    const memory = new WordMemory((word) => {
      asked += word === 'often' ? 1 : 0;
      return { word };
    });
    const of = (text: string, word: string) => {
      const from = text.indexOf(word);
      return memory.of(text, from, from + word.length).word;
    };
    for (let n = 0; n < 80_000; n += 1) {
      const word = `w${n.toString(36)}`;
      if (of(`x ${word}`, word) !== word) throw new Error(`${word} was taken for another`);
      if (n % 1_000 === 0) expect(of('it is often so', 'often')).toBe('often');
    }
    expect([of('w0', 'w0'), of('the thirteen letters', 'thirteen letters')]).toEqual(['w0', 'thirteen letters']);
    expect(asked).toBe(1);
  });

  it('tells words apart that have one hash', () => {
    const memory = new WordMemory((word) => ({ word }));
    for (const word of ['costarring', 'liquid', 'altarage', 'zinke', 'liquid'])
      // pairs of one FNV-1a hash
      expect(memory.of(word, 0, word.length).word).toBe(word);
  });
});
