import type { ClaimKind, Tier } from '#domain';
import type {
  StoredAttribution,
  StoredBlock,
  StoredFlag,
  StoredReason,
  StoredSentence,
  StoredSetAside,
} from '#persistence';

/** A claim as found, placed in its block; offsets UTF-16. */
export interface PreparedClaim {
  readonly blockId: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly context: string;
  readonly kind: ClaimKind;
  readonly tier: Tier;
  readonly score: number;
  readonly reasons: StoredReason[];
  readonly attribution: StoredAttribution | null;
  /** Index of the claim this one repeats. */
  readonly repeats: number | null;
}

/** A text ready to be stored: ordered blocks, what was set aside among them, and the claims found. */
export interface PreparedText {
  readonly title: string;
  readonly language: 'ar' | 'en';
  readonly blocks: StoredBlock[];
  readonly setAside: StoredSetAside[];
  readonly flags: StoredFlag[];
  readonly sentences: StoredSentence[];
  readonly claims: PreparedClaim[];
  readonly rules: string;
  readonly receivedSha256: string;
  readonly textSha256: string;
}

/** How a text is to be read. */
export interface ReadingOptions {
  readonly language: 'ar' | 'en';
  readonly title: string | undefined;
  readonly outlet: string | undefined;
  readonly publishedAt: string | undefined;
}
