import type { ClaimItem } from '#client';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { claimQuery, listOf } from '../../../claim/claim.queries.js';
import { ClaimConflict } from '../../../claim/claim.conflict.js';
import { useClaimWrite } from '../../../claim/claim.write.js';
import { StandingMark } from '../../../claim/standing.mark.js';
import { Failure, Loading, ProblemNotice } from '../../../state/states.js';
import { Foreign } from '../../../text/foreign.js';
import { formatNumber } from '../../../text/numerals.js';
import { useRoom } from '../article.room.js';
import { GroupSection } from '../group/group.section.js';
import { AnchorNotice } from './anchor.notice.js';
import { AttributionChain } from './attribution.chain.js';
import { ClaimActions } from './claim.actions.js';
import { ClaimFacts } from './claim.facts.js';
import classes from './claim.panel.module.css';
import { AssignmentSection } from './assignment.section.js';
import { DecisionSection } from './decision.section.js';
import { EvidenceSection } from './evidence.section.js';
import { HistorySection } from './history.section.js';
import { Presence } from './presence.js';
import { RequirementSection } from './requirement.section.js';
import { SimilarSection } from './similar.section.js';
import { TalkSection } from './talk.section.js';
import { VerdictSection } from './verdict.section.js';
import { Worthiness } from './worthiness.js';

/** How long a claim must stay selected before its details are asked for: whoever walks through with j asks for none. */
const SETTLED_MS = 90;
/** What the sections list: asked for in one breath, and drawn together, so that none pushes the next away as it comes. */
const LISTS = ['listEvidence', 'listVerdicts', 'listAssignments', 'listQueries', 'listComments'] as const;

interface Props {
  readonly claim: ClaimItem;
  readonly place: { readonly at: number; readonly of: number };
  readonly onStep: (by: 1 | -1) => void;
}

/** Everything about one claim, and everything that can be done with it now. */
export function ClaimPanel({ claim: item, place, onStep }: Props) {
  const { t, i18n } = useTranslation('article');
  const { gender, select, article, write: shared } = useRoom();
  const settled = useSettled(item.id);
  const details = useQuery({ ...claimQuery(item.id), enabled: settled });
  const isListing = useQueries({
    queries: LISTS.map((list) => ({ ...listOf(list, item.id), enabled: settled })),
    combine: (lists) => lists.some(({ isPending }) => isPending),
  });
  // The article's list is as new as the claim or newer by an optimistic change; the details know requirements and actions.
  const claim = details.data && details.data.version >= item.version ? { ...details.data, ...item } : item;
  const write = useClaimWrite(claim);
  useEffect(() => {
    shared.current = write;
    return () => {
      shared.current = null;
    };
  });
  const known = isListing ? undefined : details.data;

  return (
    <section className={classes.panel} aria-label={t('panel.label')}>
      <header className={classes.head}>
        <StandingMark claim={claim} gender={gender} />
        <Presence key={item.id} claimId={item.id} />
        <span className={classes.place}>
          {t('panel.place', { at: formatNumber(place.at, i18n.language), of: formatNumber(place.of, i18n.language) })}
        </span>
        <Tooltip label={t('commands.previous')}>
          <ActionIcon aria-label={t('commands.previous')} onClick={() => onStep(-1)}>
            <IconArrowUp size={17} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('commands.next')}>
          <ActionIcon aria-label={t('commands.next')} onClick={() => onStep(1)}>
            <IconArrowDown size={17} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <ActionIcon aria-label={t('panel.toList')} onClick={() => select(null)}>
          <IconX size={17} aria-hidden />
        </ActionIcon>
      </header>
      <div className={classes.body}>
        <blockquote className={classes.quote} lang={article.language} dir="auto">
          {claim.quote}
        </blockquote>
        <ClaimFacts claim={claim} known={known} write={write} />
        <AttributionChain claim={claim} />
        <ClaimConflict write={write} kind={article.kind} gender={gender} />
        <ProblemNotice error={write.error} />
        <AnchorNotice claim={claim} known={known} write={write} />
        {known && <ClaimActions claim={known} write={write} />}
        {details.isError && <Failure error={details.error} retry={() => void details.refetch()} />}
        {!known && !details.isError && <Loading lines={5} />}
        {known && (
          <div key={known.id} className={classes.sections}>
            <RequirementSection claim={known} />
            <DecisionSection claim={known} write={write} />
            <EvidenceSection claim={known} />
            <VerdictSection claim={known} />
            <AssignmentSection claim={known} />
            <TalkSection claim={known} />
            <GroupSection claim={known} />
            <SimilarSection claim={known} />
            <Worthiness claim={known} />
            <HistorySection claim={known} />
          </div>
        )}
        {known && claim.context !== claim.quote && (
          <p className={classes.context}>
            <span className={classes.label}>{t('panel.context')}</span> <Foreign>{claim.context}</Foreign>
          </p>
        )}
      </div>
    </section>
  );
}

function useSettled(id: string): boolean {
  const [settledOn, setSettledOn] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSettledOn(id), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [id]);
  return settledOn === id;
}
