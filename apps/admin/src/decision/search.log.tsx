import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from '../form/form.module.css';

export interface Search {
  readonly where: string;
  readonly when: string;
  readonly query: string;
}

/** Where was searched, when, and with which words: what makes “unproven” more than a shrug. */
export function SearchLog({
  value,
  onChange,
}: {
  value: readonly Search[];
  onChange: (searches: readonly Search[]) => void;
}) {
  const { t } = useTranslation('article');
  const change = (index: number, part: Partial<Search>) =>
    onChange(value.map((entry, at) => (at === index ? { ...entry, ...part } : entry)));
  return (
    <fieldset className={classes.choice}>
      <legend>{t('decision.searchLog')}</legend>
      <div className={classes.searches}>
        {value.map((entry, index) => (
          <div key={index} className={classes.search}>
            <TextInput
              size="xs"
              aria-label={t('decision.where')}
              placeholder={t('decision.where')}
              value={entry.where}
              onChange={(event) => change(index, { where: event.currentTarget.value })}
              dir="auto"
            />
            <TextInput
              size="xs"
              aria-label={t('decision.query')}
              placeholder={t('decision.query')}
              value={entry.query}
              onChange={(event) => change(index, { query: event.currentTarget.value })}
              dir="auto"
            />
            <TextInput
              size="xs"
              type="date"
              aria-label={t('decision.when')}
              value={entry.when}
              onChange={(event) => change(index, { when: event.currentTarget.value })}
            />
            <ActionIcon
              aria-label={t('decision.removeSearch')}
              onClick={() => onChange(value.filter((_, at) => at !== index))}
            >
              <IconTrash size={15} aria-hidden />
            </ActionIcon>
          </div>
        ))}
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => onChange([...value, { where: '', when: '', query: '' }])}
        >
          {t('decision.addSearch')}
        </Button>
      </div>
    </fieldset>
  );
}
