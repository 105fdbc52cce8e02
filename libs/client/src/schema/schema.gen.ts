// Written by `node scripts/client-types.mjs` from docs/openapi.json; changed there, not here.
/* eslint-disable max-lines */
/** A body that is not JSON, with its media type. A Blob is sent as it is read, so that a large file is never whole in memory. */
export interface RawBody {
  readonly contentType: string;
  readonly bytes: Uint8Array | Blob;
}
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: string;
  readonly requestId: string;
  readonly errors?: readonly {
    readonly in?: 'query' | 'path' | 'header';
    readonly pointer: string;
    readonly code: string;
    readonly detail: string;
    readonly [fact: string]: unknown;
  }[];
  readonly [fact: string]: unknown;
}
export interface Agreement {
  readonly value: number | null;
  readonly po: number | null;
  readonly n: number;
  readonly missing: number;
  readonly reason?: 'no-pairs' | 'no-variation' | 'not-numeric' | 'unequal-raters';
}
export interface Anchor {
  readonly revisionNumber: number;
  readonly status: 'exact' | 'typographic' | 'moved' | 'changed' | 'suggested' | 'ambiguous' | 'orphaned' | 'confirmed';
  readonly blockId: string | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly flags: readonly string[];
  readonly candidates: readonly {
    readonly blockId: string;
    readonly start: number;
    readonly end: number;
    readonly quote: string;
    readonly score: number;
  }[];
}
export interface ArchiveImport {
  readonly id: string;
  readonly format: 'ndjson' | 'json' | 'csv';
  readonly status: 'queued' | 'running' | 'done' | 'failed';
  readonly progress: number;
  readonly bytes: number;
  readonly accepted: number;
  readonly repeated: number;
  readonly rejectedCount: number;
  readonly rejected: readonly {
    readonly line: number;
    readonly errors: readonly { readonly pointer: string; readonly code: string }[];
  }[];
  readonly failure: string | null;
  readonly createdAt: string;
  readonly finishedAt: string | null;
}
export interface ArchiveItem {
  readonly id: string;
  readonly importId: string;
  readonly language: 'ar' | 'en' | 'other';
  readonly claim: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly publisher: string | null;
  readonly claimant: string | null;
  readonly rating: string | null;
  readonly publishedOn: string | null;
}
export interface Article {
  readonly id: string;
  readonly title: string;
  readonly kind: 'draft' | 'external';
  readonly state: 'checking' | 'ready' | 'released' | 'correcting';
  readonly language: 'ar' | 'en';
  readonly outlet: string | null;
  readonly byline: string | null;
  readonly authorIds: readonly string[];
  readonly deskId: string | null;
  readonly dueAt: string | null;
  readonly sourceUrl: string | null;
  readonly publishedAt: string | null;
  readonly visibility: 'newsroom' | 'named';
  readonly visibleTo: readonly string[];
  readonly archived: boolean;
  readonly mode: 'standard' | 'breaking';
  readonly embargoUntil: string | null;
  readonly legalHold: boolean;
  readonly revisionNumber: number;
  readonly progress: Progress;
  readonly gate: readonly {
    readonly name:
      | 'not-own-text'
      | 'separate-decider'
      | 'supporting-verdicts'
      | 'independent-sources'
      | 'no-open-dispute'
      | 'anchor-confirmed'
      | 'queries-answered'
      | 'rationale'
      | 'contradiction'
      | 'label-quorum'
      | 'unproven-verdicts'
      | 'search-log'
      | 'source-named'
      | 'recheck-date'
      | 'claims-settled'
      | 'disputes-explained'
      | 'anchors-placed'
      | 'headline-overstates'
      | 'correction-recorded'
      | 'sources-as-said'
      | 'quote-as-translated'
      | 'comment-sought';
    readonly status: 'satisfied' | 'unsatisfied' | 'overridden' | 'not-applicable' | 'withheld';
    readonly have?: number;
    readonly need?: number;
    readonly detail: string;
    readonly facts?: Readonly<Record<string, unknown>>;
    readonly exception?: { readonly kind: 'override' | 'small-desk'; readonly reason: string | null };
    readonly turn?: {
      readonly role: 'reviewer' | 'editor' | 'writer';
      readonly task: 'assign' | 'check' | 'answer' | 'reword' | 'decide';
      readonly memberIds: readonly string[];
      readonly exceptIds: readonly string[];
    };
  }[];
  readonly createdBy: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly version: number;
  readonly revision: Revision;
  readonly claims: readonly ClaimItem[];
  readonly setAside: readonly {
    readonly blockId: string;
    readonly start: number;
    readonly end: number;
    readonly reason: string;
    readonly text: string;
  }[];
  readonly flags: readonly {
    readonly code: string;
    readonly blockId: string | null;
    readonly start: number | null;
    readonly end: number | null;
    readonly detail: string | null;
  }[];
}
export interface ArticleItem {
  readonly id: string;
  readonly title: string;
  readonly kind: 'draft' | 'external';
  readonly state: 'checking' | 'ready' | 'released' | 'correcting';
  readonly language: 'ar' | 'en';
  readonly outlet: string | null;
  readonly byline: string | null;
  readonly authorIds: readonly string[];
  readonly deskId: string | null;
  readonly dueAt: string | null;
  readonly sourceUrl: string | null;
  readonly publishedAt: string | null;
  readonly visibility: 'newsroom' | 'named';
  readonly visibleTo: readonly string[];
  readonly archived: boolean;
  readonly mode: 'standard' | 'breaking';
  readonly embargoUntil: string | null;
  readonly legalHold: boolean;
  readonly revisionNumber: number;
  readonly progress: Progress;
  readonly gate: readonly {
    readonly name:
      | 'not-own-text'
      | 'separate-decider'
      | 'supporting-verdicts'
      | 'independent-sources'
      | 'no-open-dispute'
      | 'anchor-confirmed'
      | 'queries-answered'
      | 'rationale'
      | 'contradiction'
      | 'label-quorum'
      | 'unproven-verdicts'
      | 'search-log'
      | 'source-named'
      | 'recheck-date'
      | 'claims-settled'
      | 'disputes-explained'
      | 'anchors-placed'
      | 'headline-overstates'
      | 'correction-recorded'
      | 'sources-as-said'
      | 'quote-as-translated'
      | 'comment-sought';
    readonly status: 'satisfied' | 'unsatisfied' | 'overridden' | 'not-applicable' | 'withheld';
    readonly have?: number;
    readonly need?: number;
    readonly detail: string;
    readonly facts?: Readonly<Record<string, unknown>>;
    readonly exception?: { readonly kind: 'override' | 'small-desk'; readonly reason: string | null };
    readonly turn?: {
      readonly role: 'reviewer' | 'editor' | 'writer';
      readonly task: 'assign' | 'check' | 'answer' | 'reword' | 'decide';
      readonly memberIds: readonly string[];
      readonly exceptIds: readonly string[];
    };
  }[];
  readonly createdBy: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly version: number;
}
export interface ArticleOrigin {
  readonly articleId: string;
  readonly title: string;
  readonly outlet: string | null;
  readonly how: 'credited' | 'copied' | 'same-quote' | null;
  readonly derivesFrom: { readonly how: 'credited' | 'copied' | 'same-quote'; readonly name: string } | null;
  readonly sharedClaims: readonly {
    readonly claimId: string;
    readonly otherClaimId: string;
    readonly likeness: number;
  }[];
  readonly sharedClaimCount: number;
  readonly credited: readonly { readonly a: string; readonly b: string }[];
  readonly passages: readonly { readonly a: string; readonly b: string }[];
  readonly quotations: readonly { readonly a: string; readonly b: string }[];
  readonly carried: {
    readonly firstArticleId: string;
    readonly changes: readonly {
      readonly kind: 'grew' | 'hardened' | 'dropped';
      readonly what: 'sources' | 'cue' | 'attribution' | 'hedge' | 'no-comment' | 'number';
      readonly a: string;
      readonly b: string;
    }[];
    readonly sentence: string;
  };
}
export interface Assignment {
  readonly id: string;
  readonly claimId: string;
  readonly reviewerId: string;
  readonly status:
    'open' | 'assigned' | 'in-progress' | 'submitted' | 'outdated' | 'declined' | 'expired' | 'cancelled' | null;
  readonly dueAt: string | null;
  readonly paused: Paused | null;
  readonly reason: string | null;
  readonly assignedBy: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly version: number;
}
export interface AttentionItem {
  readonly subject: { readonly kind: 'claim' | 'assignment' | 'query'; readonly id: string };
  readonly claimId: string;
  readonly articleId: string;
  readonly articleTitle: string;
  readonly quote: string;
  readonly tier: 'A' | 'B' | 'C';
  readonly reason:
    | 'assigned'
    | 'overdue'
    | 'verdict-outdated'
    | 'disagreement'
    | 'ready-to-decide'
    | 'query'
    | 'anchor-to-confirm'
    | 'returned'
    | 'origin-withdrawn'
    | 'recheck';
  readonly since: string;
  readonly dueAt: string | null;
  readonly overdue: boolean;
  readonly paused: Paused | null;
}
export interface Attribution {
  readonly anonymous: boolean;
  readonly sourceCount: number | null;
  readonly cue: string;
  readonly stance: 'neutral' | 'distancing' | 'factive' | 'negating' | 'evaluative' | 'predictive';
  readonly negated: boolean;
  readonly links: readonly {
    readonly role: 'speaker' | 'outlet' | 'document';
    readonly name: string;
    readonly type: string;
  }[];
}
export interface BlockChange {
  readonly kind: 'same' | 'changed' | 'moved' | 'moved-and-changed' | 'added' | 'removed';
  readonly before: {
    readonly id: string;
    readonly field: 'title' | 'dek' | 'heading' | 'body' | 'caption' | 'pullquote' | 'dateline' | 'aside';
    readonly text: string;
  } | null;
  readonly after: {
    readonly id: string;
    readonly field: 'title' | 'dek' | 'heading' | 'body' | 'caption' | 'pullquote' | 'dateline' | 'aside';
    readonly text: string;
  } | null;
  readonly changes: readonly {
    readonly before: { readonly start: number; readonly end: number };
    readonly after: { readonly start: number; readonly end: number };
    readonly typographic: boolean;
  }[];
}
export interface BlockInput {
  readonly field: 'title' | 'dek' | 'heading' | 'body' | 'caption' | 'pullquote' | 'dateline' | 'aside';
  readonly text: string;
}
export interface Claim {
  readonly id: string;
  readonly articleId: string;
  readonly quote: string;
  readonly context: string;
  readonly state: 'needs-source' | 'verified' | 'disputed';
  readonly disposition: 'proposed' | 'active' | 'dismissed';
  readonly dismissal: {
    readonly reason: 'not-checkable' | 'opinion' | 'duplicate' | 'cut' | 'out-of-scope';
    readonly note: string | null;
  } | null;
  readonly tier: 'A' | 'B' | 'C';
  readonly kind: 'event' | 'statement' | 'statistic' | 'prediction' | 'opinion' | 'quote';
  readonly verifies: 'attribution' | 'substance';
  readonly closure:
    | {
        readonly kind: 'unproven';
        readonly searchLog: readonly { readonly where: string; readonly when: string; readonly query: string }[];
      }
    | { readonly kind: 'as-attributed'; readonly recheckAt: string }
    | null;
  readonly selected: boolean;
  readonly selectionReason: string | null;
  readonly rating: string | null;
  readonly textHash: string;
  readonly checkWorthiness: {
    readonly score: number;
    readonly reasons: readonly { readonly feature: string; readonly weight: number; readonly evidence: string }[];
  };
  readonly attribution: Attribution | null;
  readonly anchor: Anchor | null;
  readonly duplicateOf: string | null;
  readonly groupId: string | null;
  readonly entered: 'extracted' | 'by-hand' | 'proposed';
  readonly dueAt: string | null;
  readonly accuses: boolean | null;
  readonly recheckAt: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly version: number;
  readonly requirements: {
    readonly verified: readonly {
      readonly name:
        | 'not-own-text'
        | 'separate-decider'
        | 'supporting-verdicts'
        | 'independent-sources'
        | 'no-open-dispute'
        | 'anchor-confirmed'
        | 'queries-answered'
        | 'rationale'
        | 'contradiction'
        | 'label-quorum'
        | 'unproven-verdicts'
        | 'search-log'
        | 'source-named'
        | 'recheck-date'
        | 'claims-settled'
        | 'disputes-explained'
        | 'anchors-placed'
        | 'headline-overstates'
        | 'correction-recorded'
        | 'sources-as-said'
        | 'quote-as-translated'
        | 'comment-sought';
      readonly status: 'satisfied' | 'unsatisfied' | 'overridden' | 'not-applicable' | 'withheld';
      readonly have?: number;
      readonly need?: number;
      readonly detail: string;
      readonly facts?: Readonly<Record<string, unknown>>;
      readonly exception?: { readonly kind: 'override' | 'small-desk'; readonly reason: string | null };
      readonly turn?: {
        readonly role: 'reviewer' | 'editor' | 'writer';
        readonly task: 'assign' | 'check' | 'answer' | 'reword' | 'decide';
        readonly memberIds: readonly string[];
        readonly exceptIds: readonly string[];
      };
    }[];
    readonly disputed: readonly {
      readonly name:
        | 'not-own-text'
        | 'separate-decider'
        | 'supporting-verdicts'
        | 'independent-sources'
        | 'no-open-dispute'
        | 'anchor-confirmed'
        | 'queries-answered'
        | 'rationale'
        | 'contradiction'
        | 'label-quorum'
        | 'unproven-verdicts'
        | 'search-log'
        | 'source-named'
        | 'recheck-date'
        | 'claims-settled'
        | 'disputes-explained'
        | 'anchors-placed'
        | 'headline-overstates'
        | 'correction-recorded'
        | 'sources-as-said'
        | 'quote-as-translated'
        | 'comment-sought';
      readonly status: 'satisfied' | 'unsatisfied' | 'overridden' | 'not-applicable' | 'withheld';
      readonly have?: number;
      readonly need?: number;
      readonly detail: string;
      readonly facts?: Readonly<Record<string, unknown>>;
      readonly exception?: { readonly kind: 'override' | 'small-desk'; readonly reason: string | null };
      readonly turn?: {
        readonly role: 'reviewer' | 'editor' | 'writer';
        readonly task: 'assign' | 'check' | 'answer' | 'reword' | 'decide';
        readonly memberIds: readonly string[];
        readonly exceptIds: readonly string[];
      };
    }[];
  };
  readonly actions: readonly string[];
}
export interface ClaimChange {
  readonly claimId: string;
  readonly status:
    'exact' | 'typographic' | 'moved' | 'changed' | 'suggested' | 'ambiguous' | 'orphaned' | 'confirmed' | 'new';
  readonly flags: readonly string[];
  readonly quoteBefore: string | null;
  readonly quoteAfter: string | null;
  readonly wordsChanged: boolean;
  readonly fellBack: boolean;
  readonly disposition: 'proposed' | 'active' | 'dismissed';
  readonly before: Anchor | null;
  readonly after: Anchor | null;
}
export interface ClaimGroup {
  readonly id: string;
  readonly relation: 'same' | 'contradicts' | 'related';
  readonly claims: readonly {
    readonly claimId: string;
    readonly articleId: string;
    readonly articleTitle: string;
    readonly outlet: string | null;
    readonly at: string;
    readonly quote: string;
    readonly state: 'needs-source' | 'verified' | 'disputed';
    readonly disposition: 'proposed' | 'active' | 'dismissed';
    readonly verifies: 'attribution' | 'substance';
    readonly rating: string | null;
    readonly origin: string;
    readonly carried: readonly {
      readonly kind:
        | 'attribution-added'
        | 'attribution-dropped'
        | 'source-named'
        | 'source-dropped'
        | 'source-count'
        | 'cue'
        | 'negation';
      readonly from: string | null;
      readonly to: string | null;
    }[];
    readonly precedent: boolean;
  }[];
  readonly spread: { readonly articles: number; readonly outlets: number; readonly origins: number };
  readonly createdBy: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly version: number;
}
export interface ClaimItem {
  readonly id: string;
  readonly articleId: string;
  readonly quote: string;
  readonly context: string;
  readonly state: 'needs-source' | 'verified' | 'disputed';
  readonly disposition: 'proposed' | 'active' | 'dismissed';
  readonly dismissal: {
    readonly reason: 'not-checkable' | 'opinion' | 'duplicate' | 'cut' | 'out-of-scope';
    readonly note: string | null;
  } | null;
  readonly tier: 'A' | 'B' | 'C';
  readonly kind: 'event' | 'statement' | 'statistic' | 'prediction' | 'opinion' | 'quote';
  readonly verifies: 'attribution' | 'substance';
  readonly closure:
    | {
        readonly kind: 'unproven';
        readonly searchLog: readonly { readonly where: string; readonly when: string; readonly query: string }[];
      }
    | { readonly kind: 'as-attributed'; readonly recheckAt: string }
    | null;
  readonly selected: boolean;
  readonly selectionReason: string | null;
  readonly rating: string | null;
  readonly textHash: string;
  readonly checkWorthiness: {
    readonly score: number;
    readonly reasons: readonly { readonly feature: string; readonly weight: number; readonly evidence: string }[];
  };
  readonly attribution: Attribution | null;
  readonly anchor: Anchor | null;
  readonly duplicateOf: string | null;
  readonly groupId: string | null;
  readonly entered: 'extracted' | 'by-hand' | 'proposed';
  readonly dueAt: string | null;
  readonly accuses: boolean | null;
  readonly recheckAt: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly version: number;
}
export interface Comment {
  readonly id: string;
  readonly claimId: string;
  readonly text: string;
  readonly mentions: readonly string[];
  readonly authorId: string;
  readonly createdAt: string;
}
export interface CommentRequest {
  readonly id: string;
  readonly articleId: string;
  readonly claimIds: readonly string[];
  readonly addressee: string;
  readonly channel: 'phone' | 'email' | 'message' | 'letter' | 'in-person' | 'spokesperson' | null;
  readonly questions: string | null;
  readonly sentAt: string | null;
  readonly deadline: string | null;
  readonly outcome: 'answered' | 'declined' | 'no-reply' | 'unreachable' | null;
  readonly answer: string | null;
  readonly passage: string | null;
  readonly outcomeAt: string | null;
  readonly waiver: {
    readonly reason:
      'danger-to-person' | 'destroys-evidence' | 'answered-in-public' | 'deceased-or-dissolved' | 'court-order';
    readonly note: string | null;
  } | null;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly version: number;
}
export interface Correction {
  readonly id: string;
  readonly articleId: string;
  readonly class: 'update' | 'clarification' | 'correction' | 'withdrawal';
  readonly note: string;
  readonly createdBy: string;
  readonly releaseId: string | null;
  readonly createdAt: string;
}
export interface CorrectionRequest {
  readonly id: string;
  readonly requester: string;
  readonly contact: string | null;
  readonly demand: string;
  readonly receivedAt: string;
  readonly legalBasis: 'right-of-reply' | 'defamation' | 'privacy' | 'court-order' | 'regulator' | 'other' | null;
  readonly articleId: string | null;
  readonly claimId: string | null;
  readonly url: string | null;
  readonly dueAt: string;
  readonly outcome: 'corrected' | 'clarified' | 'reply-published' | 'refused' | 'withdrawn' | null;
  readonly note: string | null;
  readonly correctionId: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: string | null;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly version: number;
}
export interface Desk {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly version: number;
}
export interface Effect {
  readonly claimId: string;
  readonly status: 'exact' | 'typographic' | 'moved' | 'changed' | 'suggested' | 'ambiguous' | 'orphaned' | 'confirmed';
  readonly flags: readonly string[];
  readonly outdatedVerdicts: number;
  readonly stateBefore: 'needs-source' | 'verified' | 'disputed';
  readonly stateAfter: 'needs-source' | 'verified' | 'disputed';
}
export interface Evidence {
  readonly id: string;
  readonly claimId: string;
  readonly source: Source;
  readonly stance: 'supports' | 'refutes' | 'context' | null;
  readonly locator: string;
  readonly url: string | null;
  readonly quote: string | null;
  readonly primary: boolean;
  readonly captureId: string | null;
  readonly derivesFrom: {
    readonly evidenceId: string | null;
    readonly sourceId: string | null;
    readonly how: 'credited' | 'copied' | 'same-quote' | 'same-statement';
  } | null;
  readonly origin: { readonly rootId: string; readonly kind: string };
  readonly confidential: boolean;
  readonly note: string | null;
  readonly post: {
    readonly platform: string;
    readonly handle: string;
    readonly postId: string;
    readonly postedAt: string;
    readonly account: 'confirmed' | 'likely' | 'unconfirmed' | 'impostor';
  } | null;
  readonly translation: {
    readonly language: string;
    readonly original: string;
    readonly text: string;
    readonly translator: string;
    readonly secondReaderId: string | null;
  } | null;
  readonly addedBy: string;
  readonly withdrawn: { readonly at: string; readonly by: string; readonly reason: string } | null;
  readonly createdAt: string;
  readonly version: number;
}
export interface HistoryItem {
  readonly seq: number;
  readonly at: string;
  readonly action: string;
  readonly object: { readonly type: string; readonly id: string };
  readonly memberId: string | null;
  readonly memberName: string | null;
  readonly reason: string | null;
  readonly changes: Readonly<Record<string, unknown>>;
  readonly before: Readonly<Record<string, unknown>>;
  readonly sentence: string;
}
export interface Import {
  readonly id: string;
  readonly importId: string;
  readonly url: string;
  readonly status: 'queued' | 'running' | 'done' | 'failed';
  readonly failure:
    | 'address-forbidden'
    | 'unreachable'
    | 'too-slow'
    | 'too-large'
    | 'too-many-redirects'
    | 'content-type'
    | 'content-encoding'
    | 'status'
    | 'gone'
    | 'empty'
    | null;
  readonly httpStatus: number | null;
  readonly page: {
    readonly url: string;
    readonly title: string | null;
    readonly outlet: string | null;
    readonly byline: string | null;
    readonly publishedAt: string | null;
    readonly language: 'ar' | 'en' | null;
    readonly html: string;
    readonly captureId: string;
  } | null;
  readonly requestedBy: string;
  readonly createdAt: string;
  readonly finishedAt: string | null;
}
export interface LegalNote {
  readonly id: string;
  readonly articleId: string;
  readonly text: string;
  readonly createdBy: string;
  readonly createdAt: string;
}
export interface Match {
  readonly claimId: string | null;
  readonly archiveId: string | null;
  readonly score: number;
  readonly class: 'duplicate' | 'same-origin' | 'similar' | 'conflicting';
  readonly why: MatchReasons;
  readonly text: string;
  readonly language: 'ar' | 'en' | 'other';
  readonly state: 'needs-source' | 'verified' | 'disputed' | null;
  readonly rating: string | null;
  readonly closure:
    | {
        readonly kind: 'unproven';
        readonly searchLog: readonly { readonly where: string; readonly when: string; readonly query: string }[];
      }
    | { readonly kind: 'as-attributed'; readonly recheckAt: string }
    | null;
  readonly articleId: string | null;
  readonly articleTitle: string | null;
  readonly url: string | null;
  readonly publishedOn: string | null;
  readonly origins: readonly { readonly name: string; readonly role: string }[];
}
export interface MatchReasons {
  readonly shared: {
    readonly numbers: readonly { readonly key: string; readonly text: string }[];
    readonly names: readonly { readonly key: string; readonly text: string }[];
    readonly dates: readonly { readonly key: string; readonly text: string }[];
    readonly terms: readonly string[];
  };
  readonly different: {
    readonly numbers: {
      readonly a: readonly { readonly key: string; readonly text: string }[];
      readonly b: readonly { readonly key: string; readonly text: string }[];
    };
    readonly names: {
      readonly a: readonly { readonly key: string; readonly text: string }[];
      readonly b: readonly { readonly key: string; readonly text: string }[];
    };
    readonly dates: {
      readonly a: readonly { readonly key: string; readonly text: string }[];
      readonly b: readonly { readonly key: string; readonly text: string }[];
    };
    readonly terms: { readonly a: readonly string[]; readonly b: readonly string[] };
  };
  readonly negation: { readonly differs: boolean; readonly a: readonly string[]; readonly b: readonly string[] };
  readonly antonyms: readonly { readonly opposition: string; readonly a: string; readonly b: string }[];
  readonly sentence: string;
}
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly kind: 'person' | 'service';
  readonly roles: readonly ('editor' | 'head' | 'reviewer' | 'writer' | 'viewer' | 'admin' | 'legal')[];
  readonly locale: 'ar' | 'en';
  readonly languages: readonly string[];
  readonly deskIds: readonly string[];
  readonly active: boolean;
  readonly joined: boolean;
  readonly secondFactor: boolean;
  readonly createdAt: string;
  readonly version: number;
}
export interface Newsroom {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly locale: 'ar' | 'en';
  readonly policy: Policy;
  readonly scale: { readonly external: Scale; readonly draft: Scale };
  readonly reportFormats: readonly string[];
  readonly version: number;
}
export interface Notice {
  readonly id: string;
  readonly type: 'correction' | 'kill' | 'withdrawn' | 'advisory';
  readonly originItem: string | null;
  readonly sourceId: string | null;
  readonly text: string;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly claims: readonly {
    readonly claimId: string;
    readonly articleId: string;
    readonly from: 'needs-source' | 'verified' | 'disputed';
    readonly reopened: boolean;
  }[];
  readonly articles: readonly { readonly id: string; readonly title: string; readonly releaseIds: readonly string[] }[];
  readonly reports: readonly string[];
}
export interface Notification {
  readonly id: string;
  readonly kind: 'mention' | 'assignment' | 'query' | 'answer';
  readonly claimId: string;
  readonly articleId: string;
  readonly articleTitle: string;
  readonly quote: string;
  readonly by: { readonly id: string; readonly name: string | null };
  readonly text: string | null;
  readonly at: string;
  readonly readAt: string | null;
}
export interface PageFetch {
  readonly id: string;
  readonly url: string;
  readonly earlierId: string | null;
  readonly status: 'queued' | 'running' | 'done' | 'failed';
  readonly failure: string | null;
  readonly outcome: 'kept' | 'unchanged' | 'changed' | 'gone' | null;
  readonly httpStatus: number | null;
  readonly captureId: string | null;
  readonly changes: {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    readonly quotes: readonly { readonly evidenceId: string; readonly present: boolean }[];
  } | null;
  readonly requestedBy: string;
  readonly createdAt: string;
  readonly finishedAt: string | null;
}
export interface Paused {
  readonly since: string;
  readonly reason: 'query';
}
export interface Policy {
  readonly version: number;
  readonly preset: 'small-desk' | 'standard' | 'strict';
  readonly verdictsNeeded: { readonly A: number; readonly B: number; readonly C: number };
  readonly originsNeeded: { readonly A: number; readonly B: number; readonly C: number; readonly namedB: number };
  readonly blind: 'off' | 'tier-a' | 'all';
  readonly selfClaim: boolean;
  readonly overridable: readonly (
    | 'not-own-text'
    | 'separate-decider'
    | 'supporting-verdicts'
    | 'independent-sources'
    | 'no-open-dispute'
    | 'anchor-confirmed'
    | 'queries-answered'
    | 'rationale'
    | 'contradiction'
    | 'label-quorum'
    | 'unproven-verdicts'
    | 'search-log'
    | 'source-named'
    | 'recheck-date'
    | 'claims-settled'
    | 'disputes-explained'
    | 'anchors-placed'
    | 'headline-overstates'
    | 'correction-recorded'
    | 'sources-as-said'
    | 'quote-as-translated'
    | 'comment-sought'
  )[];
  readonly triageThreshold: number;
  readonly assignmentTimeoutHours: number;
  readonly workingWeek: WorkingWeek;
  readonly dueHours: { readonly A: number; readonly B: number; readonly C: number };
  readonly dueHoursOfKind: Readonly<Record<string, number>>;
  readonly checklists: {
    readonly event: readonly { readonly key: string; readonly ar: string; readonly en: string }[];
    readonly statement: readonly { readonly key: string; readonly ar: string; readonly en: string }[];
    readonly statistic: readonly { readonly key: string; readonly ar: string; readonly en: string }[];
    readonly prediction: readonly { readonly key: string; readonly ar: string; readonly en: string }[];
    readonly opinion: readonly { readonly key: string; readonly ar: string; readonly en: string }[];
    readonly quote: readonly { readonly key: string; readonly ar: string; readonly en: string }[];
  };
  readonly reviewersPerClaim: { readonly A: number; readonly B: number; readonly C: number };
  readonly openAssignmentsLimit: number;
  readonly anonymousSources: 'forbidden' | 'editor-approval' | 'allowed';
  readonly secondFactorOf: readonly ('editor' | 'head' | 'admin')[];
  readonly publicFeeds: boolean;
}
export interface Presence {
  readonly members: readonly { readonly id: string; readonly name: string }[];
  readonly withheld: boolean;
}
export interface Progress {
  readonly total: number;
  readonly proposed: number;
  readonly needsSource: number;
  readonly closed: number;
  readonly verified: number;
  readonly disputed: number;
  readonly dismissed: number;
}
export interface Query {
  readonly id: string;
  readonly claimId: string;
  readonly articleId: string;
  readonly text: string;
  readonly status: 'open' | 'answered' | 'resolved';
  readonly askedBy: string;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: string | null;
  readonly resolvedBy: string | null;
  readonly resolvedAt: string | null;
  readonly resolution: string | null;
  readonly createdAt: string;
  readonly version: number;
}
export interface RecoveryCodes {
  readonly recoveryCodes?: readonly string[];
  readonly secretShown?: true;
}
export interface Release {
  readonly id: string;
  readonly articleId: string;
  readonly revisionNumber: number;
  readonly releasedBy: string;
  readonly restsOn: readonly unknown[];
  readonly overrides: readonly unknown[];
  readonly keepAsDisputed: readonly unknown[];
  readonly supersedesId: string | null;
  readonly provisional: boolean;
  readonly pending: readonly unknown[];
  readonly superseded: boolean;
  readonly createdAt: string;
  readonly version: number;
}
export interface Report {
  readonly id: string;
  readonly scope:
    | { readonly articleId: string }
    | { readonly claimIds: readonly string[] }
    | { readonly filter: Readonly<Record<string, unknown>> };
  readonly formats: readonly string[];
  readonly language: 'ar' | 'en';
  readonly status: 'queued' | 'running' | 'done' | 'failed';
  readonly progress: number;
  readonly failure: string | null;
  readonly ledgerSeq: number | null;
  readonly files: readonly {
    readonly name: string;
    readonly format: string;
    readonly mediaType: string;
    readonly sha256: string;
    readonly bytes: number;
    readonly savedAs: string;
  }[];
  readonly requestedBy: string;
  readonly createdAt: string;
  readonly finishedAt: string | null;
  readonly version: number;
}
export interface Revision {
  readonly number: number;
  readonly title: string;
  readonly blocks: readonly {
    readonly id: string;
    readonly field: 'title' | 'dek' | 'heading' | 'body' | 'caption' | 'pullquote' | 'dateline' | 'aside';
    readonly text: string;
  }[];
  readonly rules: string;
  readonly receivedSha256: string;
  readonly textSha256: string;
  readonly note: string | null;
  readonly postedBy: string;
  readonly onBehalfOf: string | null;
  readonly createdAt: string;
}
export interface RevisionEntry {
  readonly number: number;
  readonly title: string;
  readonly rules: string;
  readonly receivedSha256: string;
  readonly textSha256: string;
  readonly note: string | null;
  readonly postedBy: string;
  readonly onBehalfOf: string | null;
  readonly createdAt: string;
}
export interface Scale {
  readonly version: number;
  readonly ratings: readonly {
    readonly key: string;
    readonly ar: { readonly masculine: string; readonly feminine: string };
    readonly en: { readonly masculine: string; readonly feminine: string };
    readonly media?: {
      readonly ar: { readonly masculine: string; readonly feminine: string };
      readonly en: { readonly masculine: string; readonly feminine: string };
    };
    readonly value: number | null;
    readonly stance: 'supports' | 'disputes' | 'unproven';
  }[];
}
export interface SecondFactor {
  readonly status: 'none' | 'unconfirmed' | 'in-use';
  readonly confirmedAt: string | null;
  readonly recoveryCodesLeft: number;
}
export interface Session {
  readonly id: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly expiresAt: string;
  readonly userAgent: string;
  readonly current: boolean;
}
export interface SkippedClaim {
  readonly claimId: string;
  readonly why: string;
  readonly detail: string;
  readonly missing?: readonly string[];
}
export interface Source {
  readonly id: string;
  readonly name: string | null;
  readonly type:
    | 'outlet'
    | 'agency'
    | 'person'
    | 'institution'
    | 'government'
    | 'document'
    | 'dataset'
    | 'recording'
    | 'observation'
    | 'social'
    | 'anonymous';
  readonly url: string | null;
  readonly aliases: readonly string[];
  readonly ownerId: string | null;
  readonly derivesFromId: string | null;
  readonly vouchedById: string | null;
  readonly confidential: boolean;
  readonly anonymity: {
    readonly knownBy: string;
    readonly why: string;
    readonly basis: 'witness' | 'participant' | 'documents' | 'second-hand';
    readonly people: number;
  } | null;
  readonly approval: { readonly by: string; readonly at: string } | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly version: number;
}
export interface StartedSecondFactor {
  readonly secret?: string;
  readonly uri?: string;
  readonly secretShown?: true;
}
export interface Token {
  readonly id: string;
  readonly name: string;
  readonly memberId: string;
  readonly scopes: readonly (
    | 'articles:read'
    | 'articles:write'
    | 'claims:read'
    | 'claims:write'
    | 'evidence:write'
    | 'verdicts:write'
    | 'decisions:write'
    | 'reports:read'
    | 'reports:write'
    | 'admin'
  )[];
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
  readonly token?: string;
  readonly secretShown?: true;
}
export interface Verdict {
  readonly id: string;
  readonly claimId: string;
  readonly reviewerId: string;
  readonly rating: string;
  readonly stance: 'supports' | 'disputes' | 'unproven';
  readonly confidence: 'low' | 'medium' | 'high';
  readonly rationale: string;
  readonly evidenceIds: readonly string[];
  readonly textHash: string;
  readonly outdated: boolean;
  readonly informed: boolean;
  readonly superseded: boolean;
  readonly checklist: readonly string[];
  readonly precedentId: string | null;
  readonly withdrawn: boolean;
  readonly createdAt: string;
}
export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly description: string;
  readonly events: readonly (
    | 'article.created'
    | 'article.revised'
    | 'article.released'
    | 'article.correcting'
    | 'correction.published'
    | 'claim.state-changed'
    | 'claim.accepted'
    | 'claim.dismissed'
    | 'claim.restored'
    | 'verdict.given'
    | 'verdict.withdrawn'
    | 'query.asked'
    | 'query.answered'
    | 'query.resolved'
  )[];
  readonly active: boolean;
  readonly disabledReason: 'admin' | 'gone' | 'failing' | null;
  readonly disabledAt: string | null;
  readonly earlierSecretUntil: string | null;
  readonly lastSuccessAt: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly version: number;
  readonly secret?: string;
  readonly secretShown?: true;
}
export interface WebhookAttempt {
  readonly number: number;
  readonly at: string;
  readonly status: number | null;
  readonly failure: string | null;
  readonly durationMs: number;
}
export interface WebhookDelivery {
  readonly id: string;
  readonly event: string;
  readonly seq: number | null;
  readonly status: 'pending' | 'delivered' | 'failed' | 'withheld' | 'cancelled';
  readonly createdAt: string;
  readonly nextAttemptAt: string | null;
  readonly finishedAt: string | null;
  readonly attempts: readonly WebhookAttempt[];
}
export interface WorkingWeek {
  readonly week: 'sun-thu' | 'mon-fri' | 'every-day' | 'custom';
  readonly days: readonly ('sun' | 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat')[];
  readonly hours: { readonly from: string; readonly to: string } | null;
  readonly timeZone: string;
}
/** Every operation: what it takes and what it answers. */
export interface Operations {
  /** Sign in with a password or a one-time link. */
  readonly createSession: {
    readonly body:
      | { readonly email: string; readonly password: string; readonly totp?: string; readonly recoveryCode?: string }
      | { readonly link: string; readonly totp?: string; readonly recoveryCode?: string };
    readonly answer: Session;
  };
  /** My open sessions. */
  readonly listSessions: { readonly answer: { readonly items: readonly Session[]; readonly next?: string } };
  /** Sign out: one session of mine, or the current one. */
  readonly deleteSession: { readonly params: { readonly id: string }; readonly answer: undefined };
  /** Accept an invitation and choose a password. */
  readonly acceptInvitation: {
    readonly params: { readonly token: string };
    readonly body: {
      readonly password: string;
      readonly name?: string;
      readonly totp?: string;
      readonly recoveryCode?: string;
    };
    readonly answer: Session;
  };
  /** Change my password. */
  readonly changePassword: {
    readonly body: { readonly current: string; readonly next: string };
    readonly answer: undefined;
  };
  /** Whether my sign-in asks for a code. */
  readonly getSecondFactor: { readonly answer: SecondFactor };
  /** A secret for my authenticator app; shown once. */
  readonly startSecondFactor: { readonly body: { readonly password: string }; readonly answer: StartedSecondFactor };
  /** Confirm it with a first code; the recovery codes are shown once. */
  readonly confirmSecondFactor: { readonly body: { readonly totp: string }; readonly answer: RecoveryCodes };
  /** New recovery codes in place of the old. */
  readonly renewRecoveryCodes: { readonly body: { readonly totp: string }; readonly answer: RecoveryCodes };
  /** Sign in by password alone again. */
  readonly removeSecondFactor: {
    readonly body: { readonly password: string; readonly totp?: string; readonly recoveryCode?: string };
    readonly answer: undefined;
  };
  /** Who I am, and in which newsroom. */
  readonly getMe: {
    readonly answer: {
      readonly member: {
        readonly id: string;
        readonly name: string;
        readonly email: string;
        readonly kind: 'person' | 'service';
        readonly roles: readonly ('editor' | 'head' | 'reviewer' | 'writer' | 'viewer' | 'admin' | 'legal')[];
        readonly locale: 'ar' | 'en';
      };
      readonly newsroom: {
        readonly id: string;
        readonly slug: string;
        readonly name: string;
        readonly locale: 'ar' | 'en';
      };
    };
  };
  /** Access tokens. */
  readonly listTokens: { readonly answer: { readonly items: readonly Token[]; readonly next?: string } };
  /** Make an access token; it is shown once. */
  readonly createToken: {
    readonly body: {
      readonly name: string;
      readonly scopes: readonly (
        | 'articles:read'
        | 'articles:write'
        | 'claims:read'
        | 'claims:write'
        | 'evidence:write'
        | 'verdicts:write'
        | 'decisions:write'
        | 'reports:read'
        | 'reports:write'
        | 'admin'
      )[];
      readonly expiresAt: string;
      readonly memberId?: string;
    };
    readonly answer: Token;
  };
  /** Revoke a token. */
  readonly deleteToken: { readonly params: { readonly id: string }; readonly answer: undefined };
  /** Members of the newsroom. */
  readonly listMembers: {
    readonly query?: { readonly limit?: number; readonly cursor?: string };
    readonly answer: { readonly items: readonly Member[]; readonly next?: string };
  };
  /** Invite a member. */
  readonly createMember: {
    readonly body: {
      readonly email: string;
      readonly name: string;
      readonly roles: readonly ('editor' | 'head' | 'reviewer' | 'writer' | 'viewer' | 'admin' | 'legal')[];
      readonly locale: 'ar' | 'en';
      readonly kind?: 'person' | 'service';
      readonly languages?: readonly ('ar' | 'en')[];
      readonly deskIds?: readonly string[];
    };
    readonly answer: {
      readonly id: string;
      readonly name: string;
      readonly email: string;
      readonly kind: 'person' | 'service';
      readonly roles: readonly ('editor' | 'head' | 'reviewer' | 'writer' | 'viewer' | 'admin' | 'legal')[];
      readonly locale: 'ar' | 'en';
      readonly languages: readonly string[];
      readonly deskIds: readonly string[];
      readonly active: boolean;
      readonly joined: boolean;
      readonly secondFactor: boolean;
      readonly createdAt: string;
      readonly version: number;
      readonly invitation?: { readonly token: string; readonly expiresAt: string };
      readonly secretShown?: true;
    };
  };
  /** A link by which a member names a new password, for one forgotten or an invitation that ran out. */
  readonly createPasswordLink: {
    readonly params: { readonly id: string };
    readonly answer: { readonly token?: string; readonly expiresAt: string; readonly secretShown?: true };
  };
  /** Take a member’s second factor away, for a lost telephone; his sessions end. */
  readonly resetSecondFactor: { readonly params: { readonly id: string }; readonly answer: undefined };
  /** Change roles, or disable a member. */
  readonly updateMember: {
    readonly params: { readonly id: string };
    readonly body: {
      readonly roles?: readonly ('editor' | 'head' | 'reviewer' | 'writer' | 'viewer' | 'admin' | 'legal')[];
      readonly active?: boolean;
      readonly name?: string;
      readonly locale?: 'ar' | 'en';
      readonly languages?: readonly ('ar' | 'en')[];
      readonly deskIds?: readonly string[];
    };
    /** The version last read. */ readonly version: number;
    readonly answer: Member;
  };
  /** The newsroom: policy and rating scales. */
  readonly getNewsroom: { readonly answer: Newsroom };
  /** Change policy or rating scales; each change is a new version. */
  readonly updateNewsroom: {
    readonly body: {
      readonly name?: string;
      readonly locale?: 'ar' | 'en';
      readonly policy?: {
        readonly preset?: 'small-desk' | 'standard' | 'strict';
        readonly verdictsNeeded?: { readonly A?: number; readonly B?: number; readonly C?: number };
        readonly originsNeeded?: {
          readonly A?: number;
          readonly B?: number;
          readonly C?: number;
          readonly namedB?: number;
        };
        readonly blind?: 'off' | 'tier-a' | 'all';
        readonly selfClaim?: boolean;
        readonly overridable?: readonly (
          | 'not-own-text'
          | 'separate-decider'
          | 'supporting-verdicts'
          | 'independent-sources'
          | 'no-open-dispute'
          | 'anchor-confirmed'
          | 'queries-answered'
          | 'rationale'
          | 'contradiction'
          | 'label-quorum'
          | 'unproven-verdicts'
          | 'search-log'
          | 'source-named'
          | 'recheck-date'
          | 'claims-settled'
          | 'disputes-explained'
          | 'anchors-placed'
          | 'headline-overstates'
          | 'correction-recorded'
          | 'sources-as-said'
          | 'quote-as-translated'
          | 'comment-sought'
        )[];
        readonly triageThreshold?: number;
        readonly assignmentTimeoutHours?: number;
        readonly workingWeek?: {
          readonly week?: 'sun-thu' | 'mon-fri' | 'every-day' | 'custom';
          readonly days?: readonly ('sun' | 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat')[];
          readonly hours?: { readonly from: string; readonly to: string } | null;
          readonly timeZone?: string;
        };
        readonly dueHours?: { readonly A?: number; readonly B?: number; readonly C?: number };
        readonly dueHoursOfKind?: Readonly<Record<string, number | null>>;
        readonly checklists?: {
          readonly event?: readonly { readonly key: string; readonly ar: string; readonly en: string }[];
          readonly statement?: readonly { readonly key: string; readonly ar: string; readonly en: string }[];
          readonly statistic?: readonly { readonly key: string; readonly ar: string; readonly en: string }[];
          readonly prediction?: readonly { readonly key: string; readonly ar: string; readonly en: string }[];
          readonly opinion?: readonly { readonly key: string; readonly ar: string; readonly en: string }[];
          readonly quote?: readonly { readonly key: string; readonly ar: string; readonly en: string }[];
        };
        readonly reviewersPerClaim?: { readonly A?: number; readonly B?: number; readonly C?: number };
        readonly openAssignmentsLimit?: number;
        readonly anonymousSources?: 'forbidden' | 'editor-approval' | 'allowed';
        readonly secondFactorOf?: readonly ('editor' | 'head' | 'admin')[];
        readonly publicFeeds?: boolean;
      };
      readonly scale?: {
        readonly external?: {
          readonly ratings: readonly {
            readonly key: string;
            readonly ar: { readonly masculine: string; readonly feminine: string };
            readonly en: { readonly masculine: string; readonly feminine: string };
            readonly media?: {
              readonly ar: { readonly masculine: string; readonly feminine: string };
              readonly en: { readonly masculine: string; readonly feminine: string };
            };
            readonly value: number | null;
            readonly stance: 'supports' | 'disputes' | 'unproven';
          }[];
        };
        readonly draft?: {
          readonly ratings: readonly {
            readonly key: string;
            readonly ar: { readonly masculine: string; readonly feminine: string };
            readonly en: { readonly masculine: string; readonly feminine: string };
            readonly media?: {
              readonly ar: { readonly masculine: string; readonly feminine: string };
              readonly en: { readonly masculine: string; readonly feminine: string };
            };
            readonly value: number | null;
            readonly stance: 'supports' | 'disputes' | 'unproven';
          }[];
        };
      };
    };
    /** The version last read. */ readonly version: number;
    readonly answer: Newsroom;
  };
  /** Desks of the newsroom. */
  readonly listDesks: { readonly answer: { readonly items: readonly Desk[]; readonly next?: string } };
  /** Open a desk. */
  readonly createDesk: { readonly body: { readonly name: string }; readonly answer: Desk };
  /** Rename a desk, or close it. */
  readonly updateDesk: {
    readonly params: { readonly id: string };
    readonly body: { readonly name?: string; readonly active?: boolean };
    /** The version last read. */ readonly version: number;
    readonly answer: Desk;
  };
  /** What extraction finds in a text; nothing is stored. */
  readonly createExtraction: {
    readonly body: {
      readonly text?: string;
      readonly html?: string;
      readonly language?: 'ar' | 'en';
      readonly title?: string;
      readonly outlet?: string;
      readonly publishedAt?: string;
    };
    readonly answer: {
      readonly language: string;
      readonly title: { readonly start: number; readonly end: number; readonly text: string } | null;
      readonly rules: string;
      readonly text: { readonly sha256: string; readonly length: number };
      readonly blocks: readonly {
        readonly id: string;
        readonly field: string;
        readonly start: number;
        readonly end: number;
      }[];
      readonly setAside: readonly {
        readonly start: number;
        readonly end: number;
        readonly reason: string;
        readonly text: string;
      }[];
      readonly flags: readonly {
        readonly code: string;
        readonly start: number;
        readonly end: number;
        readonly detail: string | null;
      }[];
      readonly sentences: readonly { readonly start: number; readonly end: number }[];
      readonly claims: readonly {
        readonly start: number;
        readonly end: number;
        readonly quote: string;
        readonly kind: 'event' | 'statement' | 'statistic' | 'prediction' | 'opinion' | 'quote';
        readonly tier: 'A' | 'B' | 'C';
        readonly checkWorthiness: {
          readonly score: number;
          readonly reasons: readonly { readonly feature: string; readonly weight: number; readonly evidence: string }[];
        };
        readonly attribution: {
          readonly anonymous: boolean;
          readonly sourceCount: number | null;
          readonly cue: string;
          readonly stance: 'neutral' | 'distancing' | 'factive' | 'negating' | 'evaluative' | 'predictive';
          readonly links: readonly {
            readonly role: string;
            readonly name: string;
            readonly type: string;
            readonly start: number;
            readonly end: number;
          }[];
          readonly negated?: boolean;
        } | null;
        readonly dates: readonly {
          readonly start: number;
          readonly end: number;
          readonly text: string;
          readonly from: string | null;
          readonly to: string | null;
          readonly precision: 'day' | 'week' | 'month' | 'year';
          readonly calendar: 'gregorian' | 'hijri';
          readonly relative: boolean;
        }[];
      }[];
      readonly duplicates: readonly (readonly number[])[];
      readonly headlines: readonly {
        readonly claim: number;
        readonly body: number | null;
        readonly differences: readonly ('number' | 'negation' | 'name' | 'attribution')[];
        readonly overstates: boolean;
      }[];
    };
  };
  /** Post an article; its claims are extracted. */
  readonly createArticle: {
    readonly body: {
      readonly title?: string;
      readonly text?: string;
      readonly html?: string;
      readonly blocks?: readonly BlockInput[];
      readonly language?: 'ar' | 'en';
      readonly kind: 'draft' | 'external';
      readonly outlet?: string;
      readonly byline?: string;
      readonly authorIds?: readonly string[];
      readonly deskId?: string;
      readonly dueAt?: string;
      readonly visibility?: 'newsroom' | 'named';
      readonly visibleTo?: readonly string[];
      readonly sourceUrl?: string;
      readonly publishedAt?: string;
    };
    readonly answer: Article;
  };
  /** Articles with their progress and what blocks them. */
  readonly listArticles: {
    readonly query?: {
      readonly limit?: number;
      readonly cursor?: string;
      readonly state?: string;
      readonly kind?: string;
      readonly language?: string;
      readonly outlet?: string;
      readonly q?: string;
      readonly archived?: 'true' | 'false';
      readonly visibility?: string;
    };
    readonly answer: { readonly items: readonly ArticleItem[]; readonly next?: string };
  };
  /** An article from a file, or what stands at an address. */
  readonly importArticle: {
    readonly query?: {
      readonly kind?: 'draft' | 'external';
      readonly title?: string;
      readonly outlet?: string;
      readonly language?: 'ar' | 'en';
      readonly sourceUrl?: string;
      readonly authorIds?: string;
    };
    readonly body: { readonly url: string } | RawBody;
    readonly answer: Article | Import;
  };
  /** How far an import is, and what was read at the address. */
  readonly getImport: { readonly params: { readonly id: string }; readonly answer: Import };
  /** An article with its current revision and claims. */
  readonly getArticle: { readonly params: { readonly id: string }; readonly answer: Article };
  /** Change title, outlet, authors, due date or visibility. */
  readonly updateArticle: {
    readonly params: { readonly id: string };
    readonly body: {
      readonly title?: string;
      readonly outlet?: string | null;
      readonly authorIds?: readonly string[];
      readonly dueAt?: string | null;
      readonly deskId?: string | null;
      readonly visibility?: 'newsroom' | 'named';
      readonly visibleTo?: readonly string[];
      readonly archived?: boolean;
      readonly mode?: 'standard' | 'breaking';
      readonly embargoUntil?: string | null;
      readonly legalHold?: { readonly reason: string } | null;
    };
    /** The version last read. */ readonly version: number;
    readonly answer: Article;
  };
  /** Post a new text; claims keep their verdicts while their words stay. */
  readonly createRevision: {
    readonly params: { readonly id: string };
    readonly body: {
      readonly title?: string;
      readonly text?: string;
      readonly html?: string;
      readonly blocks?: readonly BlockInput[];
      readonly language?: 'ar' | 'en';
      readonly note?: string;
      readonly onBehalfOf?: string;
    };
    /** The version last read. */ readonly version: number;
    readonly answer: {
      readonly revision: Revision;
      readonly effects: readonly Effect[];
      readonly newClaimIds: readonly string[];
      readonly version: number;
    };
  };
  /** Revisions of an article, the newest first. */
  readonly listRevisions: {
    readonly params: { readonly id: string };
    readonly query?: { readonly limit?: number; readonly cursor?: string };
    readonly answer: { readonly items: readonly RevisionEntry[]; readonly next?: string };
  };
  /** A revision with its anchors and coverage. */
  readonly getRevision: {
    readonly params: { readonly id: string; readonly number: string };
    readonly answer: {
      readonly number: number;
      readonly title: string;
      readonly blocks: readonly {
        readonly id: string;
        readonly field: 'title' | 'dek' | 'heading' | 'body' | 'caption' | 'pullquote' | 'dateline' | 'aside';
        readonly text: string;
      }[];
      readonly rules: string;
      readonly receivedSha256: string;
      readonly textSha256: string;
      readonly note: string | null;
      readonly postedBy: string;
      readonly onBehalfOf: string | null;
      readonly createdAt: string;
      readonly anchors: readonly {
        readonly revisionNumber: number;
        readonly status:
          'exact' | 'typographic' | 'moved' | 'changed' | 'suggested' | 'ambiguous' | 'orphaned' | 'confirmed';
        readonly blockId: string | null;
        readonly start: number | null;
        readonly end: number | null;
        readonly flags: readonly string[];
        readonly candidates: readonly {
          readonly blockId: string;
          readonly start: number;
          readonly end: number;
          readonly quote: string;
          readonly score: number;
        }[];
        readonly claimId: string;
      }[];
      readonly sentences: readonly {
        readonly blockId: string;
        readonly start: number;
        readonly end: number;
        readonly claimIds: readonly string[];
        readonly coverage: 'claimed' | 'dismissed' | 'open';
      }[];
      readonly coverage: { readonly claimed: number; readonly dismissed: number; readonly open: number };
    };
  };
  /** What changed since another revision, word by word, and what became of each claim. */
  readonly diffRevisions: {
    readonly params: { readonly id: string; readonly number: string };
    readonly query?: { readonly from?: number };
    readonly answer: {
      readonly from: number;
      readonly to: number;
      readonly titleBefore: string;
      readonly titleAfter: string;
      readonly blocks: readonly BlockChange[];
      readonly claims: readonly ClaimChange[];
    };
  };
  /** Other articles that tell the same, how many origins they have together, and what each carrier made of it. */
  readonly listArticleOrigins: {
    readonly params: { readonly id: string };
    readonly answer: {
      readonly articles: number;
      readonly outlets: number;
      readonly origins: number;
      readonly items: readonly ArticleOrigin[];
    };
  };
  /** Clear the current revision for publication. */
  readonly releaseArticle: {
    readonly params: { readonly id: string };
    readonly body?: {
      readonly overrides?: readonly {
        readonly requirement:
          | 'not-own-text'
          | 'separate-decider'
          | 'supporting-verdicts'
          | 'independent-sources'
          | 'no-open-dispute'
          | 'anchor-confirmed'
          | 'queries-answered'
          | 'rationale'
          | 'contradiction'
          | 'label-quorum'
          | 'unproven-verdicts'
          | 'search-log'
          | 'source-named'
          | 'recheck-date'
          | 'claims-settled'
          | 'disputes-explained'
          | 'anchors-placed'
          | 'headline-overstates'
          | 'correction-recorded'
          | 'sources-as-said'
          | 'quote-as-translated'
          | 'comment-sought';
        readonly reason: string;
      }[];
      readonly keepAsDisputed?: readonly { readonly claimId: string; readonly reason: string }[];
    };
    /** The version last read. */ readonly version: number;
    readonly answer: Release;
  };
  /** Who did what to an article and its claims, when and why. */
  readonly getArticleHistory: {
    readonly params: { readonly id: string };
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly order?: 'oldest' | 'newest' };
    readonly answer: { readonly items: readonly HistoryItem[]; readonly next?: string };
  };
  /** Releases of an article, superseded ones included. */
  readonly listReleases: {
    readonly params: { readonly id: string };
    readonly answer: { readonly items: readonly Release[]; readonly next?: string };
  };
  /** Record the correction that the next release publishes. */
  readonly createCorrection: {
    readonly params: { readonly id: string };
    readonly body: {
      readonly class: 'update' | 'clarification' | 'correction' | 'withdrawal';
      readonly note: string;
      readonly earlierWasRight?: boolean;
    };
    /** The version last read. */ readonly version: number;
    readonly answer: Correction;
  };
  /** Corrections of an article. */
  readonly listCorrections: {
    readonly params: { readonly id: string };
    readonly answer: { readonly items: readonly Correction[]; readonly next?: string };
  };
  /** Who was asked for comment, and what came of it. */
  readonly listCommentRequests: {
    readonly params: { readonly id: string };
    readonly answer: { readonly items: readonly CommentRequest[]; readonly next?: string };
  };
  /** Record a request for comment, or why an editor waives it. */
  readonly createCommentRequest: {
    readonly params: { readonly id: string };
    readonly body: {
      readonly claimIds: readonly string[];
      readonly addressee: string;
      readonly channel?: 'phone' | 'email' | 'message' | 'letter' | 'in-person' | 'spokesperson';
      readonly questions?: string;
      readonly sentAt?: string;
      readonly deadline?: string;
      readonly waiver?: {
        readonly reason:
          'danger-to-person' | 'destroys-evidence' | 'answered-in-public' | 'deceased-or-dissolved' | 'court-order';
        readonly note?: string;
      };
    };
    readonly answer: CommentRequest;
  };
  /** Confidential legal notes on an article. */
  readonly listLegalNotes: {
    readonly params: { readonly id: string };
    readonly answer: {
      readonly items: readonly LegalNote[];
      readonly next?: string;
      readonly hold: { readonly reason: string } | null;
    };
  };
  /** Write a confidential legal note; it is part of no export. */
  readonly createLegalNote: {
    readonly params: { readonly id: string };
    readonly body: { readonly text: string };
    readonly answer: LegalNote;
  };
  /** Hold an article for the law, or lift the hold. */
  readonly setLegalHold: {
    readonly params: { readonly id: string };
    readonly body: { readonly hold: { readonly reason: string } | null };
    /** The version last read. */ readonly version: number;
    readonly answer: {
      readonly articleId: string;
      readonly hold: { readonly reason: string } | null;
      readonly version: number;
    };
  };
  /** Record what came of a request for comment. */
  readonly updateCommentRequest: {
    readonly params: { readonly id: string };
    readonly body: {
      readonly outcome: 'answered' | 'declined' | 'no-reply' | 'unreachable';
      readonly answer?: string | null;
      readonly passage?: string | null;
    };
    /** The version last read. */ readonly version: number;
    readonly answer: CommentRequest;
  };
  /** Claims across articles. */
  readonly listClaims: {
    readonly query?: {
      readonly limit?: number;
      readonly cursor?: string;
      readonly state?: string;
      readonly disposition?: string;
      readonly tier?: string;
      readonly kind?: string;
      readonly q?: string;
      readonly articleId?: string;
      readonly assignee?: string;
      readonly outdated?: 'true' | 'false';
      readonly due?: string;
      readonly sort?: 'updatedAt' | '-updatedAt';
    };
    readonly answer: { readonly items: readonly ClaimItem[]; readonly next?: string };
  };
  /** Claims of an article in text order. */
  readonly listArticleClaims: {
    readonly params: { readonly id: string };
    readonly query?: {
      readonly limit?: number;
      readonly cursor?: string;
      readonly state?: string;
      readonly disposition?: string;
      readonly tier?: string;
      readonly kind?: string;
      readonly q?: string;
    };
    readonly answer: { readonly items: readonly ClaimItem[]; readonly next?: string };
  };
  /** Make a claim from a span or a quote. */
  readonly createClaim: {
    readonly params: { readonly id: string };
    readonly body:
      | {
          readonly blockId: string;
          readonly start: number;
          readonly end: number;
          readonly kind?: 'event' | 'statement' | 'statistic' | 'prediction' | 'opinion' | 'quote';
          readonly tier?: 'A' | 'B' | 'C';
          readonly verifies?: 'attribution' | 'substance';
        }
      | {
          readonly quote: string;
          readonly occurrence?: number;
          readonly kind?: 'event' | 'statement' | 'statistic' | 'prediction' | 'opinion' | 'quote';
          readonly tier?: 'A' | 'B' | 'C';
          readonly verifies?: 'attribution' | 'substance';
        };
    readonly answer: Claim;
  };
  /** A claim, what it still needs and what I may do. */
  readonly getClaim: { readonly params: { readonly id: string }; readonly answer: Claim };
  /** Change tier, kind, what is verified, or the due date. */
  readonly updateClaim: {
    readonly params: { readonly id: string };
    readonly body: {
      readonly kind?: 'event' | 'statement' | 'statistic' | 'prediction' | 'opinion' | 'quote';
      readonly tier?: 'A' | 'B' | 'C';
      readonly verifies?: 'attribution' | 'substance';
      readonly dueAt?: string | null;
      readonly accuses?: boolean | null;
      readonly recheckAt?: string | null;
      readonly reason?: string;
    };
    /** The version last read. */ readonly version: number;
    readonly answer: Claim;
  };
  /** Accept a proposed claim. */
  readonly acceptClaim: {
    readonly params: { readonly id: string };
    readonly body?: { readonly reason?: string; readonly note?: string };
    /** The version last read. */ readonly version: number;
    readonly answer: Claim;
  };
  /** Set a claim aside, with a reason. */
  readonly dismissClaim: {
    readonly params: { readonly id: string };
    readonly body: {
      readonly note?: string;
      readonly reason: 'not-checkable' | 'opinion' | 'duplicate' | 'cut' | 'out-of-scope';
    };
    /** The version last read. */ readonly version: number;
    readonly answer: Claim;
  };
  /** Bring back a claim that was set aside. */
  readonly restoreClaim: {
    readonly params: { readonly id: string };
    readonly body?: { readonly reason?: string; readonly note?: string };
    /** The version last read. */ readonly version: number;
    readonly answer: Claim;
  };
  /** Split a claim into parts of its words. */
  readonly splitClaim: {
    readonly params: { readonly id: string };
    readonly body: {
      readonly parts: readonly (
        { readonly blockId: string; readonly start: number; readonly end: number } | { readonly quote: string }
      )[];
    };
    /** The version last read. */ readonly version: number;
    readonly answer: { readonly claim: Claim; readonly made: readonly ClaimItem[] };
  };
  /** Merge other claims of the article into this one. */
  readonly mergeClaim: {
    readonly params: { readonly id: string };
    readonly body: { readonly claimIds: readonly string[]; readonly extend?: boolean };
    /** The version last read. */ readonly version: number;
    readonly answer: Claim;
  };
  /** Confirm, move or cut a claim after a revision. */
  readonly placeAnchor: {
    readonly params: { readonly id: string };
    readonly body:
      | { readonly action: 'confirm' }
      | { readonly action: 'cut' }
      | { readonly blockId: string; readonly start: number; readonly end: number; readonly action: 'attach' };
    /** The version last read. */ readonly version: number;
    readonly answer: Claim;
  };
  /** Put a claim of an external article into its gate. */
  readonly selectClaim: {
    readonly params: { readonly id: string };
    readonly body: { readonly selected?: boolean; readonly reason?: string; readonly note?: string };
    /** The version last read. */ readonly version: number;
    readonly answer: Claim;
  };
  /** Do one thing to many claims; what the rules refuse is left alone and said. */
  readonly changeClaimsInBulk: {
    readonly body:
      | { readonly action: 'accept'; readonly claimIds: readonly string[] }
      | {
          readonly action: 'dismiss';
          readonly claimIds: readonly string[];
          readonly reason: 'not-checkable' | 'opinion' | 'duplicate' | 'cut' | 'out-of-scope';
          readonly note?: string;
        }
      | {
          readonly action: 'tier';
          readonly claimIds: readonly string[];
          readonly tier: 'A' | 'B' | 'C';
          readonly reason?: string;
        }
      | {
          readonly action: 'assign';
          readonly claimIds: readonly string[];
          readonly reviewerId: string;
          readonly dueAt?: string | null;
        }
      | {
          readonly action: 'decide';
          readonly claimIds: readonly string[];
          readonly to: 'needs-source' | 'verified' | 'disputed';
          readonly rationale?: string;
          readonly rating?: string;
        };
    readonly answer: { readonly done: readonly string[]; readonly skipped: readonly SkippedClaim[] };
  };
  /** Who did what to a claim, when and why. */
  readonly getClaimHistory: {
    readonly params: { readonly id: string };
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly order?: 'oldest' | 'newest' };
    readonly answer: { readonly items: readonly HistoryItem[]; readonly next?: string };
  };
  /** Earlier claims like this one. */
  readonly listSimilarClaims: {
    readonly params: { readonly id: string };
    readonly query?: { readonly limit?: number };
    readonly answer: { readonly items: readonly Match[] };
  };
  /** Earlier claims like a text, ours and of the archive. */
  readonly matchText: {
    readonly query: { readonly text: string; readonly limit?: number };
    readonly answer: { readonly items: readonly Match[] };
  };
  /** Say that I have the claim open, and who else has. */
  readonly setClaimPresence: {
    readonly params: { readonly id: string };
    readonly body: { readonly present?: boolean };
    readonly answer: Presence;
  };
  /** Link claims of several articles. */
  readonly createClaimGroup: {
    readonly body: { readonly claimIds: readonly string[]; readonly relation: 'same' | 'contradicts' | 'related' };
    readonly answer: ClaimGroup;
  };
  /** Change what a group holds, or how its claims relate. */
  readonly updateClaimGroup: {
    readonly params: { readonly id: string };
    readonly body: { readonly claimIds?: readonly string[]; readonly relation?: 'same' | 'contradicts' | 'related' };
    /** The version last read. */ readonly version: number;
    readonly answer: ClaimGroup;
  };
  /** A group: how far the claim spread, from how many origins, and what each carrier made of it. */
  readonly getClaimGroup: { readonly params: { readonly id: string }; readonly answer: ClaimGroup };
  /** Take over, as my own verdict, what was decided on the same claim elsewhere. */
  readonly takePrecedent: {
    readonly params: { readonly id: string };
    readonly body: {
      readonly claimId: string;
      readonly rationale: string;
      readonly confidence?: 'low' | 'medium' | 'high';
    };
    readonly answer: Verdict;
  };
  /** Import published checks: ClaimReview as NDJSON or JSON, or a table as CSV. */
  readonly createArchiveImport: { readonly body: RawBody; readonly answer: ArchiveImport };
  /** How far an import is, and which lines were refused. */
  readonly getArchiveImport: { readonly params: { readonly id: string }; readonly answer: ArchiveImport };
  /** Published checks in the archive, newest first. */
  readonly listArchive: {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly language?: 'ar' | 'en' | 'other' };
    readonly answer: { readonly items: readonly ArchiveItem[]; readonly next?: string };
  };
  /** Evidence on a claim. */
  readonly listEvidence: {
    readonly params: { readonly id: string };
    readonly answer: { readonly items: readonly Evidence[]; readonly next?: string };
  };
  /** Add evidence: a source, where in it, and which way it points. */
  readonly addEvidence: {
    readonly params: { readonly id: string };
    readonly body: {
      readonly sourceId?: string;
      readonly source?: {
        readonly name: string;
        readonly type:
          | 'outlet'
          | 'agency'
          | 'person'
          | 'institution'
          | 'government'
          | 'document'
          | 'dataset'
          | 'recording'
          | 'observation'
          | 'social'
          | 'anonymous';
        readonly url?: string | null;
        readonly aliases?: readonly string[];
        readonly ownerId?: string | null;
        readonly derivesFromId?: string | null;
        readonly vouchedById?: string | null;
        readonly confidential?: boolean;
        readonly anonymity?: {
          readonly knownBy: string;
          readonly why: string;
          readonly basis: 'witness' | 'participant' | 'documents' | 'second-hand';
          readonly people: number;
        } | null;
      };
      readonly stance: 'supports' | 'refutes' | 'context';
      readonly locator: string;
      readonly url?: string | null;
      readonly quote?: string | null;
      readonly primary?: boolean;
      readonly captureId?: string | null;
      readonly derivesFrom?: {
        readonly evidenceId?: string;
        readonly sourceId?: string;
        readonly how: 'credited' | 'copied' | 'same-quote' | 'same-statement';
      };
      readonly confidential?: boolean;
      readonly note?: string | null;
      readonly post?: {
        readonly platform: string;
        readonly handle: string;
        readonly postId: string;
        readonly postedAt: string;
        readonly account: 'confirmed' | 'likely' | 'unconfirmed' | 'impostor';
      } | null;
      readonly translation?: {
        readonly language: string;
        readonly original: string;
        readonly text: string;
        readonly translator: string;
      } | null;
    };
    readonly answer: Evidence;
  };
  /** Withdraw evidence; what rested on it is judged again. */
  readonly withdrawEvidence: {
    readonly params: { readonly id: string };
    readonly body: { readonly reason: string; readonly note?: string };
    /** The version last read. */ readonly version: number;
    readonly answer: Evidence;
  };
  /** Confirm that I have read a translation against its original. */
  readonly confirmTranslation: {
    readonly params: { readonly id: string };
    /** The version last read. */ readonly version: number;
    readonly answer: Evidence;
  };
  /** Keep a copy of a file, by its digest. */
  readonly createCapture: {
    readonly body: { readonly url: string } | RawBody;
    readonly answer:
      | {
          readonly id: string;
          readonly sha256: string;
          readonly type: string;
          readonly bytes: number;
          readonly createdAt: string;
        }
      | PageFetch;
  };
  /** A saved copy, as an attachment. */
  readonly getCapture: { readonly params: { readonly id: string }; readonly answer: Uint8Array };
  /** How far the fetching of a page has come. */
  readonly getPageFetch: { readonly params: { readonly id: string }; readonly answer: PageFetch };
  /** What became of a saved page, newest first. */
  readonly listPageFetches: {
    readonly params: { readonly id: string };
    readonly answer: { readonly items: readonly PageFetch[]; readonly next?: string };
  };
  /** Look what became of a page a copy was kept of. */
  readonly refetchCapture: { readonly params: { readonly id: string }; readonly answer: PageFetch };
  /** The source register. */
  readonly listSources: {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly q?: string; readonly type?: string };
    readonly answer: { readonly items: readonly Source[]; readonly next?: string };
  };
  /** Register a source. */
  readonly createSource: {
    readonly body: {
      readonly name: string;
      readonly type:
        | 'outlet'
        | 'agency'
        | 'person'
        | 'institution'
        | 'government'
        | 'document'
        | 'dataset'
        | 'recording'
        | 'observation'
        | 'social'
        | 'anonymous';
      readonly url?: string | null;
      readonly aliases?: readonly string[];
      readonly ownerId?: string | null;
      readonly derivesFromId?: string | null;
      readonly vouchedById?: string | null;
      readonly confidential?: boolean;
      readonly anonymity?: {
        readonly knownBy: string;
        readonly why: string;
        readonly basis: 'witness' | 'participant' | 'documents' | 'second-hand';
        readonly people: number;
      } | null;
    };
    readonly answer: Source;
  };
  /** A source. */
  readonly getSource: { readonly params: { readonly id: string }; readonly answer: Source };
  /** Change a source, or say what it derives from. */
  readonly updateSource: {
    readonly params: { readonly id: string };
    readonly body: {
      readonly name?: string;
      readonly type?:
        | 'outlet'
        | 'agency'
        | 'person'
        | 'institution'
        | 'government'
        | 'document'
        | 'dataset'
        | 'recording'
        | 'observation'
        | 'social'
        | 'anonymous';
      readonly url?: string | null;
      readonly aliases?: readonly string[];
      readonly ownerId?: string | null;
      readonly derivesFromId?: string | null;
      readonly vouchedById?: string | null;
      readonly confidential?: boolean;
      readonly anonymity?: {
        readonly knownBy: string;
        readonly why: string;
        readonly basis: 'witness' | 'participant' | 'documents' | 'second-hand';
        readonly people: number;
      } | null;
    };
    /** The version last read. */ readonly version: number;
    readonly answer: Source;
  };
  /** Read a confidential source; who read it and why is recorded. */
  readonly readConfidentialSource: {
    readonly params: { readonly id: string };
    readonly body: { readonly reason: string };
    readonly answer: {
      readonly id: string;
      readonly source: Source;
      readonly evidence: readonly {
        readonly id: string;
        readonly claimId: string;
        readonly locator: string;
        readonly url: string | null;
        readonly quote: string | null;
        readonly captureId: string | null;
        readonly addedBy: string;
      }[];
      readonly shown: boolean;
      readonly readBy: string;
      readonly reason: string;
      readonly createdAt: string;
    };
  };
  /** Where a source goes back to, step by step. */
  readonly getSourceOrigin: {
    readonly params: { readonly id: string };
    readonly answer: {
      readonly rootId: string;
      readonly path: readonly {
        readonly id: string;
        readonly kind: string;
        readonly by: string | null;
        readonly name: string | null;
      }[];
    };
  };
  /** Approve that a source goes without its name, on the terms recorded. */
  readonly approveSource: {
    readonly params: { readonly id: string };
    /** The version last read. */ readonly version: number;
    readonly answer: Source;
  };
  /** Who was asked to check a claim. */
  readonly listAssignments: {
    readonly params: { readonly id: string };
    readonly answer: { readonly items: readonly Assignment[]; readonly next?: string };
  };
  /** Ask a fact-checker to check a claim. */
  readonly createAssignment: {
    readonly params: { readonly id: string };
    readonly body: { readonly reviewerId: string; readonly dueAt?: string | null };
    readonly answer: Assignment;
  };
  /** My queue. */
  readonly listMyAssignments: {
    readonly query?: {
      readonly limit?: number;
      readonly cursor?: string;
      readonly assignee?: 'me';
      readonly status?: string;
    };
    readonly answer: { readonly items: readonly Assignment[]; readonly next?: string };
  };
  /** Start, decline or cancel an assignment. */
  readonly updateAssignment: {
    readonly params: { readonly id: string };
    readonly body: { readonly status: 'in-progress' | 'declined' | 'cancelled'; readonly reason?: string };
    /** The version last read. */ readonly version: number;
    readonly answer: Assignment;
  };
  /** What a fact-checker goes through, by kind of claim. */
  readonly getChecklists: {
    readonly answer: {
      readonly event: readonly { readonly key: string; readonly ar: string; readonly en: string }[];
      readonly statement: readonly { readonly key: string; readonly ar: string; readonly en: string }[];
      readonly statistic: readonly { readonly key: string; readonly ar: string; readonly en: string }[];
      readonly prediction: readonly { readonly key: string; readonly ar: string; readonly en: string }[];
      readonly opinion: readonly { readonly key: string; readonly ar: string; readonly en: string }[];
      readonly quote: readonly { readonly key: string; readonly ar: string; readonly en: string }[];
    };
  };
  /** Pass everything open of one member to another, at the end of a shift. */
  readonly handOverAssignments: {
    readonly body: {
      readonly fromId: string;
      readonly toId: string;
      readonly articleId?: string;
      readonly note: string;
    };
    readonly answer: {
      readonly done: readonly { readonly claimId: string; readonly assignment: Assignment }[];
      readonly skipped: readonly SkippedClaim[];
    };
  };
  /** Share an article's open claims among fact-checkers, evenly. */
  readonly balanceAssignments: {
    readonly params: { readonly id: string };
    readonly body?: { readonly reviewersPerClaim?: number; readonly dueAt?: string | null };
    readonly answer: {
      readonly assigned: readonly Assignment[];
      readonly skipped: readonly {
        readonly claimId: string;
        readonly why: 'enough-already' | 'no-language' | 'no-desk' | 'only-authors-or-assigned' | 'all-at-limit';
        readonly missing: number;
      }[];
    };
  };
  /** Verdicts on a claim, as far as I may see them. */
  readonly listVerdicts: {
    readonly params: { readonly id: string };
    readonly answer: { readonly items: readonly Verdict[]; readonly next?: string };
  };
  /** Give my verdict. */
  readonly giveVerdict: {
    readonly params: { readonly id: string };
    readonly body: {
      readonly rating: string;
      readonly confidence: 'low' | 'medium' | 'high';
      readonly rationale: string;
      readonly evidenceIds: readonly string[];
      readonly checklist?: readonly string[];
    };
    readonly answer: Verdict;
  };
  /** Withdraw my verdict. */
  readonly withdrawVerdict: {
    readonly params: { readonly id: string };
    readonly body: { readonly reason: string; readonly note?: string };
    readonly answer: Verdict;
  };
  /** Decide on a claim. */
  readonly decideClaim: {
    readonly params: { readonly id: string };
    readonly body: {
      readonly to: 'needs-source' | 'verified' | 'disputed';
      readonly rationale?: string;
      readonly rating?: string;
      readonly closure?:
        | {
            readonly kind: 'unproven';
            readonly searchLog: readonly { readonly where: string; readonly when: string; readonly query: string }[];
          }
        | { readonly kind: 'as-attributed'; readonly recheckAt: string };
      readonly overrides?: readonly {
        readonly requirement:
          | 'not-own-text'
          | 'separate-decider'
          | 'supporting-verdicts'
          | 'independent-sources'
          | 'no-open-dispute'
          | 'anchor-confirmed'
          | 'queries-answered'
          | 'rationale'
          | 'contradiction'
          | 'label-quorum'
          | 'unproven-verdicts'
          | 'search-log'
          | 'source-named'
          | 'recheck-date'
          | 'claims-settled'
          | 'disputes-explained'
          | 'anchors-placed'
          | 'headline-overstates'
          | 'correction-recorded'
          | 'sources-as-said'
          | 'quote-as-translated'
          | 'comment-sought';
        readonly reason: string;
      }[];
      readonly adjudication?: readonly { readonly verdictId: string; readonly rationale: string }[];
    };
    /** The version last read. */ readonly version: number;
    readonly answer: {
      readonly id: string;
      readonly from: 'needs-source' | 'verified' | 'disputed';
      readonly to: 'needs-source' | 'verified' | 'disputed';
      readonly rating: string | null;
      readonly claim: Claim;
    };
  };
  /** Queries to the writer about a claim. */
  readonly listQueries: {
    readonly params: { readonly id: string };
    readonly query?: { readonly limit?: number; readonly cursor?: string };
    readonly answer: { readonly items: readonly Query[]; readonly next?: string };
  };
  /** Ask the writer. */
  readonly askQuery: {
    readonly params: { readonly id: string };
    readonly body: { readonly text: string };
    readonly answer: Query;
  };
  /** Answer a query as the writer. */
  readonly answerQuery: {
    readonly params: { readonly id: string };
    readonly body: { readonly text: string };
    readonly answer: Query;
  };
  /** Close a query; without an answer, say why. */
  readonly resolveQuery: {
    readonly params: { readonly id: string };
    readonly body?: { readonly note?: string };
    readonly answer: Query;
  };
  /** What the desk says about a claim. */
  readonly listComments: {
    readonly params: { readonly id: string };
    readonly query?: { readonly limit?: number; readonly cursor?: string };
    readonly answer: { readonly items: readonly Comment[]; readonly next?: string };
  };
  /** Comment on a claim; @name mentions a member. */
  readonly createComment: {
    readonly params: { readonly id: string };
    readonly body: { readonly text: string; readonly mentions?: readonly string[] };
    readonly answer: Comment;
  };
  /** What waits for me, why, since when and until when; the most urgent first. */
  readonly listAttention: {
    readonly query?: {
      readonly limit?: number;
      readonly cursor?: string;
      readonly reason?: string;
      readonly articleId?: string;
      readonly overdue?: 'true' | 'false';
    };
    readonly answer: {
      readonly items: readonly AttentionItem[];
      readonly next?: string;
      readonly total: number;
      readonly counts: Readonly<Record<string, number>>;
    };
  };
  /** Mark as read what I was told. */
  readonly readNotifications: {
    readonly body: { readonly ids: readonly string[] } | { readonly all: true };
    readonly answer: { readonly unread: number };
  };
  /** What others told me: mentions, assignments, queries and answers. */
  readonly listNotifications: {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly unread?: 'true' | 'false' };
    readonly answer: { readonly items: readonly Notification[]; readonly next?: string; readonly unread: number };
  };
  /** Have a verdict report made. */
  readonly createReport: {
    readonly body: {
      readonly scope:
        | { readonly articleId: string }
        | { readonly claimIds: readonly string[] }
        | { readonly filter: Readonly<Record<string, unknown>> };
      readonly formats: readonly (
        'html' | 'pdf' | 'docx' | 'xlsx' | 'csv' | 'json' | 'claimreview' | 'bundle' | 'verdicts-csv' | 'verdicts-json'
      )[];
      readonly language: 'ar' | 'en';
    };
    readonly answer: Report;
  };
  /** Reports of the newsroom. */
  readonly listReports: {
    readonly query?: { readonly limit?: number; readonly cursor?: string };
    readonly answer: { readonly items: readonly Report[]; readonly next?: string };
  };
  /** How far a report is, and its files. */
  readonly getReport: { readonly params: { readonly id: string }; readonly answer: Report };
  /** A file of a report, as an attachment. */
  readonly downloadReportFile: {
    readonly params: { readonly id: string; readonly name: string };
    readonly answer: Uint8Array;
  };
  /** A report’s HTML file for a sandboxed frame of our own pages. */
  readonly previewReport: { readonly params: { readonly id: string }; readonly answer: Uint8Array };
  /** Complaints from outside, due first. */
  readonly listCorrectionRequests: {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly open?: 'true' | 'false' };
    readonly answer: { readonly items: readonly CorrectionRequest[]; readonly next?: string };
  };
  /** Record a complaint from outside. */
  readonly createCorrectionRequest: {
    readonly body: {
      readonly requester: string;
      readonly contact?: string | null;
      readonly demand: string;
      readonly receivedAt?: string;
      readonly legalBasis?: 'right-of-reply' | 'defamation' | 'privacy' | 'court-order' | 'regulator' | 'other' | null;
      readonly articleId?: string | null;
      readonly claimId?: string | null;
      readonly url?: string | null;
    };
    readonly answer: CorrectionRequest;
  };
  /** Answer a complaint from outside. */
  readonly updateCorrectionRequest: {
    readonly params: { readonly id: string };
    readonly body: {
      readonly outcome: 'corrected' | 'clarified' | 'reply-published' | 'refused' | 'withdrawn';
      readonly note?: string | null;
      readonly correctionId?: string | null;
    };
    /** The version last read. */ readonly version: number;
    readonly answer: CorrectionRequest;
  };
  /** Pass on a publisher’s notice; every claim that rests on the origin is judged again. */
  readonly createNotice: {
    readonly body: {
      readonly originItem?: string;
      readonly sourceId?: string;
      readonly type: 'correction' | 'kill' | 'withdrawn' | 'advisory';
      readonly text: string;
    };
    readonly answer: Notice;
  };
  /** Notices, newest first. */
  readonly listNotices: {
    readonly query?: {
      readonly limit?: number;
      readonly cursor?: string;
      readonly type?: string;
      readonly sourceId?: string;
    };
    readonly answer: { readonly items: readonly Notice[]; readonly next?: string };
  };
  /** Leaves of the audit ledger, in order. */
  readonly listLedgerEntries: {
    readonly query?: { readonly from?: number; readonly limit?: number };
    readonly answer: {
      readonly items: readonly {
        readonly seq: number;
        readonly hash: string;
        readonly leaf: string | null;
        readonly withheld: boolean;
        readonly words: string | null;
      }[];
      readonly head: { readonly seq: number; readonly hash: string };
    };
  };
  /** What happens, as it happens; ids are ledger positions. */
  readonly streamEvents: { readonly answer: never };
  /** Addresses that are told what happens. */
  readonly listWebhooks: { readonly answer: { readonly items: readonly Webhook[]; readonly next?: string } };
  /** Have an address told what happens; its secret is shown once. */
  readonly createWebhook: {
    readonly body: {
      readonly url: string;
      readonly description?: string;
      readonly events: readonly (
        | 'article.created'
        | 'article.revised'
        | 'article.released'
        | 'article.correcting'
        | 'correction.published'
        | 'claim.state-changed'
        | 'claim.accepted'
        | 'claim.dismissed'
        | 'claim.restored'
        | 'verdict.given'
        | 'verdict.withdrawn'
        | 'query.asked'
        | 'query.answered'
        | 'query.resolved'
      )[];
    };
    readonly answer: Webhook;
  };
  /** Change an address, or stop and resume it. */
  readonly updateWebhook: {
    readonly params: { readonly id: string };
    readonly body: {
      readonly url?: string;
      readonly description?: string;
      readonly events?: readonly (
        | 'article.created'
        | 'article.revised'
        | 'article.released'
        | 'article.correcting'
        | 'correction.published'
        | 'claim.state-changed'
        | 'claim.accepted'
        | 'claim.dismissed'
        | 'claim.restored'
        | 'verdict.given'
        | 'verdict.withdrawn'
        | 'query.asked'
        | 'query.answered'
        | 'query.resolved'
      )[];
      readonly active?: boolean;
    };
    /** The version last read. */ readonly version: number;
    readonly answer: Webhook;
  };
  /** Remove an address and its secret. */
  readonly deleteWebhook: {
    readonly params: { readonly id: string };
    /** The version last read. */ readonly version: number;
    readonly answer: undefined;
  };
  /** A new secret; it is shown once. */
  readonly rotateWebhookSecret: {
    readonly params: { readonly id: string };
    /** The version last read. */ readonly version: number;
    readonly answer: Webhook;
  };
  /** Send a message that tells of nothing. */
  readonly testWebhook: { readonly params: { readonly id: string }; readonly answer: WebhookDelivery };
  /** What was sent to an address, newest first. */
  readonly listWebhookDeliveries: {
    readonly params: { readonly id: string };
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly status?: string };
    readonly answer: { readonly items: readonly WebhookDelivery[]; readonly next?: string };
  };
  /** Send a message again, under the same id. */
  readonly replayWebhookDelivery: {
    readonly params: { readonly id: string; readonly deliveryId: string };
    readonly answer: WebhookDelivery;
  };
  /** How far fact-checkers agree on decided claims. */
  readonly getAgreement: {
    readonly query?: {
      readonly from?: string;
      readonly to?: string;
      readonly kind?: 'draft' | 'external';
      readonly tier?: string;
      readonly informed?: 'true' | 'false';
    };
    readonly answer: {
      readonly alpha: number | null;
      readonly kappa: number | null;
      readonly po: number | null;
      readonly n: number;
      readonly missing: number;
      readonly reason?: 'no-pairs' | 'no-variation' | 'not-numeric' | 'unequal-raters';
      readonly claims: number;
      readonly reviewers: number;
      readonly ordinal: Agreement;
      readonly cohen: Agreement;
      readonly fleiss: Agreement;
      readonly observed: Agreement;
    };
  };
  /** What was done day by day, how long it took, and what waits. */
  readonly getThroughput: {
    readonly query?: { readonly from?: string; readonly to?: string };
    readonly answer: {
      readonly from: string;
      readonly to: string;
      readonly days: readonly {
        readonly day: string;
        readonly articles: number;
        readonly claimsDecided: number;
        readonly turnaroundMedian: number | null;
        readonly turnaroundP90: number | null;
      }[];
      readonly turnaround: {
        readonly n: number;
        readonly median: number | null;
        readonly p90: number | null;
        readonly working: { readonly median: number | null; readonly p90: number | null };
      };
      readonly backlog: {
        readonly proposed: number;
        readonly needsSource: number;
        readonly closed: number;
        readonly verified: number;
        readonly disputed: number;
        readonly dismissed: number;
      };
    };
  };
  /** What each fact-checker has open and can still take. */
  readonly getLoad: {
    readonly answer: {
      readonly items: readonly {
        readonly memberId: string;
        readonly name: string;
        readonly open: number;
        readonly overdue: number;
        readonly capacity: number;
        readonly lastAssignedAt: string | null;
      }[];
      readonly limit: number;
    };
  };
}
export type OperationId = keyof Operations;
/** `keyed`: takes an Idempotency-Key. `repeatable`: sent twice it acts once. */
export interface Route {
  readonly method: string;
  readonly path: string;
  readonly reads: 'json' | 'nothing' | 'bytes' | 'events';
  readonly repeatable: boolean;
  readonly keyed: boolean;
}
/** How every operation is reached, under /api/v1. */
export const ROUTES: Readonly<Record<OperationId, Route>> = {
  createSession: { method: 'POST', path: '/sessions', reads: 'json', keyed: true, repeatable: false },
  listSessions: { method: 'GET', path: '/sessions', reads: 'json', keyed: false, repeatable: true },
  deleteSession: { method: 'DELETE', path: '/sessions/{id}', reads: 'nothing', keyed: false, repeatable: true },
  acceptInvitation: {
    method: 'POST',
    path: '/invitations/{token}/acceptance',
    reads: 'json',
    keyed: true,
    repeatable: false,
  },
  changePassword: { method: 'POST', path: '/me/password', reads: 'nothing', keyed: true, repeatable: true },
  getSecondFactor: { method: 'GET', path: '/me/second-factor', reads: 'json', keyed: false, repeatable: true },
  startSecondFactor: { method: 'POST', path: '/me/second-factor', reads: 'json', keyed: true, repeatable: true },
  confirmSecondFactor: {
    method: 'POST',
    path: '/me/second-factor/confirmation',
    reads: 'json',
    keyed: true,
    repeatable: true,
  },
  renewRecoveryCodes: {
    method: 'POST',
    path: '/me/second-factor/recovery-codes',
    reads: 'json',
    keyed: true,
    repeatable: true,
  },
  removeSecondFactor: {
    method: 'POST',
    path: '/me/second-factor/removal',
    reads: 'nothing',
    keyed: true,
    repeatable: true,
  },
  getMe: { method: 'GET', path: '/me', reads: 'json', keyed: false, repeatable: true },
  listTokens: { method: 'GET', path: '/tokens', reads: 'json', keyed: false, repeatable: true },
  createToken: { method: 'POST', path: '/tokens', reads: 'json', keyed: true, repeatable: true },
  deleteToken: { method: 'DELETE', path: '/tokens/{id}', reads: 'nothing', keyed: false, repeatable: true },
  listMembers: { method: 'GET', path: '/members', reads: 'json', keyed: false, repeatable: true },
  createMember: { method: 'POST', path: '/members', reads: 'json', keyed: true, repeatable: true },
  createPasswordLink: {
    method: 'POST',
    path: '/members/{id}/password-link',
    reads: 'json',
    keyed: true,
    repeatable: true,
  },
  resetSecondFactor: {
    method: 'POST',
    path: '/members/{id}/second-factor/reset',
    reads: 'nothing',
    keyed: true,
    repeatable: true,
  },
  updateMember: { method: 'PATCH', path: '/members/{id}', reads: 'json', keyed: false, repeatable: true },
  getNewsroom: { method: 'GET', path: '/newsroom', reads: 'json', keyed: false, repeatable: true },
  updateNewsroom: { method: 'PATCH', path: '/newsroom', reads: 'json', keyed: false, repeatable: true },
  listDesks: { method: 'GET', path: '/desks', reads: 'json', keyed: false, repeatable: true },
  createDesk: { method: 'POST', path: '/desks', reads: 'json', keyed: true, repeatable: true },
  updateDesk: { method: 'PATCH', path: '/desks/{id}', reads: 'json', keyed: false, repeatable: true },
  createExtraction: { method: 'POST', path: '/extractions', reads: 'json', keyed: true, repeatable: true },
  createArticle: { method: 'POST', path: '/articles', reads: 'json', keyed: true, repeatable: true },
  listArticles: { method: 'GET', path: '/articles', reads: 'json', keyed: false, repeatable: true },
  importArticle: { method: 'POST', path: '/articles/import', reads: 'json', keyed: true, repeatable: true },
  getImport: { method: 'GET', path: '/imports/{id}', reads: 'json', keyed: false, repeatable: true },
  getArticle: { method: 'GET', path: '/articles/{id}', reads: 'json', keyed: false, repeatable: true },
  updateArticle: { method: 'PATCH', path: '/articles/{id}', reads: 'json', keyed: false, repeatable: true },
  createRevision: { method: 'POST', path: '/articles/{id}/revisions', reads: 'json', keyed: true, repeatable: true },
  listRevisions: { method: 'GET', path: '/articles/{id}/revisions', reads: 'json', keyed: false, repeatable: true },
  getRevision: {
    method: 'GET',
    path: '/articles/{id}/revisions/{number}',
    reads: 'json',
    keyed: false,
    repeatable: true,
  },
  diffRevisions: {
    method: 'GET',
    path: '/articles/{id}/revisions/{number}/diff',
    reads: 'json',
    keyed: false,
    repeatable: true,
  },
  listArticleOrigins: { method: 'GET', path: '/articles/{id}/origins', reads: 'json', keyed: false, repeatable: true },
  releaseArticle: { method: 'POST', path: '/articles/{id}/release', reads: 'json', keyed: true, repeatable: true },
  getArticleHistory: { method: 'GET', path: '/articles/{id}/history', reads: 'json', keyed: false, repeatable: true },
  listReleases: { method: 'GET', path: '/articles/{id}/releases', reads: 'json', keyed: false, repeatable: true },
  createCorrection: {
    method: 'POST',
    path: '/articles/{id}/corrections',
    reads: 'json',
    keyed: true,
    repeatable: true,
  },
  listCorrections: { method: 'GET', path: '/articles/{id}/corrections', reads: 'json', keyed: false, repeatable: true },
  listCommentRequests: {
    method: 'GET',
    path: '/articles/{id}/comment-requests',
    reads: 'json',
    keyed: false,
    repeatable: true,
  },
  createCommentRequest: {
    method: 'POST',
    path: '/articles/{id}/comment-requests',
    reads: 'json',
    keyed: true,
    repeatable: true,
  },
  listLegalNotes: { method: 'GET', path: '/articles/{id}/legal-notes', reads: 'json', keyed: false, repeatable: true },
  createLegalNote: { method: 'POST', path: '/articles/{id}/legal-notes', reads: 'json', keyed: true, repeatable: true },
  setLegalHold: { method: 'POST', path: '/articles/{id}/legal-hold', reads: 'json', keyed: true, repeatable: true },
  updateCommentRequest: {
    method: 'PATCH',
    path: '/comment-requests/{id}',
    reads: 'json',
    keyed: false,
    repeatable: true,
  },
  listClaims: { method: 'GET', path: '/claims', reads: 'json', keyed: false, repeatable: true },
  listArticleClaims: { method: 'GET', path: '/articles/{id}/claims', reads: 'json', keyed: false, repeatable: true },
  createClaim: { method: 'POST', path: '/articles/{id}/claims', reads: 'json', keyed: true, repeatable: true },
  getClaim: { method: 'GET', path: '/claims/{id}', reads: 'json', keyed: false, repeatable: true },
  updateClaim: { method: 'PATCH', path: '/claims/{id}', reads: 'json', keyed: false, repeatable: true },
  acceptClaim: { method: 'POST', path: '/claims/{id}/acceptance', reads: 'json', keyed: true, repeatable: true },
  dismissClaim: { method: 'POST', path: '/claims/{id}/dismissal', reads: 'json', keyed: true, repeatable: true },
  restoreClaim: { method: 'POST', path: '/claims/{id}/restoration', reads: 'json', keyed: true, repeatable: true },
  splitClaim: { method: 'POST', path: '/claims/{id}/split', reads: 'json', keyed: true, repeatable: true },
  mergeClaim: { method: 'POST', path: '/claims/{id}/merge', reads: 'json', keyed: true, repeatable: true },
  placeAnchor: { method: 'POST', path: '/claims/{id}/anchor', reads: 'json', keyed: true, repeatable: true },
  selectClaim: { method: 'POST', path: '/claims/{id}/selection', reads: 'json', keyed: true, repeatable: true },
  changeClaimsInBulk: { method: 'POST', path: '/claims/bulk', reads: 'json', keyed: true, repeatable: true },
  getClaimHistory: { method: 'GET', path: '/claims/{id}/history', reads: 'json', keyed: false, repeatable: true },
  listSimilarClaims: { method: 'GET', path: '/claims/{id}/similar', reads: 'json', keyed: false, repeatable: true },
  matchText: { method: 'GET', path: '/similar', reads: 'json', keyed: false, repeatable: true },
  setClaimPresence: { method: 'PUT', path: '/claims/{id}/presence', reads: 'json', keyed: false, repeatable: false },
  createClaimGroup: { method: 'POST', path: '/claim-groups', reads: 'json', keyed: true, repeatable: true },
  updateClaimGroup: { method: 'PATCH', path: '/claim-groups/{id}', reads: 'json', keyed: false, repeatable: true },
  getClaimGroup: { method: 'GET', path: '/claim-groups/{id}', reads: 'json', keyed: false, repeatable: true },
  takePrecedent: { method: 'POST', path: '/claims/{id}/precedent', reads: 'json', keyed: true, repeatable: true },
  createArchiveImport: { method: 'POST', path: '/archive/imports', reads: 'json', keyed: true, repeatable: true },
  getArchiveImport: { method: 'GET', path: '/archive/imports/{id}', reads: 'json', keyed: false, repeatable: true },
  listArchive: { method: 'GET', path: '/archive', reads: 'json', keyed: false, repeatable: true },
  listEvidence: { method: 'GET', path: '/claims/{id}/evidence', reads: 'json', keyed: false, repeatable: true },
  addEvidence: { method: 'POST', path: '/claims/{id}/evidence', reads: 'json', keyed: true, repeatable: true },
  withdrawEvidence: { method: 'POST', path: '/evidence/{id}/withdrawal', reads: 'json', keyed: true, repeatable: true },
  confirmTranslation: {
    method: 'POST',
    path: '/evidence/{id}/second-reading',
    reads: 'json',
    keyed: true,
    repeatable: true,
  },
  createCapture: { method: 'POST', path: '/captures', reads: 'json', keyed: true, repeatable: true },
  getCapture: { method: 'GET', path: '/captures/{id}', reads: 'bytes', keyed: false, repeatable: true },
  getPageFetch: { method: 'GET', path: '/page-fetches/{id}', reads: 'json', keyed: false, repeatable: true },
  listPageFetches: { method: 'GET', path: '/captures/{id}/fetches', reads: 'json', keyed: false, repeatable: true },
  refetchCapture: { method: 'POST', path: '/captures/{id}/fetches', reads: 'json', keyed: true, repeatable: true },
  listSources: { method: 'GET', path: '/sources', reads: 'json', keyed: false, repeatable: true },
  createSource: { method: 'POST', path: '/sources', reads: 'json', keyed: true, repeatable: true },
  getSource: { method: 'GET', path: '/sources/{id}', reads: 'json', keyed: false, repeatable: true },
  updateSource: { method: 'PATCH', path: '/sources/{id}', reads: 'json', keyed: false, repeatable: true },
  readConfidentialSource: {
    method: 'POST',
    path: '/sources/{id}/readings',
    reads: 'json',
    keyed: true,
    repeatable: true,
  },
  getSourceOrigin: { method: 'GET', path: '/sources/{id}/origin', reads: 'json', keyed: false, repeatable: true },
  approveSource: { method: 'POST', path: '/sources/{id}/approval', reads: 'json', keyed: true, repeatable: true },
  listAssignments: { method: 'GET', path: '/claims/{id}/assignments', reads: 'json', keyed: false, repeatable: true },
  createAssignment: { method: 'POST', path: '/claims/{id}/assignments', reads: 'json', keyed: true, repeatable: true },
  listMyAssignments: { method: 'GET', path: '/assignments', reads: 'json', keyed: false, repeatable: true },
  updateAssignment: { method: 'PATCH', path: '/assignments/{id}', reads: 'json', keyed: false, repeatable: true },
  getChecklists: { method: 'GET', path: '/checklists', reads: 'json', keyed: false, repeatable: true },
  handOverAssignments: { method: 'POST', path: '/assignments/hand-over', reads: 'json', keyed: true, repeatable: true },
  balanceAssignments: {
    method: 'POST',
    path: '/articles/{id}/assignments/balance',
    reads: 'json',
    keyed: true,
    repeatable: true,
  },
  listVerdicts: { method: 'GET', path: '/claims/{id}/verdicts', reads: 'json', keyed: false, repeatable: true },
  giveVerdict: { method: 'POST', path: '/claims/{id}/verdicts', reads: 'json', keyed: true, repeatable: true },
  withdrawVerdict: { method: 'POST', path: '/verdicts/{id}/withdrawal', reads: 'json', keyed: true, repeatable: true },
  decideClaim: { method: 'POST', path: '/claims/{id}/decisions', reads: 'json', keyed: true, repeatable: true },
  listQueries: { method: 'GET', path: '/claims/{id}/queries', reads: 'json', keyed: false, repeatable: true },
  askQuery: { method: 'POST', path: '/claims/{id}/queries', reads: 'json', keyed: true, repeatable: true },
  answerQuery: { method: 'POST', path: '/queries/{id}/answer', reads: 'json', keyed: true, repeatable: true },
  resolveQuery: { method: 'POST', path: '/queries/{id}/resolution', reads: 'json', keyed: true, repeatable: true },
  listComments: { method: 'GET', path: '/claims/{id}/comments', reads: 'json', keyed: false, repeatable: true },
  createComment: { method: 'POST', path: '/claims/{id}/comments', reads: 'json', keyed: true, repeatable: true },
  listAttention: { method: 'GET', path: '/attention', reads: 'json', keyed: false, repeatable: true },
  readNotifications: { method: 'POST', path: '/notifications/read', reads: 'json', keyed: true, repeatable: true },
  listNotifications: { method: 'GET', path: '/notifications', reads: 'json', keyed: false, repeatable: true },
  createReport: { method: 'POST', path: '/reports', reads: 'json', keyed: true, repeatable: true },
  listReports: { method: 'GET', path: '/reports', reads: 'json', keyed: false, repeatable: true },
  getReport: { method: 'GET', path: '/reports/{id}', reads: 'json', keyed: false, repeatable: true },
  downloadReportFile: {
    method: 'GET',
    path: '/reports/{id}/files/{name}',
    reads: 'bytes',
    keyed: false,
    repeatable: true,
  },
  previewReport: { method: 'GET', path: '/reports/{id}/preview', reads: 'bytes', keyed: false, repeatable: true },
  listCorrectionRequests: {
    method: 'GET',
    path: '/correction-requests',
    reads: 'json',
    keyed: false,
    repeatable: true,
  },
  createCorrectionRequest: {
    method: 'POST',
    path: '/correction-requests',
    reads: 'json',
    keyed: true,
    repeatable: true,
  },
  updateCorrectionRequest: {
    method: 'PATCH',
    path: '/correction-requests/{id}',
    reads: 'json',
    keyed: false,
    repeatable: true,
  },
  createNotice: { method: 'POST', path: '/notices', reads: 'json', keyed: true, repeatable: true },
  listNotices: { method: 'GET', path: '/notices', reads: 'json', keyed: false, repeatable: true },
  listLedgerEntries: { method: 'GET', path: '/ledger/entries', reads: 'json', keyed: false, repeatable: true },
  streamEvents: { method: 'GET', path: '/events', reads: 'events', keyed: false, repeatable: true },
  listWebhooks: { method: 'GET', path: '/webhooks', reads: 'json', keyed: false, repeatable: true },
  createWebhook: { method: 'POST', path: '/webhooks', reads: 'json', keyed: true, repeatable: true },
  updateWebhook: { method: 'PATCH', path: '/webhooks/{id}', reads: 'json', keyed: false, repeatable: true },
  deleteWebhook: { method: 'DELETE', path: '/webhooks/{id}', reads: 'nothing', keyed: false, repeatable: true },
  rotateWebhookSecret: { method: 'POST', path: '/webhooks/{id}/secret', reads: 'json', keyed: true, repeatable: true },
  testWebhook: { method: 'POST', path: '/webhooks/{id}/test', reads: 'json', keyed: true, repeatable: true },
  listWebhookDeliveries: {
    method: 'GET',
    path: '/webhooks/{id}/deliveries',
    reads: 'json',
    keyed: false,
    repeatable: true,
  },
  replayWebhookDelivery: {
    method: 'POST',
    path: '/webhooks/{id}/deliveries/{deliveryId}/replay',
    reads: 'json',
    keyed: true,
    repeatable: true,
  },
  getAgreement: { method: 'GET', path: '/insights/agreement', reads: 'json', keyed: false, repeatable: true },
  getThroughput: { method: 'GET', path: '/insights/throughput', reads: 'json', keyed: false, repeatable: true },
  getLoad: { method: 'GET', path: '/insights/load', reads: 'json', keyed: false, repeatable: true },
};
