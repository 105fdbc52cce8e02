import type { Bilingual, Language } from '#platform';

/** Why a record was not taken into the archive, and what to do about it, by the server's code. */
const WORDS: Readonly<Record<string, Bilingual>> = {
  'not-json': {
    en: 'this is not JSON: look for a missing quotation mark, bracket or comma',
    ar: 'ليس هذا JSON: ابحث عن علامة اقتباس أو قوس أو فاصلة ناقصة',
  },
  'not-utf8': {
    en: 'the bytes are not UTF-8: convert the file first, as with iconv',
    ar: 'البايتات ليست بترميز UTF-8: حوّل الملف أولًا، مثلًا بأداة iconv',
  },
  'not-an-object': {
    en: 'this is no JSON object: one ClaimReview is expected here',
    ar: 'ليس هذا كائن JSON: يُنتظر هنا سجل ClaimReview واحد',
  },
  'too-big': {
    en: 'too long: shorten it, or take it out of the file',
    ar: 'أطول من الحد: اختصره أو احذفه من الملف',
  },
  incomplete: {
    en: 'the file ends in the middle of a record: was it copied whole?',
    ar: 'ينتهي الملف في وسط سجل: هل نُسخ كاملًا؟',
  },
  required: {
    en: 'a claim is missing: give claimReviewed, or at least a headline',
    ar: 'النص المتحقَّق منه ناقص: اذكر claimReviewed أو عنوانًا على الأقل',
  },
  'text-without-content': {
    en: 'there is no letter and no digit in it: write the claim out',
    ar: 'ليس فيه حرف ولا رقم: اكتب النص المتحقَّق منه',
  },
  'wrong-type': {
    en: 'a text is expected here: put the value between quotation marks',
    ar: 'يُنتظر هنا نص: ضع القيمة بين علامتي اقتباس',
  },
  'unsafe-character': {
    en: 'it holds a NUL or half of a surrogate pair: remove it',
    ar: 'فيه محرف صفري أو نصف زوج بديل: احذفه',
  },
  'wrong-form': {
    en: 'no such day: write it as 2024-05-31',
    ar: 'لا يوجد يوم كهذا: اكتبه على صورة 2024-05-31',
  },
  'column-missing': {
    en: 'no column holds the claims: name one claim (or الادعاء) in the first line',
    ar: 'لا عمود للنصوص المتحقَّق منها: سمِّ أحد أعمدة السطر الأول «الادعاء» أو claim',
  },
};

/** A newer server may know codes that are not told here. */
export function refusalWords(code: string, language: Language): string {
  return WORDS[code]?.[language] ?? code;
}
