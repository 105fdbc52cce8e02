import type { Token } from '../token/token.scan.js';
import { withFlags, wordOf } from '../token/word.entry.js';

/** Single marks that quote ('…', ‘…’) by their offsets, and the double ones inside them, which quote within. */
export interface SingleQuotes {
  /** true opens, false closes */
  readonly marks: ReadonlyMap<number, boolean>;
  readonly inner: ReadonlySet<number>;
}

export const NO_SINGLES: SingleQuotes = { marks: new Map(), inner: new Set() };

/** A quotation may run over this many units, no more. */
const REACH = 600;
/** "'90s", "'em", "rock 'n' roll": a letter left out, nothing quoted. */
const ELISION = /^['‘’](?:\d\ds?(?![\p{L}\p{N}])|(?:em|til|tis|twas|cause|bout|n)(?!\p{L}))/iu;
const LETTER = /[\p{L}\p{N}]/u;

const opens = (text: string, at: number, from: number): boolean =>
  (at === from || /[\s([“"—–:]/.test(text.charAt(at - 1))) &&
  /[\p{L}\p{N}"“£$€¥]/u.test(text.charAt(at + 1)) &&
  !ELISION.test(text.slice(at, at + 8));

const closes = (text: string, at: number, to: number): boolean =>
  /[\p{L}\p{N}.,!?…%)\]"”]/u.test(text.charAt(at - 1)) && (at + 1 >= to || !LETTER.test(text.charAt(at + 1)));

/** "the patients' savings": may be whose it is. */
const mayOwn = (text: string, at: number): boolean => /^s['’] \p{Ll}/u.test(text.slice(at - 1, at + 3));

/** The mark that closes what `open` opened: the first that cannot stand for a letter, else the first of all; -1 without one. */
function closerOf(text: string, open: number, to: number): number {
  let weak = -1;
  for (let at = open + 2; at < Math.min(to, open + REACH); at += 1) {
    const char = text.charAt(at);
    if (char !== "'" && char !== '’' && char !== '‘') continue;
    if (char !== '’' && opens(text, at, open)) break;
    if (char === '‘' || !closes(text, at, to)) continue;
    if (!mayOwn(text, at)) return at;
    if (weak < 0) weak = at;
  }
  return weak;
}

/** The single marks of a block that quote, as British desks print them; an apostrophe is none, nor is a mark inside double ones. */
export function singleQuotes(text: string, from: number, to: number): SingleQuotes {
  const block = text.slice(from, to);
  if (!/(?:^|[\s([“"—–:])['‘]/.test(block)) return NO_SINGLES;
  const marks = new Map<number, boolean>();
  const inner = new Set<number>();
  let double = -1;
  for (let at = from; at < to; at += 1) {
    const char = text.charAt(at);
    if (double >= 0 && (char === '”' || char === '"' || at - double > REACH)) double = -1;
    else if (double < 0 && (char === '“' || char === '"')) double = at;
    if (double >= 0 || (char !== "'" && char !== '‘') || !opens(text, at, from)) continue;
    const close = closerOf(text, at, to);
    if (close < 0) continue;
    marks.set(at, true).set(close, false);
    for (let n = at + 1; n < close; n += 1) if ('"“”'.includes(text.charAt(n))) inner.add(n);
    at = close;
  }
  return marks.size === 0 ? NO_SINGLES : { marks, inner };
}

const OPENING = wordOf('“');
const CLOSING = wordOf('”');
const PLAIN = withFlags(wordOf('"'), 0);

/** The tokens with single marks that quote taken for double ones. */
export function quotingTokens(tokens: Token[], { marks, inner }: SingleQuotes): Token[] {
  if (marks.size === 0) return tokens;
  return tokens.map((token) => {
    const opening = token.kind === 'mark' ? marks.get(token.start) : undefined;
    if (opening !== undefined) return { ...token, word: opening ? OPENING : CLOSING };
    return inner.has(token.start) ? { ...token, word: PLAIN } : token;
  });
}
