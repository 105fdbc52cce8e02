import { isTimeZone, zoneOffsets } from './time.zone.js';

describe('time zones', () => {
  it.each([
    ['UTC', '2026-07-01T00:00:00Z', 0],
    ['Asia/Dubai', '2026-07-01T00:00:00Z', 240],
    ['Asia/Kolkata', '2026-07-01T00:00:00Z', 330],
    ['America/New_York', '2026-01-15T12:00:00Z', -300],
    ['America/New_York', '2026-07-15T12:00:00Z', -240],
    ['Europe/Berlin', '2026-03-29T00:59:59Z', 60],
    ['Europe/Berlin', '2026-03-29T01:00:00Z', 120],
    ['Europe/Berlin', '2026-10-25T00:59:59Z', 120],
    ['Europe/Berlin', '2026-10-25T01:00:00Z', 60],
    ['Africa/Cairo', '2026-01-15T12:00:00Z', 120],
    ['Africa/Cairo', '2026-07-15T12:00:00Z', 180],
  ])('%s at %s is %i minutes ahead of UTC', (zone, instant, minutes) => {
    expect(zoneOffsets(zone)(Date.parse(instant))).toBe(minutes);
  });

  it.each([
    ['Asia/Riyadh', true],
    ['UTC', true],
    ['Asia/Nowhere', false],
    ['', false],
  ])('%j is one: %s', (name, known) => {
    expect(isTimeZone(name)).toBe(known);
  });
});
