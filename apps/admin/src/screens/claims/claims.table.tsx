import type { ClaimItem } from '#client';
import { Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { genderOf } from '../../claim/claim.standing.js';
import { StandingMark } from '../../claim/standing.mark.js';
import { useArticleTitles } from '../../list/article.titles.js';
import list from '../../list/list.module.css';
import { useRovingLinks } from '../../list/roving.links.js';
import { useMay } from '../../session/session.query.js';
import { Foreign } from '../../text/foreign.js';
import { Moment } from '../../text/moment.js';
import classes from './claims.module.css';

/** One row a claim: its words, where they stand, what it counts as. Rows are chosen for bulk work. */
export function ClaimsTable({
  claims,
  chosen,
  onChoose,
}: {
  claims: readonly ClaimItem[];
  chosen: ReadonlySet<string>;
  onChoose: (next: ReadonlySet<string>) => void;
}) {
  const { t } = useTranslation('claims');
  const may = useMay();
  const rows = useRovingLinks<HTMLTableElement>();
  const canChoose = may('acceptClaim');
  const all = claims.length > 0 && claims.every(({ id }) => chosen.has(id));
  return (
    <div className={list.scroll} tabIndex={0} role="region" aria-label={t('title')}>
      <table className={`${list.table} ${list.stacking} ${classes.table}`} ref={rows}>
        <caption className="unseen">{t('title')}</caption>
        <thead>
          <tr>
            {canChoose && (
              <th scope="col" className={classes.pick}>
                <Checkbox
                  aria-label={t('chooseAll')}
                  checked={all}
                  indeterminate={!all && chosen.size > 0}
                  onChange={() => onChoose(all ? new Set() : new Set(claims.map(({ id }) => id)))}
                />
              </th>
            )}
            <th scope="col">{t('words')}</th>
            <th scope="col">{t('standing')}</th>
            <th scope="col">{t('tier')}</th>
            <th scope="col">{t('kind')}</th>
            <th scope="col">{t('due')}</th>
            <th scope="col">{t('changed')}</th>
          </tr>
        </thead>
        <tbody>
          {claims.map((claim) => (
            <Row
              key={claim.id}
              claim={claim}
              chosen={canChoose ? chosen.has(claim.id) : null}
              onChoose={() => onChoose(toggled(chosen, claim.id))}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function toggled(chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}

function Row({ claim, chosen, onChoose }: { claim: ClaimItem; chosen: boolean | null; onChoose: () => void }) {
  const { t } = useTranslation(['claims', 'terms']);
  const titles = useArticleTitles();
  const article = titles.get(claim.articleId);
  return (
    <tr data-chosen={chosen || undefined}>
      {chosen !== null && (
        <td className={classes.pick}>
          <Checkbox
            aria-label={t('choose', { words: claim.quote.slice(0, 80) })}
            checked={chosen}
            onChange={onChoose}
          />
        </td>
      )}
      <td className={`${list.lead} ${classes.words}`}>
        <Link to="/articles/$articleId" params={{ articleId: claim.articleId }} search={{ claim: claim.id }}>
          <Foreign>{claim.quote}</Foreign>
        </Link>
        {/* its line stands before its words have come, so that no row grows under the hand */}
        <p className={list.quiet}>{article ? <Foreign>{article.title}</Foreign> : '\u00a0'}</p>
      </td>
      <td>
        <StandingMark claim={claim} gender={genderOf(article?.kind ?? 'external')} />
      </td>
      <td title={t(`terms:tierLong.${claim.tier}`)}>{t(`terms:tier.${claim.tier}`)}</td>
      <td className={list.nowrap}>{t(`terms:kind.${claim.kind}`)}</td>
      <td className={claim.dueAt === null ? list.blank : list.nowrap}>
        {claim.dueAt === null ? '—' : <Moment at={claim.dueAt} />}
      </td>
      <td className={list.nowrap}>
        <Moment at={claim.updatedAt} />
      </td>
    </tr>
  );
}
