/** A block of a revision as re-anchoring sees it; `text` is NFC. */
export interface TextBlock {
  readonly id: string;
  readonly field: string;
  readonly text: string;
}

/** A block to be paired; `id` is only a hint and may be missing on the new side. */
export interface PairableBlock {
  readonly id?: string;
  readonly field: string;
  readonly text: string;
}

/** A claim's place in one revision. Offsets are UTF-16 units into the block's text; `quote` is exactly that slice. */
export interface Anchor {
  readonly blockId: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** A place a person may confirm; `score` is 0–1, only comparable within one answer. */
export interface AnchorCandidate extends Anchor {
  readonly score: number;
}

export type AnchorStatus = 'exact' | 'typographic' | 'moved' | 'changed' | 'suggested' | 'ambiguous' | 'orphaned';

export type AnchorFlag = 'numericChanged' | 'negationChanged' | 'nameChanged' | 'attributionChanged' | 'contextChanged';

export interface Reanchoring {
  readonly status: AnchorStatus;
  /** Present for exact, typographic, moved and changed: the statuses that place a claim without asking. */
  readonly anchor?: Anchor;
  /** Best first; empty when the claim was placed or nothing resembles it. */
  readonly candidates: readonly AnchorCandidate[];
  readonly flags: readonly AnchorFlag[];
}

/** What governs a claim in its sentence. `null` members mean "not given"; `sourceCount` null means not countable. */
export interface Frame {
  readonly cue: string | null;
  readonly stance: string | null;
  readonly negated: boolean;
  readonly anonymous: boolean;
  readonly sourceCount: number | null;
  readonly firstLink: string | null;
  readonly outlet: string | null;
}

export type AnchorLanguage = 'ar' | 'en';

/** Reads the frame of a span of a block's text (UTF-16 offsets); null where the article asserts in its own voice. */
export type FrameReader = (blockText: string, start: number, end: number, language: AnchorLanguage) => Frame | null;
