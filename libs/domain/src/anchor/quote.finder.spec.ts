import { findQuote } from './quote.finder.js';

const blocks = [
  { id: 'b1', field: 'title', text: 'قال نعم' },
  { id: 'b2', field: 'body', text: 'قال نعم ثم قال نعم.' },
  { id: 'b3', field: 'body', text: 'aaa قالَ' },
];

describe('finding a quote', () => {
  it('lists every place in order', () => {
    expect(findQuote(blocks, 'قال نعم')).toEqual([
      { blockId: 'b1', start: 0, end: 7 },
      { blockId: 'b2', start: 0, end: 7 },
      { blockId: 'b2', start: 11, end: 18 },
    ]);
  });

  it('lists places that overlap', () => {
    expect(findQuote(blocks, 'aa').map(({ start }) => start)).toEqual([0, 1]);
  });

  it('never cuts a letter from its mark', () => {
    expect(findQuote(blocks, 'قال').map(({ blockId }) => blockId)).toEqual(['b1', 'b2', 'b2']);
  });

  it('finds nothing for nothing', () => {
    expect(findQuote(blocks, '')).toEqual([]);
    expect(findQuote(blocks, 'absent')).toEqual([]);
  });
});
