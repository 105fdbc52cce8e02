/** Proleptic Gregorian days, counted from 1970-01-01 (day 0). Pure arithmetic: no clock and no time zone. */

const DAY_MS = 86_400_000;

export interface CivilDate {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  /** 1–31 */
  readonly day: number;
}

export function dayNumber({ year, month, day }: CivilDate): number {
  return Math.floor(Date.UTC(year, month - 1, day) / DAY_MS);
}

export function civilDate(number: number): CivilDate {
  const date = new Date(number * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function daysInMonth(year: number, month: number): number {
  return civilDate(dayNumber({ year, month: month + 1, day: 1 }) - 1).day;
}

/** 0 = Sunday. */
export const weekday = (number: number): number => (((number + 4) % 7) + 7) % 7;

export const isoDay = (number: number): string => {
  const { year, month, day } = civilDate(number);
  const pad = (value: number, length: number): string => String(value).padStart(length, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
};

/** Day number of an ISO date or date-time; null for anything else. */
export function parseIso(written: string | undefined): number | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})(?:$|T)/.exec(written ?? '') ?? [];
  return year && month && day ? validDay(Number(year), Number(month), Number(day)) : null;
}

/** Null for a day the calendar does not have. */
export function validDay(year: number, month: number, day: number): number | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return dayNumber({ year, month, day });
}

/** The tabular Islamic calendar (civil epoch, 16 July 622 Julian): within a day or two of what is announced from sighting. */
export function hijriDay(year: number, month: number, day: number): number | null {
  if (month < 1 || month > 12 || day < 1 || day > 30 || year < 1 || year > 2000) return null;
  const julian =
    Math.floor((11 * year + 3) / 30) + 354 * year + 30 * month - Math.floor((month - 1) / 2) + day + 1948440 - 385;
  return julian - 2440588;
}
