import { clockOf, HOUR } from '../../../../test/support/clocks.js';
import { addWorkingDays, addWorkingTime, workingTimeBetween } from './working.time.js';

// 2026-03-08 is a Sunday; the 13th and 14th are Friday and Saturday.
const SUN_THU = clockOf('sun-thu');
const MON_FRI = clockOf('mon-fri');
const DAILY = clockOf('every-day');
const OFFICE = clockOf('sun-thu', { hours: { from: '09:00', to: '17:00' } });
const AMMAN = clockOf('sun-thu', { zone: 'amman' });
const BERLIN_OFFICE = clockOf('mon-fri', { zone: 'berlin', hours: { from: '09:00', to: '17:00' } });
const BERLIN_SUNDAYS = clockOf(['sun'], { zone: 'berlin' });
const CAIRO = clockOf('every-day', { zone: 'cairo' });

describe('working time from a moment on', () => {
  it.each([
    ['inside the week', SUN_THU, '2026-03-08T09:00Z', 24, '2026-03-09T09:00Z'],
    ['nothing to wait for', SUN_THU, '2026-03-13T09:00Z', 0, '2026-03-13T09:00Z'],
    ['over Friday and Saturday', SUN_THU, '2026-03-12T10:00Z', 24, '2026-03-15T10:00Z'],
    ['given on a Friday', SUN_THU, '2026-03-13T10:00Z', 6, '2026-03-15T06:00Z'],
    ['given on a Saturday, a whole day', SUN_THU, '2026-03-14T23:59Z', 24, '2026-03-16T00:00Z'],
    ['to the last minute of the week', SUN_THU, '2026-03-12T00:00Z', 24, '2026-03-13T00:00Z'],
    ['one hour more', SUN_THU, '2026-03-12T00:00Z', 25, '2026-03-15T01:00Z'],
    ['a whole week', SUN_THU, '2026-03-08T09:00Z', 120, '2026-03-15T09:00Z'],
    ['Friday is a working day elsewhere', MON_FRI, '2026-03-12T10:00Z', 24, '2026-03-13T10:00Z'],
    ['over Saturday and Sunday', MON_FRI, '2026-03-13T10:00Z', 24, '2026-03-16T10:00Z'],
    ['without a weekend', DAILY, '2026-03-12T10:00Z', 72, '2026-03-15T10:00Z'],
    ['into the next morning', OFFICE, '2026-03-08T16:00Z', 2, '2026-03-09T10:00Z'],
    ['three days of eight hours', OFFICE, '2026-03-08T09:00Z', 24, '2026-03-10T17:00Z'],
    ['given before the day begins', OFFICE, '2026-03-11T05:00Z', 1, '2026-03-11T10:00Z'],
    ['given after it ended', OFFICE, '2026-03-11T18:00Z', 1, '2026-03-12T10:00Z'],
    ['over the weekend with office hours', OFFICE, '2026-03-12T16:00Z', 2, '2026-03-15T10:00Z'],
    // In Amman the Friday begins at 21:00 UTC of Thursday, and Sunday at 21:00 UTC of Saturday.
    ['in the newsroom’s own Friday', AMMAN, '2026-03-12T22:00Z', 6, '2026-03-15T03:00Z'],
    ['in the newsroom’s own Sunday', AMMAN, '2026-03-14T21:30Z', 1, '2026-03-14T22:30Z'],
    // Berlin: 09:00 is 08:00 UTC before 29 March and 07:00 UTC after it.
    ['over the change to summer time', BERLIN_OFFICE, '2026-03-27T15:00Z', 2, '2026-03-30T08:00Z'],
    ['a Sunday of 23 hours', BERLIN_SUNDAYS, '2026-03-28T23:00Z', 24, '2026-04-04T23:00Z'],
    ['a Sunday of 25 hours', BERLIN_SUNDAYS, '2026-10-24T22:00Z', 25, '2026-10-25T23:00Z'],
    // Cairo: the clocks go forward at midnight, so that 24 April begins at 01:00.
    ['a day whose midnight does not exist', CAIRO, '2026-04-23T21:00Z', 24, '2026-04-24T21:00Z'],
  ])('%s', (_, calendar, from, hours, due) => {
    expect(addWorkingTime(from, hours * HOUR, calendar)).toBe(new Date(due).toISOString());
  });

  it('is what passes between the two', () => {
    for (const calendar of [SUN_THU, OFFICE, AMMAN, BERLIN_OFFICE, BERLIN_SUNDAYS, CAIRO])
      for (const from of ['2026-03-27T15:00Z', '2026-04-23T23:30Z', '2026-10-24T11:11Z'])
        for (const hours of [0.25, 7, 24, 100])
          expect(workingTimeBetween(from, addWorkingTime(from, hours * HOUR, calendar), calendar)).toBe(hours * HOUR);
  });
});

describe('working time between two moments', () => {
  it.each([
    ['a weekend is none', SUN_THU, '2026-03-13T00:00Z', '2026-03-15T00:00Z', 0],
    ['inside a weekend', SUN_THU, '2026-03-13T09:00Z', '2026-03-14T15:00Z', 0],
    ['around a weekend', SUN_THU, '2026-03-12T12:00Z', '2026-03-15T12:00Z', 24],
    ['the wrong way round', SUN_THU, '2026-03-10T12:00Z', '2026-03-09T12:00Z', 0],
    ['no time at all', SUN_THU, '2026-03-10T12:00Z', '2026-03-10T12:00Z', 0],
    ['a night', OFFICE, '2026-03-08T16:30Z', '2026-03-09T09:30Z', 1],
    ['outside the hours of one day', OFFICE, '2026-03-08T18:00Z', '2026-03-08T23:00Z', 0],
    ['a week of days', OFFICE, '2026-03-08T00:00Z', '2026-03-15T00:00Z', 40],
    ['a short night', clockOf('every-day', { zone: 'berlin' }), '2026-03-28T23:00Z', '2026-03-29T22:00Z', 23],
  ])('%s', (_, calendar, from, to, hours) => {
    expect(workingTimeBetween(from, to, calendar)).toBe(hours * HOUR);
  });
});

describe('working days', () => {
  it.each([
    ['Thursday and three more', SUN_THU, '2026-03-12T09:00Z', 3, '2026-03-17T09:00Z'],
    ['a Friday counts from Sunday', SUN_THU, '2026-03-13T09:00Z', 1, '2026-03-15T09:00Z'],
    ['elsewhere it counts from Monday', MON_FRI, '2026-03-13T09:00Z', 1, '2026-03-16T09:00Z'],
    ['every day', DAILY, '2026-03-12T09:00Z', 3, '2026-03-15T09:00Z'],
    ['late on a local Thursday', AMMAN, '2026-03-12T20:30Z', 1, '2026-03-15T20:30Z'],
    ['the hour of the wall stays', BERLIN_OFFICE, '2026-03-27T08:00Z', 1, '2026-03-30T07:00Z'],
    ['an hour that does not come', BERLIN_SUNDAYS, '2026-03-22T01:30Z', 1, '2026-03-29T01:30Z'],
    ['an hour that comes twice', BERLIN_SUNDAYS, '2026-10-18T00:30Z', 1, '2026-10-25T00:30Z'],
    ['none', SUN_THU, '2026-03-13T09:00Z', 0, '2026-03-13T09:00Z'],
  ])('%s', (_, calendar, from, days, due) => {
    expect(addWorkingDays(from, days, calendar)).toBe(new Date(due).toISOString());
  });
});
