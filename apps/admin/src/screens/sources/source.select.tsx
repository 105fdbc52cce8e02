import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';

/** Chooses a source of the register by a part of its name. */
export function SourceSelect({
  label,
  description,
  value,
  onChange,
  except,
}: {
  label: string;
  description?: string;
  value: string | null;
  onChange: (id: string | null) => void;
  except?: string | undefined;
}) {
  const { t } = useTranslation('sources');
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 250);
  const chosen = useQuery({
    queryKey: keys.source(value ?? ''),
    queryFn: ({ signal }) => api().call('getSource', { params: { id: value! }, signal }),
    enabled: value !== null,
  });
  const found = useQuery({
    queryKey: [...keys.sources, 'choice', q],
    queryFn: ({ signal }) => api().call('listSources', { query: { limit: 20, ...(q && { q }) }, signal }),
    placeholderData: (before) => before,
  });
  const options = new Map((found.data?.items ?? []).map(({ id, name }) => [id, name ?? t('nameWithheld')]));
  if (value !== null && chosen.data) options.set(value, chosen.data.name ?? t('nameWithheld'));
  if (except) options.delete(except);
  return (
    <Select
      label={label}
      description={description}
      placeholder={t('none')}
      data={[...options].map(([id, name]) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
      onSearchChange={(text) => setTyped(text === options.get(value ?? '') ? '' : text)}
      filter={({ options: all }) => all}
      nothingFoundMessage={found.isPending ? null : t('nothingFound')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('clear') }}
    />
  );
}
