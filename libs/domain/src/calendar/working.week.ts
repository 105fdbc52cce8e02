import type { FieldError } from '../refusal/refusal.facts.js';

/** In the order in which `Date.getUTCDay` counts them. */
export const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export const WEEK_NAMES = ['sun-thu', 'mon-fri', 'every-day', 'custom'] as const;
export type WeekName = (typeof WEEK_NAMES)[number];

/** When a newsroom works, in its own time. The days that are not named are its weekend. */
export interface WorkingWeek {
  /** The name of these days, `custom` where they have none. */
  readonly week: WeekName;
  readonly days: readonly Weekday[];
  /** `HH:MM`, from midnight 00:00 to midnight 24:00; null: a working day counts whole. */
  readonly hours: { readonly from: string; readonly to: string } | null;
  /** IANA name, `Asia/Amman`. */
  readonly timeZone: string;
}

const NAMED_WEEKS: Readonly<Record<Exclude<WeekName, 'custom'>, readonly Weekday[]>> = {
  'sun-thu': ['sun', 'mon', 'tue', 'wed', 'thu'],
  'mon-fri': ['mon', 'tue', 'wed', 'thu', 'fri'],
  'every-day': WEEKDAYS,
};

export const DEFAULT_WORKING_WEEK: WorkingWeek = {
  week: 'sun-thu',
  days: NAMED_WEEKS['sun-thu'],
  hours: null,
  timeZone: 'UTC',
};

export type WorkingWeekPatch = { readonly [M in keyof WorkingWeek]?: WorkingWeek[M] | undefined };

/** Naming a week sets its days; naming days finds the week's name. Both at once are taken as they are, and checked. */
export function amendWorkingWeek(current: WorkingWeek, patch: WorkingWeekPatch): WorkingWeek {
  const days = patch.days ? inOrder(patch.days) : (daysOf(patch.week) ?? current.days);
  return {
    days,
    week: patch.week ?? nameOf(days),
    hours: patch.hours === undefined ? current.hours : patch.hours,
    timeZone: patch.timeZone ?? current.timeZone,
  };
}

/**
 * Pointers are relative to the policy. Codes: too-small (no working day), repeated, week-days-differ, wrong-form and not-ascending
 * (working hours). That the time zone exists is for whoever knows time zones to say.
 */
export function checkWorkingWeek({ week, days, hours }: WorkingWeek): FieldError[] {
  const errors: FieldError[] = [];
  const at = '/workingWeek';
  if (days.length === 0) errors.push({ pointer: `${at}/days`, code: 'too-small', detail: { limit: 1 } });
  if (new Set(days).size !== days.length) errors.push({ pointer: `${at}/days`, code: 'repeated' });
  if (week !== nameOf(days))
    errors.push({ pointer: `${at}/week`, code: 'week-days-differ', detail: { name: nameOf(days) } });
  if (hours === null) return errors;
  const [from, to] = [minutesOf(hours.from), minutesOf(hours.to)];
  if (from === null) errors.push({ pointer: `${at}/hours/from`, code: 'wrong-form' });
  if (to === null) errors.push({ pointer: `${at}/hours/to`, code: 'wrong-form' });
  if (from !== null && to !== null && to - from < LEAST_MINUTES)
    errors.push({ pointer: `${at}/hours/to`, code: 'not-ascending', detail: { least: LEAST_MINUTES } });
  return errors;
}

/** A working day of less than an hour is a slip of the pen. */
const LEAST_MINUTES = 60;

/** Minutes after midnight of `HH:MM`; null for what is no time of day. */
export function minutesOf(time: string): number | null {
  const [, hours, minutes] = /^(\d\d):([0-5]\d)$/.exec(time) ?? [];
  const sum = Number(hours) * 60 + Number(minutes);
  return sum <= 24 * 60 ? sum : null;
}

function daysOf(week: WeekName | undefined): readonly Weekday[] | undefined {
  return week === undefined || week === 'custom' ? undefined : NAMED_WEEKS[week];
}

function nameOf(days: readonly Weekday[]): WeekName {
  const text = inOrder(days).join();
  const named = (['sun-thu', 'mon-fri', 'every-day'] as const).find((name) => NAMED_WEEKS[name].join() === text);
  return named ?? 'custom';
}

function inOrder(days: readonly Weekday[]): Weekday[] {
  return [...days].sort((a, b) => WEEKDAYS.indexOf(a) - WEEKDAYS.indexOf(b));
}
