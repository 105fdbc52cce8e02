import type { NewsroomScales, Rating, RatingScale, Stance } from './rating.types.js';

type Row = readonly [
  key: string,
  masculine: string,
  feminine: string,
  english: string,
  value: number | null,
  stance: Stance,
];

const EXTERNAL: readonly Row[] = [
  ['true', 'صحيح', 'صحيحة', 'True', 5, 'supports'],
  ['mostly-true', 'صحيح إلى حدّ كبير', 'صحيحة إلى حدّ كبير', 'Mostly true', 4, 'supports'],
  ['partly-true', 'صحيح جزئيًا', 'صحيحة جزئيًا', 'Partly true', 3, 'disputes'],
  ['false', 'غير صحيح', 'غير صحيحة', 'False', 1, 'disputes'],
  ['misleading', 'مضلِّل', 'مضلِّلة', 'Misleading', null, 'disputes'],
  ['missing-context', 'ينقصه السياق', 'ينقصها السياق', 'Missing context', null, 'disputes'],
  ['altered', 'محرَّف', 'محرَّفة', 'Altered', null, 'disputes'],
  ['unproven', 'لم تثبت صحته', 'لم تثبت صحتها', 'Unproven', null, 'unproven'],
  ['satire', 'محتوى ساخر', 'مادة ساخرة', 'Satire', null, 'unproven'],
];

const DRAFT: readonly Row[] = [
  ['accurate', 'مطابق', 'مطابقة', 'Accurate', null, 'supports'],
  ['needs-change', 'يحتاج تعديلًا', 'تحتاج تعديلًا', 'Needs change', null, 'disputes'],
  ['unsupported', 'غير مسنَد', 'غير مسنَدة', 'Unsupported', null, 'unproven'],
  ['wrong', 'خطأ', 'خطأ', 'Wrong', null, 'disputes'],
];

const same = (text: string) => ({ masculine: text, feminine: text });

function ratingOf([key, masculine, feminine, english, value, stance]: Row): Rating {
  const rating: Rating = { key, ar: { masculine, feminine }, en: same(english), value, stance };
  return key === 'false'
    ? { ...rating, media: { ar: { masculine: 'زائف', feminine: 'زائفة' }, en: same('False') } }
    : rating;
}

export const EXTERNAL_SCALE: RatingScale = { version: 1, ratings: EXTERNAL.map(ratingOf) };
export const DRAFT_SCALE: RatingScale = { version: 1, ratings: DRAFT.map(ratingOf) };
export const DEFAULT_SCALES: NewsroomScales = { external: EXTERNAL_SCALE, draft: DRAFT_SCALE };

/** These say something other than how true a claim is, so a number on them would lie in every aggregate. */
export const LABELS_WITHOUT_TRUTH_VALUE: readonly string[] = [
  'misleading',
  'missing-context',
  'altered',
  'unproven',
  'satire',
];
