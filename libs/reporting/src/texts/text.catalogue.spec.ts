import ar from './ar.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import { catalogueOf, fill, type PluralKey } from './text.catalogue.js';

const arabic = catalogueOf('ar');
const english = catalogueOf('en');

describe('counted nouns', () => {
  // Written out by hand: Arabic has six forms, and 103 counts like 3, 111 like 11, 100 and 101 like neither.
  it.each<[PluralKey, number, string, string]>([
    ['sources', 0, 'لا مصادر', 'no sources'],
    ['sources', 1, 'مصدر واحد', '1 source'],
    ['sources', 2, 'مصدران', '2 sources'],
    ['sources', 3, '3 مصادر', '3 sources'],
    ['sources', 10, '10 مصادر', '10 sources'],
    ['sources', 11, '11 مصدرًا', '11 sources'],
    ['sources', 99, '99 مصدرًا', '99 sources'],
    ['sources', 100, '100 مصدر', '100 sources'],
    ['sources', 101, '101 مصدر', '101 sources'],
    ['sources', 102, '102 مصدر', '102 sources'],
    ['sources', 103, '103 مصادر', '103 sources'],
    ['sources', 111, '111 مصدرًا', '111 sources'],
    ['origins', 1, 'مصدر أصل مستقل واحد', '1 independent origin'],
    ['origins', 2, 'مصدران أصلان مستقلان', '2 independent origins'],
    ['origins', 4, '4 مصادر أصول مستقلة', '4 independent origins'],
    ['claims.draft', 2, 'معلومتان', '2 claims'],
    ['claims.draft', 12, '12 معلومةً', '12 claims'],
    ['claims.external', 2, 'ادّعاءان', '2 claims'],
    ['claims.external', 7, '7 ادّعاءات', '7 claims'],
  ])('%s of %i: %s, %s', (key, count, inArabic, inEnglish) => {
    expect(arabic.plural(key, count)).toBe(inArabic);
    expect(english.plural(key, count)).toBe(inEnglish);
  });

  it('has all six forms of every Arabic noun', () => {
    for (const forms of Object.values(ar.plurals))
      expect(Object.keys(forms).sort()).toEqual(['few', 'many', 'one', 'other', 'two', 'zero']);
  });
});

describe('agreement', () => {
  it('says of معلومة and of ادّعاء what the glossary says', () => {
    expect(arabic.agreed('state.needs-source', 'm')).toBe('لم يُتحقَّق منه بعد');
    expect(arabic.agreed('state.needs-source', 'f')).toBe('لم يُتحقَّق منها بعد');
    expect(arabic.agreed('state.verified.attribution', 'm')).toBe('متحقَّق منه (النسبة)');
    expect(arabic.agreed('state.verified.substance', 'f')).toBe('متحقَّق منها (المضمون)');
    expect(arabic.agreed('state.disputed.refuted', 'm')).toBe('ثبت خلافه');
    expect(arabic.agreed('state.disputed.conflicting', 'f')).toBe('محلّ خلاف');
    expect(arabic.agreed('closure.as-attributed', 'm')).toBe('منشور منسوبًا: لم نتحقق من مضمونه');
  });
});

describe('the two catalogues', () => {
  const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort();

  it('hold the same texts with the same places to fill', () => {
    expect(Object.keys(ar.words)).toEqual(Object.keys(en.words));
    expect(Object.keys(ar.agreed)).toEqual(Object.keys(en.agreed));
    expect(Object.keys(ar.plurals)).toEqual(Object.keys(en.plurals));
    const english = en.words as Record<string, string>;
    for (const [key, text] of Object.entries(ar.words))
      expect([key, holes(text)]).toEqual([key, holes(english[key] ?? '')]);
  });

  it('leave nothing untranslated', () => {
    for (const text of Object.values(ar.words))
      expect(text).toMatch(/\p{Script=Arabic}|^«\{text\}»$|^\{\w+\}، \{\w+\}/u);
    for (const text of Object.values(en.words)) expect(text).not.toMatch(/\p{Script=Arabic}/u);
  });

  it('name a feature they know and show the code of one they do not', () => {
    expect(arabic.feature('percent')).toBe('نسبة مئوية');
    expect(english.feature('percent')).toBe('percentage');
    expect(english.feature('brand-new')).toBe('brand-new');
  });
});

it('fills places and leaves unknown ones visible', () => {
  expect(fill('{a} of {b}', { a: 1 })).toBe('1 of {b}');
});
