import { strictForm } from '#language';
import lexicon from './anchor.lexicon.json' with { type: 'json' };

/** A word, number or pictogram of a block's text; UTF-16 offsets into that text. */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** Strict form: equal keys are equal words. */
  readonly key: string;
  /** A loose key that inflected forms of a word mostly share; only ever used to align, never to decide equality. */
  readonly stem: string;
  /** How much a match of this word says, before its rarity in the text is known (0–1). */
  readonly weight: number;
}

const word =
  /\p{L}[\p{L}\p{M}\p{N}\u0640\u00AD\u061C\u200B\u200D-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]*(?:['’]\p{L}[\p{L}\p{M}]*)*|\p{N}[\p{N}\u200B\u200D-\u200F\u202A-\u202E\u2066-\u2069]*(?:[.,٫٬/:]\p{N}+)*[\u200E\u200F\u061C]*[%٪]?|[%٪‰]|[\p{So}\p{Sc}][\p{M}\p{So}\p{Sk}\u200D]*/gu;
const weak = new Set([...lexicon.weak.en, ...lexicon.weak.ar]);
const WEAK_WEIGHT = 0.3;

type Word = Pick<Token, 'key' | 'stem' | 'weight'>;

/** The words and numbers between two offsets, in order. `known` saves reading a word twice. */
export function readTokens(text: string, from = 0, to = text.length, known?: Map<string, Word>): Token[] {
  const tokens: Token[] = [];
  for (const match of text.slice(from, to).matchAll(word)) {
    const raw = match[0];
    let read = known?.get(raw);
    if (!read) {
      read = readWord(raw);
      known?.set(raw, read);
    }
    const start = from + match.index;
    const { key, stem, weight } = read;
    if (key !== '') tokens.push({ start, end: start + raw.length, key, stem, weight });
  }
  return tokens;
}

function readWord(raw: string): Word {
  const key = strictForm(raw);
  const lower = key.toLowerCase();
  return { key, stem: stemOf(lower), weight: weak.has(lower) ? WEAK_WEIGHT : 1 };
}

/** Reads texts and words once each, however often they are asked for. */
export class TextReader {
  private readonly words = new Map<string, Word>();
  private readonly texts = new Map<string, readonly Token[]>();

  tokens(text: string): readonly Token[] {
    let tokens = this.texts.get(text);
    if (!tokens) {
      tokens = readTokens(text, 0, text.length, this.words);
      this.texts.set(text, tokens);
    }
    return tokens;
  }
}

const arabicLetter = /[\u0621-\u064A]/;

function stemOf(lower: string): string {
  if (!arabicLetter.test(lower)) return lower.length > 4 ? lower.replace(/(?:['’]s|ing|ed|es|s)$/, '') : lower;
  let stem = lower.replace(/[أإآ]/g, 'ا').replace(/ى/g, 'ي').replace(/ة/g, 'ه');
  stem = stem.replace(/^[وف](?=...)/, '');
  stem = stem.replace(/^(?:بال|كال|لل|ال|س(?=[يتن]))(?=...)/, '');
  return stem.replace(/(?<=...)(?:ها|هم|ات|ون|ين|ان|وا|ت|ه)$/, '');
}

const terminator = /[.!?؟…۔]["'”’»)\]]*(?=\s)|\n/gu;
const abbreviation =
  /(?<![\p{L}])(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|No|Gen|Sen|Rep|Jan|Feb|Aug|Sept|Oct|Nov|Dec|vs|د|أ|م|ص|ب|أ\.د|ق\.م)\.$/u;

/** Sentence spans of a text without surrounding white space. Rough on purpose: it only has to cut old and new text alike. */
export function readSentences(text: string): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  let from = 0;
  const push = (to: number) => {
    const piece = text.slice(from, to);
    const trimmed = piece.trim();
    if (trimmed !== '') {
      const start = from + piece.indexOf(trimmed);
      spans.push({ start, end: start + trimmed.length });
    }
    from = to;
  };
  for (const match of text.matchAll(terminator)) {
    const end = match.index + match[0].length;
    if (abbreviation.test(text.slice(Math.max(from, end - 8), end))) continue;
    push(end);
  }
  push(text.length);
  return spans;
}
