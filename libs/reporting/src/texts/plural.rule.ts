import type { ReportLanguage } from '../model/label.model.js';

export type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

/**
 * Plural category of a whole number ≥ 0 (CLDR cardinal rules for Arabic and English). Written out rather than taken
 * from Intl so that a report's bytes do not hang on the ICU data of the machine.
 */
export function pluralForm(language: ReportLanguage, count: number): PluralForm {
  if (language === 'en') return count === 1 ? 'one' : 'other';
  if (count === 0) return 'zero';
  if (count === 1) return 'one';
  if (count === 2) return 'two';
  const hundredth = count % 100;
  if (hundredth >= 3 && hundredth <= 10) return 'few';
  return hundredth >= 11 ? 'many' : 'other';
}
