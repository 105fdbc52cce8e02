import type { EvidenceItem, SourceNode } from '../independence/source.types.js';
import type { Tier } from '../policy/policy.types.js';
import type { RatingScale, Stance } from '../rating/rating.types.js';
import type { RequirementName } from './requirement.types.js';
import type { ClaimKind } from './claim.kind.js';

export { CLAIM_KINDS, type ClaimKind } from './claim.kind.js';

export const CLAIM_STATES = ['needs-source', 'verified', 'disputed'] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

export const DISPOSITIONS = ['proposed', 'active', 'dismissed'] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

export const DISMISSAL_REASONS = ['not-checkable', 'opinion', 'duplicate', 'cut', 'out-of-scope'] as const;
export type DismissalReason = (typeof DISMISSAL_REASONS)[number];

export const TIERS = ['A', 'B', 'C'] as const satisfies readonly Tier[];

/** What a check establishes: that it was said, or that it is so. */
export const VERIFIES = ['attribution', 'substance'] as const;
export type Verifies = (typeof VERIFIES)[number];

export interface SearchLogEntry {
  readonly where: string;
  readonly when: string;
  readonly query: string;
}

export type Closure =
  | { readonly kind: 'unproven'; readonly searchLog: readonly SearchLogEntry[] }
  | { readonly kind: 'as-attributed'; readonly recheckAt: string };
export type ClosureKind = Closure['kind'];

export interface Claim {
  readonly id: string;
  readonly articleId: string;
  readonly state: ClaimState;
  readonly disposition: Disposition;
  readonly tier: Tier;
  readonly kind: ClaimKind;
  readonly verifies: Verifies;
  readonly closure: Closure | null;
  readonly selected: boolean;
  readonly textHash: string;
  readonly version: number;
}

export type CueStance = 'neutral' | 'distancing' | 'factive' | 'negating' | 'evaluative' | 'predictive';

/** How the sentence attributes the claim; null where the article asserts in its own voice. */
export interface ClaimFrame {
  readonly anonymous: boolean;
  readonly stance: CueStance;
  /** How many sources the words speak of; 0 or null where they do not say («مصادر»). */
  readonly sourceCount?: number | null;
  readonly links: readonly {
    readonly role: 'speaker' | 'outlet' | 'document';
    readonly type: string;
    readonly name: string;
  }[];
}

export interface VerdictFact {
  readonly id: string;
  readonly reviewerId: string;
  readonly rating: string;
  readonly stance: Stance;
  readonly evidenceIds: readonly string[];
  readonly textHash: string;
  /** What the claim asked for when it was given; a check of who said it never counts as a check that it is so. */
  readonly verifies?: Verifies;
  readonly informed: boolean;
  readonly supersededBy: string | null;
  readonly withdrawn: boolean;
  /** Answered by an editor's adjudication in an earlier decision. */
  readonly adjudicated: boolean;
  readonly createdAt: string;
}

export const ASSIGNMENT_STATUSES = [
  'open',
  'assigned',
  'in-progress',
  'submitted',
  'outdated',
  'declined',
  'expired',
  'cancelled',
] as const;
export type AssignmentStatus = (typeof ASSIGNMENT_STATUSES)[number];

export interface AssignmentFact {
  readonly id: string;
  /** Null while the place is open and nobody has been named. */
  readonly reviewerId: string | null;
  readonly status: AssignmentStatus;
  readonly createdAt: string;
  readonly dueAt: string | null;
}

export type AnchorStatusName = 'exact' | 'typographic' | 'moved' | 'changed' | 'suggested' | 'ambiguous' | 'orphaned';

/** The decision the claim's present state rests on. */
export interface StandingDecision {
  readonly id: string;
  readonly deciderId: string;
  readonly label: string | null;
  readonly overridden: readonly RequirementName[];
}

/** Everything the rules read about a claim. Plain data, filled from rows under the claim's lock. */
export interface ClaimFacts {
  /** ISO 8601 UTC. */
  readonly now: string;
  readonly article: {
    readonly kind: 'draft' | 'external';
    /** The article's own outlet in the register; it never counts for itself. */
    readonly outletSourceId: string | null;
    readonly authorIds: readonly string[];
  };
  /** Members who wrote these words: the article's authors and whoever changed this claim's words. */
  readonly authorsOfWords: readonly string[];
  readonly frame: ClaimFrame | null;
  /** The sentence or sentences the claim stands in, as written. */
  readonly sentence: string;
  /** By what other names the register knows whom the frame names; read only where closing as attributed asks for it. */
  readonly otherNames?: Readonly<Record<string, readonly string[]>>;
  readonly verdicts: readonly VerdictFact[];
  readonly evidence: readonly EvidenceItem[];
  /** Items on other claims that this claim's evidence derives from. */
  readonly otherEvidence?: readonly Pick<EvidenceItem, 'id' | 'sourceId' | 'derivesFrom'>[];
  readonly sources: readonly SourceNode[];
  /** Sources and owners that are party to the claim. */
  readonly partyIds: readonly string[];
  /** Sources and items under a notice of correction, kill or withdrawal. */
  readonly noticedIds: readonly string[];
  readonly assignments: readonly AssignmentFact[];
  readonly anchor: { readonly status: AnchorStatusName; readonly confirmed: boolean };
  readonly openQueries: number;
  /** Active members who could take part: persons with the editor, head or reviewer role. */
  readonly activePeople: number;
  readonly scale: RatingScale;
  readonly standing: StandingDecision | null;
  /** A decision was taken on these words before: everybody could read the verdicts that existed then. */
  readonly decidedOnTheseWords?: boolean;
  /** What of the claim's words stands in quotation marks. */
  readonly quotedWords?: readonly string[];
}
