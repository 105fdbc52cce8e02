import type { Claim, Evidence, Verdict } from '#client';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import { genderOf, type Gender } from '../../claim/claim.standing.js';
import { StandingMark } from '../../claim/standing.mark.js';
import { useMembers } from '../../session/session.query.js';
import { Failure, Loading } from '../../state/states.js';
import { Foreign } from '../../text/foreign.js';
import { Moment } from '../../text/moment.js';
import { DecisionForm } from './decision.form.js';
import { useScale } from './rating.scale.js';
import classes from './adjudicate.module.css';

/** One claim, its verdicts beside each other, and the decision that settles them. */
export function Dispute({ claimId, onSettled }: { claimId: string; onSettled: () => void }) {
  const { t } = useTranslation('adjudicate');
  const params = { id: claimId };
  const claim = useQuery({
    queryKey: keys.claim(claimId),
    queryFn: ({ signal }) => api().call('getClaim', { params, signal }),
  });
  const verdicts = useQuery({
    queryKey: keys.ofClaim(claimId, 'verdicts'),
    queryFn: ({ signal }) => api().call('listVerdicts', { params, signal }),
  });
  const evidence = useQuery({
    queryKey: keys.ofClaim(claimId, 'evidence'),
    queryFn: ({ signal }) => api().call('listEvidence', { params, signal }),
  });
  const article = useQuery({
    queryKey: keys.article(claim.data?.articleId ?? ''),
    queryFn: ({ signal }) => api().call('getArticle', { params: { id: claim.data!.articleId }, signal }),
    enabled: claim.data !== undefined,
  });
  const failed = [claim, verdicts, evidence, article].find((query) => query.isError);
  if (failed) return <Failure error={failed.error} retry={() => void failed.refetch()} />;
  if (!claim.data || !verdicts.data || !evidence.data || !article.data) return <Loading />;
  const gender = genderOf(article.data.kind);
  const current = verdicts.data.items.filter(({ superseded, withdrawn }) => !superseded && !withdrawn);
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
            cited={evidence.data.items.filter(({ id }) => verdict.evidenceIds.includes(id))}
          />
        ))}
      </section>
      <DecisionForm
        key={claim.data.version}
        claim={claim.data}
        kind={article.data.kind}
        gender={gender}
        verdicts={current}
        onSettled={onSettled}
      />
    </div>
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
      <p className={classes.rationale}>
        <Foreign>{verdict.rationale}</Foreign>
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
              <q className={classes.passage}>
                <Foreign>{item.quote}</Foreign>
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
