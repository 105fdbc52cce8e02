import type { Claim } from '#client';
import { Button } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../session/session.query.js';
import { Foreign } from '../../../text/foreign.js';
import { Moment } from '../../../text/moment.js';
import { formatNumber } from '../../../text/numerals.js';
import { Steps } from '../../../text/steps.js';
import { useRoom } from '../article.room.js';
import { useRatingLabel } from '../panel/rating.label.js';
import classes from './group.module.css';
import type { GroupedClaim } from './group.link.js';
import { PrecedentForm } from './precedent.form.js';

interface Props {
  readonly claim: Claim;
  readonly item: GroupedClaim;
  /** Number of its origin within the group: alike where it is the same. */
  readonly origin: number;
  readonly onRemove: (() => void) | undefined;
}

/** How one article carries the claim, what it made of it, and what was decided there. */
export function GroupedItem({ claim, item, origin, onRemove }: Props) {
  const { t, i18n } = useTranslation(['groups', 'terms']);
  const { gender } = useRoom();
  const label = useRatingLabel();
  const may = useMay();
  const [taking, setTaking] = useState(false);
  const isThis = item.claimId === claim.id;
  return (
    <li className={classes.claim} data-this={isThis || undefined}>
      <p className={classes.top}>
        <span className={classes.origin} title={t('originHint')}>
          {t('origin', { number: formatNumber(origin, i18n.language) })}
        </span>
        <span className={classes.outlet}>
          <Foreign>{item.outlet ?? item.articleTitle}</Foreign>
        </span>
        <span className={classes.soft}>
          <Moment at={item.at} as="date" />
        </span>
      </p>
      <p className={classes.quote} dir="auto">
        {isThis ? (
          item.quote
        ) : (
          <Link to="/articles/$articleId" params={{ articleId: item.articleId }} search={{ claim: item.claimId }}>
            {item.quote}
          </Link>
        )}
      </p>
      {item.carried.length > 0 && (
        <ul role="list" className={classes.carried}>
          {item.carried.map(({ kind, from, to }) => (
            <li key={`${kind} ${from} ${to}`}>
              {t(`carried.${kind}`)} <Steps of={stepsOf(kind, from, to, t('uncounted'))} />
            </li>
          ))}
        </ul>
      )}
      <p className={classes.foot}>
        <span>
          {isThis ? t('thisOne') : item.rating !== null ? label(item.rating) : t(`terms:state.${item.state}.${gender}`)}
        </span>
        {item.precedent && !isThis && (
          <span className={classes.precedent}>
            <IconScale size={14} aria-hidden /> {t('precedent')}
          </span>
        )}
        {onRemove && (
          <button type="button" className={classes.remove} onClick={onRemove}>
            {t('remove')}
          </button>
        )}
      </p>
      {item.precedent && !isThis && may('takePrecedent') && claim.verifies !== 'substance' && (
        <p className={classes.soft}>{t('takeNot')}</p>
      )}
      {item.precedent && !isThis && may('takePrecedent') && claim.verifies === 'substance' && !taking && (
        <Button size="compact-sm" variant="default" onClick={() => setTaking(true)}>
          {t('take')}
        </Button>
      )}
      {taking && <PrecedentForm claim={claim} precedentId={item.claimId} onClose={() => setTaking(false)} />}
    </li>
  );
}

/** What it was and what it became; of sources, “an unstated number” where the words do not say how many. */
function stepsOf(
  kind: GroupedClaim['carried'][number]['kind'],
  from: string | null,
  to: string | null,
  uncounted: string,
): string[] {
  if (kind === 'source-count') return [from, to].map((count) => (count === null || count === '0' ? uncounted : count));
  return [from, to].flatMap((words) => words ?? []);
}
