import { addWorkingTime, type WorkingCalendar } from '../calendar/working.time.js';
import type { Claim } from '../claim/claim.types.js';
import type { NewsroomPolicy } from '../policy/policy.types.js';

const HOUR_MS = 3_600_000;

/**
 * When an assignment is due that names no date: so many working hours after it is given as the policy says for the claim's tier,
 * or for its kind where that is sooner. ISO 8601 UTC in and out.
 */
export function defaultDue(
  claim: Pick<Claim, 'tier' | 'kind'>,
  givenAt: string,
  policy: Pick<NewsroomPolicy, 'dueHours' | 'dueHoursOfKind'>,
  calendar: WorkingCalendar,
): string {
  const hours = Math.min(policy.dueHours[claim.tier], policy.dueHoursOfKind[claim.kind] ?? Infinity);
  return addWorkingTime(givenAt, hours * HOUR_MS, calendar);
}
