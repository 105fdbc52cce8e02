import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { IconScale } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import { ScreenHeader } from '../../frame/screen.header.js';
import { ListBody } from '../../list/list.body.js';
import { usePages } from '../../list/pages.query.js';
import { useRovingLinks } from '../../list/roving.links.js';
import { Empty } from '../../state/states.js';
import { Dispute } from './dispute.js';
import classes from './adjudicate.module.css';

/** Claims on which verdicts disagree, and one of them laid out verdict beside verdict, to be settled. */
export function AdjudicateScreen() {
  const { t } = useTranslation('adjudicate');
  const search: { claim?: string } = useSearch({ strict: false });
  const navigate = useNavigate();
  const list = useRovingLinks<HTMLUListElement>();
  const waiting = usePages([...keys.attention, 'disagreement'], (cursor, signal) =>
    api().call('listAttention', { query: { limit: 50, reason: 'disagreement', ...cursor }, signal }),
  );
  // whatever lies before the reader stays there until he has settled it, though others come and go meanwhile
  const [held, setHeld] = useState<string | null>(null);
  const chosen = search.claim ?? held ?? waiting.items[0]?.claimId;
  if (chosen !== undefined && chosen !== held) setHeld(chosen);
  const settled = async (claimId: string) => {
    await navigate({ to: '.', search: (old: { claim?: string }) => (old.claim === claimId ? {} : old) });
    setHeld((now) => (now === claimId ? null : now));
  };
  return (
    <>
      <ScreenHeader title={t('title')} about={t('about')} />
      <ListBody
        pages={waiting}
        empty={
          chosen === undefined && (
            <Empty icon={<IconScale size={36} stroke={1.25} aria-hidden />} title={t('empty')}>
              {t('emptyWords')}
            </Empty>
          )
        }
      >
        {/* one alone stands below in full, and needs no list to be chosen from */}
        {(items) =>
          (items.length === 1 && items[0]!.claimId === chosen && waiting.more === undefined) || (
            <nav className={classes.waiting} aria-label={t('waiting')}>
              <ul role="list" ref={list}>
                {items.map((item) => (
                  <li key={item.claimId}>
                    <Link
                      to="/adjudicate"
                      search={{ claim: item.claimId }}
                      className={classes.pick}
                      dir="auto"
                      aria-current={item.claimId === chosen || undefined}
                    >
                      {item.quote}
                    </Link>
                  </li>
                ))}
              </ul>
            </nav>
          )
        }
      </ListBody>
      {chosen !== undefined && <Dispute key={chosen} claimId={chosen} onSettled={() => void settled(chosen)} />}
    </>
  );
}
