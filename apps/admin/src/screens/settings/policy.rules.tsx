import { useTranslation } from 'react-i18next';
import { ChecklistRule } from './checklist.rule.js';
import { GuardedRoles } from './guarded.roles.js';
import { KindDueRule } from './kind.due.rule.js';
import { Overridable } from './overridable.js';
import type { PolicyDraft } from './policy.patch.js';
import { ChoiceRule, NumberRule, Rule, type RulesProps, SwitchRule, TierRule } from './policy.rule.js';
import { WorkingWeekRule } from './working.week.rule.js';

const BLIND = ['off', 'tier-a', 'all'] as const;
const ANONYMOUS = ['forbidden', 'editor-approval', 'allowed'] as const;

interface JudgingProps extends RulesProps {
  /** The exceptions that the rules in force allow: whatever they are, they can be taken away. */
  readonly known: PolicyDraft['overridable'];
}

/** What a claim needs before it is decided on, and by whom. */
export function JudgingRules({ draft, known, onChange }: JudgingProps) {
  const { t } = useTranslation('settings');
  return (
    <>
      <TierRule name="verdictsNeeded" draft={draft} onChange={onChange} />
      <TierRule name="originsNeeded" draft={draft} onChange={onChange} />
      <ChoiceRule
        name="blind"
        options={BLIND.map((value) => ({ value, label: t(`blind.${value}`) }))}
        value={draft.blind}
        onChange={(blind) => onChange({ blind })}
      />
      <SwitchRule name="selfClaim" draft={draft} onChange={onChange} />
      <Rule name="overridable">
        <Overridable chosen={draft.overridable} known={known} onChange={(overridable) => onChange({ overridable })} />
      </Rule>
    </>
  );
}

/** Which claims are worth the work, among how many it is divided, and until when. */
export function WorkRules({ draft, onChange }: RulesProps) {
  return (
    <>
      <NumberRule name="triageThreshold" min={0} max={100} step={5} draft={draft} onChange={onChange} />
      <TierRule name="reviewersPerClaim" draft={draft} onChange={onChange} />
      <TierRule name="dueHours" draft={draft} onChange={onChange} />
      <Rule name="dueHoursOfKind">
        <KindDueRule due={draft.dueHoursOfKind} onChange={(dueHoursOfKind) => onChange({ dueHoursOfKind })} />
      </Rule>
      <Rule name="workingWeek">
        <WorkingWeekRule week={draft.workingWeek} onChange={(workingWeek) => onChange({ workingWeek })} />
      </Rule>
      <NumberRule name="assignmentTimeoutHours" min={1} draft={draft} onChange={onChange} />
      <NumberRule name="openAssignmentsLimit" min={1} draft={draft} onChange={onChange} />
    </>
  );
}

/** What is gone through with a claim, who may stay unnamed, who proves himself twice, and what anybody may read. */
export function HouseRules({ draft, onChange }: RulesProps) {
  const { t } = useTranslation('settings');
  return (
    <>
      <Rule name="checklists">
        <ChecklistRule lists={draft.checklists} onChange={(checklists) => onChange({ checklists })} />
      </Rule>
      <ChoiceRule
        name="anonymousSources"
        options={ANONYMOUS.map((value) => ({ value, label: t(`anonymous.${value}`) }))}
        value={draft.anonymousSources}
        onChange={(anonymousSources) => onChange({ anonymousSources })}
      />
      <Rule name="secondFactorOf">
        <GuardedRoles chosen={draft.secondFactorOf} onChange={(secondFactorOf) => onChange({ secondFactorOf })} />
      </Rule>
      <SwitchRule name="publicFeeds" draft={draft} onChange={onChange} />
    </>
  );
}
