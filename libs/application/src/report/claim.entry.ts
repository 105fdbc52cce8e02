import {
  disputeKind,
  isOutdated,
  originsOf,
  requirementsFor,
  viewForBlind,
  type Adjudication,
  type Claim,
  type FallBackCause,
  type Override,
  type Requirement,
  type SourceType,
} from '#domain';
import type { ClaimRow, DecisionRow, EvidenceRow, VerdictFactRow } from '#persistence';
import type {
  ReportActor,
  ReportClaim,
  ReportClosure,
  ReportDecision,
  ReportException,
  ReportQuote,
  ReportRequirement,
  ReportVerdict,
} from '#reporting';
import type { ClaimCase } from '../claim/claim.desk.js';
import { evidenceEntry, type EvidenceMaterial } from './evidence.entry.js';
import type { RatingLabels } from './rating.labels.js';

/** What a claim's entry is made of beside what the rules read. */
export interface ClaimMaterial extends EvidenceMaterial {
  readonly labels: RatingLabels;
  readonly actorOf: (memberId: string | null) => ReportActor;
  readonly decisions: readonly DecisionRow[];
  readonly evidence: readonly EvidenceRow[];
  /** The editor's reason in the article's latest release. */
  readonly kept: ReportClaim['keptAsDisputed'];
}

/**
 * Everything a report says about one claim, as its requester may see it: while he must still judge for himself, his own
 * part only, marked as withholding the rest.
 */
export function claimEntry(
  requesterId: string,
  opened: ClaimCase,
  place: ReportQuote,
  material: ClaimMaterial,
): ReportClaim {
  const { row, claim, facts, policy, article, rows, sees } = opened;
  const { labels, actorOf } = material;
  const verdicts = rows.verdicts.filter((verdict) => sees || verdict.reviewerId === requesterId);
  const evidence = material.evidence.filter((item) => sees || item.authorId === requesterId);
  const standing = sees ? (material.decisions.find(({ id }) => id === facts.standing?.id) ?? null) : null;
  const requirements = requirementsOf(opened, standing);
  const label = row.rating === null ? null : labels.of(row.rating, article.kind);
  return {
    ...place,
    id: row.id,
    textHash: row.textHash,
    state: row.state,
    dispute: row.state === 'disputed' ? disputeKind(claim, facts, policy, row.rating) : null,
    label,
    verifies: row.verifies,
    closure: standing && closureOf(row, standing, actorOf),
    tier: row.tier,
    kind: row.kind,
    checkWorthiness: {
      score: row.score,
      reasons: row.scoreReasons.map(({ feature, weight, evidence: seen }) => ({ feature, weight, evidence: seen })),
    },
    attribution: attributionOf(row),
    requirements: requirements.map(requirementEntry),
    exceptions: standing ? exceptionsOf(standing, actorOf) : [],
    smallDesk: requirements.filter(({ exception }) => exception?.kind === 'small-desk').map(({ name }) => name),
    keptAsDisputed: row.state === 'disputed' ? material.kept : null,
    withheld: !sees,
    verdicts: verdicts.map((verdict) => verdictEntry(verdict, claim, labels.of(verdict.rating, article.kind), actorOf)),
    decisions: sees ? material.decisions.map((decision) => decisionEntry(decision, opened, material)) : [],
    evidence: evidence.map((item) => evidenceEntry(item, facts, material)),
    independence: independenceOf(opened, new Set(evidence.map(({ id }) => id))),
  };
}

/** Of a decided claim as they were judged, of an open one as they stand. */
function requirementsOf({ claim, facts, policy, sees }: ClaimCase, standing: DecisionRow | null): Requirement[] {
  if (standing) return standing.requirements as Requirement[];
  const all = requirementsFor('verified', claim, facts, policy);
  return sees ? all : viewForBlind(all).filter((one) => one.status !== 'withheld');
}

function requirementEntry({ name, status, have, need }: Requirement): ReportRequirement {
  return { name, status, have: have ?? null, need: need ?? null };
}

function exceptionsOf(
  decision: Pick<DecisionRow, 'overrides' | 'decidedBy' | 'createdAt'>,
  actorOf: ClaimMaterial['actorOf'],
): ReportException[] {
  const at = decision.createdAt.toISOString();
  return (decision.overrides as Override[]).map(({ requirement, reason }) => ({
    requirement,
    reason,
    by: actorOf(decision.decidedBy),
    at,
  }));
}

function closureOf(
  { closure }: ClaimRow,
  decision: DecisionRow,
  actorOf: ClaimMaterial['actorOf'],
): ReportClosure | null {
  if (!closure) return null;
  const signed = {
    rationale: decision.rationale ?? '',
    by: actorOf(decision.decidedBy),
    at: decision.createdAt.toISOString(),
  };
  if (closure.kind === 'as-attributed')
    return { kind: closure.kind, ...signed, recheckAt: new Date(closure.recheckAt).toISOString() };
  const searchLog = closure.searchLog.map(({ where, when, query }) => ({
    where,
    when: new Date(when).toISOString(),
    query,
  }));
  return { kind: closure.kind, ...signed, searchLog };
}

function attributionOf({ attribution }: ClaimRow): ReportClaim['attribution'] {
  if (!attribution) return null;
  const { cue, stance, anonymous, sourceCount, links } = attribution;
  return {
    cue,
    stance,
    anonymous,
    sourceCount,
    links: links.map(({ role, name, type }) => ({ role, name, type: type as SourceType })),
  };
}

function verdictEntry(
  verdict: VerdictFactRow,
  claim: Claim,
  rating: ReportVerdict['rating'],
  actorOf: ClaimMaterial['actorOf'],
): ReportVerdict {
  const { id, confidence, rationale, evidenceIds, createdAt, informed, withdrawn } = verdict;
  return {
    id,
    reviewer: actorOf(verdict.reviewerId),
    rating,
    confidence,
    rationale,
    evidenceIds,
    at: createdAt,
    outdated: isOutdated(verdict, claim),
    informed,
    superseded: verdict.supersededBy !== null,
    withdrawn,
  };
}

function decisionEntry(row: DecisionRow, { article }: ClaimCase, { labels, actorOf }: ClaimMaterial): ReportDecision {
  return {
    id: row.id,
    at: row.createdAt.toISOString(),
    by: actorOf(row.decidedBy),
    from: row.fromState,
    to: row.toState,
    closure: row.closure?.kind ?? null,
    rating: row.rating === null ? null : labels.of(row.rating, article.kind),
    rationale: row.rationale,
    fallback: row.cause as FallBackCause | null,
    policyVersion: row.policyVersion,
    adjudication: (row.adjudication as Adjudication[]).map(({ verdictId, rationale }) => ({ verdictId, rationale })),
  };
}

/** Sources and independent origins on the side that speaks for the claim's state, counted by the rules. */
function independenceOf({ claim, facts, policy }: ClaimCase, shown: ReadonlySet<string>): ReportClaim['independence'] {
  const side = claim.state === 'disputed' ? 'refutes' : 'supports';
  const items = facts.evidence.filter((item) => item.stance === side && shown.has(item.id));
  const report = originsOf(claim, facts, items, policy);
  const sources = new Set(items.filter(({ id }) => report.countable.includes(id)).map(({ sourceId }) => sourceId));
  return { sources: sources.size, origins: report.count };
}
