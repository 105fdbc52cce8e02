import type {
  ClaimKind,
  ClaimState,
  DismissalReason,
  FallBackCause,
  RequirementName,
  RequirementStatus,
  SourceType,
  Tier,
  Verifies,
} from '#domain';
import type { ReportEvidence } from './evidence.model.js';
import type { ReportActor, ReportLabel } from './label.model.js';

export type BlockField = 'title' | 'dek' | 'heading' | 'body' | 'caption' | 'pullquote' | 'dateline' | 'aside';

/** A claim's words where they stand. The context sentence is `before + quote + after`, exactly as in the revision. */
export interface ReportQuote {
  readonly quote: string;
  readonly before: string;
  readonly after: string;
  readonly blockId: string;
  readonly field: BlockField;
  /** Offsets in the block's text, in Unicode code points. */
  readonly start: number;
  readonly end: number;
}

/** From the innermost source outwards: speaker, the outlet that carried it, the next. */
export interface ReportAttribution {
  readonly cue: string;
  readonly stance: 'neutral' | 'distancing' | 'factive' | 'negating' | 'evaluative' | 'predictive';
  readonly anonymous: boolean;
  readonly sourceCount: number | null;
  readonly links: readonly {
    readonly role: 'speaker' | 'outlet' | 'document';
    readonly name: string;
    readonly type: SourceType;
  }[];
}

export interface ReportRequirement {
  readonly name: RequirementName;
  readonly status: RequirementStatus;
  readonly have: number | null;
  readonly need: number | null;
}

/** A reasoned exception to a requirement; always printed. */
export interface ReportException {
  readonly requirement: RequirementName;
  readonly reason: string;
  readonly by: ReportActor;
  readonly at: string;
}

export type ReportClosure =
  | {
      readonly kind: 'unproven';
      readonly rationale: string;
      readonly by: ReportActor;
      readonly at: string;
      readonly searchLog: readonly { readonly where: string; readonly when: string; readonly query: string }[];
    }
  | {
      readonly kind: 'as-attributed';
      readonly rationale: string;
      readonly by: ReportActor;
      readonly at: string;
      readonly recheckAt: string;
    };

export interface ReportVerdict {
  readonly id: string;
  readonly reviewer: ReportActor;
  readonly rating: ReportLabel;
  readonly confidence: 'low' | 'medium' | 'high';
  readonly rationale: string;
  readonly evidenceIds: readonly string[];
  readonly at: string;
  /** Given on words or a frame that have since changed. */
  readonly outdated: boolean;
  /** Given by someone who could already read others' verdicts. */
  readonly informed: boolean;
  readonly superseded: boolean;
  readonly withdrawn: boolean;
}

/** A decision by an editor, or (with `fallback`) an automatic return to needs-source. */
export interface ReportDecision {
  readonly id: string;
  readonly at: string;
  readonly by: ReportActor;
  readonly from: ClaimState;
  readonly to: ClaimState;
  readonly closure: ReportClosure['kind'] | null;
  readonly rating: ReportLabel | null;
  readonly rationale: string | null;
  readonly fallback: FallBackCause | null;
  readonly policyVersion: number;
  readonly adjudication: readonly { readonly verdictId: string; readonly rationale: string }[];
}

export interface ReportClaim extends ReportQuote {
  readonly id: string;
  /** SHA-256 of the strict form and its frame, hex. */
  readonly textHash: string;
  readonly state: ClaimState;
  /** Of a disputed claim: its contrary is established, or the evidence conflicts. Null in other states. */
  readonly dispute: 'refuted' | 'conflicting' | null;
  /** The label to publish; null while there is none. */
  readonly label: ReportLabel | null;
  readonly verifies: Verifies;
  readonly closure: ReportClosure | null;
  readonly tier: Tier;
  readonly kind: ClaimKind;
  readonly checkWorthiness: {
    readonly score: number;
    readonly reasons: readonly { readonly feature: string; readonly weight: number; readonly evidence: string }[];
  };
  /** Null when the article asserts in its own voice. */
  readonly attribution: ReportAttribution | null;
  readonly requirements: readonly ReportRequirement[];
  readonly exceptions: readonly ReportException[];
  /** Requirements met only by the small-desk preset's marked exception. */
  readonly smallDesk: readonly RequirementName[];
  /** The editor's reason for publishing a disputed claim as it stands. */
  readonly keptAsDisputed: { readonly reason: string; readonly by: ReportActor; readonly at: string } | null;
  /**
   * Whoever asked for the report must still judge this claim for himself: others' verdicts, decisions and evidence, and
   * whatever is derived from them, are left out.
   */
  readonly withheld: boolean;
  /** Oldest first. */
  readonly verdicts: readonly ReportVerdict[];
  /** Oldest first. */
  readonly decisions: readonly ReportDecision[];
  readonly evidence: readonly ReportEvidence[];
  /** Counted by the domain over countable supporting (or, if disputed, refuting) evidence. */
  readonly independence: { readonly sources: number; readonly origins: number };
}

export interface ReportDismissedClaim extends ReportQuote {
  readonly id: string;
  readonly reason: DismissalReason;
  readonly note: string | null;
  readonly by: ReportActor;
  readonly at: string;
}

/** A claim nobody has taken up: proposed and not accepted, or (external article) not selected. */
export interface ReportUnexaminedClaim extends ReportQuote {
  readonly id: string;
  readonly why: 'proposed' | 'not-selected';
}
