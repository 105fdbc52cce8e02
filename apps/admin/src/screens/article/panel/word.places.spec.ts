import { placesOf } from './word.places.js';

const blocks = [
  { id: 'a', text: '😀 قال مصدران إن المحادثات توقفت.' },
  { id: 'b', text: 'المحادثات توقفت، ثم المحادثات توقفت.' },
];

describe('places of words in a text', () => {
  it('are in code points, however the letters before are stored', () => {
    const [first] = placesOf('مصدران', blocks);
    expect(first?.span).toEqual({ blockId: 'a', start: 6, end: 12 });
    expect(first).toMatchObject({ before: '😀 قال ', quote: 'مصدران' });
  });

  it('are all of them, in the order of the text', () => {
    expect(placesOf(' المحادثات توقفت ', blocks).map(({ span }) => [span.blockId, span.start])).toEqual([
      ['a', 16],
      ['b', 0],
      ['b', 20],
    ]);
  });

  it.each(['', '  ', 'ال', 'لم تتوقف المحادثات'])('are none for «%s»', (words) =>
    expect(placesOf(words, blocks)).toEqual([]),
  );
});
