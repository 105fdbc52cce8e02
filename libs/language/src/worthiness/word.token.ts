import { fold } from '../normal/normal.fold.js';

export interface Word {
  /** as written */
  readonly text: string;
  /** folded for comparison (S1: hamza, ى, ة, vowels, case, digits) */
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  /** letters, digits, or a mark that carries meaning here (%, $, ?, !, quotation marks, dashes) */
  readonly type: 'word' | 'number' | 'mark';
}

const PIECE =
  /\p{N}[\p{N}.,٫٬/]*|(?:[A-Z]\.){2,}|\p{L}[\p{L}\p{M}\u0640]*(?:['’][\p{L}]+)?|[%٪$€£?؟!“”"«»…—]|\.{3}|-{2,}/gu;

/** A loop, not /[.,]+$/: that expression takes quadratic time on a long run of points inside a number. */
function withoutTail(piece: string): string {
  let end = piece.length;
  while (end > 0 && '.,٫٬/'.includes(piece.charAt(end - 1))) end -= 1;
  return piece.slice(0, end);
}

/** Told by its first character; the letters and digits of most words are known without asking Unicode. */
function typeOf(piece: string): Word['type'] {
  const unit = piece.charCodeAt(0);
  if ((unit >= 0x621 && unit <= 0x63a) || (unit >= 0x641 && unit <= 0x64a) || (unit >= 97 && unit <= 122))
    return 'word';
  if (unit >= 48 && unit <= 57) return 'number';
  const char = String.fromCodePoint(piece.codePointAt(0) ?? 0);
  return /\p{N}/u.test(char) ? 'number' : /\p{L}/u.test(char) ? 'word' : 'mark';
}

/** News repeats its words: a memo only, emptied when full. */
const foldedBefore = new Map<string, string>();
const FOLDED_MOST = 50_000;
const FOLDED_LENGTH = 12;

function foldedOf(written: string): string {
  const hit = foldedBefore.get(written);
  if (hit !== undefined) return hit;
  const folded = fold(written);
  if (foldedBefore.size >= FOLDED_MOST) foldedBefore.clear();
  // longer slices would keep their whole article in memory
  if (written.length <= FOLDED_LENGTH) foldedBefore.set(written, folded);
  return folded;
}

/** Cuts a text into words, numbers and meaningful marks, in order. Offsets are UTF-16 units of `text`. Linear. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  PIECE.lastIndex = 0;
  for (let match = PIECE.exec(text); match; match = PIECE.exec(text)) {
    const piece = match[0];
    const type = typeOf(piece);
    const written = type === 'number' ? withoutTail(piece) : piece;
    words.push({
      text: written,
      folded: foldedOf(written),
      start: match.index,
      end: match.index + written.length,
      type,
    });
  }
  return words;
}

const CONJUNCTIONS = ['و', 'ف'];
const PARTICLES = ['ب', 'ل', 'ك'];

/** One word is asked for its forms by every lexicon: a memo only, emptied when full. */
const formsBefore = new Map<string, readonly string[]>();

/**
 * The forms under which a folded Arabic word may stand in a lexicon: as it is, and without the clitics و ف ب ل ك س and the
 * article. A stem shorter than two letters is never offered, and a word keeps its own letters first (وقع stays وقع).
 */
export function arabicForms(folded: string): readonly string[] {
  const hit = formsBefore.get(folded);
  if (hit !== undefined) return hit;
  const forms = formsOf(folded);
  if (formsBefore.size >= FOLDED_MOST) formsBefore.clear();
  if (folded.length <= FOLDED_LENGTH) formsBefore.set(folded, forms);
  return forms;
}

function formsOf(folded: string): string[] {
  const forms = [folded];
  const add = (form: string) => {
    if (form.length >= 2 && !forms.includes(form)) forms.push(form);
  };
  const bare = CONJUNCTIONS.includes(folded[0] ?? '') && folded.length > 3 ? folded.slice(1) : folded;
  add(bare);
  const inner = PARTICLES.includes(bare[0] ?? '') && bare.length > 3 ? bare.slice(1) : bare;
  for (const word of [bare, inner]) {
    if (word.startsWith('ال') && word.length > 3) add(word.slice(2));
    if (word.startsWith('لل') && word.length > 4) {
      add(word.slice(2));
      add(`ال${word.slice(2)}`);
    }
  }
  if (inner.length > 3) add(inner);
  if (bare.startsWith('س') && bare.length > 4) add(bare.slice(1));
  return forms;
}
