import {
  EXTERNAL_SCALE,
  POLICY_PRESETS,
  stanceOf,
  type Actor,
  type AssignmentFact,
  type Claim,
  type ClaimFacts,
  type EvidenceItem,
  type NewsroomPolicy,
  type Role,
  type SourceNode,
  type VerdictFact,
} from '../../libs/domain/src/index.js';

/** Plain facts for the domain's specs: one claim that could be verified as it stands, and ways to spoil it. */

export const NOW = '2026-03-10T12:00:00.000Z';
export const WORDS = 'hash-of-these-words';

export const standard = POLICY_PRESETS.standard;
export const smallDesk = POLICY_PRESETS['small-desk'];
export const strict = POLICY_PRESETS.strict;

export function actor(memberId: string, ...roles: Role[]): Actor {
  return { memberId, newsroomId: 'newsroom', kind: 'person', roles, scopes: null };
}

export const editor = actor('editor', 'editor');
export const head = actor('head', 'head');
export const reviewer = actor('sara', 'reviewer');
export const writer = actor('writer', 'writer');
export const service: Actor = { ...actor('robot', 'editor', 'reviewer'), kind: 'service' };

export function claim(over: Partial<Claim> = {}): Claim {
  return {
    id: 'claim',
    articleId: 'article',
    state: 'needs-source',
    disposition: 'active',
    tier: 'B',
    kind: 'event',
    verifies: 'substance',
    closure: null,
    selected: false,
    textHash: WORDS,
    version: 1,
    ...over,
  };
}

export function source(id: string, over: Partial<SourceNode> = {}): SourceNode {
  return { id, type: 'outlet', ownerId: null, derivesFromId: null, vouchedById: null, ...over };
}

/** An item that supports the claim, with a locator and a quoted passage at an address. */
export function item(id: string, sourceId: string, over: Partial<EvidenceItem> = {}): EvidenceItem {
  return {
    id,
    claimId: 'claim',
    sourceId,
    stance: 'supports',
    locator: 'third paragraph',
    url: 'https://example.org/a',
    quote: 'the passage',
    captureId: null,
    primary: false,
    derivesFrom: null,
    withdrawn: false,
    addedById: 'sara',
    ...over,
  };
}

export function verdict(
  reviewerId: string,
  rating: string,
  evidenceIds: string[],
  over: Partial<VerdictFact> = {},
): VerdictFact {
  return {
    id: `verdict-of-${reviewerId}`,
    reviewerId,
    rating,
    stance: stanceOf(EXTERNAL_SCALE, rating) ?? 'unproven',
    evidenceIds,
    textHash: WORDS,
    informed: false,
    supersededBy: null,
    withdrawn: false,
    adjudicated: false,
    createdAt: '2026-03-09T10:00:00.000Z',
    ...over,
  };
}

export function assignment(reviewerId: string, over: Partial<AssignmentFact> = {}): AssignmentFact {
  return {
    id: `assignment-of-${reviewerId}`,
    reviewerId,
    status: 'assigned',
    createdAt: '2026-03-08T10:00:00.000Z',
    dueAt: null,
    ...over,
  };
}

/** Two outlets that do not depend on one another, and one fact-checker who cites both. */
export function facts(over: Partial<ClaimFacts> = {}): ClaimFacts {
  return {
    now: NOW,
    article: { kind: 'draft', outletSourceId: 'our-paper', authorIds: ['writer'] },
    authorsOfWords: ['writer'],
    frame: null,
    sentence: 'In short, the minister said so and the agency reported it; someone and Bloomberg were heard.',
    verdicts: [verdict('sara', 'true', ['item-1', 'item-2'])],
    evidence: [item('item-1', 'daily'), item('item-2', 'herald')],
    sources: [source('daily'), source('herald'), source('our-paper')],
    partyIds: [],
    noticedIds: [],
    assignments: [assignment('sara', { status: 'submitted' })],
    anchor: { status: 'exact', confirmed: false },
    openQueries: 0,
    activePeople: 8,
    scale: EXTERNAL_SCALE,
    standing: null,
    ...over,
  };
}

export function policy(over: Partial<NewsroomPolicy>): NewsroomPolicy {
  return { ...standard, ...over };
}
