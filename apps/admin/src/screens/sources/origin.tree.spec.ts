import type { Source } from '#client';
import { type OriginNode, originTrees, sizeOf } from './origin.tree.js';

const source = (id: string, derivesFromId: string | null = null, vouchedById: string | null = null) =>
  ({ id, name: id, derivesFromId, vouchedById }) as Source;
const drawn = ({ source: { id }, relays }: OriginNode): string =>
  relays.length > 0 ? `${id}(${relays.map(drawn).join(' ')})` : id;

describe('sources drawn by where they go back to', () => {
  it.each([
    [
      'a relay under its origin',
      [source('wire'), source('paper', 'wire'), source('site', 'paper')],
      ['wire(paper(site))'],
    ],
    [
      'an unnamed source under the outlet that vouches for it',
      [source('paper'), source('someone', null, 'paper')],
      ['paper(someone)'],
    ],
    ['an origin that is not on the page', [source('paper', 'elsewhere')], ['paper']],
    ['a circle, cut once', [source('a', 'b'), source('b', 'a')], ['a(b)']],
    ['sources with nothing between them', [source('a'), source('b')], ['a', 'b']],
  ])('%s', (_, sources, expected) => {
    expect(originTrees(sources).map(drawn)).toEqual(expected);
  });

  it('counts a tree with everything under it', () => {
    expect(originTrees([source('a'), source('b', 'a'), source('c', 'b')]).map(sizeOf)).toEqual([3]);
  });
});
