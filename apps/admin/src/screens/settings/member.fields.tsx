import type { Member } from '#client';
import { Checkbox, MultiSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './settings.module.css';

export type Role = Member['roles'][number];
const ROLES: readonly Role[] = ['editor', 'head', 'reviewer', 'writer', 'viewer', 'admin', 'legal'];

/** What a member may be; each role says in a few words what it does. */
export function RoleChoice({
  roles,
  onChange,
}: {
  roles: readonly Role[];
  onChange: (roles: readonly Role[]) => void;
}) {
  const { t } = useTranslation(['settings', 'terms']);
  return (
    <Checkbox.Group label={t('roles')} value={[...roles]} onChange={(values) => onChange(values)}>
      <div className={classes.checks}>
        {ROLES.map((role) => (
          <Checkbox key={role} value={role} label={t(`terms:role.${role}`)} description={t(`role.${role}`)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

/** The languages somebody works in. */
export function Languages({
  value,
  onChange,
}: {
  value: readonly ('ar' | 'en')[];
  onChange: (value: readonly ('ar' | 'en')[]) => void;
}) {
  const { t } = useTranslation(['settings', 'terms']);
  return (
    <MultiSelect
      label={t('languages')}
      data={(['ar', 'en'] as const).map((code) => ({ value: code, label: t(`terms:language.${code}`) }))}
      value={[...value]}
      onChange={(next) => onChange(next)}
    />
  );
}
