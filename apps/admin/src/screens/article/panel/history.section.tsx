import type { Claim } from '#client';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listOf } from '../../../claim/claim.queries.js';
import { Failure, Loading } from '../../../state/states.js';
import { Moment } from '../../../text/moment.js';
import classes from './history.module.css';
import { Section } from './section.js';

/** Who did what to the claim, when and why, the latest first; asked for when opened. */
export function HistorySection({ claim }: { claim: Claim }) {
  const { t } = useTranslation('article');
  return (
    <Section title={t('history.title')} folded>
      <History claimId={claim.id} />
    </Section>
  );
}

function History({ claimId }: { claimId: string }) {
  const history = useQuery(listOf('getClaimHistory', claimId));
  if (history.isPending) return <Loading lines={4} />;
  if (history.isError) return <Failure error={history.error} retry={() => void history.refetch()} />;
  return (
    <ol role="list" className={classes.history}>
      {history.data.toReversed().map((entry) => (
        <li key={entry.seq} className={classes.entry}>
          <span>{entry.sentence}</span>
          <span className={classes.who}>
            <Moment at={entry.at} />
          </span>
        </li>
      ))}
    </ol>
  );
}
