export type Digits = 'latn' | 'arab';
const KEPT = 'isnad.digits';
let digits: Digits | undefined;

/** The digits Arabic screens are set in: 0–9 unless the reader chose ٠–٩. English always has 0–9. */
export function digitsFor(language: string): Digits {
  digits ??= globalThis.localStorage?.getItem(KEPT) === 'arab' ? 'arab' : 'latn';
  return language === 'ar' ? digits : 'latn';
}

export function chooseDigits(next: Digits): void {
  digits = next;
  globalThis.localStorage?.setItem(KEPT, next);
}

/** BCP 47 tag for Intl, with the Gregorian calendar and the reader's digits. */
export function localeTag(language: string, calendar: 'gregory' | 'islamic-umalqura' = 'gregory'): string {
  const base = language === 'ar' ? 'ar' : 'en-GB';
  return `${base}-u-ca-${calendar}-nu-${digitsFor(language)}`;
}

export function formatNumber(value: number, language: string, options: Intl.NumberFormatOptions = {}): string {
  return new Intl.NumberFormat(localeTag(language), { useGrouping: 'min2', ...options }).format(value);
}
