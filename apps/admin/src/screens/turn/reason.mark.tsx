import type { Item } from '#client';
import {
  IconAlarm,
  IconArrowBackUp,
  IconCalendarRepeat,
  IconGavel,
  IconLinkOff,
  IconMapPin,
  IconMessageQuestion,
  IconRefreshAlert,
  IconScale,
  IconUserCheck,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './turn.module.css';

export type Reason = Item<'listAttention'>['reason'];
type Icon = ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>;

const ICONS: Readonly<Record<Reason, Icon>> = {
  overdue: IconAlarm,
  disagreement: IconScale,
  'origin-withdrawn': IconLinkOff,
  'ready-to-decide': IconGavel,
  'verdict-outdated': IconRefreshAlert,
  'anchor-to-confirm': IconMapPin,
  query: IconMessageQuestion,
  returned: IconArrowBackUp,
  recheck: IconCalendarRepeat,
  assigned: IconUserCheck,
};
export const REASONS = Object.keys(ICONS) as Reason[];

/** Why something waits for me: a sign and its words. */
export function ReasonMark({ reason }: { reason: Reason }) {
  const { t } = useTranslation('turn');
  const Icon = ICONS[reason];
  return (
    <span className={classes.reason} data-reason={reason}>
      <Icon size={16} stroke={1.8} aria-hidden />
      {t(`reason.${reason}`)}
    </span>
  );
}
