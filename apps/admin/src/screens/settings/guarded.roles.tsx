import type { Policy } from '#client';
import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './settings.module.css';

type Guarded = Policy['secondFactorOf'];
const GUARDED: Guarded = ['editor', 'head', 'admin'];

/** Of whom the newsroom demands a second factor. */
export function GuardedRoles({ chosen, onChange }: { chosen: Guarded; onChange: (roles: Guarded) => void }) {
  const { t } = useTranslation(['settings', 'terms']);
  return (
    <Checkbox.Group
      aria-label={t('rule.secondFactorOf.name')}
      value={[...chosen]}
      onChange={(roles) => onChange(GUARDED.filter((role) => roles.includes(role)))}
    >
      <div className={classes.checks}>
        {GUARDED.map((role) => (
          <Checkbox key={role} value={role} label={t(`terms:role.${role}`)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
