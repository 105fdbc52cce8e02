import { useTranslation } from 'react-i18next';
import { gregorianDate } from '../../text/dates.js';
import classes from './insights.module.css';

export interface DayValue {
  /** YYYY-MM-DD */
  readonly day: string;
  readonly value: number | null;
}

const WIDTH = 600;
const HEIGHT = 150;

/**
 * Values by day, drawn here: bars or a line that breaks where nothing was measured. Time runs as the reader reads; the same
 * values stand in a table for whoever does not see the drawing.
 */
export function DayChart({
  title,
  days,
  kind,
  format,
}: {
  title: string;
  days: readonly DayValue[];
  kind: 'bars' | 'line';
  format: (value: number) => string;
}) {
  const { t, i18n } = useTranslation('insights');
  const most = Math.max(1e-9, ...days.map(({ value }) => value ?? 0));
  const isRtl = i18n.language === 'ar';
  const slot = WIDTH / Math.max(1, days.length);
  const x = (index: number) => (isRtl ? WIDTH - (index + 1) * slot : index * slot);
  const y = (value: number) => HEIGHT - (value / most) * (HEIGHT - 8);
  const first = days[0]?.day;
  const last = days.at(-1)?.day;
  return (
    <figure className={classes.chart}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden focusable="false">
        <line x1="0" x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} className={classes.axis} />
        <line x1="0" x2={WIDTH} y1={y(most)} y2={y(most)} className={classes.grid} />
        {kind === 'bars' &&
          days.map(({ day, value }, index) => (
            <rect
              key={day}
              x={x(index) + slot * 0.15}
              y={y(value ?? 0)}
              width={slot * 0.7}
              height={HEIGHT - y(value ?? 0)}
              className={classes.barShape}
            />
          ))}
        {kind === 'line' && <path d={pathOf(days, (index) => x(index) + slot / 2, y)} className={classes.lineShape} />}
        {kind === 'line' &&
          days.map(
            ({ day, value }, index) =>
              value !== null && (
                <circle key={day} cx={x(index) + slot / 2} cy={y(value)} r="3" className={classes.dot} />
              ),
          )}
      </svg>
      <figcaption className={classes.scale}>
        <span>{first && gregorianDate(`${first}T12:00:00Z`, i18n.language)}</span>
        <span>{t('most', { value: format(most) })}</span>
        <span>{last && gregorianDate(`${last}T12:00:00Z`, i18n.language)}</span>
      </figcaption>
      <table className="unseen">
        <caption>{title}</caption>
        <tbody>
          {days
            .filter(({ value }) => value !== null && value > 0)
            .map(({ day, value }) => (
              <tr key={day}>
                <th scope="row">{gregorianDate(`${day}T12:00:00Z`, i18n.language)}</th>
                <td>{format(value ?? 0)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </figure>
  );
}

function pathOf(days: readonly DayValue[], x: (index: number) => number, y: (value: number) => number): string {
  let path = '';
  let isDrawing = false;
  for (const [index, { value }] of days.entries()) {
    if (value !== null) path += `${isDrawing ? 'L' : 'M'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
    isDrawing = value !== null;
  }
  return path;
}
