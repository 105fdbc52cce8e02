import type { Claim } from '#client';
import { IconCheck, IconCircleDashed, IconEyeOff, IconMinus, IconShieldExclamation } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './adjudicate.module.css';

type Requirement = Claim['requirements']['verified'][number];
type Icon = ComponentType<{ size?: number; 'aria-hidden'?: boolean }>;

const ICONS: Readonly<Record<Requirement['status'], Icon>> = {
  satisfied: IconCheck,
  unsatisfied: IconCircleDashed,
  overridden: IconShieldExclamation,
  'not-applicable': IconMinus,
  withheld: IconEyeOff,
};

/** What a decision asks for, in the server's own words; what does not apply is left out. */
export function RequirementList({ requirements }: { requirements: readonly Requirement[] }) {
  const { t, i18n } = useTranslation(['adjudicate', 'terms']);
  const shown = requirements.filter(({ status }) => status !== 'not-applicable');
  if (shown.length === 0) return null;
  return (
    <ul role="list" className={classes.requirements} aria-label={t('requirements')}>
      {shown.map(({ name, status, detail, have, need }) => {
        const Icon = ICONS[status];
        const missing = i18n.exists(`terms:missing.${detail}`) ? t(`terms:missing.${detail}`, { have, need }) : '';
        return (
          <li key={name} data-status={status}>
            <Icon size={16} aria-hidden />
            <span>
              {t(`terms:requirement.${name}`)}
              <span className="unseen">: {t(`terms:requirementStatus.${status}`)}</span>
              {status === 'unsatisfied' && missing !== '' && <span className={classes.missing}> — {missing}</span>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
