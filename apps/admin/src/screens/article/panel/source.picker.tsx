import type { Source } from '#client';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/api.js';
import { keys } from '../../../api/keys.js';

type SourceType = Source['type'];
export type SourceChoice =
  { readonly id: string; readonly name: string } | { readonly name: string; readonly type: SourceType };

const TYPES: readonly SourceType[] = [
  'outlet',
  'agency',
  'person',
  'institution',
  'government',
  'document',
  'dataset',
  'recording',
  'observation',
  'social',
  'anonymous',
];
const NEW = 'new:';

/** Finds a source of the register by name; a name it lacks becomes a new source of a chosen kind. */
export function SourcePicker({
  value,
  onChange,
}: {
  value: SourceChoice | null;
  onChange: (choice: SourceChoice | null) => void;
}) {
  const { t } = useTranslation('article');
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 180);
  const found = useQuery({
    queryKey: [...keys.sources, 'picker', q],
    queryFn: ({ signal }) => api().call('listSources', { query: { limit: 30, ...(q && { q }) }, signal }),
    placeholderData: keepPreviousData,
  });
  const named = (found.data?.items ?? []).filter(({ name }) => name !== null);
  const chosenNew = value !== null && 'type' in value ? value.name : null;
  const isNew = typed.trim() !== '' && typed.trim() !== chosenNew && !named.some(({ name }) => name === typed.trim());
  const options = [
    ...named.map(({ id, name, type }) => ({ value: id, label: `${name} · ${t(`terms:source.${type}`)}` })),
    ...(isNew ? [{ value: NEW + typed.trim(), label: t('source.new', { name: typed.trim() }) }] : []),
    // Always under its own name: a label that changed with what stands in the field would change the field again, for ever.
    ...(chosenNew !== null ? [{ value: NEW + chosenNew, label: chosenNew }] : []),
  ];

  function choose(chosen: string | null) {
    if (chosen === null) return onChange(null);
    if (chosen.startsWith(NEW)) return onChange({ name: chosen.slice(NEW.length), type: 'outlet' });
    const known = named.find(({ id }) => id === chosen);
    if (known) onChange({ id: known.id, name: known.name! });
  }

  return (
    <>
      <Select
        label={t('source.label')}
        placeholder={t('source.find')}
        data={options}
        value={value === null ? null : 'id' in value ? value.id : NEW + value.name}
        onChange={choose}
        searchable
        searchValue={typed}
        onSearchChange={setTyped}
        filter={({ options: all }) => all}
        limit={40}
        dir="auto"
        autoFocus
        clearable
      />
      {value !== null && 'type' in value && (
        <Select
          label={t('source.type')}
          data={TYPES.map((type) => ({ value: type, label: t(`terms:source.${type}`) }))}
          value={value.type}
          onChange={(type) => type && onChange({ name: value.name, type })}
          allowDeselect={false}
        />
      )}
    </>
  );
}
