import { strictForm, withoutInvisible } from './strict.form.js';

const VOWEL = /[\u064B-\u0650\u0652\u0656-\u065E\u0670]/u;
const MARK = /[\u064B-\u065F\u0670]/u;
const SHADDA = '\u0651';
// Hamza and madda that no letter has absorbed are spelling, not vocalisation.
const SPELLING = /[\u0653-\u0655]/u;

interface MarkedLetter {
  vowels: string;
  doubled: boolean;
  spelling: string;
}

/** One entry per character of the strict form that can carry a mark, in order. */
function markedLetters(text: string): MarkedLetter[] {
  const letters: MarkedLetter[] = [];
  for (const char of withoutInvisible(text).normalize('NFC')) {
    const last = letters.at(-1);
    if (!MARK.test(char)) {
      if (/\p{L}/u.test(char)) letters.push({ vowels: '', doubled: false, spelling: '' });
    } else if (last) {
      if (char === SHADDA) last.doubled = true;
      else if (SPELLING.test(char)) last.spelling += char;
      else if (VOWEL.test(char) && !last.vowels.includes(char)) last.vowels = [...last.vowels, char].sort().join('');
    }
  }
  return letters;
}

function conflict(a: MarkedLetter, b: MarkedLetter): boolean {
  if (a.spelling !== b.spelling) return true;
  if (a.vowels === '' || b.vowels === '') return false;
  return a.vowels !== b.vowels || a.doubled !== b.doubled;
}

/**
 * True when two texts with equal strict forms carry different explicit vowel marks on one letter (قَتَلَ, قُتِلَ).
 * A mark on a letter that is bare in the other text is no conflict; a shadda on one of two vowelled letters is.
 */
export function vowelsConflict(a: string, b: string): boolean {
  if (a === b || !(MARK.test(a) || MARK.test(b))) return false;
  const left = markedLetters(a);
  const right = markedLetters(b);
  return left.some((letter, i) => {
    const other = right[i];
    return other !== undefined && conflict(letter, other);
  });
}

/** True when both texts say the same words: equal strict forms and no conflicting explicit vowel marks. Symmetric, not transitive. */
export function sameWords(a: string, b: string): boolean {
  return a === b || (strictForm(a) === strictForm(b) && !vowelsConflict(a, b));
}

/**
 * The explicit vowel marks of a text, letter by letter, as `index:marks` pairs: what tells two readings apart whose
 * strict forms agree. Empty for a bare text.
 */
export function vowelReading(text: string): string {
  return markedLetters(text)
    .map((letter, i) => ({ marks: letter.vowels + (letter.doubled ? SHADDA : '') + letter.spelling, i }))
    .filter(({ marks }) => marks !== '')
    .map(({ marks, i }) => `${i}:${[...marks].map((m) => (m.codePointAt(0) ?? 0).toString(16)).join('+')}`)
    .join(' ');
}
