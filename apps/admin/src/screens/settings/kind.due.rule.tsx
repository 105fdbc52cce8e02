import type { Policy } from '#client';
import { CLAIM_KINDS } from '#domain';
import { NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './settings.module.css';

type Due = Policy['dueHoursOfKind'];

/** Terms of kinds that need their own; empty means the tier's. */
export function KindDueRule({ due, onChange }: { due: Due; onChange: (due: Due) => void }) {
  const { t } = useTranslation(['settings', 'terms']);
  return (
    <div className={classes.tiers}>
      {CLAIM_KINDS.map((kind) => (
        <NumberInput
          key={kind}
          label={t(`terms:kind.${kind}`)}
          placeholder={t('byTier')}
          min={1}
          value={due[kind] ?? ''}
          onChange={(value) => {
            const { [kind]: _, ...others } = due;
            onChange(value === '' ? others : { ...others, [kind]: Number(value) });
          }}
        />
      ))}
    </div>
  );
}
