import { clockOf, HOUR } from '../../../../test/support/clocks.js';
import {
  dueAfterPause,
  endedPause,
  isLate,
  pausedSince,
  pausesOf,
  workedTimeBetween,
  type Waiting,
} from './clock.pause.js';

const on = (day: number, hour = 9) => new Date(Date.UTC(2026, 2, day, hour)).toISOString();
const wait = (since: string, until: string | null): Waiting => ({ since, until });
const SUN_THU = clockOf('sun-thu');

describe('the clock of a claim', () => {
  it.each<[string, Waiting[], string | null]>([
    ['runs where nothing was asked', [], null],
    ['runs once it was answered', [wait(on(8), on(9))], null],
    ['stands while a query is open', [wait(on(8), null)], on(8)],
    ['stands since the latest pause only', [wait(on(8), on(9)), wait(on(10), null)], on(10)],
    ['stands since the first of two that overlap', [wait(on(9), null), wait(on(8), on(10))], on(8)],
    ['stands since the first where one follows at once', [wait(on(8), on(9)), wait(on(9), null)], on(8)],
    ['stands for the longer of two', [wait(on(8), null), wait(on(9), on(10))], on(8)],
  ])('%s', (_, waiting, since) => {
    expect(pausedSince(waiting)).toBe(since);
  });

  it.each<[string, Waiting[], { since: string; until: string } | null]>([
    ['nothing was asked', [], null],
    ['another is still open', [wait(on(8), on(9)), wait(on(8, 10), null)], null],
    ['one pause', [wait(on(8), on(9))], { since: on(8), until: on(9) }],
    ['the later of two pauses', [wait(on(10), on(11)), wait(on(8), on(9))], { since: on(10), until: on(11) }],
    ['overlapping ones as one', [wait(on(8), on(10)), wait(on(9), on(11))], { since: on(8), until: on(11) }],
    ['one inside another', [wait(on(8), on(11)), wait(on(9), on(10))], { since: on(8), until: on(11) }],
  ])('has stood: %s', (_, waiting, pause) => {
    expect(endedPause(waiting)).toEqual(pause);
  });

  it('stood as often as queries did not touch', () => {
    const waiting = [wait(on(12), on(15)), wait(on(8), on(9)), wait(on(8, 12), on(8, 15)), wait(on(10), on(11))];
    expect(pausesOf(waiting)).toEqual([wait(on(8), on(9)), wait(on(10), on(11)), wait(on(12), on(15))]);
  });
});

describe('what is due after a pause', () => {
  // Thursday is the 12th; 13 and 14 are the weekend.
  it.each([
    ['is due a day later', on(11), on(8), { since: on(9), until: on(10) }, on(12)],
    ['skips the weekend it is pushed over', on(12), on(8), { since: on(9), until: on(10) }, on(15)],
    ['stays where the pause lay inside the weekend', on(15), on(8), { since: on(13), until: on(14) }, on(15)],
    ['gets of a pause over the weekend the working part', on(16), on(8), { since: on(12), until: on(15) }, on(17)],
    ['counts from its own beginning', on(12), on(10), { since: on(9), until: on(11) }, on(15)],
    ['stays late when it was late before', on(9), on(8), { since: on(10), until: on(11) }, on(9)],
    ['due at the very moment it began', on(10), on(8), { since: on(10), until: on(11) }, on(11)],
  ])('%s', (_, due, given, pause, after) => {
    expect(dueAfterPause(due, given, pause, SUN_THU)).toBe(after);
  });

  it.each([
    ['past due', on(9), on(10), null, true],
    ['not due yet', on(11), on(10), null, false],
    ['at the moment itself', on(10), on(10), null, false],
    ['due while the clock stands', on(9), on(10), on(8), false],
    ['due before it stopped', on(9), on(11), on(10), true],
  ])('%s: late %#', (_, due, now, paused, late) => {
    expect(isLate(due, now, paused)).toBe(late);
  });
});

it.each<[string, string, string, Waiting[], number]>([
  ['without a query', on(8), on(9), [], 24],
  ['less the pause', on(8), on(10), [wait(on(8, 12), on(8, 15))], 45],
  ['less two that overlap once', on(8), on(10), [wait(on(8, 12), on(8, 15)), wait(on(8, 13), on(8, 16))], 44],
  ['less what lies inside only', on(9), on(10), [wait(on(8), on(9, 12)), wait(on(10), on(11))], 21],
  ['less one that never ended', on(8), on(10), [wait(on(9), null)], 24],
  ['a pause over the weekend costs nothing', on(12), on(15), [wait(on(13), on(14))], 24],
])('working time %s', (_, from, to, waiting, hours) => {
  expect(workedTimeBetween(from, to, waiting, SUN_THU)).toBe(hours * HOUR);
});
