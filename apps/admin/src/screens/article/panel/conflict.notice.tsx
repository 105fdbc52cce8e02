import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Difference } from '../../../claim/claim.differences.js';
import type { Conflict } from '../../../claim/claim.write.js';
import type { Gender } from '../../../claim/claim.standing.js';
import { Foreign } from '../../../text/foreign.js';
import { wholeDate } from '../../../text/dates.js';
import classes from './notice.module.css';
import { useRatingLabel } from './rating.label.js';

/** Somebody changed the claim first: what has changed, and the same again if it still fits. */
export function ConflictNotice({
  conflict,
  gender,
  onForget,
}: {
  conflict: Conflict | null;
  gender: Gender;
  onForget: () => void;
}) {
  const { t } = useTranslation('article');
  const words = useDifferenceWords(gender);
  if (!conflict) return null;
  return (
    <div className={classes.notice} role="alert" data-kind="conflict">
      <p className={classes.title}>{t('conflict.title')}</p>
      {conflict.differences.length === 0 ? (
        <p>{t('conflict.unseen')}</p>
      ) : (
        <ul className={classes.list}>
          {conflict.differences.map((difference) => (
            <li key={difference.member}>
              {t(`conflict.member.${difference.member}`)}: <del>{words(difference, 'before')}</del>{' '}
              <ins>{words(difference, 'after')}</ins>
            </li>
          ))}
        </ul>
      )}
      <div className={classes.actions}>
        <Button size="compact-sm" onClick={conflict.again}>
          {t('conflict.again')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onForget}>
          {t('conflict.leave')}
        </Button>
      </div>
    </div>
  );
}

function useDifferenceWords(gender: Gender) {
  const { t, i18n } = useTranslation('article');
  const label = useRatingLabel();
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
        return label(value as string);
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
