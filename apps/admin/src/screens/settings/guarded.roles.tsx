import { GUARDED_ROLES, type GuardedRole } from '#domain';
import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './settings.module.css';

interface Props {
  readonly chosen: readonly GuardedRole[];
  readonly onChange: (roles: GuardedRole[]) => void;
}

/** Of whom the newsroom demands a second factor. */
export function GuardedRoles({ chosen, onChange }: Props) {
  const { t } = useTranslation(['settings', 'terms']);
  return (
    <Checkbox.Group
      aria-label={t('rule.secondFactorOf.name')}
      value={[...chosen]}
      onChange={(roles) => onChange(GUARDED_ROLES.filter((role) => roles.includes(role)))}
    >
      <div className={classes.checks}>
        {GUARDED_ROLES.map((role) => (
          <Checkbox key={role} value={role} label={t(`terms:role.${role}`)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
