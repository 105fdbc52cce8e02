import { paragraphs } from '../../../../test/support/domain-passages.js';
import type { PairableBlock } from './anchor.types.js';
import { agreeingNeighbours, pairBlocks } from './block.pairing.js';

/** Paragraphs without ids: they are told apart by their words and places alone. */
const nameless = (...texts: string[]): PairableBlock[] =>
  paragraphs(...texts).map(({ field, text }) => ({ field, text }));
const named = (...pairs: [string, string][]): PairableBlock[] =>
  pairs.map(([id, text]) => ({ id, field: 'body', text }));

function pair(olds: readonly PairableBlock[], news: readonly PairableBlock[]) {
  const { image, strength, rivals, inPlace } = pairBlocks(olds, news);
  return {
    image: [...image],
    strength: [...strength].map((value) => Math.round(value * 1000) / 1000),
    rivals: [...rivals],
    inPlace: [...inPlace].sort(),
  };
}
const images = (olds: string[], news: string[]) => pair(nameless(...olds), nameless(...news)).image;
const strengths = (olds: string[], news: string[]) => pair(nameless(...olds), nameless(...news)).strength;
const rivals = (olds: string[], news: string[]) => pair(nameless(...olds), nameless(...news)).rivals;

const N = 'nn north n2 n3';
const M = 'mm south m2 m3';
const Q = 'qq west q2 q3';
const longer = Array.from({ length: 20 }, (_, i) => `w${i}`).join(' ');
// two rewordings of V that are as like it as each other
const V = 'aa bb cc dd ee';
const V1 = 'aa bb cc dd x1';
const V2 = 'aa bb cc dd x2';

describe('pairing paragraphs', () => {
  it.each<[string, string[], string[], number[]]>([
    ['nothing', [], [], []],
    ['nothing left', [N], [], [-1]],
    ['equal ones', [N, M], [N, M], [0, 1]],
    ['equal ones that changed places', [N, M], [M, N], [1, 0]],
    ['one retouched', ['12% rose', M], ['١٢٪ rose', M], [0, 1]],
    ['one retouched and moved', ['‏12%', M], [M, '١٢٪'], [1, 0]],
    ['one of another field only by its likeness', [`dek|${N}`], [N], [0]],
    ['one edited between neighbours', [N, V, M], [N, V1, M], [0, 1, 2]],
    ['one with nothing in common', [N, V, M], [N, Q, M], [0, -1, 2]],
    ['the first of two rewordings alike', [V], [V1, V2], [0]],
    ['the first of two old ones alike', [V1, V2], [V], [0, -1]],
    ['the one beside the same neighbours', [N, V, M], [V2, N, V1, M], [1, 2, 3]],
    ['a third of the words in its place', ['aa bb cc'], ['aa dd ee'], [0]],
    ['not a third of the words elsewhere', ['aa bb cc', N], [N, 'aa dd ee'], [-1, 0]],
    ['less than a fifth of the words nowhere', ['aa bb cc dd'], ['aa ee ff gg'], [-1]],
    ['less than enough of the words elsewhere', ['aa bb cc dd ee', N], [N, 'aa bb x1'], [-1, 0]],
    ['a short one inside a long one by five words', ['aa bb cc dd ee', N], [N, `aa bb cc dd ee ${longer}`], [1, 0]],
    ['a short one inside a long one not by four', ['aa bb cc dd', N], [N, `aa bb cc dd ${longer}`], [-1, 0]],
    ['an empty one with an empty one', [''], [''], [0]],
    ['an empty one with nothing else', ['', N], [M], [-1, -1]],
  ])('%s', (_name, olds, news, expected) => {
    expect(images(olds, news)).toEqual(expected);
  });

  it('takes ids for a hint', () => {
    const olds = named(['b1', N], ['b2', N]);
    expect(pair(olds, named(['b2', N], ['b1', N])).image).toEqual([1, 0]);
    expect(pair(olds, nameless(N, N)).image).toEqual([0, 1]);
    expect(pair(olds, named(['b2', M], ['b1', N])).image).toEqual([1, -1]);
    expect(pair(olds.slice(0, 1), [{ id: 'b1', field: 'dek', text: N }, { field: 'body', text: N }]).image).toEqual([1]); // prettier-ignore
    expect(pair(nameless(N, M), nameless(M, N)).image).toEqual([1, 0]);
    expect(pair(named(['b1', V]), named(['b9', V1], ['b1', V2])).image).toEqual([1]);
  });

  it('leaves nothing in two pairs', () => {
    expect(images([V, V1, V2], [`${V} y1`])).toEqual([0, -1, -1]);
    expect(images([`${V} y1`], [V, V1, V2])).toEqual([0]);
    expect(images([V1, V2], [`${V1} y1`, `${V2} y2`])).toEqual([0, 1]);
    expect(images([V1, V2], [`${V2} y2`, `${V1} y1`])).toEqual([1, 0]);
  });
});

describe('how clearly a pair of paragraphs is one', () => {
  it.each<[string, string[], string[], number[]]>([
    ['wholly, when unchanged', [N, M], [N, M], [1, 1]],
    ['wholly, when nothing else is like it', [N, V, M], [N, V1, M], [1, 1, 1]],
    ['not at all, between two alike', [V], [V1, V2], [0]],
    ['not at all, from two alike', [V1, V2], [V], [0, 1]],
    ['half, with one more neighbour', [N, V, M], [N, V1, Q, V2, 'zz z1 z2', M], [1, 0.5, 1]],
    ['wholly, with both neighbours more', [N, V, M], [N, V1, M, V2], [1, 1, 1]],
    ['wholly, when the other half of a split is all there is', ['aa bb cc dd'], ['aa bb', 'cc dd'], [1]],
    ['wholly, when the other half of a merge is all there is', ['aa bb', 'cc dd'], ['aa bb cc dd'], [1, 1]],
  ])('%s', (_name, olds, news, expected) => {
    expect(strengths(olds, news)).toEqual(expected);
  });

  it('a quarter more for an equal id', () => {
    expect(pair(named(['b1', V]), named(['b9', V1], ['b1', V2])).strength).toEqual([0.25]);
    expect(pair(named(['b9', V1], ['b1', V2]), named(['b1', V])).strength).toEqual([1, 0.25]);
  });

  it('is said by words, neighbours and field', () => {
    // 0.8 × likeness + 0.1 for each of two neighbours, three quarters of it under another field; wholly when ahead by 0.2
    // four words that all three have, 0.625 each, of 3.5: 0.1 + 0.8 × 2.5 ÷ 3.5 is ahead of three quarters of it by 0.168
    expect(pair(nameless(V), nameless(V1, `dek|${V2}`)).strength).toEqual([0.839]);
    // words of all three passages weigh 0.625, of two 0.746: aa bb cc 1.875 of 3.366 and 3.875
    const three = 2 * 0.625 * 3;
    const two = 0.25 + (0.75 * Math.log(2.5)) / Math.log(4);
    const likeness = three / (3 * 0.625 + 2 * two + 3 * 0.625 + 2);
    const found = pair(nameless(V), nameless(`dek|${V}`, 'aa bb cc x1 x2'));
    expect(found.image).toEqual([0]);
    expect(found.rivals).toEqual([[0, [1]]]);
    expect(0.75 * 0.9 - (0.8 * likeness + 0.1)).toBeLessThan(0.2);
    expect(pair(nameless(V), nameless(`dek|${V}`, 'aa bb x1 x2 x3'))).toMatchObject({ strength: [1], rivals: [] });
  });
});

describe('paragraphs whose continuation is in doubt', () => {
  it.each<[string, string[], string[], [number, number[]][]]>([
    ['none when nothing changed', [N, V, M], [N, V, M], []],
    ['none when nothing repeated was touched', [N, V, N, M], [N, V, N, V1, M], []],
    ['a repeated one of which one is gone', [N, N, M], [N, M], [[0, []]]],
    ['the last of repeated ones of which one is gone', [M, N, N], [M, N], [[1, []]]],
    ['one that was doubled', [N], [N, N], [[0, [1]]]],
    ['one that was doubled before another', [N, M], [N, N, M], [[0, [1]]]],
    ['one that was doubled behind another', [M, N], [M, N, N], [[1, [2]]]],
    ['none when the copy stands elsewhere', [N, V, M], [N, V, M, V], []],
    ['none when the copy has no neighbour for it', [N, V, M, Q], [N, V, M, V, Q], []],
    ['one that stands beside a rewording of it', [N, V, M], [N, V, V1, M], [[1, [2]]]],
    ['one that stands behind a rewording of it', [N, V, M], [N, V1, V, M], [[1, [1]]]],
    ['the first, with a rewording before it', [V, M], [V1, V, M], [[0, [0]]]],
    ['the last, with a rewording behind it', [N, V], [N, V, V1], [[1, [2]]]],
    ['none beside something unlike it', [N, V, M], [N, V, Q, M], []],
    ['none beside a rewording under another field', [N, V, M], [N, V, `dek|${V1}`, M], []],
    ['one moved away while a rewording stands in its place', [N, V, M, Q], [N, V1, M, Q, V], [[1, [1]]]],
    ['none that moved while nothing stands in its place', [N, V, M, Q], [N, M, Q, V], []],
    ['none doubled further off than the one that stayed', [N, V, M], [N, V, Q, V, 'zz z1 z2', M], []],
    [
      'one doubled as far off as the one that stayed',
      [N, V, M, 'pp p1 p2'],
      [N, V, Q, 'pp p1 p2', V, 'zz z1 z2', M],
      [[1, [4]]],
    ],
    ['none doubled behind what came after it', [N, V, M], [N, V, Q, M, V], []],
    ['none of two alike of which the other is gone', [N, V, M, V, Q], [N, 'zz z1 z2', V, M, Q], []],
    ['one that went on alone while what came before it kept a rewording', [N, V, M, Q], [N, V1, Q, V, M], [[1, [1]]]],
    ['one that stayed alone while what came behind it kept a rewording', [N, V, M, Q], [N, V, Q, V1, M], [[1, [3]]]],
    ['the first, gone from the head where a rewording stands', [V, M, Q], [V1, Q, V, M], [[0, [0]]]],
    [
      'one beside another that has half of its words',
      [N, 'aa bb cc dd', M],
      [N, 'aa bb cc dd', 'aa bb x1 x2', M],
      [[1, [2]]],
    ],
    [
      'none beside another that has a quarter of its words',
      [N, 'aa bb cc dd', M],
      [N, 'aa bb cc dd', 'aa x1 x2 x3', M],
      [],
    ],
    [
      'none beside another that says one of its words twice',
      [N, 'aa bb cc dd', M],
      [N, 'aa bb cc dd', 'aa aa x1 x2', M],
      [],
    ],
    ['the farther of two copies, which has both neighbours for it', [N], [N, N, N], [[0, [2]]]],
    ['one retouched and doubled', [N, '12% rose', M], [N, '١٢٪ rose', '12% rose', M], [[1, [1]]]],
  ])('%s', (_name, olds, news, expected) => {
    expect(rivals(olds, news)).toEqual(expected);
  });

  it('have no strength', () => {
    expect(strengths([N], [N, N])).toEqual([0]);
    expect(strengths([N, V, M], [N, V, V1, M])).toEqual([1, 0, 1]);
  });
});

describe('paragraphs in their order', () => {
  it.each<[string[], string[], number[]]>([
    [
      [N, M, Q],
      [N, M, Q],
      [0, 1, 2],
    ],
    [
      [N, M, Q],
      [Q, N, M],
      [0, 1],
    ],
    [[N, M], [M, N], []],
    [
      [N, V, M],
      [N, V1, M],
      [0, 1, 2],
    ],
    [
      [N, V, M],
      [N, M],
      [0, 2],
    ],
  ])('%j → %j: %j', (olds, news, expected) => {
    expect(pair(nameless(...olds), nameless(...news)).inPlace).toEqual(expected);
  });
});

describe('neighbours that agree', () => {
  it.each<[string, number[], number, number, number, number]>([
    ['both, alone', [-1], 1, 0, 0, 2],
    ['none, alone in the middle', [-1], 3, 0, 1, 0],
    ['the head', [-1], 2, 0, 0, 1],
    ['the end', [-1], 2, 0, 1, 1],
    ['both', [0, -1, 2], 3, 1, 1, 2],
    ['the one before', [0, -1, 3], 4, 1, 1, 1],
    ['the one behind', [1, -1, 3], 4, 1, 2, 1 + 1],
    ['none', [2, -1, 0], 3, 1, 1, 0],
    ['none at the head for one that had somebody before', [-1, -1], 2, 1, 0, 0],
    ['none at the end for one that had somebody behind', [-1, -1], 2, 0, 1, 0],
  ])('%s', (_name, image, count, i, j, expected) => {
    expect(agreeingNeighbours(Int32Array.from(image), count, i, j)).toBe(expected);
  });
});
