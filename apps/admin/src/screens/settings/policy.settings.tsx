import type { Newsroom } from '#client';
import { Button, Checkbox, NumberInput, Select, Switch } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import list from '../../list/list.module.css';
import { useMay } from '../../session/session.query.js';
import { Failure, Loading, ProblemNotice } from '../../state/states.js';
import { say } from '../../state/toast.js';
import { ChecklistRule } from './checklist.rule.js';
import { GuardedRoles } from './guarded.roles.js';
import { KindDueRule } from './kind.due.rule.js';
import { useNewsroom, useNewsroomChange } from './newsroom.change.js';
import { NewsroomConflict } from './newsroom.conflict.js';
import { type PolicyDraft, policyPatch, retyped } from './policy.patch.js';
import { PresetRule } from './preset.rule.js';
import classes from './settings.module.css';
import { WorkingWeekRule } from './working.week.rule.js';

const TIERS = ['A', 'B', 'C'] as const;
const BLIND = ['off', 'tier-a', 'all'] as const;
const ANONYMOUS = ['forbidden', 'editor-approval', 'allowed'] as const;
/** The server refuses these whatever is set: they are shown as what they are. */
const NEVER = ['not-own-text', 'rationale', 'no-open-dispute'];

export function PolicySettings() {
  const newsroom = useNewsroom();
  if (newsroom.isPending) return <Loading />;
  if (newsroom.isError) return <Failure error={newsroom.error} retry={() => void newsroom.refetch()} />;
  return <PolicyForm newsroom={newsroom.data} />;
}

/** The rules the newsroom checks by, each with what it does to the work, in plain words. */
function PolicyForm({ newsroom }: { newsroom: Newsroom }) {
  const { t } = useTranslation(['settings', 'terms', 'frame']);
  const isReadOnly = !useMay()('updateNewsroom');
  const [seen, setSeen] = useState(newsroom);
  const current = draftOf(seen);
  const [draft, setDraft] = useState<PolicyDraft>(current);
  const patch = policyPatch(current, draft);
  const isTouched = Object.keys(patch).length > 0;
  const begin = (from: Newsroom) => {
    setSeen(from);
    setDraft(draftOf(from));
  };
  /** What the fields held when something was sent: what was typed since stays. */
  const sent = useRef(draft);
  const saving = useNewsroomChange(seen, (saved) => {
    setSeen(saved);
    setDraft((typed) => retyped(sent.current, typed, draftOf(saved)));
    say(t('policySaved'));
  });
  const save = () => {
    sent.current = draft;
    saving.run({ policy: patch });
  };
  // A colleague's rules show at once where nothing has been typed; else what was typed stays, and the conflict is told at saving.
  if (newsroom.version > seen.version && !saving.busy) {
    if (!isTouched) begin(newsroom);
    else if (newsroom.policy.version === seen.policy.version) setSeen(newsroom);
  }
  const change = (part: Partial<PolicyDraft>) => setDraft({ ...draft, ...part });
  const tiers = (name: 'verdictsNeeded' | 'originsNeeded' | 'dueHours' | 'reviewersPerClaim') => (
    <div className={classes.tiers}>
      {TIERS.map((tier) => (
        <NumberInput
          key={tier}
          label={t(`terms:tierLong.${tier}`)}
          min={0}
          value={draft[name][tier]}
          onChange={(value) => change({ [name]: { ...draft[name], [tier]: Number(value) } })}
        />
      ))}
      {name === 'originsNeeded' && (
        <NumberInput
          label={t('namedB')}
          min={0}
          value={draft.originsNeeded.namedB}
          onChange={(value) => change({ originsNeeded: { ...draft.originsNeeded, namedB: Number(value) } })}
        />
      )}
    </div>
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <fieldset className={classes.plain} disabled={isReadOnly}>
        <Rule name="preset">
          <PresetRule
            policy={seen.policy}
            busy={saving.busy}
            onApply={(name) => {
              sent.current = current;
              saving.run({ policy: { preset: name } });
            }}
          />
        </Rule>
        <Rule name="verdictsNeeded">{tiers('verdictsNeeded')}</Rule>
        <Rule name="originsNeeded">{tiers('originsNeeded')}</Rule>
        <Rule name="blind">
          <Select
            aria-label={t('rule.blind.name')}
            data={BLIND.map((value) => ({ value, label: t(`blind.${value}`) }))}
            value={draft.blind}
            onChange={(value) => value && change({ blind: value })}
            allowDeselect={false}
          />
        </Rule>
        <Rule name="selfClaim">
          <Switch
            label={t('selfClaim')}
            checked={draft.selfClaim}
            onChange={(event) => change({ selfClaim: event.currentTarget.checked })}
          />
        </Rule>
        <Rule name="overridable">
          <Overridable
            chosen={draft.overridable}
            known={current.overridable}
            onChange={(overridable) => change({ overridable })}
          />
        </Rule>
        <Rule name="triageThreshold">
          <NumberInput
            aria-label={t('rule.triageThreshold.name')}
            min={0}
            max={100}
            step={5}
            value={draft.triageThreshold}
            onChange={(value) => change({ triageThreshold: Number(value) })}
          />
        </Rule>
        <Rule name="reviewersPerClaim">{tiers('reviewersPerClaim')}</Rule>
        <Rule name="dueHours">{tiers('dueHours')}</Rule>
        <Rule name="dueHoursOfKind">
          <KindDueRule due={draft.dueHoursOfKind} onChange={(dueHoursOfKind) => change({ dueHoursOfKind })} />
        </Rule>
        <Rule name="workingWeek">
          <WorkingWeekRule week={draft.workingWeek} onChange={(workingWeek) => change({ workingWeek })} />
        </Rule>
        <Rule name="assignmentTimeoutHours">
          <NumberInput
            aria-label={t('rule.assignmentTimeoutHours.name')}
            min={1}
            value={draft.assignmentTimeoutHours}
            onChange={(value) => change({ assignmentTimeoutHours: Number(value) })}
          />
        </Rule>
        <Rule name="openAssignmentsLimit">
          <NumberInput
            aria-label={t('rule.openAssignmentsLimit.name')}
            min={1}
            value={draft.openAssignmentsLimit}
            onChange={(value) => change({ openAssignmentsLimit: Number(value) })}
          />
        </Rule>
        <Rule name="checklists">
          <ChecklistRule lists={draft.checklists} onChange={(checklists) => change({ checklists })} />
        </Rule>
        <Rule name="anonymousSources">
          <Select
            aria-label={t('rule.anonymousSources.name')}
            data={ANONYMOUS.map((value) => ({ value, label: t(`anonymous.${value}`) }))}
            value={draft.anonymousSources}
            onChange={(value) => value && change({ anonymousSources: value })}
            allowDeselect={false}
          />
        </Rule>
        <Rule name="secondFactorOf">
          <GuardedRoles chosen={draft.secondFactorOf} onChange={(secondFactorOf) => change({ secondFactorOf })} />
        </Rule>
        <Rule name="publicFeeds">
          <Switch
            label={t('publicFeeds')}
            checked={draft.publicFeeds}
            onChange={(event) => change({ publicFeeds: event.currentTarget.checked })}
          />
        </Rule>
      </fieldset>
      <NewsroomConflict
        overtaken={saving.overtaken}
        onAgain={save}
        onForget={() => {
          if (saving.overtaken) begin(saving.overtaken.now);
          saving.forget();
        }}
      />
      <ProblemNotice error={saving.error} />
      {isReadOnly ? (
        <p className={list.quiet}>{t('readOnly')}</p>
      ) : (
        <div className={classes.save}>
          <Button type="submit" loading={saving.busy}>
            {t('frame:save')}
          </Button>
        </div>
      )}
    </form>
  );
}

function draftOf({ policy }: Newsroom): PolicyDraft {
  const { version: _, preset: __, ...rules } = policy;
  return rules;
}

function Rule({ name, children }: { name: string; children: ReactNode }) {
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

function Overridable({
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
