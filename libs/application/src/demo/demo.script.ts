import type {
  ClaimState,
  Derivation,
  DismissalReason,
  EvidenceStance,
  GroupRelation,
  Role,
  SourceType,
  Tier,
  VerdictCommand,
  Verifies,
} from '#domain';

/** The story of the demo newsroom as samples/README.md describes it; keys stand for ids. */
export interface DemoScript {
  readonly newsroom: { readonly key: string; readonly name: BothNames };
  readonly members: readonly {
    readonly key: string;
    readonly email: string;
    readonly name: BothNames;
    readonly roles: readonly Role[];
  }[];
  readonly sources: readonly DemoSource[];
  readonly articles: readonly {
    readonly key: string;
    readonly postedBy: string;
    readonly authors: readonly string[];
  }[];
  readonly claims: readonly DemoClaim[];
  readonly revisions: readonly {
    readonly article: string;
    readonly by: string;
    readonly note: string;
    readonly replacements: readonly { readonly find: string; readonly replace: string }[];
  }[];
  readonly groups: readonly DemoGroup[];
  readonly releases: readonly {
    readonly article: string;
    readonly by: string;
    readonly keepAsDisputed?: readonly { readonly claim: string; readonly reason: string }[];
  }[];
}

interface BothNames {
  readonly ar: string;
  readonly en: string;
}

export interface DemoSource {
  readonly key: string;
  readonly name: string;
  readonly type: SourceType;
  readonly url?: string;
  readonly aliases?: readonly string[];
  readonly owner?: string;
  readonly derivesFrom?: string;
  readonly vouchedBy?: string;
}

export interface DemoEvidence {
  readonly key: string;
  readonly by: string;
  readonly source: string;
  readonly stance: EvidenceStance;
  readonly locator: string;
  readonly url?: string;
  readonly quote?: string;
  readonly note?: string;
  readonly primary?: boolean;
  readonly derivesFrom?: { readonly evidence: string; readonly how: Derivation };
}

export interface DemoDecision {
  readonly by: string;
  readonly to: ClaimState;
  readonly rationale: string;
  readonly rating?: string;
  readonly closure?:
    | { readonly kind: 'as-attributed'; readonly recheckInDays: number }
    | {
        readonly kind: 'unproven';
        readonly searchLog: readonly { readonly daysAgo: number; readonly where: string; readonly query: string }[];
      };
}

export interface DemoClaim {
  readonly key: string;
  readonly article: string;
  readonly quote: string;
  readonly dismissal?: { readonly by: string; readonly reason: DismissalReason; readonly note: string };
  readonly tier?: Tier;
  readonly verifies?: Verifies;
  /** Why this claim of somebody else's article is checked. */
  readonly selected?: string;
  /** Days from now, negative for what is overdue. */
  readonly assign?: readonly {
    readonly reviewer: string;
    readonly dueInDays: number;
    readonly status?: 'in-progress';
  }[];
  readonly evidence?: readonly DemoEvidence[];
  readonly verdicts?: readonly (Pick<VerdictCommand, 'rating' | 'confidence' | 'rationale'> & {
    readonly by: string;
    readonly evidence: readonly string[];
  })[];
  readonly decision?: DemoDecision;
  /** Questions to the writer; without an answer they wait for him. */
  readonly queries?: readonly {
    readonly by: string;
    readonly text: string;
    readonly answer?: { readonly by: string; readonly text: string };
    readonly resolvedBy?: string;
  }[];
  readonly comments?: readonly { readonly by: string; readonly text: string; readonly mentions?: readonly string[] }[];
}

/** Claims of several articles that belong together. */
export interface DemoGroup {
  readonly relation: GroupRelation;
  readonly by: string;
  readonly claims: readonly string[];
}

/** A sample article: what its entry in samples/articles/index.json says, and its text. */
export interface DemoArticle {
  readonly id: string;
  readonly kind: 'draft' | 'external';
  readonly language: 'ar' | 'en';
  readonly title: string;
  readonly outlet: string | null;
  readonly byline: string | null;
  readonly publishedAt: string | null;
  readonly sourceUrl: string | null;
  readonly text: string;
}
