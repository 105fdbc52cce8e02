import type {
  ArticleKind,
  ArticleState,
  CommentOutcome,
  CorrectionClass,
  NoticeType,
  PolicyPreset,
  WaiverReason,
} from '#domain';
import type { ReportClaim, ReportDismissedClaim, ReportException, ReportUnexaminedClaim } from './claim.model.js';
import type { ReportActor, ReportLanguage } from './label.model.js';

export interface ReportCorrection {
  readonly class: CorrectionClass;
  readonly note: string;
  readonly at: string;
  readonly by: ReportActor;
}

/** A claim that breaking news left pending when it was cleared. */
export interface ReportPending {
  readonly claimId: string;
  readonly recheckAt: string;
}

/** Somebody who was asked before publication, or why an editor asked nobody. */
export interface ReportCommentRequest {
  readonly claimIds: readonly string[];
  readonly addressee: string;
  readonly sentAt: string | null;
  readonly outcome: CommentOutcome | null;
  readonly answer: string | null;
  readonly waiver: { readonly reason: WaiverReason; readonly note: string | null; readonly by: ReportActor } | null;
}

/** What a publisher took back that a claim rested on. */
export interface ReportNotice {
  readonly type: NoticeType;
  readonly text: string;
  readonly at: string;
  readonly claimIds: readonly string[];
}

/** What surrounds the article; absent where the report was made before any of it was kept. */
export interface ReportCircumstances {
  /** Empty for a clearance that left nothing open. */
  readonly pending: readonly ReportPending[];
  readonly comments: readonly ReportCommentRequest[];
  readonly notices: readonly ReportNotice[];
}

export interface ReportArticle {
  readonly id: string;
  readonly title: string;
  readonly kind: ArticleKind;
  readonly language: ReportLanguage;
  readonly outlet: string | null;
  readonly byline: string | null;
  readonly publishedAt: string | null;
  readonly url: string | null;
  readonly state: ArticleState;
  /** `hash`: SHA-256 of the revision's canonical form, hex. */
  readonly revision: { readonly number: number; readonly hash: string; readonly createdAt: string };
  readonly release: {
    readonly revisionNumber: number;
    readonly at: string;
    readonly by: ReportActor;
    readonly note: string | null;
    readonly superseded: boolean;
    /** Requirements of the gate that were set aside for this release. */
    readonly exceptions: readonly ReportException[];
  } | null;
  /** Oldest first. */
  readonly corrections: readonly ReportCorrection[];
  readonly circumstances?: ReportCircumstances;
  /** Active (external: selected) claims in text order. */
  readonly claims: readonly ReportClaim[];
  readonly dismissed: readonly ReportDismissedClaim[];
  readonly unexamined: readonly ReportUnexaminedClaim[];
}

/**
 * All a report says, as plain data: no class, no function, no `undefined`. Every time is RFC 3339 UTC and comes from
 * the caller; renderers read no clock, so one model always gives the same bytes.
 */
export interface ReportModel {
  readonly schema: 'isnad-report/1';
  readonly id: string;
  /** The moment whose state of knowledge the report describes. */
  readonly asOf: string;
  readonly newsroom: { readonly id: string; readonly slug: string; readonly name: string };
  readonly policy: { readonly version: number; readonly preset: PolicyPreset };
  readonly scaleVersion: number;
  /** Last ledger leaf the report rests on. */
  readonly ledger: { readonly seq: number; readonly leafHash: string };
  readonly articles: readonly ReportArticle[];
}
