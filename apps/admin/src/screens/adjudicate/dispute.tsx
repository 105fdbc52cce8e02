import type { Claim, Evidence, Verdict } from '#client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { keys } from '../../api/keys.js';
import { ClaimConflict } from '../../claim/claim.conflict.js';
import { articleQuery, claimQuery, listOf, newsroomQuery } from '../../claim/claim.queries.js';
import { genderOf, type Gender } from '../../claim/claim.standing.js';
import { useClaimWrite } from '../../claim/claim.write.js';
import { useScale } from '../../claim/rating.scale.js';
import { StandingMark } from '../../claim/standing.mark.js';
import { DecisionForm } from '../../decision/decision.form.js';
import { useMembers } from '../../session/session.query.js';
import { Failure, Loading, ProblemNotice } from '../../state/states.js';
import { Foreign } from '../../text/foreign.js';
import { Moment } from '../../text/moment.js';
import classes from './adjudicate.module.css';

/** One claim, its verdicts beside each other, and the decision that settles them. */
export function Dispute({ claimId, onSettled }: { claimId: string; onSettled: () => void }) {
  const { t } = useTranslation('adjudicate');
  const claim = useQuery(claimQuery(claimId));
  const verdicts = useQuery(listOf('listVerdicts', claimId));
  const evidence = useQuery(listOf('listEvidence', claimId));
  const newsroom = useQuery(newsroomQuery);
  const article = useQuery({ ...articleQuery(claim.data?.articleId ?? ''), enabled: claim.data !== undefined });
  const failed = [claim, verdicts, evidence, newsroom, article].find((query) => query.isError);
  if (failed) return <Failure error={failed.error} retry={() => void failed.refetch()} />;
  if (!claim.data || !verdicts.data || !evidence.data || !article.data || !newsroom.data) return <Loading />;
  const gender = genderOf(article.data.kind);
  const current = verdicts.data.filter(({ superseded, withdrawn }) => !superseded && !withdrawn);
  return (
    <div className={classes.dispute}>
      <Words claim={claim.data} gender={gender} title={article.data.title} />
      <section aria-label={t('verdicts')} className={classes.verdicts}>
        {current.length === 0 && <p>{t('noVerdicts')}</p>}
        {current.map((verdict) => (
          <VerdictColumn
            key={verdict.id}
            verdict={verdict}
            kind={article.data.kind}
            gender={gender}
            cited={evidence.data.filter(({ id }) => verdict.evidenceIds.includes(id))}
          />
        ))}
      </section>
      <Settling claim={claim.data} kind={article.data.kind} gender={gender} onSettled={onSettled} />
    </div>
  );
}

interface SettlingProps {
  readonly claim: Claim;
  readonly kind: 'draft' | 'external';
  readonly gender: Gender;
  readonly onSettled: () => void;
}

/** The decision, where it is the reader's to take. */
function Settling({ claim, kind, gender, onSettled }: SettlingProps) {
  const { t } = useTranslation('adjudicate');
  const cache = useQueryClient();
  const write = useClaimWrite(claim);
  if (!claim.actions.includes('decide')) return <p className={classes.notMine}>{t('notMine')}</p>;
  return (
    <section className={classes.decision} aria-labelledby="decision">
      <h2 id="decision">{t('decision')}</h2>
      <ClaimConflict write={write} kind={kind} gender={gender} />
      <ProblemNotice error={write.error} />
      <DecisionForm
        {...{ claim, kind, gender, write }}
        onDone={() => void cache.invalidateQueries({ queryKey: keys.attention }).then(onSettled)}
      />
    </section>
  );
}

function Words({ claim, gender, title }: { claim: Claim; gender: Gender; title: string }) {
  const { t } = useTranslation(['adjudicate', 'terms']);
  return (
    <header className={classes.claim}>
      <blockquote className={classes.quote}>
        <Foreign>{claim.quote}</Foreign>
      </blockquote>
      <p className={classes.facts}>
        <StandingMark claim={claim} gender={gender} />
        <span>{t(`terms:tierLong.${claim.tier}`)}</span>
        <span>{t(`terms:verifiesLong.${claim.verifies}`)}</span>
        <Link to="/articles/$articleId" params={{ articleId: claim.articleId }} search={{ claim: claim.id }}>
          <Foreign>{title}</Foreign>
        </Link>
      </p>
    </header>
  );
}

function VerdictColumn({
  verdict,
  kind,
  gender,
  cited,
}: {
  verdict: Verdict;
  kind: 'draft' | 'external';
  gender: Gender;
  cited: readonly Evidence[];
}) {
  const { t } = useTranslation(['adjudicate', 'terms']);
  const members = useMembers();
  const { labelOf } = useScale(kind, gender);
  return (
    <article className={classes.verdict} data-stance={verdict.stance}>
      <header>
        <p className={classes.stance}>{t(`terms:stance.${verdict.stance}`)}</p>
        <h2 className={classes.rating}>{labelOf(verdict.rating)}</h2>
        <p className={classes.by}>
          <Foreign>{members.get(verdict.reviewerId)?.name ?? t('aColleague')}</Foreign> · {t('confidence')}{' '}
          {t(`terms:confidence.${verdict.confidence}`)} · <Moment at={verdict.createdAt} />
        </p>
        {verdict.outdated && <p className={classes.mark}>{t('outdated')}</p>}
        {verdict.informed && <p className={classes.mark}>{t('informed')}</p>}
      </header>
      <p className={classes.rationale} dir="auto">
        {verdict.rationale}
      </p>
      <h3 className={classes.cited}>{t('cites', { count: cited.length })}</h3>
      <ul role="list" className={classes.evidence}>
        {cited.map((item) => (
          <li key={item.id}>
            {item.stance !== null && <strong>{t(`terms:evidenceStance.${item.stance}`)}: </strong>}
            <Foreign>{item.source.name ?? t('withheldSource')}</Foreign>
            <span className={classes.locator}>
              <Foreign>{item.locator}</Foreign>
            </span>
            {item.quote !== null && (
              <q className={classes.passage} dir="auto">
                {item.quote}
              </q>
            )}
            {item.url !== null && (
              <a href={item.url} target="_blank" rel="noopener noreferrer nofollow" dir="ltr">
                {hostOf(item.url)}
              </a>
            )}
          </li>
        ))}
      </ul>
    </article>
  );
}

function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}
