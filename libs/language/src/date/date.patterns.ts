import { fold } from '../normal/normal.fold.js';
import lexicon from './date.lexicon.json' with { type: 'json' };

function indexOf(lists: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  return new Map(lists.flatMap((names, index) => names.map((name) => [fold(name), index] as const)));
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** Longer spellings first, so that «كانون الثاني» is not cut short. */
function anyOf(list: Iterable<string>): string {
  return [...new Set([...list].map((word) => fold(word)))]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|');
}

export const months = indexOf(lexicon.months);
export const hijriMonths = indexOf(lexicon.hijriMonths);
export const weekdays = indexOf(lexicon.weekdays);
export const dayWords: ReadonlyMap<string, number> = new Map(
  Object.entries(lexicon.days).map(([word, offset]) => [fold(word), offset]),
);
export const counts: ReadonlyMap<string, number> = new Map(
  Object.entries(lexicon.counts).map(([word, count]) => [fold(word), count]),
);
export const duals: ReadonlySet<string> = new Set(lexicon.duals.map((word) => fold(word)));
export const unitOf: ReadonlyMap<string, 'day' | 'week' | 'month' | 'year'> = new Map(
  Object.entries(lexicon.units).flatMap(([unit, words]) =>
    words.map((word) => [fold(word), unit as 'day' | 'week' | 'month' | 'year'] as const),
  ),
);
export const past: ReadonlySet<string> = new Set(lexicon.past.map((word) => fold(word)));
export const future: ReadonlySet<string> = new Set(lexicon.future.map((word) => fold(word)));

const END = '(?![\\p{L}\\p{N}])';
/** و ف and ب ل in front of a word, or the article of a month. */
const CLITIC = '(?:[وف]?[بل]?)';
const MONTH = anyOf(months.keys());
const HIJRI = anyOf(hijriMonths.keys());
const WEEKDAY = anyOf(weekdays.keys());
const YEAR = '(1[89]\\d\\d|20\\d\\d)(?:\\s?م(?![\\p{L}]))?';
const RELATIVE = anyOf([...lexicon.past, ...lexicon.future, ...lexicon.present]);
const GAP = '[\\s\\-/.،,]{1,3}';
/** «ديسمبر/كانون الأول»: the same month in two systems. */
const TWO_NAMES = `(${MONTH})\\.?(?:\\s?[/(]\\s?(?:${MONTH})\\)?)?`;
const OF_YEAR = `(?:[\\s\\-/،,]{1,3}(?:(?:من\\s)?(?:ال)?(?:عام|سنه)\\s)?${YEAR})?`;
const SAID_BEFORE = `(?:${CLITIC}(?:يوم\\s)?(?:${WEEKDAY})(?:\\s?[،,])?\\s)?`;

/** Sticky: to be tried where a word begins, nowhere else. */
const pattern = (source: string): RegExp => new RegExp(source + END, 'uy');

/** One way of writing dates each; group numbers are told beside. Every repetition is bounded: the time is linear. */
export const PATTERNS = {
  /** 1 year, 2 month, 3 day */
  iso: pattern('(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})'),
  /** 1, 2 day and month in an order to be decided, 3 year */
  slashed: pattern('(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})'),
  /** 1 day, 2 month, 3 year */
  dayMonth: pattern(
    `${SAID_BEFORE}(\\d{1,2})(?:st|nd|rd|th)?(?:\\sof)?${GAP}(?:من\\s)?(?:شهر\\s)?${TWO_NAMES}${OF_YEAR}`,
  ),
  /** 1 month, 2 day, 3 year */
  monthDay: pattern(`${SAID_BEFORE}(${MONTH})\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s${YEAR})?`),
  /** 1 month, 2 year */
  monthYear: pattern(`${CLITIC}(?:شهر\\s)?${TWO_NAMES},?\\s(?:(?:من\\s)?(?:ال)?(?:عام|سنه)\\s)?${YEAR}`),
  /** 1 month, 2 past, present or future */
  monthRelative: pattern(`${CLITIC}(?:شهر\\s)?${TWO_NAMES}\\s(${RELATIVE})`),
  /** 1 month, known by what stands before it */
  monthAlone: pattern(
    `(?:(?:في|منذ|حتي|خلال|شهر|مطلع|اوايل|اواخر|نهايه|منتصف|in|since|until|last|by|early|late)\\s)${TWO_NAMES}`,
  ),
  /** 1 day, 2 month, 3 year */
  hijri: pattern(
    `(?:(\\d{1,2})\\s(?:من\\s)?(?:شهر\\s)?)?(${HIJRI})(?:\\s(?:(?:من\\s)?(?:ال)?(?:عام|سنه)\\s)?(1[34]\\d\\d)(?:\\s?(?:ه|هجري|هجريه|هجريا|ah))?)?`,
  ),
  /** 1 year */
  year: pattern(`(?:${CLITIC}(?:ال)?(?:عام|سنه|في|منذ|حتي|بحلول)|in|since|by|until|of|year|during)\\s${YEAR}`),
  /** 1 day word */
  dayWord: pattern(`[وف]?(${anyOf(dayWords.keys())})`),
  /** 1 weekday, 2 past, present or future */
  weekday: pattern(`(?:last\\s|next\\s|on\\s)?${CLITIC}(?:يوم\\s)?(${WEEKDAY})(?:\\s(${RELATIVE}))?`),
  /** 1 count, 2 unit */
  ago: pattern(`(?:قبل|منذ)\\s(?:نحو\\s|حوالي\\s)?(?:(\\d{1,3}|${anyOf(counts.keys())})\\s)?(${anyOf(unitOf.keys())})`),
  /** 1 count, 2 unit */
  agoEnglish: pattern(`(\\d{1,3}|${anyOf(counts.keys())})\\s(days?|weeks?|months?|years?)\\sago`),
  /** 1 unit, 2 past, present or future */
  period: pattern(`${CLITIC}ال(اسبوع|شهر|عام|سنه)\\s(${RELATIVE})`),
  /** 1 last, this or next, 2 unit */
  periodEnglish: pattern('(last|this|next)\\s(week|month|year)'),
} as const;
