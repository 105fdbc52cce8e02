import { fold } from '../normal/normal.fold.js';
import { words } from '../lexicon/lexicon.load.js';

const arabicMonths = Object.keys(words.months)
  .map((name) => fold(name))
  .sort((a, b) => b.length - a.length)
  .join('|');
const english =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const weekday =
  '(?:(?:ال)?(?:احد|اثنين|ثلاثاء|اربعاء|خميس|جمعه|سبت)|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)';
const label = '(?:اخر تحديث|تاريخ النشر|نشر في|نشر|تحديث|حدث في|published|updated|last updated|posted(?: on)?)';
const time =
  '(?:at )?\\d{1,2}[:.]\\d{2}(?::\\d{2})?\\s*(?:am|pm|a\\.m\\.?|p\\.m\\.?|ص|م|صباحا|مساء|gmt|utc|est|edt|bst|بتوقيت \\S+( \\S+)?)?';
const day = `\\d{1,2}(?:st|nd|rd|th)?[\\s\\-/.]*(?:${arabicMonths}|${english})\\.?[\\s\\-/.,،]*(?:\\d{4})?`;
const monthFirst = `(?:${english})\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s*(?:\\d{4})?`;
const numeric = '\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}';
const filler = '[\\s,،|:\\-–—•·/()]*';
const piece = `(?:${label}|${weekday}|${monthFirst}|${day}|${numeric}|${time}|\\(?gmt[+-]?\\d*\\)?)`;
const DATELINE = new RegExp(`^${filler}(?:${piece}${filler}){1,8}$`);

/** A line that holds nothing but when the article appeared: metadata, not text. */
export function isDateline(key: string): boolean {
  return key.length <= 90 && /\d/.test(key) && DATELINE.test(fold(key));
}
