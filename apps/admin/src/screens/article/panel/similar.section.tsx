import type { Claim, Match } from '#client';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/api.js';
import { keys } from '../../../api/keys.js';
import { Failure, Loading } from '../../../state/states.js';
import { Foreign } from '../../../text/foreign.js';
import { formatNumber } from '../../../text/numerals.js';
import { useRoom } from '../article.room.js';
import classes from './entry.module.css';
import { useRatingLabel } from './rating.label.js';
import { Section } from './section.js';

/** Claims like this one that were checked before, here or in the archive, and why they are shown. */
export function SimilarSection({ claim }: { claim: Claim }) {
  const { t } = useTranslation('article');
  return (
    <Section title={t('similar.title')} folded>
      <Matches claimId={claim.id} />
    </Section>
  );
}

function Matches({ claimId }: { claimId: string }) {
  const { t } = useTranslation('article');
  const similar = useQuery({
    queryKey: keys.ofClaim(claimId, 'similar'),
    queryFn: ({ signal }) => api().call('listSimilarClaims', { params: { id: claimId }, query: { limit: 8 }, signal }),
  });
  if (similar.isPending) return <Loading lines={3} />;
  if (similar.isError) return <Failure error={similar.error} retry={() => void similar.refetch()} />;
  if (similar.data.items.length === 0) return <p className={classes.empty}>{t('similar.none')}</p>;
  return similar.data.items.map((match) => <MatchItem key={match.claimId ?? match.archiveId} match={match} />);
}

const TONES: Readonly<Record<string, string>> = { verified: 'supports', disputed: 'disputes', 'needs-source': 'none' };

function MatchItem({ match }: { match: Match }) {
  const { t, i18n } = useTranslation('article');
  const { gender } = useRoom();
  const label = useRatingLabel();
  const { articleId, claimId } = match;
  return (
    <article className={classes.entry} data-tone={TONES[match.state ?? ''] ?? 'unproven'}>
      <div className={classes.top}>
        <span className={classes.stance}>
          {match.rating !== null
            ? label(match.rating)
            : match.state !== null
              ? t(`terms:state.${match.state}.${gender}`)
              : t('similar.archive')}
        </span>
        <span className={classes.tag}>{t(`similar.class.${match.class}`)}</span>
        <span className={classes.soft}>
          {formatNumber(match.score, i18n.language, { style: 'percent', maximumFractionDigits: 0 })}
        </span>
      </div>
      <p className={classes.quote} lang={match.language} dir="auto">
        {match.text}
      </p>
      <p dir="auto">{match.why.sentence}</p>
      <div className={classes.foot}>
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
        {match.origins.length > 0 && (
          <span className={classes.soft}>
            {t('similar.origins')} <Foreign>{match.origins.map(({ name }) => name).join(' ← ')}</Foreign>
          </span>
        )}
      </div>
    </article>
  );
}
