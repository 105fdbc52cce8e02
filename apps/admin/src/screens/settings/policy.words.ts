import type { Policy } from '#client';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../text/numerals.js';

/** A rule of the policy as it stands, in words. */
interface Stated {
  readonly name: string;
  readonly words: string;
}

/** Each rule that a preset sets, in words short enough to stand beside another. */
export function usePolicyWords(): (policy: Policy) => Stated[] {
  const { t, i18n } = useTranslation(['settings', 'terms']);
  const number = (value: number) => formatNumber(value, i18n.language);
  const tiers = (of: Readonly<Record<'A' | 'B' | 'C', number>>) =>
    (['A', 'B', 'C'] as const).map((tier) => `${t(`terms:tier.${tier}`)} ${number(of[tier])}`).join(' · ');
  const yes = (value: boolean) => t(value ? 'yes' : 'no');
  const week = ({ days, hours, timeZone }: Policy['workingWeek']) =>
    [days.map((day) => t(`day.${day}`)).join(t('comma')), hours && `${hours.from}–${hours.to}`, timeZone]
      .filter(Boolean)
      .join(' · ');
  return (policy) => [
    { name: 'verdictsNeeded', words: tiers(policy.verdictsNeeded) },
    {
      name: 'originsNeeded',
      words: `${tiers(policy.originsNeeded)} · ${t('namedShort', { count: number(policy.originsNeeded.namedB) })}`,
    },
    { name: 'blind', words: t(`blind.${policy.blind}`) },
    { name: 'selfClaim', words: yes(policy.selfClaim) },
    {
      name: 'overridable',
      words: policy.overridable.map((one) => t(`terms:requirement.${one}`)).join(t('comma')) || t('nothing'),
    },
    { name: 'triageThreshold', words: number(policy.triageThreshold) },
    { name: 'reviewersPerClaim', words: tiers(policy.reviewersPerClaim) },
    { name: 'dueHours', words: tiers(policy.dueHours) },
    {
      name: 'dueHoursOfKind',
      words:
        Object.entries(policy.dueHoursOfKind)
          .map(([kind, hours]) => `${t(`terms:kind.${kind}`)} ${number(hours)}`)
          .join(' · ') || t('nothing'),
    },
    { name: 'workingWeek', words: week(policy.workingWeek) },
    { name: 'assignmentTimeoutHours', words: number(policy.assignmentTimeoutHours) },
    { name: 'openAssignmentsLimit', words: number(policy.openAssignmentsLimit) },
    { name: 'anonymousSources', words: t(`anonymous.${policy.anonymousSources}`) },
    {
      name: 'secondFactorOf',
      words: policy.secondFactorOf.map((role) => t(`terms:role.${role}`)).join(t('comma')) || t('nothing'),
    },
    { name: 'publicFeeds', words: yes(policy.publicFeeds) },
  ];
}
