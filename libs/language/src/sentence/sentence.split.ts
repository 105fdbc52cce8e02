import { opensSpeech } from './quote.pairs.js';
import { NO_SINGLES, type SingleQuotes } from './single.quotes.js';
import { charClass, NEWLINE, SPACE } from '../text/char.table.js';
import { FINITE, wordOf } from '../token/word.entry.js';

/** Offsets are UTF-16 into the text given. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

export interface SentenceSplit {
  readonly sentences: readonly Sentence[];
  /** Offsets of opening quotation marks that nothing closes within the block. */
  readonly unbalanced: readonly number[];
}

const TERMINALS = '.؟?!…۔';
const CLOSERS = '”»"’)]\'*';
const OPENING = '“«„';
const CLOSING = '”»';
/** A quotation or bracket may keep sentences together over this many units, no more: broken marks must not swallow an article. */
const MERGE_CAP = 600;
const ABBREVIATION =
  /(?:^|[\s(«“"'،])(?:[أ-ي]|أ\.د|ا\.د|د|[A-Z]|Mr|Mrs|Ms|Dr|Prof|St|Sen|Rep|Gov|Gen|Col|Lt|Maj|Capt|Sgt|Rev|Hon|Jr|Sr|No|Nos|vs|Inc|Corp|Co|Ltd|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|U\.S|U\.K|U\.N|E\.U|a\.m|p\.m|i\.e|e\.g|Ph\.D|D\.C|etc|approx|est|Fig|Art)$/;
const ENDS_SENTENCE_ANYWAY = /(?:U\.S|U\.K|U\.N|E\.U|a\.m|p\.m|D\.C|Inc|Corp|Ltd|etc|Ph\.D)$/;

/** The units at which anything can happen. */
const SIGNS = new Uint8Array(0x10000);
for (const sign of `"${TERMINALS}${OPENING}${CLOSING}`) SIGNS[sign.charCodeAt(0)] = 1;

function isBlank(text: string, at: number): boolean {
  const kind = charClass(text.charCodeAt(at));
  return kind === SPACE || kind === NEWLINE;
}

/** True when the point at `at` ends no sentence: an abbreviation, an initial, a decimal or a dotted name. */
function innerPoint(text: string, from: number, at: number): boolean {
  if (text.charAt(at) !== '.') return false;
  const next = text.charAt(at + 1);
  if (next && !isBlank(text, at + 1) && !CLOSERS.includes(next) && !TERMINALS.includes(next) && !OPENING.includes(next))
    return true;
  const before = text.slice(Math.max(from, at - 8), at);
  if (!ABBREVIATION.test(before)) return false;
  if (!ENDS_SENTENCE_ANYWAY.test(before)) return true;
  if (opensArabicSentence(text, at + 1)) return false;
  return !/^\s+["“']?(?:The|A|An|He|She|It|They|We|In|On|But|And|His|Her|That|This|Mr|Ms)\b/.test(
    text.slice(at + 1, at + 12),
  );
}

/** «شركة … Ltd. وقالت الوزارة»: a verb joined by «و» goes on with another sentence, anything else with the same. */
function opensArabicSentence(text: string, at: number): boolean {
  const next = /^\s+(و[\u0621-\u0652]{2,20})(?![\p{L}\p{M}])/u.exec(text.slice(at, at + 24))?.[1];
  return next !== undefined && wordOf(next).conjunction === 'و' && (wordOf(next).flags & FINITE) !== 0;
}

/** After a quotation that ends in a full stop: a capital, or an Arabic word that is no closing «قال». */
const NEW_SENTENCE = /^\s+(?:["“«'‘]?\p{Lu}|(?!قال|يقول|تقول|بحسب|وفق|حسب|كما|على حد)\p{Script=Arabic})/u;

interface QuoteState {
  open: number;
  sign: string;
}

/** Follows quotation marks; a straight mark opens and closes in turn, a wrongly turned one is taken as what is missing. */
function stepQuote(text: string, state: QuoteState, char: string, at: number): void {
  if (char === '"') {
    if (state.open >= 0 && state.sign === '"') state.open = -1;
    else if (state.open < 0) Object.assign(state, { open: at, sign: char });
  } else if (OPENING.includes(char)) {
    if (state.open < 0) Object.assign(state, { open: at, sign: char });
  } else if (CLOSING.includes(char)) {
    if (state.open >= 0 && state.sign !== '"' && state.sign !== "'") state.open = -1;
    else if (state.open < 0 && opensSpeech(text, at)) Object.assign(state, { open: at, sign: char });
  }
}

/** A single mark of which it is known whether it opens or closes. */
function stepSingle(state: QuoteState, opening: boolean, at: number): void {
  if (opening && state.open < 0) Object.assign(state, { open: at, sign: "'" });
  else if (!opening && state.sign === "'") state.open = -1;
}

/**
 * Sentences of one block. Full stops inside a balanced quotation do not end a sentence; an unbalanced one is reported and ignored
 * after 600 units. One pass, and at most one more over the part after a mark that nothing closes.
 */
export function splitSentences(
  text: string,
  from = 0,
  to = text.length,
  { marks }: SingleQuotes = NO_SINGLES,
): SentenceSplit {
  const sentences: Sentence[] = [];
  const unbalanced: number[] = [];
  const ignored = new Set<number>();
  let start = from;
  const push = (end: number): void => {
    addSentence(text, sentences, start, end);
    start = end;
  };
  const state: QuoteState = { open: -1, sign: '' };
  for (let i = from; i < to; i += 1) {
    const unit = text.charCodeAt(i);
    const single = marks.size > 0 ? marks.get(i) : undefined;
    if (!SIGNS[unit] && single === undefined && (state.open < 0 || (i - state.open <= MERGE_CAP && i < to - 1)))
      continue;
    const char = text.charAt(i);
    const inside = state.open >= 0;
    if (single !== undefined && !ignored.has(i)) stepSingle(state, single, i);
    else if (isQuoteSign(char) && !ignored.has(i)) stepQuote(text, state, char, i);
    if (inside && state.open < 0 && endsWithQuote(text, i)) {
      push(i + 1);
      continue;
    }
    const isLast = i === to - 1;
    if (
      state.open >= 0 &&
      (i - state.open > MERGE_CAP || isLast) &&
      !(isLast && (single === false || isClosedAt(text, state, i)))
    ) {
      // nothing closes it in reach: forget the mark and read on from there as plain text
      unbalanced.push(state.open);
      ignored.add(state.open);
      i = Math.max(state.open, start - 1);
      state.open = -1;
      continue;
    }
    if (state.open >= 0 || !TERMINALS.includes(char) || innerPoint(text, start, i)) continue;
    const { end, goesOn } = stopAt(text, i, to);
    if (!goesOn) push(end);
    i = end - 1;
  }
  push(to);
  return { sentences, unbalanced };
}

/** Without the blanks around it; what has neither letter nor number belongs to the sentence before. */
function addSentence(text: string, sentences: Sentence[], start: number, end: number): void {
  let a = start;
  let b = end;
  while (a < b && isBlank(text, a)) a += 1;
  while (b > a && isBlank(text, b - 1)) b -= 1;
  if (a >= b) return;
  const previous = sentences[sentences.length - 1];
  if (previous && !/[\p{L}\p{N}]/u.test(text.slice(a, Math.min(b, a + 200))))
    sentences[sentences.length - 1] = { start: previous.start, end: b };
  else sentences.push({ start: a, end: b });
}

const isQuoteSign = (char: string): boolean => char === '"' || OPENING.includes(char) || CLOSING.includes(char);

/** The mark at `at` closes a quotation that ended with a full stop of its own, and a new sentence follows. */
const endsWithQuote = (text: string, at: number): boolean =>
  TERMINALS.includes(text.charAt(at - 1)) && NEW_SENTENCE.test(text.slice(at + 1, at + 14));

/** Where the full stop at `at` ends with the marks behind it; three points end no sentence unless one begins behind them. */
function stopAt(text: string, at: number, to: number): { end: number; goesOn: boolean } {
  let end = at + 1;
  while (end < to && TERMINALS.includes(text.charAt(end))) end += 1;
  const ellipsis = end - at > 1 && text.charAt(at) === '.';
  while (end < to && CLOSERS.includes(text.charAt(end)) && !opensQuote(text, end, to)) end += 1;
  return { end, goesOn: ellipsis && end < to && !/^\s+[A-Z“"«]/.test(text.slice(end, end + 3)) };
}

function isClosedAt(text: string, state: QuoteState, at: number): boolean {
  return (
    state.open !== at &&
    (text.charAt(at) === '"' ? state.sign === '"' : CLOSING.includes(text.charAt(at)) && state.sign !== '"')
  );
}

/** A straight mark after a full stop opens when a blank stands before it and none after. */
function opensQuote(text: string, at: number, to: number): boolean {
  const char = text.charAt(at);
  return (char === '"' || char === "'") && isBlank(text, at - 1) && at + 1 < to && !isBlank(text, at + 1);
}

/** Ordered sentences of a text: newlines always divide, then `splitSentences` inside each line. */
export function sentencesOf(text: string, _language?: 'ar' | 'en'): readonly Sentence[] {
  const all: Sentence[] = [];
  for (let from = 0; from < text.length;) {
    const found = text.indexOf('\n', from);
    const stop = found < 0 ? text.length : found;
    all.push(...splitSentences(text, from, stop).sentences);
    from = stop + 1;
  }
  return all;
}
