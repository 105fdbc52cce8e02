import type { Policy } from '#client';
import { WEEK_NAMES, WEEKDAYS } from '#domain';
import { Checkbox, Select, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './settings.module.css';

type Week = Policy['workingWeek'];
const USUAL_HOURS = { from: '09:00', to: '17:00' };
const NAMED: Readonly<Record<string, readonly Week['days'][number][]>> = {
  'sun-thu': ['sun', 'mon', 'tue', 'wed', 'thu'],
  'mon-fri': ['mon', 'tue', 'wed', 'thu', 'fri'],
  'every-day': [...WEEKDAYS],
};

/** The days, hours and clock by which due dates are counted. */
export function WorkingWeekRule({ week, onChange }: { week: Week; onChange: (week: Week) => void }) {
  const { t } = useTranslation('settings');
  const setDays = (days: readonly Week['days'][number][]) => {
    const inOrder = WEEKDAYS.filter((day) => days.includes(day));
    const name = WEEK_NAMES.find((one) => NAMED[one]?.join() === inOrder.join()) ?? 'custom';
    onChange({ ...week, days: inOrder, week: name });
  };
  return (
    <div className={classes.stack}>
      <Select
        label={t('week.label')}
        data={WEEK_NAMES.map((value) => ({ value, label: t(`week.${value}`) }))}
        value={week.week}
        onChange={(value) => value && (NAMED[value] ? setDays(NAMED[value]) : onChange({ ...week, week: 'custom' }))}
        allowDeselect={false}
      />
      <Checkbox.Group label={t('week.days')} value={[...week.days]} onChange={(days) => setDays(days)}>
        <div className={classes.days}>
          {WEEKDAYS.map((day) => (
            <Checkbox key={day} value={day} label={t(`day.${day}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <Switch
        label={t('week.hours')}
        checked={week.hours !== null}
        onChange={(event) => onChange({ ...week, hours: event.currentTarget.checked ? USUAL_HOURS : null })}
      />
      {week.hours && (
        <div className={classes.tiers}>
          {(['from', 'to'] as const).map((end) => (
            <TextInput
              key={end}
              label={t(`week.${end}`)}
              value={week.hours![end]}
              placeholder="09:00"
              dir="ltr"
              maxLength={5}
              pattern="([01][0-9]|2[0-3]):[0-5][0-9]|24:00"
              onChange={(event) => onChange({ ...week, hours: { ...week.hours!, [end]: event.currentTarget.value } })}
            />
          ))}
        </div>
      )}
      <Select
        label={t('week.timeZone')}
        data={timeZones(week.timeZone)}
        value={week.timeZone}
        onChange={(value) => value && onChange({ ...week, timeZone: value })}
        allowDeselect={false}
        searchable
        limit={60}
        dir="ltr"
      />
    </div>
  );
}

function timeZones(current: string): string[] {
  return [...new Set([current, 'UTC', ...Intl.supportedValuesOf('timeZone')])];
}
