import { civilDate, daysInMonth, dayNumber, hijriDay, isoDay, parseIso, validDay, weekday } from './calendar.js';
import { normalise } from '../normal/normal.view.js';
import { graphemeCeil, graphemeFloor } from '../text/grapheme.boundary.js';
import {
  counts,
  dayWords,
  duals,
  future,
  hijriMonths,
  months,
  past,
  PATTERNS,
  unitOf,
  weekdays,
} from './date.patterns.js';
import { wordAt } from '../token/word.entry.js';
import { DIGIT, type Way, WAYS } from './date.signs.js';
import type { ClaimDate, DateSetting } from './date.types.js';

type Precision = ClaimDate['precision'];
/** What a pattern means: the days it covers, or null days where it cannot say. */
interface Meaning {
  readonly days: readonly [number, number] | null;
  readonly precision: Precision;
  readonly relative: boolean;
  readonly calendar?: 'hijri';
}

interface Reading {
  /** Day number of the publication, null when unknown. */
  readonly today: number | null;
  readonly future: boolean;
  readonly language: 'ar' | 'en';
}

const YEARS_AHEAD = 60;
const READ_UNITS = 4000;

const day = (number: number | null, relative = false): Meaning | null =>
  number === null ? null : { days: [number, number], precision: 'day', relative };
const unknown = (precision: Precision): Meaning => ({ days: null, precision, relative: true });

function monthSpan(year: number, month: number): readonly [number, number] {
  return [dayNumber({ year, month, day: 1 }), dayNumber({ year, month, day: daysInMonth(year, month) })];
}

const yearSpan = (year: number): readonly [number, number] => [
  dayNumber({ year, month: 1, day: 1 }),
  dayNumber({ year, month: 12, day: 31 }),
];

/** The first of this year's, last year's and next year's day that suits: not after today, or not before it when the claim looks ahead. */
function nearest(reading: Reading, ofYear: (year: number) => readonly [number, number] | null): Meaning['days'] {
  const { today } = reading;
  if (today === null) return null;
  const { year } = civilDate(today);
  const order = reading.future ? [year, year + 1, year - 1] : [year, year - 1, year + 1];
  for (const candidate of order) {
    const span = ofYear(candidate);
    if (span && (reading.future ? span[1] >= today : span[0] <= today)) return span;
  }
  return null;
}

const single = (number: number | null): readonly [number, number] | null => (number === null ? null : [number, number]);

function dayOfMonth(
  reading: Reading,
  month: number | undefined,
  dayText: string,
  year: string | undefined,
): Meaning | null {
  const number = Number(dayText);
  if (month === undefined || number < 1 || number > 31) return null;
  // a day the month does not have is shown and not guessed at
  if (year) return day(validDay(Number(year), month + 1, number)) ?? { days: null, precision: 'day', relative: false };
  const days = nearest(reading, (candidate) => single(validDay(candidate, month + 1, number)));
  return days ? { days, precision: 'day', relative: true } : unknown('day');
}

function monthMeaning(
  reading: Reading,
  month: number | undefined,
  year: string | undefined,
  word?: string,
): Meaning | null {
  if (month === undefined) return null;
  if (year) return { days: monthSpan(Number(year), month + 1), precision: 'month', relative: false };
  const ahead = word ? future.has(word) : reading.future;
  const days = nearest({ ...reading, future: ahead }, (candidate) => {
    const span = monthSpan(candidate, month + 1);
    // «يونيو الماضي» in June is last year's
    const current = word && past.has(word) && reading.today !== null && span[1] >= reading.today;
    return current ? null : span;
  });
  return days ? { days, precision: 'month', relative: true } : unknown('month');
}

function weekdayMeaning(
  { today, future: looksAhead }: Reading,
  wanted: number,
  word: string | undefined,
  before: string,
): Meaning {
  if (today === null) return unknown('day');
  const ahead = word ? future.has(word) : before.startsWith('next') || (looksAhead && !before.startsWith('last'));
  const strict = word !== undefined || before.startsWith('last') || before.startsWith('next');
  const distance = ahead ? (wanted - weekday(today) + 7) % 7 : -((weekday(today) - wanted + 7) % 7);
  const moved = distance === 0 && strict ? (ahead ? 7 : -7) : distance;
  return { days: [today + moved, today + moved], precision: 'day', relative: true };
}

/** The period that lies `steps` units from today (negative: in the past). */
function shifted({ today }: Reading, unit: Precision, steps: number): Meaning {
  if (today === null) return unknown(unit);
  const { year, month } = civilDate(today);
  if (unit === 'day') return { days: [today + steps, today + steps], precision: 'day', relative: true };
  if (unit === 'week') {
    const from = today - weekday(today) + 7 * steps;
    return { days: [from, from + 6], precision: 'week', relative: true };
  }
  if (unit === 'year') return { days: yearSpan(year + steps), precision: 'year', relative: true };
  const index = year * 12 + (month - 1) + steps;
  return {
    days: monthSpan(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1),
    precision: 'month',
    relative: true,
  };
}

function ago(reading: Reading, count: string | undefined, unitWord: string): Meaning | null {
  const unit = unitOf.get(unitWord);
  const steps = count ? (counts.get(count) ?? Number(count)) : duals.has(unitWord) ? 2 : 1;
  // «منذ أيام»: some, not one
  if (!unit || Number.isNaN(steps) || (!count && /^(?:ايام|اسابيع|اشهر|شهور|سنوات|سنين|اعوام)$/.test(unitWord)))
    return null;
  return shifted(reading, unit, -steps);
}

const stepOf = (word: string): number =>
  future.has(word) || word === 'next' ? 1 : past.has(word) || word === 'last' ? -1 : 0;

function slashedDay({ language }: Reading, a: number, b: number, year: number): Meaning | null {
  if (a <= 12 && b <= 12 && a !== b && language === 'en') return { days: null, precision: 'day', relative: false };
  return day(b > 12 ? validDay(year, a, b) : validDay(year, b, a));
}

function hijri(
  reading: Reading,
  dayText: string | undefined,
  month: number | undefined,
  yearText: string | undefined,
): Meaning | null {
  if (month === undefined || (!dayText && !yearText)) return null;
  const on = (year: number, number: number): number | null => hijriDay(year, month + 1, number);
  const span = (year: number): readonly [number, number] | null =>
    dayText
      ? single(on(year, Number(dayText)))
      : [on(year, 1) ?? 0, month === 11 ? (on(year, 29) ?? 0) : (hijriDay(year, month + 2, 1) ?? 1) - 1];
  const precision = dayText ? 'day' : 'month';
  if (yearText) return { days: span(Number(yearText)), precision, relative: false, calendar: 'hijri' };
  if (reading.today === null) return { ...unknown(precision), calendar: 'hijri' };
  const about = Math.floor((civilDate(reading.today).year - 622) * 1.0307);
  const years = [about + 2, about + 1, about, about - 1, about - 2];
  const days = years.map(span).find((one) => one !== null && one[0] <= (reading.today ?? 0)) ?? null;
  return { days, precision, relative: true, calendar: 'hijri' };
}

type Reader = (groups: readonly (string | undefined)[], reading: Reading, whole: string) => Meaning | null;

const READERS: Readonly<Record<keyof typeof PATTERNS, Reader>> = {
  iso: ([year, month, number]) => day(validDay(Number(year), Number(month), Number(number))),
  slashed: ([a, b, year], reading) => slashedDay(reading, Number(a), Number(b), Number(year)),
  dayMonth: ([number, month, year], reading) => dayOfMonth(reading, months.get(month ?? ''), number ?? '', year),
  monthDay: ([month, number, year], reading) => dayOfMonth(reading, months.get(month ?? ''), number ?? '', year),
  monthYear: ([month, year], reading) => monthMeaning(reading, months.get(month ?? ''), year),
  monthRelative: ([month, word], reading) => monthMeaning(reading, months.get(month ?? ''), undefined, word),
  monthAlone: ([month], reading) => monthMeaning(reading, months.get(month ?? ''), undefined),
  hijri: ([number, month, year], reading) => hijri(reading, number, hijriMonths.get(month ?? ''), year),
  year: ([year], { today }) => {
    const value = Number(year);
    const far = today !== null && value > civilDate(today).year + YEARS_AHEAD;
    return far ? null : { days: yearSpan(value), precision: 'year', relative: false };
  },
  dayWord: ([word], reading) => shifted(reading, 'day', dayWords.get(word ?? '') ?? 0),
  weekday: ([name, word], reading, whole) => weekdayMeaning(reading, weekdays.get(name ?? '') ?? 0, word, whole),
  ago: ([count, unit], reading) => ago(reading, count, unit ?? ''),
  agoEnglish: ([count, unit], reading) => ago(reading, count, unit ?? ''),
  period: ([unit, word], reading) => shifted(reading, unitOf.get(unit ?? '') ?? 'day', stepOf(word ?? '')),
  periodEnglish: ([word, unit], reading) => shifted(reading, unitOf.get(unit ?? '') ?? 'day', stepOf(word ?? '')),
};

interface Found {
  readonly from: number;
  readonly to: number;
  readonly meaning: Meaning;
}

/** The longest reading wins where two overlap; then the first. */
function withoutOverlaps(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const one of [...found].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from))
    if (!kept.some((other) => other.from < one.to && one.from < other.to)) kept.push(one);
  return kept.sort((a, b) => a.from - b.from);
}

/** Where the words of a text begin, and what each may contribute to a date. */
interface Words {
  readonly starts: readonly number[];
  readonly signs: readonly number[];
  /** What they contribute between them. */
  readonly all: number;
}

const WORD = /[\p{L}\p{N}]+/gu;

function wordsOf(view: string): Words {
  const starts: number[] = [];
  const signs: number[] = [];
  let all = 0;
  WORD.lastIndex = 0;
  for (let match = WORD.exec(view); match; match = WORD.exec(view)) {
    const sign = wordAt(view, match.index, WORD.lastIndex).dating;
    starts.push(match.index);
    signs.push(sign);
    all |= sign;
  }
  return { starts, signs, all };
}

/** Every date written one way, read from left to right: the pattern is tried at the words that stand near enough to its sign. */
function datesWritten(view: string, { starts, signs }: Words, way: Way, reading: Reading): Found[] {
  const found: Found[] = [];
  const pattern = PATTERNS[way.name];
  let tried = 0;
  let read = 0;
  signs.forEach((sign, k) => {
    if ((sign & way.at) === 0) return;
    for (tried = Math.max(tried, k - way.lead); tried <= k; tried += 1) {
      const from = starts[tried] ?? 0;
      if (from < read) continue;
      pattern.lastIndex = from;
      const match = pattern.exec(view);
      if (!match) continue;
      read = pattern.lastIndex;
      const meaning = READERS[way.name](match.slice(1), reading, match[0]);
      if (meaning) found.push({ from, to: read, meaning });
    }
  });
  return found;
}

/** Ways of writing that need two numbers with nothing but a sign between. */
const DIGITS_ALONE: ReadonlySet<keyof typeof PATTERNS> = new Set(['iso', 'slashed']);

/**
 * The dates text[start, end) speaks of, in order, resolved against the publication date: three Arabic month systems, English, the Hijri
 * calendar (tabular), weekdays, «أمس», «قبل أربعة أشهر», "last month". What stands beyond the first 4 000 units is not read.
 */
export function datesOf(text: string, start: number, end: number, setting: DateSetting): ClaimDate[] {
  const { text: view, map } = normalise(text.slice(start, Math.min(end, start + READ_UNITS)));
  const reading: Reading = { today: parseIso(setting.publishedAt), future: setting.future, language: setting.language };
  const words = wordsOf(view);
  const written = (words.all & DIGIT) !== 0 && /\d[-/.]\d/.test(view);
  const found = WAYS.filter(
    ({ name, needs }) => (words.all & needs) === needs && (written || !DIGITS_ALONE.has(name)),
  ).flatMap((way) => datesWritten(view, words, way, reading));
  return withoutOverlaps(found).map(({ from, to, meaning: { days, precision, relative, calendar } }) => {
    const a = graphemeCeil(text, start + (map[from] ?? 0));
    const b = graphemeFloor(text, start + (map[to] ?? 0));
    return {
      start: a,
      end: b,
      text: text.slice(a, b),
      from: days ? isoDay(days[0]) : null,
      to: days ? isoDay(days[1]) : null,
      precision,
      calendar: calendar ?? 'gregorian',
      relative,
    };
  });
}
