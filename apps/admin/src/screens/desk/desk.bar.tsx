import { Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type DeskFilter, type Look, LOOKS } from './desk.articles.js';
import classes from './desk.module.css';

const STATES = ['checking', 'ready', 'released', 'correcting'] as const;
const KINDS = ['draft', 'external'] as const;
const LANGUAGES = ['ar', 'en'] as const;

interface Props {
  readonly filter: DeskFilter;
  readonly counts: Readonly<Record<Look, number>>;
}

/** What the desk is asked for: words, state, kind, language; and at what of it one looks. */
export function DeskBar({ filter, counts }: Props) {
  const { t } = useTranslation('desk');
  const { typed, setTyped, look, set } = filter;
  return (
    <div className={classes.bar}>
      <TextInput
        type="search"
        className={classes.search}
        leftSection={<IconSearch size={16} aria-hidden />}
        aria-label={t('search')}
        placeholder={t('search')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        dir="auto"
      />
      <Pick
        label={t('state')}
        value={filter.state}
        onChange={(value) => set('state', value)}
        options={STATES.map((value) => [value, t(`states.${value}`)])}
      />
      <Pick
        label={t('kind')}
        value={filter.kind}
        onChange={(value) => set('kind', value)}
        options={KINDS.map((value) => [value, t(`terms:articleKind.${value}`)])}
      />
      <Pick
        label={t('language')}
        value={filter.language}
        onChange={(value) => set('language', value)}
        options={LANGUAGES.map((value) => [value, t(`terms:language.${value}`)])}
      />
      <div className={classes.looks} role="group" aria-label={t('look')}>
        {LOOKS.map((name) => (
          <button
            key={name}
            type="button"
            className={classes.look}
            aria-pressed={look === name}
            onClick={() => set('look', name === 'all' ? null : name)}
          >
            {t(`looks.${name}`, { count: counts[name] })}
          </button>
        ))}
      </div>
    </div>
  );
}

interface PickProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string | null) => void;
}

function Pick({ label, value, options, onChange }: PickProps) {
  return (
    <Select
      className={classes.pick}
      aria-label={label}
      placeholder={label}
      data={options.map(([key, text]) => ({ value: key, label: text }))}
      value={value ?? null}
      onChange={onChange}
      clearable
    />
  );
}
