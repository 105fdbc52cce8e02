import type { NewsroomPolicy, WorkingCalendar } from '#domain';
import { zoneOffsets } from '#platform';

/** The newsroom's working week with what its time zone means. */
export function calendarOf({ workingWeek }: Pick<NewsroomPolicy, 'workingWeek'>): WorkingCalendar {
  return { week: workingWeek, offsetAt: zoneOffsets(workingWeek.timeZone) };
}
