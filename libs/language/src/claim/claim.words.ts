import type { Word as ScoredWord } from '../worthiness/word.token.js';
import type { Token } from '../token/token.scan.js';
import { wordAt, wordOf, type Word } from '../token/word.entry.js';
import { DIGITS, LETTERS, ODD, POINTED, RUNNING, SILENT, TELLING } from '../token/word.cut.js';
import { piecesOf } from '../token/word.pieces.js';
import type { Span } from './claim.span.js';

/** A claim's words as its comparisons and its score ask for them, taken over from the tokens of its block. */
export interface ClaimWords {
  /** What `piecesOf` finds in the quotation. */
  readonly pieces: readonly Word[];
  /** What `wordsOf` of the scores finds in it; null where the two cut differently, and it is to be read again. */
  readonly scored: readonly ScoredWord[] | null;
}

const SPACE = 0x20;
const POINTS = '.,٫٬/';

/** Nothing but a blank, or what neither way of cutting sees, stands between two tokens; variation signs may belong to the word before. */
function isPlainGap(text: string, from: number, to: number): boolean {
  if (to - from <= 1 && (from === to || text.charCodeAt(from) === SPACE)) return true;
  for (let i = from; i < to; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xfe00 && unit <= 0xfe0f) return false;
  }
  return true;
}

/** «12.» and «12,» end a number; what goes on behind such a point may be the same number to a score. */
function runsOn(token: Token, next: Token | undefined, afterNext: Token | undefined): boolean {
  if (!next || next.start !== token.end) return false;
  if (token.word.cut === RUNNING) return next.word.cut === RUNNING;
  return (
    POINTS.includes(next.word.raw) &&
    afterNext?.start === next.end &&
    (afterNext.kind === 'number' || POINTS.includes(afterNext.word.raw))
  );
}

/** The words of text[span), which tokens[from, to) cover; cut anew where a token is not a plain word, number or mark. */
export function claimWords(text: string, tokens: readonly Token[], from: number, to: number, span: Span): ClaimWords {
  return (
    plainWords(text, tokens, from, to, span) ?? {
      pieces: piecesOf(text.slice(span.start, span.end)).map(wordOf),
      scored: null,
    }
  );
}

function plainWords(text: string, tokens: readonly Token[], from: number, to: number, span: Span): ClaimWords | null {
  const pieces: Word[] = [];
  const scored: ScoredWord[] = [];
  if (tokens[to - 1]?.end !== span.end) return null;
  for (let k = from; k < to; k += 1) {
    const token = tokens[k];
    if (!token) return null;
    const start = Math.max(token.start, span.start);
    // a joined «و» is left out in front
    const word = start === token.start ? token.word : wordAt(text, start, token.end);
    const { cut } = word;
    const next = k + 1 < to ? tokens[k + 1] : undefined;
    if (cut === ODD || (next && !isPlainGap(text, token.end, next.start))) return null;
    if (cut === LETTERS || cut === DIGITS) pieces.push(word);
    else if (cut === POINTED) pieces.push(...piecesOf(word.raw).map(wordOf));
    if ((cut === DIGITS || cut === POINTED || cut === RUNNING) && runsOn(token, next, tokens[k + 2])) return null;
    if (cut === SILENT || cut === RUNNING) continue;
    const type = cut === LETTERS ? 'word' : cut === TELLING ? 'mark' : 'number';
    scored.push({ text: word.raw, folded: word.norm, start: start - span.start, end: token.end - span.start, type });
  }
  return { pieces, scored };
}
