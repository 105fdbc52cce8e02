import { readTokens } from './text.reader.js';
import { WordVocabulary } from './word.vocabulary.js';

/** The bags of some passages, all counted before the first is weighed. */
function read(...passages: string[]) {
  const words = new WordVocabulary();
  const counted = passages.map((text) => words.count(readTokens(text)));
  return { words, bags: counted.map((ids) => words.weigh(ids)) };
}
const weightIn = (word: string, ...passages: string[]) => read(...passages).words.weightOf(readTokens(word)[0]!);
// ln 2 ÷ ln 3 of three quarters, and a quarter: what a word of two passages in two weighs
const BOTH = 0.25 + 0.75 * (Math.log(2) / Math.log(3));

describe('the weight of a word', () => {
  it.each<[string, number, string, string[]]>([
    ['is whole in the only passage', 1, 'rain', ['rain fell']],
    ['is whole where one of three passages has it', 1, 'rain', ['rain', 'snow', 'wind']],
    ['is less where all three have it', 0.625, 'rain', ['rain', 'rain fell', 'rain ended']],
    ['is between where two of three have it', 0.25 + 0.75 * (Math.log(2.5) / Math.log(4)), 'rain', ['rain', 'rain', 'snow']],
    ['counts a passage once that says it twice', 1, 'rain', ['rain after rain', 'snow', 'wind']],
    ['is 0.3 for a word that says little', 0.3, 'the', ['the rain']],
    ['is that of its class where no passage has it', 1, 'snow', ['rain', 'rain']],
    ['is that of its class where no passage has such a word', 0.3, 'the', ['rain']],
  ])('%s', (_name, expected, word, passages) => {
    expect(weightIn(word, ...passages)).toBeCloseTo(expected, 10);
  }); // prettier-ignore

  it('is counted anew when another passage comes', () => {
    const words = new WordVocabulary();
    const [rain] = readTokens('rain');
    words.count([rain!]);
    expect(words.weightOf(rain!)).toBe(1);
    words.count([rain!]);
    expect(words.weightOf(rain!)).toBeCloseTo(BOTH, 10);
  });
});

describe('bags of words', () => {
  it('weigh their words, each as often as it stands there', () => {
    const { bags } = read('rain fell', 'rain', '');
    expect(bags.map(({ ids }) => ids.length)).toEqual([4, 2, 0]);
    const two = 0.25 + 0.75 * (Math.log(2.5) / Math.log(4));
    expect(bags.map(({ total }) => total)).toEqual([expect.closeTo(two + 1, 10), expect.closeTo(two, 10), 0]);
    expect(read('rain rain').bags[0]!.total).toBe(2);
  });

  it('have their numbers in ascending order', () => {
    const { bags, words } = read('rain fell on the town', 'town fell');
    for (const { ids } of [...bags, words.join(bags[0]!, bags[1]!)]) expect([...ids]).toEqual([...ids].sort((a, b) => a - b));
  }); // prettier-ignore

  it.each<[string, number, string, string]>([
    ['equal', 1, 'rain fell', 'fell rain'],
    ['one word of two', BOTH / (BOTH + 1), 'rain fell', 'rain ended'],
    ['two forms of one word', BOTH / (BOTH + 1), 'banks', 'bank'],
    ['the same word once and twice', 2 / 3, 'rain rain', 'rain'],
    ['nothing in common', 0, 'rain', 'snow'],
    ['nothing at all', 0, '', ''],
    ['nothing on one side', 0, 'rain', ''],
  ])('are alike: %s', (_name, expected, a, b) => {
    const { words, bags } = read(a, b);
    expect(words.likeness(bags[0]!, bags[1]!)).toBeCloseTo(expected, 10);
    expect(words.likeness(bags[1]!, bags[0]!)).toBeCloseTo(expected, 10);
  });

  it('join to one that has the words and the weight of both', () => {
    const { words, bags } = read('rain fell', 'snow fell', 'rain fell snow fell');
    const both = words.join(bags[0]!, bags[1]!);
    expect([...both.ids]).toEqual([...bags[2]!.ids]);
    expect(both.total).toBeCloseTo(bags[2]!.total, 10);
    expect(words.likeness(both, bags[2]!)).toBeCloseTo(1, 10);
    expect(words.shared(bags[0]!, both)).toBeCloseTo(bags[0]!.total, 10);
  });
});
