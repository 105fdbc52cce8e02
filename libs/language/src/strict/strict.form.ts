/** Names the rules below. It is stored beside every hash of a strict form: a changed rule is a new name. */
export const STRICT_RULES = 'strict/1';

/** The strict form with maps both ways; each map has one entry per UTF-16 offset, the end included. */
export interface StrictMap {
  readonly form: string;
  /** Offset in the form for each offset of the text (length `text.length + 1`), never decreasing. */
  readonly toForm: Int32Array;
  /** Offset in the text of the character that produced each offset of the form (length `form.length + 1`), never decreasing. */
  readonly toText: Int32Array;
}

// Tatweel, soft hyphen, bidi marks and embeddings, zero-width characters. ZWNJ is absent: it separates, so it becomes a space.
const INVISIBLE = '\\u0640\\u00AD\\u061C\\u200B\\u200D-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u206F\\uFEFF';
const VOWEL_MARKS = '\\u064B-\\u065F\\u0670';
const invisible = new RegExp(`[${INVISIBLE}]`, 'gu');
const marks = new RegExp(`[${VOWEL_MARKS}]`, 'gu');
const spaces = /[\s\u0085\u200C]+/gu;
const doubleQuotes = /[“”„‟«»″〝〞〟＂]/gu;
const singleQuotes = /[‘’‚‛‹›′＇]/gu;
const easternDigits = /[\u0660-\u0669\u06F0-\u06F9]/gu;
const percent = /\u066A/gu;
const decimal = /\u066B/gu;

// Anything a normaliser may join to the character before it: marks, the later Hangul jamo, Kirat Rai vowel signs.
const segments = new RegExp(
  `[\\s\\S][\\p{M}${INVISIBLE}\\u1160-\\u11FF\\uD7B0-\\uD7FF\\u{16D63}\\u{16D67}-\\u{16D6A}]*`,
  'gu',
);
const nothingToDo = /^[\x21-\x7E\u0621-\u063A\u0641-\u064A]+(?: [\x21-\x7E\u0621-\u063A\u0641-\u064A]+)*$/;

/** Removes tatweel and the invisible controls, and nothing else. */
export function withoutInvisible(text: string): string {
  return text.replace(invisible, '');
}

function fold(text: string): string {
  return withoutInvisible(text)
    .normalize('NFC')
    .replace(marks, '')
    .replace(easternDigits, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(percent, '%')
    .replace(decimal, '.')
    .replace(doubleQuotes, '"')
    .replace(singleQuotes, "'")
    .normalize('NFC');
}

/**
 * The form whose equality means "the same words" (language.md, rules `strict/1`): NFC without tatweel, invisible
 * controls and Arabic vowel marks; one shape for digits, per cent and decimal signs and quotation marks; single
 * spaces, none at the ends. Hamza, ى, ة and case stay as written. Total and idempotent.
 */
export function strictForm(text: string): string {
  if (nothingToDo.test(text)) return text;
  return fold(text).replace(spaces, ' ').trim();
}

/** The strict form together with offset maps; `strictMap(t).form === strictForm(t)` for every text. Offsets are UTF-16. */
export function strictMap(text: string): StrictMap {
  const toForm = new Int32Array(text.length + 1);
  const toText: number[] = [];
  let form = '';
  let pendingSpace = -1;
  for (const match of text.matchAll(segments)) {
    const folded = fold(match[0]);
    const from = match.index;
    for (const unit of folded.split('')) {
      if (/[\s\u0085\u200C]/u.test(unit)) {
        if (pendingSpace < 0 && form !== '') pendingSpace = from;
        continue;
      }
      if (pendingSpace >= 0) {
        form += ' ';
        toText.push(pendingSpace);
        pendingSpace = -1;
      }
      form += unit;
      toText.push(from);
    }
  }
  toText.push(text.length);
  fillForward(toForm, toText, form.length);
  return { form, toForm, toText: Int32Array.from(toText) };
}

/** Offsets between two recorded positions belong to the form offset that follows them; the end maps to the end. */
function fillForward(toForm: Int32Array, toText: readonly number[], length: number): void {
  let at = 0;
  for (let offset = 0; offset < toForm.length; offset++) {
    while (at < length && (toText[at] ?? 0) < offset) at++;
    toForm[offset] = at;
  }
}
