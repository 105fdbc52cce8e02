import {
  quotedWords,
  type Claim,
  type ClaimFacts,
  type EvidenceItem,
  type NewsroomScales,
  type SourceNode,
  type StandingDecision,
} from '#domain';
import type { ArticleRow, ClaimFactRows, ClaimRow, EvidenceFactRow } from '#persistence';

export function claimOf(row: ClaimRow): Claim {
  const { id, articleId, state, disposition, tier, kind, verifies, closure, selected, textHash, version } = row;
  return { id, articleId, state, disposition, tier, kind, verifies, closure, selected, textHash, version };
}

/** The rows of a claim as the rules read them. */
export function factsOf(
  claim: ClaimRow,
  article: ArticleRow,
  rows: ClaimFactRows,
  scales: NewsroomScales,
  now: Date,
): ClaimFacts {
  return {
    now: now.toISOString(),
    article: { kind: article.kind, outletSourceId: article.outletSourceId, authorIds: article.authorIds },
    authorsOfWords: claim.authorIds,
    frame: claim.attribution && {
      anonymous: claim.attribution.anonymous,
      stance: claim.attribution.stance,
      links: claim.attribution.links,
      sourceCount: claim.attribution.sourceCount,
    },
    sentence: claim.context,
    verdicts: rows.verdicts,
    evidence: rows.evidence.map(itemOf),
    otherEvidence: rows.otherEvidence.map(itemOf),
    sources: rows.sources as SourceNode[],
    partyIds: claim.partyIds,
    noticedIds: rows.noticed,
    assignments: rows.assignments as ClaimFacts['assignments'],
    anchor:
      claim.anchorStatus === 'confirmed'
        ? { status: 'changed', confirmed: true }
        : { status: claim.anchorStatus, confirmed: false },
    openQueries: rows.openQueries,
    activePeople: rows.activePeople,
    scale: scales[article.kind],
    standing: standingOf(claim, rows),
    decidedOnTheseWords: rows.decidedOnTheseWords,
    quotedWords: quotedWords(claim.quote),
  };
}

function itemOf(row: EvidenceFactRow): EvidenceItem {
  const {
    id,
    claimId,
    sourceId,
    stance,
    locator,
    url,
    quote,
    captureId,
    primary,
    withdrawn,
    authorId,
    post,
    translation,
  } = row;
  const how = row.derivesHow as NonNullable<EvidenceItem['derivesFrom']>['how'] | null;
  return {
    id,
    claimId,
    sourceId,
    stance,
    locator,
    url,
    quote,
    captureId,
    primary,
    withdrawn,
    addedById: authorId,
    post,
    translation,
    derivesFrom: how && { evidenceId: row.derivesFromEvidenceId, sourceId: row.derivesFromSourceId, how },
  };
}

/** The decision the present state or closure rests on; none while the claim rests on nothing. */
function standingOf(claim: ClaimRow, { decision }: ClaimFactRows): StandingDecision | null {
  if (!decision || decision.toState !== claim.state || (claim.state === 'needs-source' && !claim.closure)) return null;
  const overridden = decision.overrides.map(({ requirement }) => requirement) as StandingDecision['overridden'];
  return { id: decision.id, deciderId: decision.deciderId, label: decision.rating, overridden };
}
