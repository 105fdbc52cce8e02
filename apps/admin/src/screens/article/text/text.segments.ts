import { unitOf } from './code.points.js';

/** A stretch of a block that something is about. Offsets in code points, end exclusive. */
export interface Span {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** A piece of a block between two neighbouring boundaries. */
export interface Segment {
  /** UTF-16 offset of its first letter in the block. */
  readonly at: number;
  readonly text: string;
  /** Whose spans cover it: the narrowest first, so that a click means the innermost. */
  readonly ids: readonly string[];
  /** Those of `ids` whose span begins here. */
  readonly begins: readonly string[];
}

/**
 * Cuts a text at every boundary of the spans, which may overlap and nest. The pieces joined are the text again, whatever the spans
 * are: those out of range are clipped, empty and inverted ones left out.
 */
export function segmentsOf(text: string, spans: readonly Span[]): Segment[] {
  const placed = spans
    .map(({ id, start, end }) => ({ id, from: unitOf(text, Math.max(0, start)), to: unitOf(text, end) }))
    .filter(({ from, to }) => from < to);
  const cuts = [...new Set([0, text.length, ...placed.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
  const narrowestFirst = placed.sort((a, b) => a.to - a.from - (b.to - b.from) || a.from - b.from);
  return cuts.slice(0, -1).map((at, index) => {
    const until = cuts[index + 1]!;
    const over = narrowestFirst.filter(({ from, to }) => from <= at && to >= until);
    return {
      at,
      text: text.slice(at, until),
      ids: over.map(({ id }) => id),
      begins: over.filter(({ from }) => from === at).map(({ id }) => id),
    };
  });
}
