import type { Claim } from '#client';
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconEyeOff, IconMinus } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './requirement.module.css';
import { useTurnWords } from './turn.words.js';

export type Requirement = Claim['requirements']['verified'][number];

const ICONS: Readonly<Record<Requirement['status'], ComponentType<{ size?: number; stroke?: number }>>> = {
  satisfied: IconCircleCheck,
  unsatisfied: IconCircleX,
  overridden: IconAlertTriangle,
  'not-applicable': IconMinus,
  withheld: IconEyeOff,
};

/** What a decision or a clearance asks for, as the server reports it: what is missing, and whose turn it is. */
export function RequirementList({ requirements }: { requirements: readonly Requirement[] }) {
  return (
    <ul role="list" className={classes.list}>
      {requirements.map((requirement) => (
        <RequirementLine key={requirement.name} requirement={requirement} />
      ))}
    </ul>
  );
}

function RequirementLine({
  requirement: { name, status, detail, have, need, exception, turn },
}: {
  requirement: Requirement;
}) {
  const { t } = useTranslation('terms');
  const turnWords = useTurnWords();
  const Icon = ICONS[status];
  return (
    <li className={classes.line} data-status={status} data-requirement={name}>
      <span className={classes.icon} title={t(`requirementStatus.${status}`)}>
        <Icon size={17} stroke={1.8} aria-hidden />
        <span className="unseen">{t(`requirementStatus.${status}`)}</span>
      </span>
      <span className={classes.name}>{t(`requirement.${name}`)}</span>
      {status === 'unsatisfied' && (
        <span className={classes.missing}>
          {t(`missing.${detail}`, { have: have ?? 0, need: need ?? 1, defaultValue: detail })}
          {turn && (
            <span className={classes.turn} data-turn={turn.role}>
              {turnWords(turn)}
            </span>
          )}
        </span>
      )}
      {exception?.reason && <span className={classes.missing}>{exception.reason}</span>}
    </li>
  );
}
