import type { ClaimItem } from '#client';
import {
  IconCircleCheck,
  IconCircleDashed,
  IconCircleMinus,
  IconCircleX,
  IconHelpCircle,
  IconLockCheck,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { type Gender, type Standing, standingOf } from './claim.standing.js';
import classes from './standing.module.css';

type Icon = ComponentType<{ size?: number; stroke?: number; className?: string | undefined; 'aria-hidden'?: boolean }>;
const ICONS: Readonly<Record<Standing, Icon>> = {
  'needs-source': IconHelpCircle,
  verified: IconCircleCheck,
  disputed: IconCircleX,
  closed: IconLockCheck,
  proposed: IconCircleDashed,
  dismissed: IconCircleMinus,
};

/** The sign of a standing, in its colour; says nothing to screen readers, words stand beside it. */
export function StandingIcon({ standing, size = 16 }: { standing: Standing; size?: number }) {
  const Icon = ICONS[standing];
  return (
    <Icon
      size={size}
      stroke={1.8}
      className={classes[standing === 'needs-source' ? 'needsSource' : standing]}
      aria-hidden
    />
  );
}

/** Colour, sign and words of a claim's standing. Verified always says of what; a closure says which. */
export function StandingMark({ claim, gender }: { claim: ClaimItem; gender: Gender }) {
  const { t } = useTranslation('terms');
  const standing = standingOf(claim);
  return (
    <span className={classes.mark} data-standing={standing}>
      <StandingIcon standing={standing} />
      {wordsOf(claim, standing, gender, t)}
    </span>
  );
}

function wordsOf(claim: ClaimItem, standing: Standing, gender: Gender, t: (key: string) => string): string {
  if (standing === 'verified') return t(`verifiedOf.${claim.verifies}.${gender}`);
  if (standing === 'closed' && claim.closure) return t(`closure.${claim.closure.kind}.${gender}`);
  return t(`state.${standing}.${gender}`);
}
