import { independentOrigins, type IndependenceReport } from '../independence/independent-origins.js';
import { originGraph, type EvidenceItem } from '../independence/source.types.js';
import { SMALL_DESK_PEOPLE } from '../policy/policy.presets.js';
import type { NewsroomPolicy } from '../policy/policy.types.js';
import { quoteAsTranslated, sourceNamed, sourcesAsSaid } from './faithfulness.js';
import { countedVerdicts, currentVerdicts } from '../verdict/verdict.counting.js';
import type { Claim, ClaimFacts, ClaimState, Closure, VerdictFact } from './claim.types.js';
import type { Bench, DecisionDraft } from './requirement.bench.js';
import { withTurns } from './requirement.turn.js';
import type { Requirement, RequirementName } from './requirement.types.js';

export type { Bench, DecisionDraft } from './requirement.bench.js';

/** Null where there is nothing to ask: such a requirement is not shown. */
type Judge = (bench: Bench) => Requirement | null;

/** Which requirements a decision to a state has, in the order they are shown. */
const NEEDS: Readonly<Record<ClaimState, readonly RequirementName[]>> = {
  verified: [
    'not-own-text',
    'separate-decider',
    'supporting-verdicts',
    'independent-sources',
    'no-open-dispute',
    'anchor-confirmed',
    'queries-answered',
    'sources-as-said',
    'quote-as-translated',
  ],
  disputed: ['not-own-text', 'separate-decider', 'rationale', 'contradiction', 'label-quorum'],
  'needs-source': ['rationale'],
};
const CLOSURE_NEEDS: Readonly<Record<Closure['kind'], readonly RequirementName[]>> = {
  unproven: ['unproven-verdicts', 'search-log'],
  'as-attributed': ['source-named', 'recheck-date', 'sources-as-said'],
};

/** At least this many entries show that someone really searched. */
export const SEARCH_LOG_ENTRIES = 3;

const ANCHORED: readonly string[] = ['exact', 'typographic', 'moved'];

const JUDGES: Readonly<Partial<Record<RequirementName, Judge>>> = {
  'not-own-text': notOwnText,
  'separate-decider': separateDecider,
  'supporting-verdicts': supportingVerdicts,
  'independent-sources': independentSources,
  'no-open-dispute': noOpenDispute,
  'anchor-confirmed': anchorConfirmed,
  'queries-answered': queriesAnswered,
  rationale,
  contradiction,
  'label-quorum': labelQuorum,
  'unproven-verdicts': unprovenVerdicts,
  'search-log': searchLog,
  'source-named': sourceNamed,
  'recheck-date': recheckDate,
  'sources-as-said': sourcesAsSaid,
  'quote-as-translated': quoteAsTranslated,
};

/**
 * What stands between a claim and a state. Without a draft it is a preview: nobody decides yet, no reason is given and no
 * label published.
 */
export function requirementsFor(
  to: ClaimState,
  claim: Claim,
  facts: ClaimFacts,
  policy: NewsroomPolicy,
  draft: DecisionDraft = { deciderId: null },
): Requirement[] {
  const bench: Bench = { claim, facts, policy, draft, counted: countedTowards(to, claim, facts) };
  const names = [...NEEDS[to], ...(to === 'needs-source' && draft.closure ? CLOSURE_NEEDS[draft.closure.kind] : [])];
  return names.flatMap((name) => JUDGES[name]?.(bench) ?? []);
}

/** The same as they are shown to people: each unmet one says whose turn it is. */
export function shownRequirements(
  to: ClaimState,
  claim: Claim,
  facts: ClaimFacts,
  policy: NewsroomPolicy,
  draft: DecisionDraft,
): Requirement[] {
  return inTurn(requirementsFor(to, claim, facts, policy, draft), to, claim, facts, draft.deciderId);
}

/** Adds whose turn it is to requirements of a decision to `to` by this decider. */
export function inTurn(
  requirements: readonly Requirement[],
  to: ClaimState,
  claim: Claim,
  facts: ClaimFacts,
  deciderId: string | null,
): Requirement[] {
  return withTurns(requirements, { facts, deciderId, counted: countedTowards(to, claim, facts) });
}

function countedTowards(to: ClaimState, claim: Claim, facts: ClaimFacts): readonly VerdictFact[] {
  return countedVerdicts(claim, facts, to === 'verified' ? 'supports' : to === 'disputed' ? 'disputes' : 'unproven');
}

const met = (name: RequirementName, holds: boolean, detail: string, rest: Partial<Requirement> = {}): Requirement => ({
  name,
  status: holds ? 'satisfied' : 'unsatisfied',
  detail,
  ...rest,
});

function notOwnText({ facts, draft, counted }: Bench): Requirement {
  const own = counted
    .filter((verdict) => facts.authorsOfWords.includes(verdict.reviewerId))
    .map((verdict) => verdict.reviewerId);
  const decider = draft.deciderId !== null && facts.authorsOfWords.includes(draft.deciderId);
  const detail = decider ? 'decider-is-author' : own.length > 0 ? 'reviewer-is-author' : 'nobody-judges-own-text';
  return met('not-own-text', !decider && own.length === 0, detail, {
    facts: { memberIds: decider && draft.deciderId ? [draft.deciderId] : own },
  });
}

function separateDecider({ facts, policy, draft, counted }: Bench): Requirement {
  const both = draft.deciderId !== null && counted.some((verdict) => verdict.reviewerId === draft.deciderId);
  if (!both) return met('separate-decider', true, 'decider-gave-no-counted-verdict');
  const small = policy.preset === 'small-desk' && facts.activePeople <= SMALL_DESK_PEOPLE;
  if (!small) return met('separate-decider', false, 'decider-gave-counted-verdict');
  return {
    name: 'separate-decider',
    status: 'overridden',
    detail: 'small-desk-decider',
    facts: { activePeople: facts.activePeople },
    exception: { kind: 'small-desk', reason: null },
  };
}

function supportingVerdicts(bench: Bench): Requirement {
  return quorum('supporting-verdicts', bench, bench.counted);
}

function unprovenVerdicts(bench: Bench): Requirement {
  return quorum('unproven-verdicts', bench, bench.counted);
}

/** N by tier; tier A asking for one only is what a small desk is allowed, and is marked. */
function quorum(name: RequirementName, { claim, policy }: Bench, counted: readonly VerdictFact[]): Requirement {
  const need = policy.verdictsNeeded[claim.tier];
  const marked = policy.preset === 'small-desk' && claim.tier === 'A' && need === 1;
  const holds = counted.length >= need;
  const counts = { have: counted.length, need };
  if (holds && marked)
    return met(name, true, 'small-desk-quorum', { ...counts, exception: { kind: 'small-desk', reason: null } });
  return met(name, holds, holds ? 'enough-verdicts' : 'too-few-verdicts', counts);
}

/** The items of a stance that the counted verdicts rest on. */
export function citedItems(
  facts: ClaimFacts,
  counted: readonly VerdictFact[],
  stance: 'supports' | 'refutes',
): EvidenceItem[] {
  const cited = new Set(counted.flatMap((verdict) => verdict.evidenceIds));
  return facts.evidence.filter((item) => item.stance === stance && cited.has(item.id));
}

export function originsOf(
  claim: Claim,
  facts: ClaimFacts,
  items: readonly EvidenceItem[],
  policy: Pick<NewsroomPolicy, 'anonymousSources'>,
): IndependenceReport {
  const graph = originGraph(facts.sources, [...(facts.otherEvidence ?? []), ...facts.evidence]);
  return independentOrigins(items, graph, {
    outletSourceId: facts.article.outletSourceId,
    partyIds: facts.partyIds,
    noticedIds: facts.noticedIds,
    verifies: claim.verifies,
    anonymousSources: policy.anonymousSources,
    namesPost: facts.frame?.links.some(({ type }) => type === 'social') ?? false,
  });
}

function independentSources({ claim, facts, policy, counted }: Bench): Requirement {
  return sufficiency('independent-sources', claim, facts, policy, counted, 'supports');
}

/** M origins or one item of a primary type, on either side; anonymous origins alone never suffice in tier A. */
function sufficiency(
  name: RequirementName,
  claim: Claim,
  facts: ClaimFacts,
  policy: NewsroomPolicy,
  counted: readonly VerdictFact[],
  side: 'supports' | 'refutes',
): Requirement {
  const report = originsOf(claim, facts, citedItems(facts, counted, side), policy);
  const need = originsNeeded(claim, facts, policy, side === 'supports' ? 'refutes' : 'supports');
  const rest = {
    have: report.count,
    need,
    facts: {
      primary: report.primary,
      origins: report.origins.map((origin) => origin.rootKey),
      excluded: report.excluded.map(({ evidenceId, why }) => `${evidenceId}:${why}`),
    },
  };
  if (report.primary) return met(name, true, 'primary-item', rest);
  if (report.count < need) return met(name, false, 'too-few-origins', rest);
  if (claim.tier === 'A' && report.anonymousOnly) return met(name, false, 'anonymous-only', rest);
  return met(name, true, 'enough-origins', rest);
}

/** B is content with fewer where the text names its source and no standing item speaks against this side. */
function originsNeeded(
  claim: Claim,
  facts: ClaimFacts,
  policy: NewsroomPolicy,
  against: 'supports' | 'refutes',
): number {
  const contradicted = facts.evidence.some((item) => item.stance === against && !item.withdrawn);
  const named = claim.tier === 'B' && namesItsSource(facts) && !contradicted;
  return named ? policy.originsNeeded.namedB : policy.originsNeeded[claim.tier];
}

function namesItsSource({ frame }: ClaimFacts): boolean {
  return frame !== null && !frame.anonymous && frame.links.some((link) => link.type !== 'anonymous');
}

/** The standing objections that this decision does not answer either. */
export function openDisputes(claim: Claim, facts: ClaimFacts, adjudicated: readonly string[] = []): VerdictFact[] {
  return currentVerdicts(claim, facts).filter(
    (verdict) => verdict.stance === 'disputes' && !verdict.adjudicated && !adjudicated.includes(verdict.id),
  );
}

function noOpenDispute({ claim, facts, draft }: Bench): Requirement {
  const open = openDisputes(claim, facts, draft.adjudicated);
  return met('no-open-dispute', open.length === 0, open.length === 0 ? 'no-open-dispute' : 'dispute-open', {
    have: open.length,
    need: 0,
    facts: { verdictIds: open.map((verdict) => verdict.id) },
  });
}

function anchorConfirmed({ facts: { anchor } }: Bench): Requirement {
  const holds = ANCHORED.includes(anchor.status) || anchor.confirmed;
  return met('anchor-confirmed', holds, holds ? 'anchored' : 'anchor-waits', {
    facts: { status: anchor.status, confirmed: anchor.confirmed },
  });
}

function queriesAnswered({ facts }: Bench): Requirement {
  const open = facts.openQueries;
  return met('queries-answered', open === 0, open === 0 ? 'no-open-query' : 'query-open', { have: open, need: 0 });
}

function rationale({ draft }: Bench): Requirement {
  const given = (draft.rationale ?? '').trim() !== '';
  return met('rationale', given, given ? 'rationale-given' : 'rationale-missing');
}

function contradiction({ claim, facts, draft, policy }: Bench): Requirement {
  const by = currentVerdicts(claim, facts).filter((verdict) => {
    if (verdict.stance !== 'disputes' || verdict.reviewerId === draft.deciderId) return false;
    return originsOf(claim, facts, citedItems(facts, [verdict], 'refutes'), policy).countable.length > 0;
  });
  return met('contradiction', by.length > 0, by.length > 0 ? 'contradicted' : 'no-contradicting-verdict', {
    have: by.length,
    need: 1,
  });
}

/** Saying "false" in public asks for as much as saying "true": N and M on the refuting side. */
function labelQuorum(bench: Bench): Requirement {
  if (!bench.draft.label) return { name: 'label-quorum', status: 'not-applicable', detail: 'no-label-published' };
  const verdicts = quorum('label-quorum', bench, bench.counted);
  if (verdicts.status === 'unsatisfied') return verdicts;
  const origins = sufficiency('label-quorum', bench.claim, bench.facts, bench.policy, bench.counted, 'refutes');
  return origins.status === 'unsatisfied' || verdicts.exception === undefined
    ? origins
    : { ...origins, exception: verdicts.exception };
}

function searchLog({ draft }: Bench): Requirement {
  const entries = draft.closure?.kind === 'unproven' ? draft.closure.searchLog : [];
  const whole = entries.filter(({ where, when, query }) => [where, when, query].every((part) => part.trim() !== ''));
  const holds = whole.length >= SEARCH_LOG_ENTRIES;
  return met('search-log', holds, holds ? 'search-logged' : 'search-log-short', {
    have: whole.length,
    need: SEARCH_LOG_ENTRIES,
  });
}

function recheckDate({ facts, draft }: Bench): Requirement {
  const at = draft.closure?.kind === 'as-attributed' ? Date.parse(draft.closure.recheckAt) : Number.NaN;
  const holds = at > Date.parse(facts.now);
  return met('recheck-date', holds, holds ? 'recheck-set' : 'recheck-not-ahead');
}
