import { fold } from '../normal/normal.fold.js';
import { dayWords, hijriMonths, months, type PATTERNS, weekdays } from './date.patterns.js';

/** What a word may contribute to a date, as bits. */
export const DIGIT = 1;
const YEAR = 2;
const MONTH = 4;
const HIJRI = 8;
const WEEKDAY = 16;
const DAY = 32;
const AGO = 64;
const PERIOD = 128;
/** «12/11/2024», "mid-December": several words to the patterns. */
const SEVERAL = 256;
/** A mark that may stand between the numbers of a date. */
const BETWEEN = 512;

export interface Way {
  readonly name: keyof typeof PATTERNS;
  /** The signs it cannot do without. */
  readonly needs: number;
  /** The sign its place is known by … */
  readonly at: number;
  /** … and how many words of it may stand in front of that, at most. */
  readonly lead: number;
}

export const WAYS: readonly Way[] = [
  { name: 'iso', needs: DIGIT, at: DIGIT, lead: 0 },
  { name: 'slashed', needs: DIGIT, at: DIGIT, lead: 0 },
  { name: 'dayMonth', needs: DIGIT | MONTH, at: MONTH, lead: 6 },
  { name: 'monthDay', needs: DIGIT | MONTH, at: MONTH, lead: 2 },
  { name: 'monthYear', needs: YEAR | MONTH, at: MONTH, lead: 1 },
  { name: 'monthRelative', needs: MONTH, at: MONTH, lead: 1 },
  { name: 'monthAlone', needs: MONTH, at: MONTH, lead: 1 },
  { name: 'hijri', needs: DIGIT | HIJRI, at: HIJRI, lead: 3 },
  { name: 'year', needs: YEAR, at: YEAR, lead: 1 },
  { name: 'dayWord', needs: DAY, at: DAY, lead: 0 },
  { name: 'weekday', needs: WEEKDAY, at: WEEKDAY, lead: 2 },
  { name: 'ago', needs: AGO, at: AGO, lead: 0 },
  { name: 'agoEnglish', needs: AGO, at: AGO, lead: 4 },
  { name: 'period', needs: PERIOD, at: PERIOD, lead: 0 },
  { name: 'periodEnglish', needs: PERIOD, at: PERIOD, lead: 0 },
];

const bare = (word: string): string => (word.split(' ')[0] ?? word).replace(/^ال(?=.{2})/, '');
const SIGNS: ReadonlyMap<string, number> = signsOf([
  [MONTH, months.keys()],
  [HIJRI, hijriMonths.keys()],
  [WEEKDAY, weekdays.keys()],
  [DAY, dayWords.keys()],
  [AGO, ['قبل', 'منذ', 'ago']],
  [PERIOD, ['أسبوع', 'شهر', 'عام', 'سنة', 'last', 'this', 'next']],
]);

/** Each word, or the first of several, to what it may be. */
function signsOf(lists: readonly (readonly [number, Iterable<string>])[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const [sign, words] of lists)
    for (const word of words) {
      const key = bare(fold(word));
      found.set(key, (found.get(key) ?? 0) | sign);
    }
  return found;
}

const PREFIX = /^(?:[وف]?[بلك]?ال|[وف]?لل|[وف][بلك]?|[بلك])(?=.{2})/;

/** Cheap and generous: what a folded word may contribute to a date. Most words contribute nothing. */
export function dateSigns(norm: string): number {
  if (norm.length === 1 && '-/.'.includes(norm)) return BETWEEN;
  const first = norm.charCodeAt(0);
  const isNumber = first >= 48 && first <= 57;
  const several = norm.length > 1 && (isNumber ? /[-'’]|[/.]\d+[/.]/ : /[^\p{L}\p{N}]/u).test(norm) ? SEVERAL : 0;
  if (isNumber) return several | (/^(?:1[89]|20)\d\d/.test(norm) ? DIGIT | YEAR : DIGIT);
  return several | (SIGNS.get(norm) ?? SIGNS.get(norm.replace(PREFIX, '')) ?? SIGNS.get(norm.slice(1)) ?? 0);
}

const WANTED = [...new Set(WAYS.map(({ needs }) => needs)), DIGIT | BETWEEN].filter((needs) => needs !== DIGIT);

/** Whether words with these signs between them may hold a date: generous, so that most claims need not be looked at closer. */
export function mayDate(signs: number): boolean {
  return (signs & SEVERAL) !== 0 || WANTED.some((needs) => (signs & needs) === needs);
}
