import type { Claim } from '#client';
import { SegmentedControl } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconEyeOff, IconMinus } from '@tabler/icons-react';
import { type ComponentType, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../article.room.js';
import classes from './requirement.module.css';
import { Section } from './section.js';

export type Requirement = Claim['requirements']['verified'][number];

const ICONS: Readonly<Record<Requirement['status'], ComponentType<{ size?: number; stroke?: number }>>> = {
  satisfied: IconCircleCheck,
  unsatisfied: IconCircleX,
  overridden: IconAlertTriangle,
  'not-applicable': IconMinus,
  withheld: IconEyeOff,
};

/** Who can do something about an unmet requirement. */
const TURN: Readonly<Partial<Record<Requirement['name'], 'reviewer' | 'writer' | 'other'>>> = {
  'not-own-text': 'other',
  'separate-decider': 'other',
  'supporting-verdicts': 'reviewer',
  'independent-sources': 'reviewer',
  contradiction: 'reviewer',
  'label-quorum': 'reviewer',
  'unproven-verdicts': 'reviewer',
  'queries-answered': 'writer',
};

/** What the claim still needs, to be verified or to be marked as disputed: the server's own list, in words. */
export function RequirementSection({ claim }: { claim: Claim }) {
  const { t } = useTranslation('article');
  const { gender } = useRoom();
  const [to, setTo] = useState<'verified' | 'disputed'>(claim.state === 'disputed' ? 'disputed' : 'verified');
  const list = claim.requirements[to];
  const open = list.filter(({ status }) => status === 'unsatisfied').length;
  const withheld = list.some(({ status }) => status === 'withheld');
  return (
    <Section
      title={t('requirements.title')}
      count={withheld ? undefined : open > 0 ? t('requirements.open', { count: open }) : t('requirements.met')}
      action={
        <SegmentedControl
          size="xs"
          value={to}
          onChange={(value) => setTo(value)}
          aria-label={t('requirements.for')}
          data={[
            { value: 'verified', label: t(`terms:verifiedOf.${claim.verifies}.${gender}`) },
            { value: 'disputed', label: t(`terms:state.disputed.${gender}`) },
          ]}
        />
      }
    >
      <RequirementList requirements={list} />
      {withheld && <p className={classes.withheld}>{t('requirements.withheld')}</p>}
    </Section>
  );
}

export function RequirementList({ requirements }: { requirements: readonly Requirement[] }) {
  return (
    <ul role="list" className={classes.list}>
      {requirements.map((requirement) => (
        <RequirementLine key={requirement.name} requirement={requirement} />
      ))}
    </ul>
  );
}

function RequirementLine({
  requirement: { name, status, detail, have, need, exception },
}: {
  requirement: Requirement;
}) {
  const { t } = useTranslation('article');
  const Icon = ICONS[status];
  const turn = TURN[name] ?? 'editor';
  return (
    <li className={classes.line} data-status={status}>
      <span className={classes.icon} title={t(`terms:requirementStatus.${status}`)}>
        <Icon size={17} stroke={1.8} aria-hidden />
        <span className="unseen">{t(`terms:requirementStatus.${status}`)}</span>
      </span>
      <span className={classes.name}>{t(`terms:requirement.${name}`)}</span>
      {status === 'unsatisfied' && (
        <span className={classes.missing}>
          {t(`terms:missing.${detail}`, { have: have ?? 0, need: need ?? 1, defaultValue: detail })}
          <span className={classes.turn}>{t(`terms:turn.${turn}`)}</span>
        </span>
      )}
      {exception?.reason && <span className={classes.missing}>{exception.reason}</span>}
    </li>
  );
}
