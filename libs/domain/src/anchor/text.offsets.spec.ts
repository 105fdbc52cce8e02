import fc from 'fast-check';
import { fromCodePoint, graphemeEnd, graphemeStart, splitsGrapheme, toCodePoint } from './text.offsets.js';

describe('offsets', () => {
  it('counts an astral character as two units and one code point', () => {
    const text = 'أ👩‍👧b';
    expect([0, 1, 3, 4, 6, 7].map((at) => toCodePoint(text, at))).toEqual([0, 1, 2, 3, 4, 5]);
    expect([0, 1, 2, 3, 4, 5].map((at) => fromCodePoint(text, at))).toEqual([0, 1, 3, 4, 6, 7]);
  });

  it('knows no place outside the text or inside a code point', () => {
    const text = 'a😀';
    expect([-1, 0.5, 2, 4, Number.NaN, Infinity].map((at) => toCodePoint(text, at))).toEqual(Array(6).fill(undefined));
    expect([-1, 0.5, 3, Number.NaN, Infinity].map((at) => fromCodePoint(text, at))).toEqual(Array(5).fill(undefined));
    expect([toCodePoint('', 0), fromCodePoint('', 0)]).toEqual([0, 0]);
  });

  it('treats halves of a pair standing alone as characters', () => {
    expect(toCodePoint('\ud83da\ude00', 2)).toBe(2);
    expect(fromCodePoint('\ud83da\ude00', 3)).toBe(3);
  });

  it('goes there and back for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const points = [...text];
        expect(fromCodePoint(text, points.length)).toBe(text.length);
        points.forEach((_, at) => {
          const utf16 = fromCodePoint(text, at) ?? -1;
          expect(utf16).toBe(points.slice(0, at).join('').length);
          expect(toCodePoint(text, utf16)).toBe(at);
        });
      }),
    );
  });
});

describe('graphemes', () => {
  it.each([
    ['قَتل', 1, true],
    ['قَتل', 2, false],
    ['e\u0301a', 1, true],
    ['👩‍👧 x', 2, true],
    ['👩‍👧 x', 5, false],
    ['🇱🇧🇪🇬', 4, false],
    ['🇱🇧🇪🇬', 2, true],
    ['\r\n', 1, true],
    ['ab', 1, false],
    ['ab', 0, false],
    ['ab', 2, false],
  ])('%j cut at %i: %s', (text, at, splits) => {
    expect(splitsGrapheme(text, at)).toBe(splits);
  });

  it('agrees with the segmenter on any text', () => {
    const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const starts = new Set([...segmenter.segment(text)].map(({ index }) => index)).add(text.length);
        for (let at = 0; at <= text.length; at++) {
          expect(splitsGrapheme(text, at)).toBe(!starts.has(at));
          expect([graphemeStart(text, at), graphemeEnd(text, at)].every((edge) => starts.has(edge))).toBe(true);
        }
      }),
    );
  });

  it('takes the ends of a text and what lies beyond for edges', () => {
    for (const at of [-1, 0, 2, 3])
      expect([graphemeStart('e\u0301', at), graphemeEnd('e\u0301', at)]).toEqual([at, at]);
  });

  it('finds the edges of a long text by what stands near', () => {
    const text = `${'😀'.repeat(400)}👩‍👧${'e\u0301'.repeat(300)}`;
    const woman = 800;
    expect([graphemeStart(text, woman + 2), graphemeEnd(text, woman + 2)]).toEqual([woman, woman + 5]);
    expect([graphemeStart(text, woman), graphemeEnd(text, woman)]).toEqual([woman, woman]);
    expect([graphemeStart(text, 501), graphemeEnd(text, 501)]).toEqual([500, 502]);
    expect([graphemeStart(text, 901), graphemeEnd(text, 901)]).toEqual([901, 901]);
    expect([graphemeStart(text, 902), graphemeEnd(text, 902)]).toEqual([901, 903]);
  });

  it('cuts a letter under 300 marks after 256 of them', () => {
    const text = `ab${'\u0301'.repeat(300)}c`;
    expect([graphemeStart(text, 100), graphemeEnd(text, 100)]).toEqual([1, 302]);
    expect(graphemeStart(text, 290)).toBe(290 - 256);
    expect(graphemeEnd(text, 10)).toBe(10 + 256);
  });

  it('finds both edges from inside', () => {
    expect([graphemeStart('aقَb', 2), graphemeEnd('aقَb', 2)]).toEqual([1, 3]);
  });
});
