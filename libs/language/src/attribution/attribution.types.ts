import type { Stance } from '../lexicon/lexicon.load.js';

export type { Stance };
export type LinkRole = 'speaker' | 'outlet' | 'document';
export type SourceType = 'person' | 'institution' | 'outlet' | 'agency' | 'social' | 'document' | 'anonymous';

/** One link of the chain, innermost first. `name` is exactly the slice start..end (UTF-16). */
export interface AttributionLink {
  readonly role: LinkRole;
  readonly name: string;
  readonly type: SourceType;
  readonly start: number;
  readonly end: number;
}

export interface Attribution {
  /** The reporting expression as written; '' where a quotation stands without one. */
  readonly cue: string;
  readonly stance: Stance;
  readonly anonymous: boolean;
  /** How many sources the words speak of: 2 for «مصدران», 1 for «أحد المصدرين», 0 when they do not say («مصادر», «يُعتقد»). */
  readonly sourceCount: number;
  readonly links: readonly AttributionLink[];
  /** The reporting verb itself stands under a negation («لم يؤكد أن»). */
  readonly negated: boolean;
}

/** A source as read from its noun phrase; offsets are those of the name. */
export interface Source {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly role: LinkRole;
  readonly type: SourceType;
  readonly anonymous: boolean;
  readonly count: number;
  /** Folded head noun without article; the roles met in the phrase follow in `titles`. */
  readonly head: string;
  readonly titles: readonly string[];
  /** The office with what it is of («مديره الصحه»), folded; '' where there is none. */
  readonly office?: string;
  readonly definite: boolean;
  /** «المصدر نفسه», «المتحدث ذاته»: the phrase says that it is somebody who has spoken. */
  readonly same?: boolean;
  /** A proper name stands in the phrase. */
  readonly named: boolean;
  readonly gender: 'm' | 'f' | null;
  readonly number: 's' | 'd' | 'p';
  /** Read from a word that begins with «ل» behind a verb of saying: whom they told, unless that is how a name begins («لعمامرة»). */
  readonly addressed?: boolean;
  /** The medium whom the source spoke to by its own phrase («مسؤول تحدث إلى …»). */
  readonly toldTo?: Source;
  /** The outlet or document named inside the phrase («تقرير لمجلة …»), if any. */
  readonly via?: Source;
}

/** A piece of writing that a text names: «تقرير لمنظمة …», «مقال للكاتبة … في صحيفة …». */
export interface Piece {
  readonly start: number;
  /** Folded noun without article. */
  readonly head: string;
  /** The medium it stands in; null where the sentence names none. */
  readonly medium: Source | null;
  readonly writer: Source | null;
}

/** What a text names in whatever voice, each in the order of the text. */
export interface Named {
  readonly media: readonly Source[];
  readonly pieces: readonly Piece[];
  /** English: who did something in the article's own voice. */
  readonly people: readonly Source[];
}

export interface Frame {
  readonly cue: string;
  readonly stance: Stance;
  readonly negated: boolean;
  readonly speaker: Source | null;
  /** Outlets and documents the words came through, innermost first. */
  readonly via: readonly Source[];
  /** No subject is written: the verb's form says whom to look for. */
  readonly elided: {
    readonly gender: 'm' | 'f' | null;
    readonly number: 's' | 'd' | 'p';
    readonly human?: boolean;
    /** The pronoun that stands for the subject ("he said"), when one is written. */
    readonly mention?: { readonly start: number; readonly end: number; readonly name: string };
  } | null;
  /** Nobody is meant to be named («يُعتقد أن», "reportedly"). */
  readonly hedge: boolean;
  /** Who did something in the article's own voice in the sentence before («رفض فلان الاتهامات. وكتب …»). */
  readonly actor?: Source;
  /** A quotation without a cue of its own. */
  readonly implicit: boolean;
  /** Where the frame stands (UTF-16), for ordering. */
  readonly at: number;
}

/** A stretch of a sentence under one frame, or in the article's own voice (frame null). Token indices are into the sentence's block. */
export interface Region {
  readonly from: number;
  readonly to: number;
  readonly frame: Frame | null;
  /** The words stand in quotation marks. */
  readonly quoted: boolean;
  /** What comes before the reporting clause: emitted only when it asserts something itself. */
  readonly preface: boolean;
}
