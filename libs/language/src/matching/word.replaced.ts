import { fold } from '../normal/normal.fold.js';
import { wordsOf } from '../worthiness/word.token.js';
import { arabicRoot } from './arabic.root.js';
import { bridgeTermsOf } from './bridge.terms.js';
import reporting from './lexicon/reporting.json' with { type: 'json' };
import { stemOf } from './matching.view.js';

/** A word of one text in whose place the other has another, as written. */
export interface Replaced {
  readonly a: string;
  readonly b: string;
}

/** Words at least this long that differ in one letter are one word spelt twice. */
const SPELT = 6;

/** Who «said» it and who «announced» it say the same. */
const REPORTING = new Set(`${reporting.ar} ${reporting.en}`.split(' ').map((word) => stemOf(fold(word))));

function sameBeginning(a: readonly string[], b: readonly string[]): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1;
  return at;
}

/** One letter more, less or other. */
function nearlyAlike(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < SPELT || Math.abs(a.length - b.length) > 1) return false;
  const [x, y] = [[...a], [...b]];
  const from = sameBeginning(x, y);
  const back = sameBeginning(x.slice(from).reverse(), y.slice(from).reverse());
  return Math.max(x.length, y.length) - from - back <= 1;
}

/** Stems of forms of one word, or of two words that report. */
function sameWord(a: string, b: string): boolean {
  const root = arabicRoot(a);
  if ((root !== '' && root === arabicRoot(b)) || a.includes(b) || b.includes(a) || nearlyAlike(a, b)) return true;
  return REPORTING.has(a) && REPORTING.has(b);
}

/** The lexicons know both for one notion or name. */
function sameNotion({ a, b }: Replaced): boolean {
  const notions = (word: string) => bridgeTermsOf(word).flatMap(({ term }) => (term.startsWith('~') ? [] : [term]));
  const known = new Set(notions(a));
  return notions(b).some((term) => known.has(term));
}

/** The word of a text that has this stem. */
function writtenAs(text: string, stem: string): string {
  return wordsOf(text).find(({ folded }) => stemOf(folded) === stem)?.text ?? stem;
}

/**
 * The one word in which two texts part whose stems are else the same and in the same order: «pipeline for gas», «pipeline for water».
 * null where more is different, or where the two words may say the same.
 */
export function replacedWord(a: readonly string[], b: readonly string[], texts: Replaced): Replaced | null {
  if (a.length !== b.length) return null;
  const from = sameBeginning(a, b);
  const [one, other] = [a[from], b[from]];
  if (one === undefined || other === undefined) return null;
  if (sameBeginning(a.slice(from + 1), b.slice(from + 1)) !== a.length - from - 1) return null;
  if (sameWord(one, other)) return null;
  const words = { a: writtenAs(texts.a, one), b: writtenAs(texts.b, other) };
  return sameNotion(words) ? null : words;
}
