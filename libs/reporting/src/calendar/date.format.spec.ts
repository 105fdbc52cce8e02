import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from '@swc/core';
import { bothCalendars, gregorianDate, gregorianTime, hijriDate } from './date.format.js';

describe('dates', () => {
  // First days of Umm al-Qura months as published in Saudi Arabia.
  it.each([
    ['2023-04-21T00:00:00Z', '1 شوّال 1444 هـ', '1 Shawwal 1444 AH'],
    ['2024-03-11T00:00:00Z', '1 رمضان 1445 هـ', '1 Ramadan 1445 AH'],
    ['2024-07-07T23:59:59Z', '1 محرّم 1446 هـ', '1 Muharram 1446 AH'],
    ['2025-06-26T00:00:00Z', '1 محرّم 1447 هـ', '1 Muharram 1447 AH'],
    ['2025-06-25T23:59:59Z', '29 ذو الحجة 1446 هـ', '29 Dhu al-Hijjah 1446 AH'],
  ])('%s is %s', (at, arabic, english) => {
    expect(hijriDate(at, 'ar')).toBe(arabic);
    expect(hijriDate(at, 'en')).toBe(english);
  });

  it('are written out in UTC whatever offset they came with', () => {
    expect(gregorianDate('2026-01-01T01:30:00+03:00', 'en')).toBe('31 December 2025');
    expect(gregorianTime('2026-01-01T01:30:00+03:00', 'ar')).toBe('31 ديسمبر 2025، 22:30 بالتوقيت العالمي');
    expect(gregorianTime('2026-02-03T04:05:06.789Z', 'en')).toBe('3 February 2026, 04:05 UTC');
  });

  it('stand side by side in both calendars', () => {
    expect(bothCalendars('2024-03-11T12:00:00Z', 'ar')).toBe('11 مارس 2024 م (1 رمضان 1445 هـ)');
    expect(bothCalendars('2024-03-11T12:00:00Z', 'en')).toBe('11 March 2024 (1 Ramadan 1445 AH)');
  });

  // In a process of its own: Jest's copy of process.env does not reach the engine.
  it.each(['Pacific/Kiritimati', 'America/Los_Angeles'])('do not depend on the zone of the machine (%s)', (zone) => {
    const source = readFileSync(join(__dirname, 'date.format.ts'), 'utf8');
    const { code } = transformSync(source, { module: { type: 'es6' }, jsc: { parser: { syntax: 'typescript' } } });
    const script = `${code}
      console.log(new Date('2024-03-11T12:00:00Z').getHours() === 12, bothCalendars('2024-03-11T00:30:00Z', 'en'),
        bothCalendars('2024-03-11T23:30:00Z', 'en'), gregorianTime('2024-03-11T23:30:00Z', 'en'))`;
    const env = { ...process.env, TZ: zone };
    const shown = spawnSync(process.execPath, ['--input-type=module', '-e', script], { env, encoding: 'utf8' });
    const day = '11 March 2024 (1 Ramadan 1445 AH)';
    expect(shown.stdout).toBe(`false ${day} ${day} 11 March 2024, 23:30 UTC\n`);
  });

  it('refuse what is no time', () => {
    expect(() => gregorianDate('yesterday', 'en')).toThrow(RangeError);
    expect(() => hijriDate('', 'en')).toThrow(RangeError);
  });
});
