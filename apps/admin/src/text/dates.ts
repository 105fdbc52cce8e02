import { localeTag } from './numerals.js';

const HIJRI_MONTHS: Readonly<Record<string, readonly string[]>> = {
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

/** «22 نوفمبر 2026» in the reader's time zone, or in `timeZone`. */
export function gregorianDate(at: string, language: string, timeZone?: string): string {
  return new Intl.DateTimeFormat(localeTag(language), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    ...(timeZone && { timeZone }),
  }).format(new Date(at));
}

/** «12 جمادى الآخرة 1448 هـ» by the Umm al-Qura calendar; only numbers come from the platform, the names are ours. */
export function hijriDate(at: string, language: string, timeZone?: string): string {
  const options = { day: 'numeric', month: 'numeric', year: 'numeric', ...(timeZone && { timeZone }) } as const;
  const numbers = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', options).formatToParts(new Date(at));
  const part = (type: string) => Number(numbers.find((entry) => entry.type === type)?.value);
  const digits = new Intl.NumberFormat(localeTag(language), { useGrouping: false });
  const month = HIJRI_MONTHS[language]?.[part('month') - 1] ?? '';
  const era = language === 'ar' ? 'هـ' : 'AH';
  return `${digits.format(part('day'))} ${month} ${digits.format(part('year'))} ${era}`;
}

export function clockTime(at: string, language: string, timeZone?: string): string {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...(timeZone && { timeZone }) } as const;
  return new Intl.DateTimeFormat(localeTag(language), options).format(new Date(at));
}

/** Both calendars and the time, for whoever points at a date or hears it read. */
export function wholeDate(at: string, language: string, timeZone?: string): string {
  const comma = language === 'ar' ? '،' : ',';
  const dates = `${gregorianDate(at, language, timeZone)} · ${hijriDate(at, language, timeZone)}`;
  return `${dates}${comma} ${clockTime(at, language, timeZone)}`;
}

const SPANS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** «قبل 3 ساعات», “in 2 days”; a date beyond two weeks. Milliseconds since the epoch for `now`. */
export function relativeTime(at: string, now: number, language: string): string {
  const distance = Date.parse(at) - now;
  if (Math.abs(distance) > 14 * 86_400_000) return gregorianDate(at, language);
  const words = new Intl.RelativeTimeFormat(localeTag(language), { numeric: 'auto' });
  for (const [unit, length] of SPANS) {
    if (Math.abs(distance) >= length) return words.format(Math.round(distance / length), unit);
  }
  return words.format(0, 'minute');
}
