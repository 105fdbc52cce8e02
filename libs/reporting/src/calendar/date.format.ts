import type { ReportLanguage } from '../model/label.model.js';

const GREGORIAN: Record<ReportLanguage, readonly string[]> = {
  ar: ['يناير', 'فبراير', 'مارس', 'أبريل', 'مايو', 'يونيو', 'يوليو', 'أغسطس', 'سبتمبر', 'أكتوبر', 'نوفمبر', 'ديسمبر'],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

const HIJRI: Record<ReportLanguage, readonly string[]> = {
  ar: [
    'محرّم',
    'صفر',
    'ربيع الأول',
    'ربيع الآخر',
    'جمادى الأولى',
    'جمادى الآخرة',
    'رجب',
    'شعبان',
    'رمضان',
    'شوّال',
    'ذو القعدة',
    'ذو الحجة',
  ],
  en: [
    'Muharram',
    'Safar',
    'Rabi al-Awwal',
    'Rabi al-Akhir',
    'Jumada al-Ula',
    'Jumada al-Akhirah',
    'Rajab',
    'Shaban',
    'Ramadan',
    'Shawwal',
    'Dhu al-Qadah',
    'Dhu al-Hijjah',
  ],
};

const ERA: Record<ReportLanguage, string> = { ar: 'هـ', en: 'AH' };
const ZONE: Record<ReportLanguage, string> = { ar: 'بالتوقيت العالمي', en: 'UTC' };

// Only numbers are taken from ICU (its Umm al-Qura table is fixed data); words and order are ours, the zone is UTC.
const UMM_AL_QURA = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'numeric',
  year: 'numeric',
});

/** @throws RangeError when the text is no RFC 3339 time. */
function instantOf(rfc3339: string): Date {
  const instant = new Date(rfc3339);
  if (Number.isNaN(instant.getTime())) throw new RangeError(`“${rfc3339}” is no RFC 3339 time`);
  return instant;
}

const twoDigits = (number: number) => String(number).padStart(2, '0');

/** Civil date in UTC: «22 نوفمبر 2026», “22 November 2026”. */
export function gregorianDate(rfc3339: string, language: ReportLanguage): string {
  const instant = instantOf(rfc3339);
  return `${instant.getUTCDate()} ${GREGORIAN[language][instant.getUTCMonth()]} ${instant.getUTCFullYear()}`;
}

/** Umm al-Qura date of that civil day in UTC: «12 جمادى الآخرة 1448 هـ». */
export function hijriDate(rfc3339: string, language: ReportLanguage): string {
  const parts = UMM_AL_QURA.formatToParts(instantOf(rfc3339));
  const number = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return `${number('day')} ${HIJRI[language][number('month') - 1]} ${number('year')} ${ERA[language]}`;
}

/** Date and minute, with the zone named: «22 نوفمبر 2026، 14:45 بالتوقيت العالمي». */
export function gregorianTime(rfc3339: string, language: ReportLanguage): string {
  const instant = instantOf(rfc3339);
  const clock = `${twoDigits(instant.getUTCHours())}:${twoDigits(instant.getUTCMinutes())}`;
  return `${gregorianDate(rfc3339, language)}${language === 'ar' ? '،' : ','} ${clock} ${ZONE[language]}`;
}

/** Both calendars on one line: «22 نوفمبر 2026 م (12 جمادى الآخرة 1448 هـ)». */
export function bothCalendars(rfc3339: string, language: ReportLanguage): string {
  const era = language === 'ar' ? ' م' : '';
  return `${gregorianDate(rfc3339, language)}${era} (${hijriDate(rfc3339, language)})`;
}
