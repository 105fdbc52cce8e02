import { explain, explainer } from './pair.explain.js';
import { whySentence } from './why.sentence.js';

const said = (a: string, b: string, locale: 'ar' | 'en') => whySentence(explain({ text: a }, { text: b }), locale);

describe('whySentence', () => {
  it('tells numbers that differ, each with its side', () => {
    const [a, b] = ['بلغت كلفة الجسر 12 مليون دينار', 'بلغت كلفة الجسر 15 مليون دينار'];
    expect(said(a, b, 'ar')).toBe('ادّعاء متعارض: الأرقام مختلفة: هنا 12 مليون وهناك 15 مليون.');
    expect(said(a, b, 'en')).toBe('A conflicting claim: numbers differ: here 12 مليون, there 15 مليون.');
  });

  it('tells what both say, and who denies', () => {
    const [a, b] = ['Russia did not close the airport in 2023', 'Russia closed the airport in 2023'];
    expect(said(a, b, 'en')).toBe('A conflicting claim: both say Russia, 2023; this one denies, that one does not.');
    expect(said(b, a, 'en')).toContain('that one denies, this one does not');
    expect(said(a, b, 'ar')).toContain('هذا ينفي وذاك لا ينفي');
  });

  it('has something to say when only words are common', () => {
    expect(said('the red boat sank slowly', 'the red boat sank', 'en')).toMatch(
      /^A similar claim: they share|^The same/,
    );
  });

  it('is never empty and names no undefined', () => {
    for (const [a, b] of [
      ['', ''],
      ['؟', '!'],
      ['قال', 'كتب'],
    ] as const)
      for (const locale of ['ar', 'en'] as const) {
        expect(said(a, b, locale).length).toBeGreaterThan(10);
        expect(said(a, b, locale)).not.toContain('undefined');
      }
  });
});

describe('explainer', () => {
  it('says of each text what explain says', () => {
    const asked = { text: 'أعلنت روسيا إغلاق المطار يوم 8 ديسمبر 2024', origin: 'رويترز' };
    const explainTo = explainer(asked);
    for (const text of [
      'روسيا لم تغلق المطار',
      'Russia closed the airport',
      '',
      'أعلنت روسيا إغلاق المطار يوم 8 ديسمبر 2024',
    ])
      expect(explainTo({ text, origin: 'رويترز' })).toEqual(explain(asked, { text, origin: 'رويترز' }));
  });
});
