import fc from 'fast-check';
import { pointOf, unitOf } from './code.points.js';
import { segmentsOf } from './text.segments.js';

const shown = (text: string, spans: [string, number, number][]) =>
  segmentsOf(
    text,
    spans.map(([id, start, end]) => ({ id, start, end })),
  ).map(({ text: piece, ids }) => `${piece}[${ids.join(' ')}]`);

describe('cutting a block for its highlights', () => {
  it.each<[string, [string, number, number][], string[]]>([
    ['abcdef', [], ['abcdef[]']],
    ['abcdef', [['x', 2, 4]], ['ab[]', 'cd[x]', 'ef[]']],
    ['abcdef', [['x', 0, 6]], ['abcdef[x]']],
    [
      'abcdef',
      [
        ['x', 1, 4],
        ['y', 3, 6],
      ],
      ['a[]', 'bc[x]', 'd[x y]', 'ef[y]'],
    ],
    [
      'abcdef',
      [
        ['out', 0, 6],
        ['in', 2, 4],
      ],
      ['ab[out]', 'cd[in out]', 'ef[out]'],
    ],
    [
      'abcdef',
      [
        ['x', 2, 4],
        ['y', 2, 4],
      ],
      ['ab[]', 'cd[x y]', 'ef[]'],
    ],
    ['a😀b', [['x', 1, 2]], ['a[]', '😀[x]', 'b[]']],
    [
      'abc',
      [
        ['far', 2, 99],
        ['empty', 1, 1],
        ['inverted', 2, 1],
      ],
      ['ab[]', 'c[far]'],
    ],
    ['', [['x', 0, 1]], []],
  ])('%s %j', (text, spans, expected) => expect(shown(text, spans)).toEqual(expected));

  it('says where a span begins', () => {
    const pieces = segmentsOf('abcdef', [
      { id: 'x', start: 1, end: 4 },
      { id: 'y', start: 3, end: 6 },
    ]);
    expect(pieces.map(({ begins }) => begins)).toEqual([[], ['x'], ['y'], []]);
  });

  it('never loses or changes a letter, and covers exactly what the spans cover', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 });
    const spans = fc.array(fc.tuple(fc.nat(45), fc.nat(45)), { maxLength: 8 });
    fc.assert(
      fc.property(text, spans, (block, pairs) => {
        const given = pairs.map(([start, end], index) => ({ id: String(index), start, end }));
        const pieces = segmentsOf(block, given);
        expect(pieces.map((piece) => piece.text).join('')).toBe(block);
        for (const { id, start, end } of given) {
          const covered = pieces.filter(({ ids }) => ids.includes(id)).map((piece) => piece.text);
          expect(covered.join('')).toBe([...block].slice(start, Math.max(start, end)).join(''));
        }
      }),
    );
  });

  it('turns offsets there and back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(50), (text, point) => {
        const within = Math.min(point, [...text].length);
        expect(pointOf(text, unitOf(text, point))).toBe(within);
        expect(unitOf(text, point)).toBe([...text].slice(0, point).join('').length);
      }),
    );
  });
});
