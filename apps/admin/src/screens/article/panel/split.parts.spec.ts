import { partsOf, wordsOf } from './split.parts.js';

const shown = (quote: string, cuts: number[]) =>
  partsOf(quote, new Set(cuts)).map(({ start, end }) => [...quote].slice(start, end).join(''));

describe('cutting a claim into parts', () => {
  it.each([
    ['الأسعار ارتفعت والأجور انخفضت', [2], ['الأسعار ارتفعت', 'والأجور انخفضت']],
    ['a b c', [1, 2], ['a', 'b', 'c']],
    ['a b c', [], ['a b c']],
    ['a  b\nc', [2], ['a  b', 'c']],
    ['😀 a b', [1], ['😀', 'a b']],
    ['a b', [9], ['a b']],
  ] as const)('%s before %j', (quote, cuts, expected) => expect(shown(quote, [...cuts])).toEqual(expected));

  it('counts code points', () => expect(wordsOf('😀 a').map(({ start }) => start)).toEqual([0, 2]));
});
