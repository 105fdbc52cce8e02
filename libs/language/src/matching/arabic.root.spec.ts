import { fold } from '../normal/normal.fold.js';
import { arabicRoot, ROOT_ENDINGS, rootEnding } from './arabic.root.js';
import { arabicStem } from './arabic.stem.js';
import prose from './lexicon/ordinary-prose.json' with { type: 'json' };

const stem = (word: string) => arabicStem(fold(word));
const root = (word: string) => arabicRoot(stem(word));

describe('arabicRoot', () => {
  it.each([
    ['مظاهرة', 'المتظاهرون', 'تظاهروا', 'يتظاهر'],
    ['مسجد', 'المساجد', 'سجد'],
    ['أعلن', 'يعلن', 'تعلن', 'إعلان', 'بيعلن', 'ليعلن'],
    ['حريق', 'حرائق', 'حرقوا', 'يحرق', 'محروق'],
    ['أصيب', 'إصابة', 'إصابته', 'مصاب'],
    ['كتاب', 'كتب', 'مكتوب', 'يكتب'],
  ])('%s, %s, %s … are of one root, most with stems of their own', (first, ...others) => {
    expect(root(first)).not.toBe('');
    for (const other of others) expect(root(other)).toBe(root(first));
    expect(new Set([first, ...others].map(stem)).size).toBeGreaterThan(2);
  });

  it('a weak letter holds the place of a root’s own, so that few letters are not all', () => {
    expect(root('قول')).not.toBe(root('قل'));
    expect(root('سوق')).toBe(root('أسواق'));
  });

  it.each(['يا', 'أو', 'دم', 'ماما', '2024', 'covid', 'كوفيد19'])('«%s» says too little or is no Arabic word', (word) =>
    expect(arabicRoot(fold(word))).toBe(''),
  );
});

describe('rootEnding', () => {
  it('is the same for all stems of a root, so that nothing of one root is passed over', () => {
    const stems = new Set(prose.ar.flatMap((sentence) => fold(sentence).split(/[^\p{L}]+/u)).map(arabicStem));
    const endings = new Map<string, number>();
    let together = 0;
    for (const one of stems) {
      const key = arabicRoot(one);
      if (key === '') continue;
      if (endings.has(key)) together += 1;
      expect(rootEnding(one)).toBe(endings.get(key) ?? rootEnding(one));
      expect(rootEnding(one)).toBeLessThan(ROOT_ENDINGS);
      endings.set(key, rootEnding(one));
    }
    expect(together).toBeGreaterThan(300);
  });

  it('tells most words apart', () =>
    expect(new Set(['كتب', 'علن', 'ظهر', 'سجد', 'حرق', 'فجر'].map(rootEnding)).size).toBe(6));
});
