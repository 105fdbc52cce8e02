import type { Claim } from '#client';
import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Requirement, RequirementList } from '../../../decision/requirement.list.js';
import { useRoom } from '../article.room.js';
import { Section } from './section.js';
import classes from '../../../decision/requirement.module.css';

/** What the claim still needs, to be verified or to be marked as disputed: the server's own list, in words. */
export function RequirementSection({ claim }: { claim: Claim }) {
  const { t } = useTranslation('article');
  const { gender } = useRoom();
  const [to, setTo] = useState<'verified' | 'disputed'>(() => firstAsked(claim));
  const list = claim.requirements[to].filter(({ name }) => claim.state !== to || !OF_THE_NEXT.includes(name));
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

/** What a decision brings itself: no longer missing from a claim that stands as decided, though a next decision needs it anew. */
const OF_THE_NEXT: readonly Requirement['name'][] = ['rationale'];

/** The way that is open to the reader, where only one is; else the usual one. */
function firstAsked({ state, actions }: Claim): 'verified' | 'disputed' {
  if (state === 'disputed') return 'disputed';
  return actions.includes('decide-disputed') && !actions.includes('decide-verified') ? 'disputed' : 'verified';
}
