import { readTokens } from './text.reader.js';
import type { Span, Stretch } from './span.projection.js';

const NEIGHBOURS = 3;
const CLEAR = 0.5;

/** A place that may be meant instead of the one the alignment found; `fit` is 0–2. */
export interface QuoteTwin {
  readonly place: Span;
  readonly fit: number;
}

/**
 * Where the claim's words stand more than once in the sentences at hand, before or after, and the words beside them do
 * not tell which is meant: the other places. Empty when the alignment's choice is clear.
 */
export function quoteTwins(old: Stretch, claim: Span, now: Stretch, span: Span): QuoteTwin[] {
  const quote = old.text.slice(claim.start, claim.end);
  const oldPlaces = occurrences(old, quote);
  const newPlaces = occurrences(now, quote);
  const oldRank = oldPlaces.findIndex(({ end }) => end > claim.start);
  const newRank = newPlaces.findIndex(({ end }) => end > span.start);
  if (oldPlaces.length === newPlaces.length && oldRank === newRank) return [];
  const own = neighbourFit(old, claim, now, span);
  const rivals = [
    ...newPlaces.flatMap((place, n) => (n === newRank ? [] : [{ place, fit: neighbourFit(old, claim, now, place) }])),
    ...oldPlaces.flatMap((place, n) =>
      n === oldRank ? [] : [{ place: span, fit: neighbourFit(old, place, now, span) }],
    ),
  ];
  return rivals.filter(({ fit }) => fit > own - CLEAR);
}

function occurrences({ tokens }: Stretch, quote: string): Span[] {
  const keys = readTokens(quote).map(({ key }) => key);
  const found: Span[] = [];
  for (let i = 0; keys.length > 0 && i + keys.length <= tokens.length; i++) {
    if (!keys.every((key, n) => tokens[i + n]!.key === key)) continue;
    found.push({ start: tokens[i]!.start, end: tokens[i + keys.length - 1]!.end });
  }
  return found;
}

/** How many of the three words on each side of two places agree, 0–2. */
function neighbourFit(old: Stretch, oldSpan: Span, now: Stretch, newSpan: Span): number {
  const sides = (stretch: Stretch, span: Span) => ({
    before: stretch.tokens.filter(({ end }) => end <= span.start).slice(-NEIGHBOURS).reverse(),
    after: stretch.tokens.filter(({ start }) => start >= span.end).slice(0, NEIGHBOURS),
  }); // prettier-ignore
  const a = sides(old, oldSpan);
  const b = sides(now, newSpan);
  const fit = (x: readonly { stem: string }[], y: readonly { stem: string }[]) => {
    let equal = 0;
    while (equal < x.length && x[equal]!.stem === y[equal]?.stem) equal++;
    // Nothing further on either side: all there is agrees.
    return equal === x.length && equal === y.length ? 1 : equal / NEIGHBOURS;
  };
  return fit(a.before, b.before) + fit(a.after, b.after);
}
