import type { Claim, Match } from '#client';
import { Button, Menu } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../session/session.query.js';
import { Failure, Loading, ProblemNotice } from '../../../state/states.js';
import { say } from '../../../state/toast.js';
import { Foreign } from '../../../text/foreign.js';
import { formatNumber } from '../../../text/numerals.js';
import { Steps } from '../../../text/steps.js';
import { useRoom } from '../article.room.js';
import { groupQuery, RELATIONS, similarQuery, suggestedRelation, useGroupLink } from '../group/group.link.js';
import { KeyCap } from '../keys/key.cap.js';
import { useKeyCommands } from '../keys/key.commands.js';
import classes from './entry.module.css';
import { useRatingLabel } from './rating.label.js';
import { Section } from './section.js';

/** Claims like this one that were checked before, here or in the archive, and why they are shown. */
export function SimilarSection({ claim }: { claim: Claim }) {
  const { t } = useTranslation(['article', 'groups']);
  const cache = useQueryClient();
  const link = useGroupLink(claim);
  const mayLink = useMay()('createClaimGroup', ['article-visible']);
  const linked = useLinked(claim);

  async function linkBest() {
    if (!mayLink || link.isPending) return;
    const { items } = await cache.fetchQuery(similarQuery(claim.id));
    const best = items.find(({ claimId }) => claimId !== null && !linked.has(claimId));
    if (best?.claimId) link.mutate({ otherId: best.claimId, relation: suggestedRelation(best) });
    else say(t('groups:nothingToLink'), { kind: 'refused' });
  }
  useKeyCommands({ link: () => void linkBest() });
  return (
    <Section title={t('similar.title')} folded>
      <ProblemNotice error={link.error} />
      <Matches claim={claim} link={mayLink ? link : null} linked={linked} />
    </Section>
  );
}

type Link = ReturnType<typeof useGroupLink>;

/** The claims that stand in one group with this one. */
function useLinked({ groupId }: Claim): ReadonlySet<string> {
  const group = useQuery({ ...groupQuery(groupId ?? ''), enabled: groupId !== null });
  return new Set(groupId === null ? [] : group.data?.claims.map(({ claimId }) => claimId));
}

interface MatchesProps {
  readonly claim: Claim;
  readonly link: Link | null;
  readonly linked: ReadonlySet<string>;
}

function Matches({ claim, link, linked }: MatchesProps) {
  const { t } = useTranslation('article');
  const similar = useQuery(similarQuery(claim.id));
  if (similar.isPending) return <Loading lines={3} />;
  if (similar.isError) return <Failure error={similar.error} retry={() => void similar.refetch()} />;
  const { items } = similar.data;
  if (items.length === 0) return <p className={classes.empty}>{t('similar.none')}</p>;
  const best = items.find(({ claimId }) => claimId !== null && !linked.has(claimId));
  return items.map((match) => (
    <MatchItem key={match.claimId ?? match.archiveId} match={match}>
      {link && match.claimId !== null && (
        <LinkMenu match={match} link={link} isLinked={linked.has(match.claimId)} isBest={match === best} />
      )}
    </MatchItem>
  ));
}

/** Puts the match into one group with the claim, as what a person says they are to each other. */
function LinkMenu({ match, link, isLinked, isBest }: { match: Match; link: Link; isLinked: boolean; isBest: boolean }) {
  const { t } = useTranslation('groups');
  if (isLinked) return <span className={classes.tag}>{t('isLinked')}</span>;
  const suggested = suggestedRelation(match);
  const order = [suggested, ...RELATIONS.filter((relation) => relation !== suggested)];
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconLink size={13} aria-hidden />}
          rightSection={isBest && <KeyCap command="link" />}
          loading={link.isPending && link.variables.otherId === match.claimId}
        >
          {t('link')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('linkAs')}</Menu.Label>
        {order.map((relation) => (
          <Menu.Item key={relation} onClick={() => link.mutate({ otherId: match.claimId!, relation })}>
            {t(`relation.${relation}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

const TONES: Readonly<Record<string, string>> = { verified: 'supports', disputed: 'disputes', 'needs-source': 'none' };

function MatchItem({ match, children }: { match: Match; children: ReactNode }) {
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
            {t('similar.origins')} <Steps of={match.origins.map(({ name }) => name)} />
          </span>
        )}
        {children}
      </div>
    </article>
  );
}
