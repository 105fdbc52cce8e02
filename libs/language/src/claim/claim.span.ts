import { foldedSet } from '../lexicon/lexicon.load.js';
import { graphemeCeil, graphemeFloor } from '../text/grapheme.boundary.js';
import type { Token } from '../token/token.scan.js';
import { QUOTE_MARK } from '../token/word.entry.js';

export interface Span {
  readonly start: number;
  readonly end: number;
}

const leading = foldedSet([
  'لكن',
  'ولكن',
  'كما',
  'لأن',
  'لأنه',
  'لأنها',
  'لأنهم',
  'لأننا',
  'حيث',
  'إذ',
  'بل',
  'ثم',
  'وكذلك',
  'أيضا',
  'وأن',
  'إن',
  'أن',
  'فإن',
  'وإن',
  'and',
  'but',
  'that',
  'while',
  'whereas',
  'because',
  'as',
]);
const trailing = foldedSet(['و', 'كما', 'لكن', 'حيث', 'فيما', 'بينما', 'and', 'but', 'that', 'as']);
const OPENERS = '“«„"(["';
const CLOSERS = '”»")]"';

/** Tokens of a clause without the punctuation and connectives at its edges; [from, to) or null when nothing is left. */
export function trimClause(tokens: readonly Token[], from: number, to: number): [number, number] | null {
  let a = from;
  let b = to;
  for (;;) {
    const first = tokens[a];
    const last = tokens[b - 1];
    if (!first || !last || a >= b) return null;
    const wraps =
      b - a > 1 &&
      OPENERS.includes(first.word.raw) &&
      CLOSERS.includes(last.word.raw) &&
      innerMarks(tokens, a, b) === 2;
    if (wraps) {
      a += 1;
      b -= 1;
    } else if (
      first.kind === 'mark' &&
      !(OPENERS.includes(first.word.raw) && hasCloser(tokens, a, b)) &&
      !isSignal(first)
    )
      a += 1;
    else if (leading.has(first.word.norm)) a += 1;
    else if (last.kind === 'mark' && !(CLOSERS.includes(last.word.raw) && hasOpener(tokens, a, b)) && !isSignal(last))
      b -= 1;
    else if (trailing.has(last.word.norm)) b -= 1;
    else return [a, b];
  }
}

const isSignal = (token: Token): boolean => /[%٪$€£#@\p{So}]/u.test(token.word.raw);

function innerMarks(tokens: readonly Token[], from: number, to: number): number {
  let marks = 0;
  for (let k = from; k < to; k += 1)
    if ((tokens[k]?.word.flags ?? 0) & QUOTE_MARK || '()[]'.includes(tokens[k]?.word.raw ?? ' ')) marks += 1;
  return marks;
}

function hasCloser(tokens: readonly Token[], from: number, to: number): boolean {
  for (let k = from + 1; k < to; k += 1) if (CLOSERS.includes(tokens[k]?.word.raw ?? ' ')) return true;
  return false;
}

function hasOpener(tokens: readonly Token[], from: number, to: number): boolean {
  for (let k = to - 2; k >= from; k -= 1) if (OPENERS.includes(tokens[k]?.word.raw ?? ' ')) return true;
  return false;
}

/** The exact span of trimmed tokens: a joined و or ف in front is left out with its vowel signs; no grapheme is cut. */
export function spanOf(text: string, tokens: readonly Token[], from: number, to: number): Span {
  const first = tokens[from];
  const last = tokens[to - 1];
  if (!first || !last) return { start: 0, end: 0 };
  let start = first.start;
  if (first.word.conjunction && first.word.stem.length > 1 && /^[وف]/.test(text.charAt(start))) {
    start += 1;
    while (start < first.end && /[\p{M}\u0640]/u.test(text.charAt(start))) start += 1;
    if (start >= first.end) start = first.start;
  }
  return { start: graphemeCeil(text, start), end: graphemeFloor(text, last.end) };
}
