import { fold } from '../normal/normal.fold.js';

/** One line of the text, trimmed, with what the block rules ask about it. Offsets are UTF-16 into the decoded text. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** Folded beginning of the line (at most 240 units), without bullets, markdown and closing colon. */
  readonly key: string;
  readonly words: number;
  readonly terminated: boolean;
  readonly question: boolean;
  readonly bullet: boolean;
  readonly markdown: boolean;
  readonly blankBefore: boolean;
  blankAfter: boolean;
}

const KEY_UNITS = 240;
const BLANK = /[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/;
const BLANKS = new Uint8Array(0x10000);
for (let unit = 0; unit < 0x10000; unit += 1) if (BLANK.test(String.fromCharCode(unit))) BLANKS[unit] = 1;
const isBlank = (text: string, at: number): boolean => BLANKS[text.charCodeAt(at)] === 1;

const BULLET = /^[•▪●◦‣·–—-]\s+|^\d{1,2}[.)]\s+(?=\S)/;
const MARKDOWN = /^(?:#{1,6}\s|\*[^*\s].*\*$|\*\*.*\*\*$|__.*__$)/;
const LEADING = new Set(' \t•▪●◦‣·*#_>|–—-');
const TRAILING = new Set(' \t:؛*_#|.…»›→←-');
const TERMINAL = /[.؟?!…。][")”»’'\]\s*]*$/;

/** Number of blank-separated words, counted up to a limit so that a huge line costs no more than a long one. */
export function countWords(text: string, from: number, to: number, limit: number): number {
  let count = 0;
  let inside = false;
  for (let i = from; i < to && count < limit; i += 1) {
    const blank = isBlank(text, i);
    if (!blank && !inside) count += 1;
    inside = !blank;
  }
  return count;
}

/** Of what is folded: every blank is a space already. */
const singleSpaced = (folded: string): string => (folded.includes('  ') ? folded.replace(/ {2,}/g, ' ') : folded);

function lineOf(text: string, start: number, end: number, blankBefore: boolean): Line {
  const head = text.slice(start, Math.min(end, start + KEY_UNITS));
  const tail = text.slice(Math.max(start, end - 24), end);
  const folded = fold(head);
  let a = 0;
  let b = folded.length;
  while (a < b && LEADING.has(folded.charAt(a))) a += 1;
  while (b > a && TRAILING.has(folded.charAt(b - 1))) b -= 1;
  return {
    start,
    end,
    key: singleSpaced(folded.slice(a, b)),
    words: countWords(text, start, end, 80),
    terminated: TERMINAL.test(tail),
    question: /[؟?][")”»’'\s*]*$/.test(tail),
    bullet: BULLET.test(head),
    markdown: end - start <= KEY_UNITS && MARKDOWN.test(head),
    blankBefore,
    blankAfter: true,
  };
}

/** The non-blank lines of a text, in order. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let blank = true;
  for (let from = 0; from <= text.length;) {
    const found = text.indexOf('\n', from);
    const stop = found < 0 ? text.length : found;
    let start = from;
    let end = stop;
    while (start < end && isBlank(text, start)) start += 1;
    while (end > start && isBlank(text, end - 1)) end -= 1;
    const previous = lines[lines.length - 1];
    if (start < end) {
      if (previous) previous.blankAfter = blank;
      lines.push(lineOf(text, start, end, blank));
      blank = false;
    } else blank = true;
    from = stop + 1;
  }
  return lines;
}
