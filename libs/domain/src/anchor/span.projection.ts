import { strictForm } from '#language';
import { graphemeEnd, graphemeStart } from './text.offsets.js';
import { alignWords, wordMatch } from './word.alignment.js';
import type { Token } from './text.reader.js';
import type { WordVocabulary } from './word.vocabulary.js';

/** A stretch of one block: its whole text and the words of the sentences at hand (offsets into that text). */
export interface Stretch {
  readonly text: string;
  readonly tokens: readonly Token[];
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Projection extends Span {
  /** Likeness of the words inside the span before and after, 0–1 by weight. */
  readonly likeness: number;
  /** True when the words on both sides of the span (or the ends of the stretch) were kept, so that its place is certain. */
  readonly bounded: boolean;
  /** The word right before the span if it was put in there, beside a word that was kept (or at the head of the stretch). */
  readonly insertedBefore: Token | null;
}

/** Where a span of the old stretch stands in the new one, by aligning their words; null when nothing of it is left. */
export function projectSpan(span: Span, old: Stretch, now: Stretch, words: WordVocabulary): Projection | null {
  const from = old.tokens.findIndex(({ end }) => end > span.start);
  const to = old.tokens.findLastIndex(({ start }) => start < span.end);
  if (from < 0 || to < from) return null;
  const image = sameKeys(old.tokens, now.tokens)
    ? Int32Array.from(old.tokens, (_, i) => i)
    : alignWords(old.tokens, now.tokens);
  keepClaimWords(image, old.tokens, now.tokens, from, to);
  const range = imageRange(image, from, to, now.tokens.length);
  if (!range) return null;
  const minimal = charSpan(span, old, now, from, to, range);
  if (minimal.end <= minimal.start) return null;
  const likeness = spanLikeness(old.tokens, now.tokens, image, from, to, range, words);
  const bounded = keptBefore(image, from, range.first) && keptAfter(image, to, range.last, now.tokens.length);
  const neighbour = image[from - 1] ?? -1;
  const inserted = (from === 0 || neighbour >= 0) && neighbour < range.first - 1;
  return { ...minimal, likeness, bounded, insertedBefore: inserted ? (now.tokens[range.first - 1] ?? null) : null };
}

function sameKeys(a: readonly Token[], b: readonly Token[]): boolean {
  return a.length === b.length && a.every(({ key }, i) => key === b[i]?.key);
}

/**
 * Of two equal words side by side the alignment cannot say which one was cut («إن. إن قال» became «إن قال») or put in:
 * it was the one that is not the claim's, so that a claim whose words all stand, and stand together, keeps them.
 */
function keepClaimWords(image: Int32Array, olds: readonly Token[], news: readonly Token[], from: number, to: number) {
  let first = keptIndexAfter(image, from - 1);
  let last = keptIndexBefore(image, to + 1);
  if (first > to) return;
  const take = (own: number, beside: number, at: number) => {
    if (image[beside] !== at || olds[beside]!.key !== olds[own]!.key) return false;
    image[own] = at;
    image[beside] = -1;
    return true;
  };
  while (first > from && take(first - 1, keptIndexBefore(image, first), image[first]! - 1)) first--;
  while (last < to && take(last + 1, keptIndexAfter(image, last), image[last]! + 1)) last++;
  const draw = (own: number, at: number) => {
    if (image[own]! >= 0 && news[at]?.key === olds[own]!.key) image[own] = at;
  };
  for (let own = last - 1; own >= first; own--) draw(own, image[own + 1]! - 1);
  for (let own = first + 1; own <= last; own++) if (image[own - 1]! >= 0) draw(own, image[own - 1]! + 1);
}

interface TokenRange {
  first: number;
  last: number;
}

/**
 * The new words for old words from…to. Where the claim's first or last words were replaced, the words put in their
 * place belong to it, as many as the claim's share of the replaced words, never those put in beside it.
 */
function imageRange(image: Int32Array, from: number, to: number, newLength: number): TokenRange | null {
  let firstKept = from;
  while (firstKept <= to && image[firstKept]! < 0) firstKept++;
  if (firstKept > to) return replacedRange(image, from, to, newLength);
  let lastKept = to;
  while (image[lastKept]! < 0) lastKept--;
  let first = image[firstKept]!;
  let last = image[lastKept]!;
  if (firstKept > from) {
    const room = first - 1 - imageBefore(image, from);
    const outside = from - 1 - keptIndexBefore(image, from);
    first -= outside > 0 ? Math.min(firstKept - from, room) : room;
  }
  if (lastKept < to) {
    const room = imageAfter(image, to, newLength) - 1 - last;
    const outside = keptIndexAfter(image, to) - 1 - to;
    last += outside > 0 ? Math.min(to - lastKept, room) : room;
  }
  return { first, last };
}

/** No word of the claim is left: what stands between its kept neighbours, if anything does. */
function replacedRange(image: Int32Array, from: number, to: number, newLength: number): TokenRange | null {
  const before = keptIndexBefore(image, from);
  const after = keptIndexAfter(image, to);
  const first = imageBefore(image, from) + 1;
  const last = imageAfter(image, to, newLength) - 1;
  if (last < first) return null;
  const oldGap = after - before - 1;
  if (oldGap === to - from + 1) return { first, last };
  const share = (last - first + 1) / oldGap;
  return {
    first: Math.min(last, first + Math.round((from - before - 1) * share)),
    last: Math.max(first, Math.min(last, first + Math.round((to - before) * share) - 1)),
  };
}

function keptIndexBefore(image: Int32Array, index: number): number {
  let i = index - 1;
  while (i >= 0 && image[i]! < 0) i--;
  return i;
}

function keptIndexAfter(image: Int32Array, index: number): number {
  let i = index + 1;
  while (i < image.length && image[i]! < 0) i++;
  return i;
}

function imageBefore(image: Int32Array, index: number): number {
  return image[keptIndexBefore(image, index)] ?? -1;
}

function imageAfter(image: Int32Array, index: number, newLength: number): number {
  return image[keptIndexAfter(image, index)] ?? newLength;
}

function keptBefore(image: Int32Array, from: number, first: number): boolean {
  return from === 0 ? first === 0 : first > 0 && image[from - 1] === first - 1;
}

function keptAfter(image: Int32Array, to: number, last: number, newLength: number): boolean {
  return to === image.length - 1 ? last === newLength - 1 : image[to + 1] === last + 1;
}

function spanLikeness(
  olds: readonly Token[],
  news: readonly Token[],
  image: Int32Array,
  from: number,
  to: number,
  range: TokenRange,
  words: WordVocabulary,
): number {
  let kept = 0;
  let total = 0;
  for (let i = from; i <= to; i++) {
    const old = olds[i]!;
    const at = image[i]!;
    const weight = words.weightOf(old);
    total += weight;
    if (at >= 0) kept += 2 * weight * wordMatch(old, news[at]!);
  }
  for (const token of news.slice(range.first, range.last + 1)) total += words.weightOf(token);
  return total === 0 ? 0 : Math.min(1, kept / total);
}

/** From words to characters: punctuation at the claim's ends goes along when it is still there. */
function charSpan(span: Span, old: Stretch, now: Stretch, from: number, to: number, range: TokenRange): Span {
  const [oldFirst, oldLast] = [old.tokens[from]!, old.tokens[to]!];
  const [newFirst, newLast] = [now.tokens[range.first]!, now.tokens[range.last]!];
  const start =
    span.start <= oldFirst.start
      ? startBefore(old.text.slice(span.start, oldFirst.start), old.text, oldFirst, now, range.first)
      : insideStart(old.text.slice(span.start, oldFirst.end), now.text, newFirst);
  const end =
    span.end >= oldLast.end
      ? newLast.end + trailLength(old.text.slice(oldLast.end, span.end), after(now, range.last))
      : insideEnd(old.text.slice(oldLast.start, span.end), now.text, newLast);
  return { start: graphemeStart(now.text, start), end: graphemeEnd(now.text, Math.max(start, end)) };
}

/** Where the claim begins: at the marks that led it in, if they are still there; else behind a و or ف that joined its sentence to another. */
function startBefore(lead: string, oldText: string, old: Token, now: Stretch, index: number): number {
  const { start, end } = now.tokens[index]!;
  if (lead !== '') return start - leadLength(lead, before(now, index));
  const joined = now.text.slice(start, end);
  return /^[وف]/.test(joined) && joined.slice(1) === oldText.slice(old.start, old.end) ? start + 1 : start;
}

/** What stands between a word and the word before it (or the start of the text). */
function before({ text, tokens }: Stretch, index: number): string {
  const end = tokens[index]!.start;
  return text.slice(tokens[index - 1]?.end ?? Math.max(0, end - 64), end);
}

function after({ text, tokens }: Stretch, index: number): string {
  const start = tokens[index]!.end;
  return text.slice(start, tokens[index + 1]?.start ?? start + 64);
}

const marksOnly = (text: string) => strictForm(text).replace(/ /g, '');

function leadLength(lead: string, room: string): number {
  if (room.endsWith(lead)) return lead.length;
  const wanted = marksOnly(lead);
  for (let length = 1; length <= room.length; length++) if (marksOnly(room.slice(-length)) === wanted) return length;
  return 0;
}

function trailLength(trail: string, room: string): number {
  if (room.startsWith(trail)) return trail.length;
  const wanted = marksOnly(trail);
  for (let length = 1; length <= room.length; length++) if (marksOnly(room.slice(0, length)) === wanted) return length;
  const closing = /^["'”’»)\]]*[.!?؟…۔،,؛;]?["'”’»)\]]*/u.exec(room)?.[0] ?? '';
  return /[.!?؟…۔]/u.test(trail) ? closing.length : 0;
}

/** The claim began inside a word (after a proclitic): it still does if the word still ends that way, marks and shapes aside. */
function insideStart(rest: string, text: string, token: Token): number {
  const wanted = strictForm(rest);
  for (let start = token.end - 1; start >= token.start; start--)
    if (strictForm(text.slice(start, token.end)) === wanted) return start;
  return token.start;
}

function insideEnd(head: string, text: string, token: Token): number {
  const wanted = strictForm(head);
  for (let end = token.end; end > token.start; end--)
    if (strictForm(text.slice(token.start, end)) === wanted) return end;
  return token.end;
}
