import type { Match } from '#client';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import { useScale } from '../../claim/rating.scale.js';
import list from '../../list/list.module.css';
import { Empty, Failure, Loading } from '../../state/states.js';
import { Foreign } from '../../text/foreign.js';
import { formatNumber } from '../../text/numerals.js';
import classes from './archive.module.css';

/** Earlier claims like the words asked about, each with what is equal and what is not: a suggestion, never a verdict. */
export function Matches({ text, onBack }: { text: string; onBack: () => void }) {
  const { t } = useTranslation('archive');
  const matches = useQuery({
    queryKey: [...keys.archive, 'like', text],
    queryFn: ({ signal }) => api().call('matchText', { query: { text, limit: 20 }, signal }),
  });
  return (
    <section className={list.sheet} aria-labelledby="matches">
      <h2 id="matches" className={list.sheetTitle}>
        {t('matches')}
      </h2>
      <p className={list.quiet}>{t('matchesWords')}</p>
      {matches.isPending && <Loading lines={5} />}
      {matches.isError && <Failure error={matches.error} retry={() => void matches.refetch()} />}
      {matches.data?.items.length === 0 && <Empty title={t('nothing')}>{t('nothingWords')}</Empty>}
      {matches.data && (
        <ol role="list" className={classes.items}>
          {matches.data.items.map((match) => (
            <Found key={match.claimId ?? match.archiveId} match={match} />
          ))}
        </ol>
      )}
      <div>
        <Button variant="default" onClick={onBack}>
          {t('back')}
        </Button>
      </div>
    </section>
  );
}

function Found({ match }: { match: Match }) {
  const { t, i18n } = useTranslation(['archive', 'terms']);
  const { labelOf } = useScale('external', 'm');
  const { articleId, claimId, rating, state } = match;
  const standing = rating !== null ? (claimId ? labelOf(rating) : rating) : state && t(`terms:state.${state}.m`);
  return (
    <li>
      <p className={list.quiet}>
        {standing && (
          <>
            <strong>
              <Foreign>{standing}</Foreign>
            </strong>
            {' · '}
          </>
        )}
        {t(`class.${match.class}`)} ·{' '}
        {formatNumber(match.score, i18n.language, { style: 'percent', maximumFractionDigits: 0 })}
      </p>
      <p lang={match.language === 'other' ? '' : match.language}>
        <Foreign>{match.text}</Foreign>
      </p>
      <p className={list.quiet} dir="auto">
        {match.why.sentence}
      </p>
      {articleId !== null && claimId !== null ? (
        <Link to="/articles/$articleId" params={{ articleId }} search={{ claim: claimId }}>
          <Foreign>{match.articleTitle}</Foreign>
        </Link>
      ) : (
        match.url !== null && (
          <a href={match.url} target="_blank" rel="noreferrer noopener">
            <Foreign>{match.articleTitle ?? new URL(match.url).hostname}</Foreign>
          </a>
        )
      )}
    </li>
  );
}
