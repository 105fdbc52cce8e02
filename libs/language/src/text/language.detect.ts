import { isArabicUnit } from './char.table.js';

const SAMPLE = 20_000;
/** Letters Persian and Urdu write and Arabic does not. */
const NOT_ARABIC = /[پچژگکیہےڑٹڈںھۀۂەۆێ]/g;

/**
 * Language of a text by script: 'ar', 'en' (Latin script), or 'other' for Persian, Urdu and the like and for any other script.
 * Judged on the first 20 000 units.
 */
export function identifyLanguage(text: string): 'ar' | 'en' | 'other' {
  const sample = text.slice(0, SAMPLE);
  let arabic = 0;
  let latin = 0;
  let other = 0;
  for (let i = 0; i < sample.length; i += 1) {
    const unit = sample.charCodeAt(i);
    if (unit < 0x41) continue;
    if (unit < 0x250) latin += /[a-zA-ZÀ-ɏ]/.test(sample.charAt(i)) ? 1 : 0;
    else if (isArabicUnit(unit)) arabic += 1;
    else if (/\p{L}/u.test(sample.charAt(i))) other += 1;
  }
  if (arabic + latin + other === 0 || other > arabic + latin) return 'other';
  if (latin >= arabic) return 'en';
  const foreign = sample.match(NOT_ARABIC)?.length ?? 0;
  return foreign > arabic * 0.03 ? 'other' : 'ar';
}

/** The engine's working language: Arabic script is read as Arabic, all else as English. */
export function detectLanguage(text: string): 'ar' | 'en' {
  let arabic = 0;
  let latin = 0;
  const end = Math.min(text.length, SAMPLE);
  for (let i = 0; i < end; i += 1) {
    const unit = text.charCodeAt(i);
    if ((unit | 32) >= 97 && (unit | 32) <= 122) latin += 1;
    else if (isArabicUnit(unit)) arabic += 1;
  }
  return arabic > latin || (arabic > 0 && latin === 0) ? 'ar' : 'en';
}
