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
