const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** Whether the machine knows a time zone of this IANA name: `Asia/Amman`, `UTC`. */
export function isTimeZone(name: string): boolean {
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * Minutes by which the time of a zone is ahead of UTC at an instant (milliseconds since 1970), summer time included.
 * @throws RangeError for a zone the machine does not know
 */
export function zoneOffsets(timeZone: string): (instantMs: number) => number {
  if (timeZone === 'UTC') return () => 0;
  const format = formatOf(timeZone);
  return (instantMs) => {
    const name = format.formatToParts(instantMs).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign, hours = '0', minutes = '0', seconds = '0'] = /([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(name) ?? [];
    // Only the local mean times of the nineteenth century have seconds.
    const ahead = Number(hours) * 60 + Number(minutes) + Number(seconds) / 60;
    return sign === '-' ? -ahead : ahead;
  };
}

/** Making one takes a hundred times as long as using it. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = FORMATS.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  FORMATS.set(timeZone, format);
  return format;
}
