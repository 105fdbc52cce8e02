import { charClass, INVISIBLE, SPACE, WORD } from '../text/char.table.js';
import { foldChar } from './normal.fold.js';

export interface NormalView {
  readonly text: string;
  /** For every unit of `text` the UTF-16 offset it came from, and one more entry: the length of the source. Never decreases. */
  readonly map: Int32Array;
}

const TATWEEL = 0x640;

/** «قـ ـاسية»: a tatweel, blanks, a tatweel inside what is one word. Returns the offset of the second tatweel, or -1. */
export function brokenByTatweel(text: string, at: number): number {
  if (text.charCodeAt(at) !== TATWEEL) return -1;
  let next = at + 1;
  while (next < text.length && [SPACE, INVISIBLE].includes(charClass(text.charCodeAt(next))) && next - at < 8)
    next += 1;
  if (next === at + 1 || text.charCodeAt(next) !== TATWEEL) return -1;
  // a few more may follow; a run longer than that is drawn, not hidden
  let letter = next;
  while (text.charCodeAt(letter) === TATWEEL && letter - next < 8) letter += 1;
  if (text.charCodeAt(letter) === TATWEEL) return -1;
  return letter < text.length && charClass(text.charCodeAt(letter)) === WORD ? next : -1;
}

/**
 * The matching view S1 of language.md: looser than anything shown or hashed, built one character at a time so that each unit
 * keeps the offset it came from. It merges على and علي: never decide equality with it.
 */
export function normalise(text: string): NormalView {
  const parts: string[] = [];
  const map: number[] = [];
  for (let i = 0; i < text.length;) {
    const joined = brokenByTatweel(text, i);
    if (joined > 0) {
      i = joined + 1;
      continue;
    }
    const point = text.codePointAt(i) ?? 0;
    const char = String.fromCodePoint(point);
    const folded = foldChar(char);
    for (let k = 0; k < folded.length; k += 1) map.push(i);
    parts.push(folded);
    i += char.length;
  }
  map.push(text.length);
  return { text: parts.join(''), map: Int32Array.from(map) };
}
