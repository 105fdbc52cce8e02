import type { Attribution } from '../attribution/attribution.types.js';
import type { Block, SetAside } from '../block/block.types.js';
import type { ClaimDate } from '../date/date.types.js';
import type { HeadlineLink } from '../headline/headline.link.js';
import type { ClaimKind, ClaimTier } from '../claim/claim.kind.js';
import type { CheckWorthiness } from '../worthiness/claim.score.js';
import type { Language } from '../attribution/block.analysis.js';
import type { Sentence } from '../sentence/sentence.split.js';

export type FlagCode =
  | 'ai-generated-suspected'
  | 'obfuscated-word'
  | 'hidden-characters'
  | 'unbalanced-quotes'
  | 'question-headline'
  | 'other-language'
  | 'no-date';

export interface Flag {
  readonly code: FlagCode;
  readonly start: number;
  readonly end: number;
  readonly detail: string;
}

export interface ExtractedClaim {
  readonly start: number;
  readonly end: number;
  /** Exactly text.slice(start, end). */
  readonly quote: string;
  readonly kind: ClaimKind;
  readonly tier: ClaimTier;
  readonly checkWorthiness: CheckWorthiness;
  readonly attribution: Attribution | null;
  /** When it is said to be: dates resolved against the publication date, or the dateline. */
  readonly dates: readonly ClaimDate[];
}

export interface TitleSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Offsets count UTF-16 units of the decoded text (LF, NFC) until `toWire` turns them into code points. */
export interface Extraction {
  /** 'other': the text is in a language the engine does not read (Persian, Urdu, Russian …), and no claim is looked for. */
  readonly language: Language | 'other';
  readonly title: TitleSpan | null;
  readonly rules: 'extract/1';
  /** `content` is the decoded text every offset counts in; it is not printed. */
  readonly text: { readonly sha256: string; readonly length: number; readonly content: string };
  readonly blocks: readonly Block[];
  readonly setAside: readonly SetAside[];
  readonly flags: readonly Flag[];
  readonly sentences: readonly Sentence[];
  readonly claims: readonly ExtractedClaim[];
  /** Index pairs of claims that say the same inside this article. */
  readonly duplicates: readonly (readonly [number, number])[];
  /** For every claim of a title, dek, caption or pull quote: the body claim it repeats, and where it departs from it. */
  readonly headlines: readonly HeadlineLink[];
}
