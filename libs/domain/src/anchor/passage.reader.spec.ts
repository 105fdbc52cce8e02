import { paragraphs } from '../../../../test/support/domain-passages.js';
import { readPages } from './passage.reader.js';
import { TextReader } from './text.reader.js';
import { WordVocabulary } from './word.vocabulary.js';

describe('the sentences of two revisions', () => {
  const words = new WordVocabulary();
  const blocks = paragraphs('Rain fell. قَتَلَ 12%!', 'left out', '', 'The dam held');
  const [old, now] = readPages(
    { blocks, wanted: (block) => block !== 1 },
    { blocks: paragraphs('Rain ended.'), wanted: () => true },
    new TextReader(),
    words,
  );

  it('are numbered through, with their block and place in it', () => {
    expect(old.passages.map(({ index, block, start, end }) => [index, block, start, end])).toEqual([
      [0, 0, 0, 10],
      [1, 0, 11, 22],
      [2, 3, 0, 12],
    ]);
    expect(now.passages.map(({ index, block }) => [index, block])).toEqual([[0, 0]]);
  });

  it('are found by their block; one that was not wanted or has none has none', () => {
    expect(old.ofBlock).toEqual([[0, 1], [], [], [2]]);
    expect(now.ofBlock).toEqual([[0]]);
  });

  it('have their own words, in offsets of the block, and their strict form', () => {
    expect(old.passages.map(({ tokens }) => tokens.map(({ key, start }) => [key, start]))).toEqual([
      [['Rain', 0], ['fell', 5]],
      [['قتل', 11], ['12%', 18]],
      [['The', 0], ['dam', 4], ['held', 8]],
    ]); // prettier-ignore
    expect(old.passages.map(({ form }) => form)).toEqual(['Rain fell.', 'قتل 12%!', 'The dam held']);
  });

  it('are weighed with the words of both revisions', () => {
    // of four sentences two have the word
    const rain = 0.25 + (0.75 * Math.log(1 + 4 / 2)) / Math.log(5);
    expect(old.passages[0]?.bag.total).toBeCloseTo(rain + 1, 10);
    expect(words.likeness(old.passages[0]!.bag, now.passages[0]!.bag)).toBeCloseTo(rain / (rain + 1), 10);
  });
});
