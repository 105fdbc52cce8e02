import { rerank } from './candidate.rerank.js';
import { matchingLine } from './matching.view.js';
import { MemoryIndex } from './memory.index.js';

const archive = [
  { id: 'lions', text: 'بوتين يطلق 800 أسد ونمر في روسيا لمنع المواطنين من مغادرة منازلهم' },
  { id: 'mask', text: 'الرئيس الصيني في مدينة ووهان الصينية دون أن يرتدي كمامة' },
  { id: 'adhan', text: 'الأذان يعود إلى غرناطة بعد 500 عام على سقوط الأندلس' },
  { id: 'rings', text: 'A photograph documents a cache of wedding rings removed from Holocaust victims.' },
  { id: 'map', text: 'Donald Trump displayed an altered graphic of Hurricane Dorian hitting Alabama.' },
];

describe('MemoryIndex', () => {
  const index = new MemoryIndex(archive);

  it.each([
    ['الحكومة الروسية أطلقت ٨٠٠ أسد حتى تجبر الناس على البيت', 'lions'],
    ['لأول مرة يرفع الاذان بمدينه غرناطه', 'adhan'],
    ['picture of engagement ring of holocaust victim', 'rings'],
    ['the #Dorian graphics Trump just used', 'map'],
  ])('%s → %s', (query, id) => expect(index.search(query, 3)[0]?.id).toBe(id));

  it('answers nothing where nothing is shared', () => {
    expect(index.search('zzz qqq', 5)).toEqual([]);
    expect(index.search('', 5)).toEqual([]);
    expect(new MemoryIndex([]).search('a query', 5)).toEqual([]);
  });

  it('scores as the formula of its parts', () => {
    const hit = index.search('Hurricane Dorian', 1)[0];
    expect(hit?.score).toBeCloseTo((hit?.bm25 ?? 0) + 0.25 * (hit?.grams ?? 0), 10);
    expect(hit?.bm25).toBeGreaterThan(0);
    expect(hit?.grams).toBeGreaterThan(0);
  });
});

describe('rerank', () => {
  it('lets a misspelt twin pass a text with an equal stem score', () => {
    const order = rerank('فايروس كورونا المستجد', [
      { id: 'far', line: matchingLine('مباراة كرة القدم الليلة'), bm25: 1 },
      { id: 'near', line: matchingLine('فيروس كورونا المستجدّ'), bm25: 1 },
    ]).map((hit) => hit.id);
    expect(order).toEqual(['near', 'far']);
  });

  it('keeps the given order on ties', () => {
    const same = ['a', 'b', 'c'].map((id) => ({ id, line: ' x ', bm25: 1 }));
    expect(rerank('unrelated', same).map((hit) => hit.id)).toEqual(['a', 'b', 'c']);
  });
});
