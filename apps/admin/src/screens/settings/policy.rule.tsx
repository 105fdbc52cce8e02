import { NumberInput, type NumberInputProps, Select, Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import list from '../../list/list.module.css';
import type { PolicyDraft } from './policy.patch.js';
import classes from './settings.module.css';

const TIERS = ['A', 'B', 'C'] as const;

/** One rule: its name, what it does to the work in plain words, and where it is set. */
export function Rule({ name, children }: { name: string; children: ReactNode }) {
  const { t } = useTranslation('settings');
  return (
    <section className={classes.rule} aria-labelledby={`rule-${name}`}>
      <div>
        <h2 id={`rule-${name}`}>{t(`rule.${name}.name`)}</h2>
        <p className={list.quiet}>{t(`rule.${name}.words`)}</p>
      </div>
      <div>{children}</div>
    </section>
  );
}

export interface RulesProps {
  readonly draft: PolicyDraft;
  readonly onChange: (part: Partial<PolicyDraft>) => void;
}

interface TierProps extends RulesProps {
  readonly name: 'verdictsNeeded' | 'originsNeeded' | 'dueHours' | 'reviewersPerClaim';
}

/** A number for each tier; of origins also for a named source in tier B. */
export function TierRule({ name, draft, onChange }: TierProps) {
  const { t } = useTranslation(['settings', 'terms']);
  return (
    <Rule name={name}>
      <div className={classes.tiers}>
        {TIERS.map((tier) => (
          <NumberInput
            key={tier}
            label={t(`terms:tierLong.${tier}`)}
            min={0}
            value={draft[name][tier]}
            onChange={(value) => onChange({ [name]: { ...draft[name], [tier]: Number(value) } })}
          />
        ))}
        {name === 'originsNeeded' && (
          <NumberInput
            label={t('namedB')}
            min={0}
            value={draft.originsNeeded.namedB}
            onChange={(value) => onChange({ originsNeeded: { ...draft.originsNeeded, namedB: Number(value) } })}
          />
        )}
      </div>
    </Rule>
  );
}

interface NumberProps extends RulesProps, Pick<NumberInputProps, 'min' | 'max' | 'step'> {
  readonly name: 'triageThreshold' | 'assignmentTimeoutHours' | 'openAssignmentsLimit';
}

export function NumberRule({ name, draft, onChange, ...range }: NumberProps) {
  const { t } = useTranslation('settings');
  return (
    <Rule name={name}>
      <NumberInput
        aria-label={t(`rule.${name}.name`)}
        {...range}
        value={draft[name]}
        onChange={(value) => onChange({ [name]: Number(value) })}
      />
    </Rule>
  );
}

interface ChoiceProps<T extends string> {
  readonly name: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

export function ChoiceRule<T extends string>({ name, options, value, onChange }: ChoiceProps<T>) {
  const { t } = useTranslation('settings');
  return (
    <Rule name={name}>
      <Select
        aria-label={t(`rule.${name}.name`)}
        data={options}
        value={value}
        onChange={(next) => next && onChange(next)}
        allowDeselect={false}
      />
    </Rule>
  );
}

interface SwitchProps extends RulesProps {
  readonly name: 'selfClaim' | 'publicFeeds';
}

export function SwitchRule({ name, draft, onChange }: SwitchProps) {
  const { t } = useTranslation('settings');
  return (
    <Rule name={name}>
      <Switch
        label={t(name)}
        checked={draft[name]}
        onChange={(event) => onChange({ [name]: event.currentTarget.checked })}
      />
    </Rule>
  );
}
