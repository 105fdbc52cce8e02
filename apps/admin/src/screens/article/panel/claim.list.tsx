import type { ClaimItem } from '#client';
import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { memo, type RefObject, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Gender, type Standing, STANDINGS, standingOf } from '../../../claim/claim.standing.js';
import { StandingIcon } from '../../../claim/standing.mark.js';
import { Empty } from '../../../state/states.js';
import { formatNumber } from '../../../text/numerals.js';
import { useRoom } from '../article.room.js';
import classes from './claim.list.module.css';
import { TextNotes } from './text.notes.js';

interface Props {
  readonly claims: readonly ClaimItem[];
  readonly filter: ReadonlySet<Standing>;
  readonly onFilter: (filter: ReadonlySet<Standing>) => void;
  readonly search: RefObject<HTMLInputElement | null>;
}

/** The article's claims in text order, by standing and by words. */
export function ClaimList({ claims, filter, onFilter, search }: Props) {
  const { t, i18n } = useTranslation('article');
  const { article, gender, select } = useRoom();
  const [typed, setTyped] = useState('');
  const words = useDeferredValue(typed.trim());
  const found = useMemo(
    () => (words === '' ? claims : claims.filter(({ quote }) => folded(quote).includes(folded(words)))),
    [claims, words],
  );
  const counts = useMemo(() => countsOf(article.claims), [article.claims]);

  function toggle(standing: Standing) {
    const next = new Set(filter);
    if (!next.delete(standing)) next.add(standing);
    onFilter(next);
  }

  return (
    <section className={classes.list} aria-label={t(`terms:claim.many.${gender}`)}>
      <div className={classes.head}>
        <TextInput
          ref={search}
          size="xs"
          type="search"
          aria-label={t('list.search')}
          placeholder={t('list.search')}
          leftSection={<IconSearch size={15} aria-hidden />}
          rightSection={<kbd>/</kbd>}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && found[0]) select(found[0].id);
            if (event.key === 'Escape') event.currentTarget.blur();
          }}
          dir="auto"
        />
        <div className={classes.filters} role="group" aria-label={t('list.filter')}>
          {STANDINGS.filter((standing) => (counts.get(standing) ?? 0) > 0).map((standing) => (
            <button
              key={standing}
              type="button"
              className={classes.filter}
              aria-pressed={filter.has(standing)}
              onClick={() => toggle(standing)}
            >
              <StandingIcon standing={standing} size={14} />
              {t(`terms:state.${standing}.${gender}`)}
              <span className="figures">{formatNumber(counts.get(standing) ?? 0, i18n.language)}</span>
            </button>
          ))}
        </div>
      </div>
      {found.length === 0 && (
        <Empty title={t('list.none')}>{t(article.claims.length === 0 ? 'list.noneAtAll' : 'list.noneFound')}</Empty>
      )}
      <ol role="list" className={classes.rows}>
        {found.map((claim) => (
          <Row key={claim.id} claim={claim} gender={gender} onPick={select} />
        ))}
      </ol>
      <TextNotes />
    </section>
  );
}

const Row = memo(function ({
  claim,
  gender,
  onPick,
}: {
  claim: ClaimItem;
  gender: Gender;
  onPick: (id: string) => void;
}) {
  const { t } = useTranslation('article');
  const standing = standingOf(claim);
  const waits = ['changed', 'suggested', 'ambiguous', 'orphaned'].includes(claim.anchor?.status ?? '');
  return (
    <li className={classes.row}>
      <button type="button" className={classes.pick} onClick={() => onPick(claim.id)}>
        <StandingIcon standing={standing} />
        <span className={classes.words}>
          <span className="unseen">{t(`terms:state.${standing}.${gender}`)}: </span>
          <span className={classes.quote} dir="auto">
            {claim.quote}
          </span>
        </span>
        <span className={classes.tier} data-tier={claim.tier} title={t(`terms:tierLong.${claim.tier}`)}>
          {t(`terms:tier.${claim.tier}`)}
        </span>
        {waits && standing !== 'dismissed' && (
          <span className={classes.waits}>{t(`anchor.status.${claim.anchor!.status}`)}</span>
        )}
      </button>
    </li>
  );
});

function countsOf(claims: readonly ClaimItem[]): ReadonlyMap<Standing, number> {
  const counts = new Map<Standing, number>();
  for (const claim of claims) counts.set(standingOf(claim), (counts.get(standingOf(claim)) ?? 0) + 1);
  return counts;
}

/** Without vowel marks, tatweel, and the differences people do not type. */
function folded(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u064B-\u0652\u0670\u0640]/g, '')
    .replace(/[أإآ]/g, 'ا')
    .toLowerCase();
}
