import { Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/api.js';
import { keys } from '../../../api/keys.js';
import { formatNumber } from '../../../text/numerals.js';
import { initialsOf } from './initials.js';
import classes from './presence.module.css';

/** The server forgets after 50 s. */
const BEAT_MS = 20_000;
const SHOWN = 4;
/** Whoever walks past has not come. */
const STAYS_MS = 1_200;

/** Who else has this claim open now; says the same of the reader. Comings and goings arrive as events, and are asked for then. */
export function Presence({ claimId }: { claimId: string }) {
  const { t, i18n } = useTranslation('article');
  const [stays, setStays] = useState(false);
  const present = useQuery({
    queryKey: keys.presence(claimId),
    queryFn: ({ signal }) =>
      api().call('setClaimPresence', { params: { id: claimId }, body: { present: true }, signal }),
    enabled: stays,
    refetchInterval: BEAT_MS,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  useEffect(() => {
    let said = false;
    const timer = setTimeout(() => setStays((said = true)), STAYS_MS);
    return () => {
      clearTimeout(timer);
      // Whoever cannot be told so hears no more of us, and forgets.
      const gone = { params: { id: claimId }, body: { present: false } } as const;
      if (said)
        void api()
          .call('setClaimPresence', gone)
          .catch(() => undefined);
    };
  }, [claimId]);
  const members = present.data?.members ?? [];
  if (members.length === 0) return null;
  const more = members.length - SHOWN;
  return (
    <ul role="list" className={classes.people} aria-label={t('presence.label')}>
      {members.slice(0, SHOWN).map(({ id, name }) => (
        <Tooltip key={id} label={t('presence.here', { name })}>
          <li className={classes.person} data-tone={toneOf(id)} tabIndex={0}>
            <span aria-hidden>{initialsOf(name)}</span>
            <span className="unseen">{t('presence.here', { name })}</span>
          </li>
        </Tooltip>
      ))}
      {more > 0 && <li className={classes.more}>{t('presence.more', { count: formatNumber(more, i18n.language) })}</li>}
    </ul>
  );
}

/** Always the same of four for the same person. */
const toneOf = (id: string) => [...id].reduce((sum, letter) => sum + letter.codePointAt(0)!, 0) % 4;
