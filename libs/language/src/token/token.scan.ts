import { brokenByTatweel } from '../normal/normal.view.js';
import { charClass, DIGIT, INVISIBLE, NEWLINE, PUNCTUATION, SPACE, SURROGATE, WORD } from '../text/char.table.js';
import { type Word, wordAt } from './word.entry.js';

export interface Token {
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'number' | 'mark';
  /** Lexical entry of the folded word; a mark has the entry of its folded sign. */
  readonly word: Word;
  /** A blank or the start of the block stands before the token. */
  readonly spaced: boolean;
}

const APOSTROPHES = "'’-‑";
const POINTS = '.,:/٫٬';

function isWordUnit(text: string, at: number): boolean {
  const kind = charClass(text.charCodeAt(at));
  if (kind === WORD) return true;
  if (kind !== SURROGATE) return false;
  return /\p{L}|\p{M}/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}

/** End of the word that starts at `from`: letters, marks, invisible controls between letters, inner apostrophes and points («U.S.», «Al-Assad»). */
function wordEnd(text: string, from: number, limit: number): number {
  let end = from;
  for (let i = from; i < limit;) {
    const unit = text.charCodeAt(i);
    const kind = charClass(unit);
    if (kind === WORD || kind === DIGIT) {
      const next = unit === 0x640 ? brokenByTatweel(text, i) : -1;
      i = next > 0 && next < limit ? next : i + 1;
      end = i;
    } else if (kind === SURROGATE) {
      if (!isWordUnit(text, i)) break;
      i += (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1;
      end = i;
    } else if (kind === INVISIBLE) {
      i += 1;
    } else {
      const char = text.charAt(i);
      const inner = APOSTROPHES.includes(char) || (char === '.' && unit < 128 && /[A-Z]/.test(text.charAt(i - 1)));
      // "Sh4.1 billion", "Rs86,500"
      const amount = (char === '.' || char === ',') && charClass(text.charCodeAt(i - 1)) === DIGIT;
      if (amount && i + 1 < limit && charClass(text.charCodeAt(i + 1)) === DIGIT) {
        i += 1;
        continue;
      }
      if (!inner || i + 1 >= limit || !isWordUnit(text, i + 1) || i === from) break;
      if (char === '.' && !/[A-Z]/.test(text.charAt(i + 1))) break;
      i += 1;
    }
  }
  if (text.charAt(end) === '.' && end < limit && keepsPoint(text, from, end)) return end + 1;
  // «U.S.» keeps its last point
  if (text.charAt(end) === '.' && end < limit && /[A-Z]\.[A-Z]$/.test(text.slice(Math.max(from, end - 3), end)))
    end += 1;
  return end;
}

const SHORTENED = new Set(
  'Mr Mrs Ms Dr Prof St Sen Rep Gov Gen Col Lt Maj Capt Sgt Rev Hon Jr Sr No vs Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec'.split(
    ' ',
  ),
);

/** Ends of company names; in Arabic text the point is theirs, in English it may be the sentence's. */
const COMPANY = new Set(['Ltd', 'Inc', 'Co', 'Corp', 'Bros', 'LLC']);

/** «د. فؤاد», "Dr. Fernandes", "Nov. 5": the point belongs to the word when more of the sentence follows. */
function keepsPoint(text: string, from: number, end: number): boolean {
  if (end - from > 4 || !/^\.\s*[\p{L}\p{N}]/u.test(text.slice(end, end + 4))) return false;
  const word = text.slice(from, end);
  if (COMPANY.has(word)) return /^\.\s*(?:\p{Script=Arabic}|Ltd|Inc|LLC)/u.test(text.slice(end, end + 6));
  return SHORTENED.has(word) || /^[\u0621-\u064a]$/.test(word) || /^\p{Lu}$/u.test(word);
}

function numberEnd(text: string, from: number, limit: number): number {
  let i = from;
  while (i < limit) {
    const kind = charClass(text.charCodeAt(i));
    if (kind === DIGIT) i += 1;
    else if (POINTS.includes(text.charAt(i)) && i + 1 < limit && charClass(text.charCodeAt(i + 1)) === DIGIT) i += 2;
    else break;
  }
  return i;
}

/** Tokens of `text` between two offsets, in order; offsets are those of `text`. One pass, no back-tracking. */
export function scanTokens(text: string, from: number, to: number): Token[] {
  const tokens: Token[] = [];
  let spaced = true;
  for (let i = from; i < to;) {
    const kind = charClass(text.charCodeAt(i));
    if (kind === SPACE || kind === NEWLINE || kind === INVISIBLE) {
      spaced = spaced || kind !== INVISIBLE;
      i += 1;
      continue;
    }
    let end: number;
    let sort: Token['kind'];
    if (kind === DIGIT) {
      end = numberEnd(text, i, to);
      sort = 'number';
      if (end < to && charClass(text.charCodeAt(end)) === WORD) end = wordEnd(text, end, to);
    } else if (kind === WORD || (kind === SURROGATE && isWordUnit(text, i))) {
      end = Math.max(wordEnd(text, i, to), i + 1);
      sort = 'word';
    } else {
      end = i + (kind === PUNCTUATION ? 1 : (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1);
      sort = 'mark';
    }
    tokens.push({ start: i, end, kind: sort, word: wordAt(text, i, end), spaced });
    spaced = false;
    i = end;
  }
  return tokens;
}
