import { checkScale, ratingOf, stanceOf } from './rating.check.js';
import { DRAFT_SCALE, EXTERNAL_SCALE } from './rating.presets.js';
import type { Rating, RatingScale } from './rating.types.js';

const shown = (scale: RatingScale) =>
  scale.ratings.map(({ key, ar, en, value, stance }) => [key, ar.masculine, en.masculine, value, stance]);

describe('the scales as delivered', () => {
  it('for other people’s articles', () => {
    expect(shown(EXTERNAL_SCALE)).toEqual([
      ['true', 'صحيح', 'True', 5, 'supports'],
      ['mostly-true', 'صحيح إلى حدّ كبير', 'Mostly true', 4, 'supports'],
      ['partly-true', 'صحيح جزئيًا', 'Partly true', 3, 'disputes'],
      ['false', 'غير صحيح', 'False', 1, 'disputes'],
      ['misleading', 'مضلِّل', 'Misleading', null, 'disputes'],
      ['missing-context', 'ينقصه السياق', 'Missing context', null, 'disputes'],
      ['altered', 'محرَّف', 'Altered', null, 'disputes'],
      ['unproven', 'لم تثبت صحته', 'Unproven', null, 'unproven'],
      ['satire', 'محتوى ساخر', 'Satire', null, 'unproven'],
    ]);
    expect(ratingOf(EXTERNAL_SCALE, 'false')?.media?.ar.masculine).toBe('زائف');
    expect(ratingOf(EXTERNAL_SCALE, 'missing-context')?.ar.feminine).toBe('ينقصها السياق');
  });

  it('for our own drafts', () => {
    expect(shown(DRAFT_SCALE)).toEqual([
      ['accurate', 'مطابق', 'Accurate', null, 'supports'],
      ['needs-change', 'يحتاج تعديلًا', 'Needs change', null, 'disputes'],
      ['unsupported', 'غير مسنَد', 'Unsupported', null, 'unproven'],
      ['wrong', 'خطأ', 'Wrong', null, 'disputes'],
    ]);
  });

  it('are sound', () => {
    expect(checkScale(EXTERNAL_SCALE)).toEqual([]);
    expect(checkScale(DRAFT_SCALE)).toEqual([]);
  });

  it('tell the stance of a label, and of none', () => {
    expect(stanceOf(EXTERNAL_SCALE, 'altered')).toBe('disputes');
    expect(stanceOf(EXTERNAL_SCALE, 'accurate')).toBeUndefined();
  });
});

const label = (key: string, over: Partial<Rating> = {}): Rating => ({
  key,
  ar: { masculine: 'اسم', feminine: 'اسمة' },
  en: { masculine: 'name', feminine: 'name' },
  value: null,
  stance: 'supports',
  ...over,
});
const rest = [label('no', { stance: 'disputes' }), label('open', { stance: 'unproven' })];
const errors = (...ratings: Rating[]) =>
  checkScale({ version: 1, ratings }).map(({ pointer, code }) => `${pointer} ${code}`);

describe('a scale is refused', () => {
  it.each<[string, Rating[], string[]]>([
    ['not when it is plain', [label('yes'), ...rest], []],
    [
      'not when values fall',
      [
        label('yes', { value: 9 }),
        label('no', { value: 1, stance: 'disputes' }),
        label('open', { stance: 'unproven' }),
      ],
      [],
    ],
    [
      'not when a number is missing between two',
      [
        label('yes', { value: 3 }),
        label('hm'),
        label('no', { value: 1, stance: 'disputes' }),
        label('open', { stance: 'unproven' }),
      ],
      [],
    ],
    [
      'when two values are equal',
      [label('yes', { value: 3 }), label('yes-too', { value: 3 }), ...rest],
      ['/ratings/1/value not-monotonic'],
    ],
    [
      'when values rise',
      [label('yes', { value: 3 }), label('yes-too', { value: 4 }), ...rest],
      ['/ratings/1/value not-monotonic'],
    ],
    [
      'when a disputing label outranks a supporting one',
      [
        label('no', { value: 4, stance: 'disputes' }),
        label('yes', { value: 3 }),
        label('open', { stance: 'unproven' }),
      ],
      ['/ratings/1/value stance-order'],
    ],
    [
      'when an unproven label carries a number',
      [label('yes'), label('no', { stance: 'disputes' }), label('open', { stance: 'unproven', value: 2 })],
      ['/ratings/2/value value-forbidden'],
    ],
    [
      'when a label without truth value carries a number',
      [
        label('yes', { value: 5 }),
        label('misleading', { stance: 'disputes', value: 2 }),
        label('open', { stance: 'unproven' }),
      ],
      ['/ratings/1/value value-forbidden'],
    ],
    [
      'when satire carries a number',
      [label('yes'), label('no', { stance: 'disputes' }), label('satire', { stance: 'unproven', value: 0 })],
      ['/ratings/2/value value-forbidden'],
    ],
    ['when a value is no number', [label('yes', { value: Number.NaN }), ...rest], ['/ratings/0/value not-finite']],
    ['when a key comes twice', [label('yes'), label('yes'), ...rest], ['/ratings/1/key repeated']],
    ['when a key is not kebab-case', [label('Yes!'), ...rest], ['/ratings/0/key key-malformed']],
    [
      'when an Arabic label is missing',
      [label('yes', { ar: { masculine: '', feminine: 'اسمة' } }), ...rest],
      ['/ratings/0/ar/masculine label-empty'],
    ],
    [
      'when a feminine form is missing',
      [label('yes', { ar: { masculine: 'اسم', feminine: ' ' } }), ...rest],
      ['/ratings/0/ar/feminine label-empty'],
    ],
    [
      'when an English label is missing',
      [label('yes', { en: { masculine: ' ', feminine: 'name' } }), ...rest],
      ['/ratings/0/en/masculine label-empty'],
    ],
    [
      'when the stance is unknown',
      [label('yes'), ...rest, label('hm', { stance: 'maybe' as 'supports' })],
      ['/ratings/3/stance stance-unknown'],
    ],
    ['when nothing supports', rest, ['/ratings stance-missing']],
    ['when nothing disputes', [label('yes'), label('open', { stance: 'unproven' })], ['/ratings stance-missing']],
    ['when there is nothing', [], ['/ratings stance-missing', '/ratings stance-missing', '/ratings stance-missing']],
  ])('%s', (_, ratings, expected) => {
    expect(errors(...ratings)).toEqual(expected);
  });
});
