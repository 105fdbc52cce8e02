import type { CommentFact } from '../comment/comment-request.js';
import type { Claim, ClosureKind } from '../claim/claim.types.js';

export const ARTICLE_KINDS = ['draft', 'external'] as const;
export type ArticleKind = (typeof ARTICLE_KINDS)[number];

export const ARTICLE_STATES = ['checking', 'ready', 'released', 'correcting'] as const;
export type ArticleState = (typeof ARTICLE_STATES)[number];

export const CORRECTION_CLASSES = ['update', 'clarification', 'correction', 'withdrawal'] as const;
export type CorrectionClass = (typeof CORRECTION_CLASSES)[number];

/** Flags a re-anchored claim carries that change what it says. */
export const MEANING_FLAGS = ['numericChanged', 'negationChanged', 'nameChanged', 'attributionChanged'] as const;

/** A title, dek, caption or pull-quote claim beside the body claim it repeats. */
export interface HeadlineComparison {
  readonly bodyClaimId: string;
  readonly numbersEqual: boolean;
  readonly negationEqual: boolean;
  readonly namesEqual: boolean;
  readonly attributionEqual: boolean;
}

/** What the gate reads of one claim. */
export interface GateClaim extends Pick<Claim, 'id' | 'state' | 'disposition' | 'tier' | 'selected'> {
  readonly closureKind: ClosureKind | null;
  /** The anchor is suggested, ambiguous, orphaned or changed and no person has confirmed it. */
  readonly anchorWaits: boolean;
  readonly openQueries: number;
  readonly headline: HeadlineComparison | null;
  /** It stands in the title or the dek. */
  readonly inHeadline?: boolean;
  /** It charges somebody with something. */
  readonly accuses?: boolean | null;
  /** When a claim that is published unsettled is looked at again; ISO 8601. */
  readonly recheckAt?: string | null;
}

export const ARTICLE_MODES = ['standard', 'breaking'] as const;
export type ArticleMode = (typeof ARTICLE_MODES)[number];

export interface ReleaseFact {
  readonly id: string;
  readonly revisionNumber: number;
}

export interface PendingCorrection {
  readonly id: string;
  readonly class: CorrectionClass;
}

export interface ArticleFacts {
  readonly kind: ArticleKind;
  /** Members who wrote it, as far as a question to them may be open. */
  readonly authorIds?: readonly string[];
  readonly revisionNumber: number;
  readonly claims: readonly GateClaim[];
  /** The latest release, superseded ones left out. */
  readonly release: ReleaseFact | null;
  /** A claim fell back since the latest release. */
  readonly fellBackSinceRelease: boolean;
  readonly pendingCorrection: PendingCorrection | null;
  /** Claims the editor keeps although disputed, each with a reason. */
  readonly keepAsDisputed: readonly { readonly claimId: string; readonly reason: string }[];
  /** Breaking news may go out with what can wait still pending. */
  readonly mode?: ArticleMode;
  /** ISO 8601; nothing goes out before it. */
  readonly embargoUntil?: string | null;
  /** ISO 8601: the moment the facts are of. */
  readonly now?: string;
  readonly comments?: readonly CommentFact[];
}

/** A claim that a provisional clearance leaves pending. */
export interface PendingClaim {
  readonly claimId: string;
  readonly recheckAt: string;
}
