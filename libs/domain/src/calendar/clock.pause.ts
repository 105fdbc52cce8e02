import { addWorkingTime, workingTimeBetween, type WorkingCalendar } from './working.time.js';

/** A query to the author as the clock sees it (ISO 8601 UTC): `until` is null while the author is still waited for. */
export interface Waiting {
  readonly since: string;
  readonly until: string | null;
}

/**
 * Since when the clock of a claim has stood still because its author is waited for; null when it runs. Queries that overlap are
 * one pause, which ends with the last of them.
 */
export function pausedSince(waiting: readonly Waiting[]): string | null {
  if (!waiting.some(({ until }) => until === null)) return null;
  return lastPause(waiting)!.since;
}

/** The pause that ended when the last open query did; null while one is still open, or when there was none. */
export function endedPause(waiting: readonly Waiting[]): { since: string; until: string } | null {
  const pause = lastPause(waiting);
  return pause === null || pause.until === null ? null : { since: pause.since, until: pause.until };
}

/** All the time the author was waited for, as stretches that do not touch; the last may be open. */
export function pausesOf(waiting: readonly Waiting[]): Waiting[] {
  const pauses: Waiting[] = [];
  for (const one of [...waiting].sort((a, b) => Date.parse(a.since) - Date.parse(b.since))) {
    const last = pauses.at(-1);
    if (last === undefined || (last.until !== null && Date.parse(last.until) < Date.parse(one.since))) pauses.push(one);
    else pauses[pauses.length - 1] = { since: last.since, until: later(last.until, one.until) };
  }
  return pauses;
}

/**
 * A due date (ISO 8601 UTC) after a pause: later by as much working time as the pause took from the assignment. Whoever was late
 * before it began stays late; a pause over a weekend takes nothing.
 */
export function dueAfterPause(
  dueAt: string,
  givenAt: string,
  pause: { readonly since: string; readonly until: string },
  calendar: WorkingCalendar,
): string {
  if (Date.parse(dueAt) < Date.parse(pause.since)) return dueAt;
  const from = Date.parse(givenAt) > Date.parse(pause.since) ? givenAt : pause.since;
  return addWorkingTime(dueAt, workingTimeBetween(from, pause.until, calendar), calendar);
}

/** Past due at this moment; while the clock stands, whatever was not late when it stopped is not. ISO 8601 UTC. */
export function isLate(dueAt: string, now: string, paused: string | null): boolean {
  return Date.parse(dueAt) < Date.parse(paused ?? now);
}

/** Milliseconds of working time between two moments in which nobody waited for the author. */
export function workedTimeBetween(
  from: string,
  to: string,
  waiting: readonly Waiting[],
  calendar: WorkingCalendar,
): number {
  const stood = pausesOf(waiting).map(({ since, until }) => {
    const begin = Date.parse(since) > Date.parse(from) ? since : from;
    const end = until !== null && Date.parse(until) < Date.parse(to) ? until : to;
    return workingTimeBetween(begin, end, calendar);
  });
  return stood.reduce((left, pause) => left - pause, workingTimeBetween(from, to, calendar));
}

function lastPause(waiting: readonly Waiting[]): Waiting | null {
  return pausesOf(waiting).at(-1) ?? null;
}

function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return null;
  return Date.parse(a) > Date.parse(b) ? a : b;
}
