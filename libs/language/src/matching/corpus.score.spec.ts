import { idf, impact } from './bm25.weight.js';
import { bm25Among, type Corpus } from './corpus.score.js';
import { readText, storedTerms } from './term.bag.js';

const stems = (text: string) => readText(text, 99).stems;
const asked = (text: string) => storedTerms(stems(text));
/** A collection in which every word of the question is as frequent as every other. */
const corpus = (question: string, without: readonly string[] = []): Corpus => ({
  documents: 1000,
  meanLength: 4,
  df: new Map(asked(question).flatMap(({ term }) => (without.includes(term) ? [] : [[term, 10]]))),
});
const scores = (question: string, ...texts: string[]) =>
  bm25Among(asked(question), corpus(question), texts.map(stems)).scores;

describe('BM25 among a pool', () => {
  it('is the textbook’s where nothing is repeated, of everyday or of a root only', () => {
    const [one = 0, two = 0] = scores('harbour customs', 'harbour opened', 'customs harbour lighthouse barge');
    expect(one).toBeCloseTo(idf(10, 1000) * impact(1, 2, 4), 10);
    expect(two).toBeCloseTo(2 * idf(10, 1000) * impact(1, 4, 4), 10);
  });

  it('scores another text as it would a text of the pool', () => {
    const pool = ['harbour opened. Is the harbour open?', 'customs officer'];
    const { scores, scoreOf } = bm25Among(asked('harbour customs'), corpus('harbour customs'), pool.map(stems));
    expect(pool.map((text) => scoreOf(stems(text)))).toEqual(scores);
    expect(scoreOf('')).toBe(0);
  });

  it.each([
    ['harbour something', 'the harbour', 'and something'],
    ['didn’t dredger', 'the dredger', 'he didn’t'],
  ])('asked «%s», «%s» tells more than «%s»: everybody says that of everything', (question, strange, ordinary) => {
    const [one = 0, other = 0] = scores(question, strange, ordinary);
    expect(other).toBeGreaterThan(0);
    expect(other).toBeLessThan(one);
  });

  it('a word that claims repeat in their headlines counts more than one that comes once', () => {
    const about = ['ferry sank? Ferry sank', 'new ferry opened. A ferry is opened', 'ferry strike. Ferry strike again'];
    const by = ['harbour seen', 'lighthouse at a harbour', 'harbour customs'];
    const [first = 0, , , , , last = 0] = scores('ferry harbour', ...about, 'a ferry', 'a harbour', 'a harbour');
    const single = scores('ferry harbour', ...about, ...by, 'one ferry sails', 'one harbour sails');
    expect(first).toBeGreaterThan(last);
    expect(single[6]).toBeGreaterThan(single[7]!);
  });
});

describe('Arabic words by their root', () => {
  it.each([
    ['تظاهروا', 'مظاهرة حاشدة'],
    ['المساجد', 'مسجد قديم'],
    ['يعلن', 'إعلان مصنع'],
  ])('«%s» is met for a part in «%s»', (question, text) => {
    const [other = 0, same = 0, none = 0] = scores(question, text, `${question} قديم`, 'شيء بعيد');
    expect(other).toBeGreaterThan(0);
    expect(other).toBeLessThan(same);
    expect(none).toBe(0);
  });

  it('adds nothing where the text has the word, and counts once whatever the forms', () => {
    const [plain = 0, more = 0] = scores('مسجد', 'مسجد بناء قديم', 'مسجد مساجد قديم');
    expect(more).toBe(plain);
    const [one = 0, two = 0] = scores('مظاهرة متظاهرون', 'تظاهروا أمس قديم', 'تظاهروا يتظاهر قديم');
    expect(two).toBe(one);
  });

  it('a word that the archive has in no such form weighs as the others do in the mean', () => {
    const question = 'مساجد ميناء';
    const { scores } = bm25Among(asked(question), corpus(question, ['مساجد']), [stems('مسجد قديم')]);
    expect(scores[0]).toBeCloseTo(0.75 * idf(10, 1000) * impact(1, 2, 4), 10);
  });

  it('is nothing for words of other scripts', () => expect(scores('dredgers', 'dredging works')[0]).toBe(0));
});

describe('words for one notion', () => {
  it.each([
    ['photograph', 'a picture framed', 'a photograph framed', 'a ladder framed'],
    ['صورة', 'لقطة معلقة', 'صورة معلقة', 'سلم معلق'],
  ])('«%s» is met for a part in «%s»', (question, text, itself, other) => {
    const [part = 0, same = 0, none = 0] = scores(question, text, itself, other);
    expect(part).toBeGreaterThan(0);
    expect(part).toBeLessThan(same);
    expect(none).toBe(0);
  });

  it('add nothing where the text has the word, count once, and stand for the lightest word asked', () => {
    const [plain = 0, more = 0] = scores('photograph', 'photograph hung outdoors', 'photograph picture outdoors');
    expect(more).toBe(plain);
    const [one = 0, two = 0] = scores('photograph', 'picture hung outdoors', 'picture snapshot outdoors');
    expect(two).toBe(one);
    const asking = (rare: string) =>
      bm25Among(
        asked('photograph image'),
        {
          ...corpus('photograph image'),
          df: new Map([
            ['photograph', 100],
            ['imag', 100],
            [rare, 2],
          ]),
        },
        [stems('picture hung')],
      ).scores[0];
    expect(asking('photograph')).toBe(asking('imag'));
    expect(asking('photograph')).toBeCloseTo(0.75 * idf(100, 1000) * impact(1, 2, 4), 10);
  });
});
