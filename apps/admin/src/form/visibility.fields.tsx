import { MultiSelect, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMembers } from '../session/session.query.js';

type Visibility = 'newsroom' | 'named';
const VISIBILITIES: readonly Visibility[] = ['newsroom', 'named'];

interface Props {
  readonly visibility: Visibility;
  readonly visibleTo: readonly string[];
  readonly onChange: (next: { visibility: Visibility; visibleTo: readonly string[] }) => void;
}

/** Who may see an article: everybody in the newsroom, or its authors, whoever posted it, and those named here. */
export function VisibilityFields({ visibility, visibleTo, onChange }: Props) {
  const { t } = useTranslation('terms');
  return (
    <>
      <Select
        label={t('visibility.label')}
        data={VISIBILITIES.map((value) => ({ value, label: t(`visibility.${value}`) }))}
        value={visibility}
        onChange={(value) => value && onChange({ visibility: value, visibleTo })}
        allowDeselect={false}
      />
      {visibility === 'named' && (
        <PersonChoice
          label={t('visibility.to')}
          description={t('visibility.toHint')}
          value={visibleTo}
          onChange={(next) => onChange({ visibility, visibleTo: next })}
        />
      )}
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly description?: string;
  readonly value: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
}

/** Some of the newsroom's people by name; whoever is chosen already stays in sight though he may have left. */
export function PersonChoice({ label, description, value, onChange }: ChoiceProps) {
  const members = useMembers();
  const { t } = useTranslation('terms');
  const people = [...members.values()].filter(
    ({ id, active, kind }) => value.includes(id) || (active && kind === 'person'),
  );
  return (
    <MultiSelect
      label={label}
      description={description}
      data={people.map(({ id, name }) => ({ value: id, label: name }))}
      value={[...value]}
      onChange={(ids) => onChange(ids)}
      nothingFoundMessage={t('visibility.nobody')}
      searchable
      dir="auto"
    />
  );
}
