import { findWords, marksOf, type Side } from './carrier.marks.js';
import type { Carrier } from './origins.query.js';

const cut = (text: string, words: string) => {
  const found = findWords(text, words);
  return found && text.slice(...found);
};

describe('words in a text', () => {
  it.each([
    ['قال مصدران إن العمل توقف', 'مصدران', 'مصدران'],
    ['وقالَ مصدران', 'قال', 'قالَ'],
    ['ولم ترد الوزارة على طلب', 'لم ترد', 'لم ترد'],
    ['استقال الوزير ثم قال إنه باقٍ', 'قال', 'قال'],
    ['قالت مصادر', 'قال', null],
    ['He said “we will”', 'said "we will"', 'said “we will”'],
    ['The said  road', 'said road', 'said  road'],
    ['x', '', null],
    ['إلى الأمام', 'الى الامام', 'إلى الأمام'],
  ])('%s / %s', (text, words, expected) => expect(cut(text, words)).toBe(expected));

  it('finds the word itself, not the one it ends', () => {
    expect(findWords('استقال الوزير ثم قال', 'قال')).toEqual([17, 20]);
  });
});

const side = (context: string, claimId: string): Side => ({
  blocks: [
    { id: `${claimId}-0`, text: 'قال آخر شيئًا آخر.' },
    { id: `${claimId}-1`, text: `😀 ${context} انتهى.` },
  ],
  claims: [{ id: claimId, context }],
});
const item = (changes: Carrier['carried']['changes']): Carrier => ({
  articleId: 'b',
  title: '',
  outlet: null,
  how: null,
  derivesFrom: null,
  sharedClaims: [{ claimId: 'own', otherClaimId: 'other', likeness: 1 }],
  sharedClaimCount: 1,
  credited: [],
  passages: [{ a: 'انتهى', b: 'انتهى' }],
  quotations: [],
  carried: { firstArticleId: 'a', changes, sentence: '' },
});

describe('marks of two texts', () => {
  const first = side('قال مصدران إن العمل ربما توقف.', 'own');
  const second = side('كشفت مصادر أن العمل توقف.', 'other');

  it('stand in the sentence of the claim, in code points, under the number of their change', () => {
    const { a, b } = marksOf(
      item([
        { kind: 'hardened', what: 'cue', a: 'قال', b: 'كشفت' },
        { kind: 'grew', what: 'sources', a: 'مصدران', b: 'مصادر' },
      ]),
      first,
      second,
      true,
    );
    expect(a.map(({ blockId, start, kind, change }) => [blockId, start, kind, change])).toEqual([
      ['own-1', 2, 'hardened', 0],
      ['own-1', 6, 'grew', 1],
      ['own-1', 33, 'passage', null],
    ]);
    expect(b.map(({ blockId, start }) => [blockId, start])).toEqual([
      ['other-1', 2],
      ['other-1', 7],
      ['other-1', 28],
    ]);
  });

  it('what was dropped leaves a gap in the sentence that lacks it', () => {
    const { a, b } = marksOf(item([{ kind: 'dropped', what: 'hedge', a: 'ربما', b: '' }]), first, second, true);
    expect(a[0]).toMatchObject({ kind: 'dropped', change: 0 });
    expect(b[0]).toMatchObject({ kind: 'gap', change: 0, blockId: 'other-1', start: 2 });
  });

  it('a cue is not marked where it only happens to stand', () => {
    const { a } = marksOf(item([{ kind: 'hardened', what: 'cue', a: 'ذكر', b: 'أكد' }]), first, second, true);
    expect(a.map(({ kind }) => kind)).toEqual(['passage']);
  });

  it('the article asked about may be the later one', () => {
    const { a, b } = marksOf(item([{ kind: 'grew', what: 'sources', a: 'مصادر', b: 'مصدران' }]), second, first, false);
    expect([a[0]?.blockId, b[0]?.blockId]).toEqual(['other-1', 'own-1']);
  });
});
