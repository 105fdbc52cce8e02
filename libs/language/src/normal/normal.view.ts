import { charClass, INVISIBLE, SPACE, WORD } from '../text/char.table.js';
import { foldChar, isFolded } from './normal.fold.js';

export interface NormalView {
  readonly text: string;
  /** For every unit of `text` the UTF-16 offset it came from, and one more entry: the length of the source. Never decreases. */
  readonly map: Int32Array;
}

const TATWEEL = 0x640;

const isGap = (unit: number): boolean => charClass(unit) === SPACE || charClass(unit) === INVISIBLE;

/** «قـ ـاسية»: a tatweel, blanks, a tatweel inside what is one word. Returns the offset of the second tatweel, or -1. */
export function brokenByTatweel(text: string, at: number): number {
  if (text.charCodeAt(at) !== TATWEEL) return -1;
  let next = at + 1;
  while (next < text.length && isGap(text.charCodeAt(next)) && next - at < 8) next += 1;
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
  let out = '';
  let map = new Int32Array(text.length + 1);
  let length = 0;
  // what folding leaves as it is is taken over in one piece
  let kept = 0;
  for (let i = 0; i < text.length;) {
    const unit = text.charCodeAt(i);
    if (isFolded(unit)) {
      if (length >= map.length) map = grown(map);
      map[length++] = i++;
      continue;
    }
    if (kept < i) out += text.slice(kept, i);
    const joined = unit === TATWEEL ? brokenByTatweel(text, i) : -1;
    const char = joined > 0 ? text.slice(i, joined + 1) : String.fromCodePoint(text.codePointAt(i) ?? 0);
    const folded = joined > 0 ? '' : foldChar(char);
    while (length + folded.length > map.length) map = grown(map);
    map.fill(i, length, length + folded.length);
    length += folded.length;
    out += folded;
    i += char.length;
    kept = i;
  }
  if (length >= map.length) map = grown(map);
  map[length] = text.length;
  return { text: kept === 0 ? text : out + text.slice(kept), map: map.subarray(0, length + 1) };
}

/** A few signs fold to many letters («ﷺ»): the view may be longer than the text. */
function grown(map: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(map.length * 2 + 16);
  larger.set(map);
  return larger;
}
