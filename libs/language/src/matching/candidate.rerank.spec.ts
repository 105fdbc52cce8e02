import { rerank } from './candidate.rerank.js';
import { matchingLine } from './matching.view.js';

const candidate = (id: string, text: string) => ({ id, line: matchingLine(text), bm25: 0 });

describe('ordering candidates by their character sequences', () => {
  it.each<[string, string, string, string]>([
    ['an Arabic', 'المدينة زغبرتقش', 'المدينة', 'زغبرتقش'],
    ['an English', 'people xzqvkw', 'people', 'xzqvkw'],
  ])(
    'with two candidates, %s word of every day says less than a strange one of the same length',
    (_, query, common, rare) => {
      const ranked = rerank(query, [candidate('common', common), candidate('rare', rare)]);
      expect(ranked.map(({ id }) => id)).toEqual(['rare', 'common']);
      expect(ranked[1]?.grams).toBeGreaterThan(0);
    },
  );
});

describe('years', () => {
  it.each([
    ['Floods in Aden in March 2021', 'Floods in Aden, March 2019', 'Floods in Aden'],
    ['فيضانات عدن في آذار 2021', 'فيضانات عدن، آذار ٢٠١٩', 'فيضانات عدن'],
    ['Floods in Aden in March 2021', 'Floods in Aden, March 2019', 'Floods in Aden, 2019 and 2021'],
  ])('asked «%s», «%s» tells of another year and comes after «%s», which says less', (query, other, same) => {
    const candidates = [
      { ...candidate('other', other), bm25: 100 },
      { ...candidate('same', same), bm25: 99 },
    ];
    expect(rerank(query, candidates).map(({ id }) => id)).toEqual(['same', 'other']);
  });

  it('nothing is taken from who names a year of the question, or none, or where the question names none', () => {
    const score = (query: string, text: string) =>
      rerank(query, [{ ...candidate('a', text), bm25: 10 }])[0]?.score ?? 0;
    const plain = (query: string, text: string) => {
      const { bm25, grams } = rerank(query, [{ ...candidate('a', text), bm25: 10 }])[0]!;
      return bm25 + 0.25 * grams;
    };
    for (const [query, text] of [
      ['Aden 2021', 'Aden 2021 or 2019'],
      ['Aden 2021', 'Aden'],
      ['Aden', 'Aden 2019'],
      ['Aden 2021', 'Aden 20199 people and 3019'],
    ] as const)
      expect(score(query, text)).toBeCloseTo(plain(query, text), 10);
    expect(score('Aden 2021', 'Aden 2019')).toBeCloseTo(0.9 * plain('Aden 2021', 'Aden 2019'), 10);
  });
});

describe('repetition', () => {
  it.each([
    ['zorbal quintep', 'zorbal', 'quintep'],
    ['زرطوف قمحيش', 'زرطوف', 'قمحيش'],
  ])('asked «%s», sequences of «%s», which candidates repeat, say more than those of «%s»', (query, repeated, once) => {
    const others = [1, 2, 3].flatMap((n) => [
      candidate(`r${n}`, `${repeated} ${repeated}`),
      candidate(`o${n}`, `${once} ${'x'.repeat(once.length)}`),
    ]);
    const ranked = rerank(query, [candidate('once', once), candidate('repeated', repeated), ...others]);
    const grams = (wanted: string) =>
      ranked.find(({ id }) => id === wanted)!.grams / (wanted === 'once' ? once : repeated).length;
    expect(grams('repeated')).toBeGreaterThan(1.05 * grams('once'));
  });
});
