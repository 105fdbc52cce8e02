import { useTranslation } from 'react-i18next';
import { ConflictNotice } from '../state/conflict.notice.js';
import { wholeDate } from '../text/dates.js';
import { Foreign } from '../text/foreign.js';
import type { Difference } from './claim.differences.js';
import type { Gender } from './claim.standing.js';
import type { ClaimWrite } from './claim.write.js';
import { useScale } from './rating.scale.js';

interface Props {
  readonly write: ClaimWrite;
  readonly kind: 'draft' | 'external';
  readonly gender: Gender;
}

/** Somebody changed the claim first: what has changed, and the same again if it still fits. */
export function ClaimConflict({ write: { conflict, forget }, kind, gender }: Props) {
  const { t } = useTranslation('article');
  const words = useDifferenceWords(kind, gender);
  if (!conflict) return null;
  const changes = conflict.differences.map((difference) => ({
    name: t(`conflict.member.${difference.member}`),
    before: words(difference, 'before'),
    after: words(difference, 'after'),
  }));
  return <ConflictNotice changes={changes} onAgain={conflict.again} onForget={forget} />;
}

function useDifferenceWords(kind: 'draft' | 'external', gender: Gender) {
  const { t, i18n } = useTranslation('article');
  const { labelOf } = useScale(kind, gender);
  return (difference: Difference, side: 'before' | 'after') => {
    const value = difference[side];
    if (value === null || value === undefined) return t('conflict.nothing');
    switch (difference.member) {
      case 'state':
      case 'disposition':
        return t(value === 'active' ? 'conflict.active' : `terms:state.${String(value as string)}.${gender}`);
      case 'tier':
        return t(`terms:tier.${value as string}`);
      case 'kind':
        return t(`terms:kind.${value as string}`);
      case 'verifies':
        return t(`terms:verifies.${value as string}`);
      case 'closure':
        return t(`terms:closure.${(value as { kind: string }).kind}.${gender}`);
      case 'rating':
        return labelOf(value as string);
      case 'dueAt':
        return wholeDate(value as string, i18n.language);
      case 'place':
        return t(`anchor.status.${value as string}`);
      case 'selected':
        return t(value ? 'conflict.selected' : 'conflict.notSelected');
      default:
        return <Foreign>{typeof value === 'string' ? value : JSON.stringify(value)}</Foreign>;
    }
  };
}
