import { minutesOf, WEEKDAYS, type WorkingWeek } from './working.week.js';

/** Minutes that local time is ahead of UTC at an instant (milliseconds since 1970); who knows the time zone gives it. */
export type OffsetAt = (instantMs: number) => number;

/** A working week with what its time zone means. */
export interface WorkingCalendar {
  readonly week: Pick<WorkingWeek, 'days' | 'hours'>;
  readonly offsetAt: OffsetAt;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * The moment when so many milliseconds of working time have passed since `from`. Working time is time that really passes: a night
 * in which the clocks go forward is an hour shorter. ISO 8601 UTC in and out; nothing to wait for is due at once.
 */
export function addWorkingTime(from: string, durationMs: number, calendar: WorkingCalendar): string {
  const start = Date.parse(from);
  let left = durationMs;
  if (left <= 0) return new Date(start).toISOString();
  for (let day = localDay(start, calendar); ; day += 1) {
    const open = windowOf(day, calendar);
    if (open === null) continue;
    const begin = Math.max(open.from, start);
    const there = open.to - begin;
    if (there <= 0) continue;
    if (left <= there) return new Date(begin + left).toISOString();
    left -= there;
  }
}

/** Milliseconds of working time between two moments (ISO 8601 UTC); 0 when the second is not after the first. */
export function workingTimeBetween(from: string, to: string, calendar: WorkingCalendar): number {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  let sum = 0;
  for (let day = localDay(start, calendar); day <= localDay(end, calendar); day += 1) {
    const open = windowOf(day, calendar);
    if (open !== null) sum += Math.max(0, Math.min(open.to, end) - Math.max(open.from, start));
  }
  return sum;
}

/**
 * The same time of day so many working days later, in the newsroom's time: three days after a Thursday of a week from Sunday to
 * Thursday is the Tuesday. The day itself does not count. ISO 8601 UTC in and out.
 */
export function addWorkingDays(from: string, count: number, calendar: WorkingCalendar): string {
  const start = Date.parse(from);
  const local = start + calendar.offsetAt(start) * MINUTE_MS;
  let day = Math.floor(local / DAY_MS);
  for (let left = count; left > 0;) {
    day += 1;
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  const timeOfDay = local - Math.floor(local / DAY_MS) * DAY_MS;
  return new Date(instantOf(day * DAY_MS + timeOfDay, calendar.offsetAt)).toISOString();
}

/** Days since 1970 by the newsroom's calendar. */
function localDay(instant: number, { offsetAt }: WorkingCalendar): number {
  return Math.floor((instant + offsetAt(instant) * MINUTE_MS) / DAY_MS);
}

function isWorkingDay(day: number, { week }: WorkingCalendar): boolean {
  // 1 January 1970 was a Thursday.
  return week.days.includes(WEEKDAYS[(((day + 4) % 7) + 7) % 7]!);
}

/** From when to when a local day is worked, as instants; null on a day of the weekend. */
function windowOf(day: number, calendar: WorkingCalendar): { from: number; to: number } | null {
  if (!isWorkingDay(day, calendar)) return null;
  const { hours } = calendar.week;
  const at = (minutes: number) => instantOf(day * DAY_MS + minutes * MINUTE_MS, calendar.offsetAt);
  return { from: at(hours ? minutesOf(hours.from)! : 0), to: at(hours ? minutesOf(hours.to)! : 24 * 60) };
}

/**
 * The instant of a local time. One that comes twice, when the clocks go back, is the first of the two; one that never comes is as
 * far after the gap as it is into it. Both as RFC 5545, 3.3.5, has it.
 */
function instantOf(local: number, offsetAt: OffsetAt): number {
  const before = local - offsetAt(local - DAY_MS) * MINUTE_MS;
  if (before + offsetAt(before) * MINUTE_MS === local) return before;
  const after = local - offsetAt(local + DAY_MS) * MINUTE_MS;
  return after + offsetAt(after) * MINUTE_MS === local ? after : before;
}
