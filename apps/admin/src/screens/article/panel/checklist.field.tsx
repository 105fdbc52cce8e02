import type { Claim } from '#client';
import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/api.js';
import { keys } from '../../../api/keys.js';
import classes from '../../../form/form.module.css';

/** The newsroom's checklists, by kind of claim. */
export const useChecklists = () =>
  useQuery({
    queryKey: keys.checklists,
    queryFn: ({ signal }) => api().call('getChecklists', { signal }),
    staleTime: 10 * 60_000,
  });

interface Props {
  readonly kind: Claim['kind'];
  readonly value: readonly string[];
  readonly onChange: (keys: readonly string[]) => void;
}

/** What the newsroom goes through with a claim of this kind; what was ticked stands beside the verdict. */
export function ChecklistField({ kind, value, onChange }: Props) {
  const { t, i18n } = useTranslation('article');
  const { data } = useChecklists();
  const lines = data?.[kind] ?? [];
  if (lines.length === 0) return null;
  return (
    <fieldset className={classes.choice}>
      <legend>{t('verdict.checklist')}</legend>
      <div className={classes.more}>
        <div>
          {lines.map((line) => (
            <Checkbox
              key={line.key}
              size="sm"
              label={i18n.language === 'ar' ? line.ar : line.en}
              checked={value.includes(line.key)}
              onChange={(event) =>
                onChange(event.currentTarget.checked ? [...value, line.key] : value.filter((key) => key !== line.key))
              }
            />
          ))}
        </div>
      </div>
    </fieldset>
  );
}
