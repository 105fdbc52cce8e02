import type { OffsetAt, Weekday, WorkingCalendar, WorkingWeek } from '#domain';
import { amendWorkingWeek, DEFAULT_WORKING_WEEK } from '../../libs/domain/src/calendar/working.week.js';

export const HOUR = 3_600_000;

const between = (from: string, to: string, inside: number, outside: number): OffsetAt => {
  const [first, last] = [Date.parse(from), Date.parse(to)];
  return (instant) => (instant >= first && instant < last ? inside : outside);
};

/** Offsets as published for 2026, written down by hand: the rules are tried without a machine's time zones. */
const ZONES = {
  utc: () => 0,
  amman: () => 180,
  berlin: between('2026-03-29T01:00Z', '2026-10-25T01:00Z', 120, 60),
  cairo: between('2026-04-23T22:00Z', '2026-10-29T21:00Z', 180, 120),
} satisfies Record<string, OffsetAt>;

/** A newsroom's clock, by the name of its week or its days. */
export function clockOf(
  days: WorkingWeek['week'] | readonly Weekday[],
  { zone = 'utc', hours = null }: { zone?: keyof typeof ZONES; hours?: WorkingWeek['hours'] } = {},
): WorkingCalendar {
  const patch = typeof days === 'string' ? { week: days, hours } : { days, hours };
  return { week: amendWorkingWeek(DEFAULT_WORKING_WEEK, patch), offsetAt: ZONES[zone] };
}
