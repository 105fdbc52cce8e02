import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PolicyDraft } from './policy.patch.js';
import classes from './settings.module.css';

/** The server refuses these whatever is set: they are shown as what they are. */
const NEVER = ['not-own-text', 'rationale', 'no-open-dispute'];

const EXCEPTIONS = [
  'separate-decider',
  'supporting-verdicts',
  'independent-sources',
  'anchor-confirmed',
  'queries-answered',
  'contradiction',
  'label-quorum',
  'claims-settled',
  'disputes-explained',
  'anchors-placed',
  'headline-overstates',
] as const;

/** Which requirements an editor may set aside by name. */
export function Overridable({
  chosen,
  known,
  onChange,
}: {
  chosen: PolicyDraft['overridable'];
  known: PolicyDraft['overridable'];
  onChange: (next: PolicyDraft['overridable']) => void;
}) {
  const { t } = useTranslation(['settings', 'terms']);
  const names = [...new Set([...EXCEPTIONS, ...known])].filter((name) => !NEVER.includes(name));
  return (
    <Checkbox.Group aria-label={t('rule.overridable.name')} value={[...chosen]} onChange={(values) => onChange(values)}>
      <div className={classes.checks}>
        {names.map((name) => (
          <Checkbox key={name} value={name} label={t(`terms:requirement.${name}`)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
