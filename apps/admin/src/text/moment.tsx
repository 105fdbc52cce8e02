import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { gregorianDate, hijriDate, relativeTime, wholeDate } from './dates.js';

/** A point in time as people say it; both calendars and the exact time when pointed at. */
export function Moment({ at, as = 'relative' }: { at: string; as?: 'relative' | 'date' | 'both' }) {
  const { i18n } = useTranslation();
  const now = useMinute();
  const language = i18n.language;
  const text =
    as === 'relative'
      ? relativeTime(at, now, language)
      : as === 'date'
        ? gregorianDate(at, language)
        : `${gregorianDate(at, language)} · ${hijriDate(at, language)}`;
  return (
    <time dateTime={at} data-as={as} title={wholeDate(at, language)}>
      {text}
    </time>
  );
}

/** The time, renewed each minute while the page is looked at. */
function useMinute(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
