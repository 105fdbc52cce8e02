import type { AnchorCandidate, Reanchoring } from './anchor.types.js';

/** How far a place must be ahead of the next to count as the better one. */
export const MARGIN = 0.08;
const SHOWN = 5;

/** Nothing is placed: a person decides between candidates, confirms the only one, or learns that there is none. */
export function unplaced(candidates: readonly AnchorCandidate[]): Reanchoring {
  const seen = new Set<string>();
  const distinct = [...candidates]
    .sort((a, b) => b.score - a.score)
    .filter(({ blockId, start, end }) => {
      const key = `${blockId} ${start} ${end}`;
      return !seen.has(key) && seen.add(key);
    })
    .slice(0, SHOWN);
  const [first, second] = distinct;
  if (!first) return { status: 'orphaned', candidates: [], flags: [] };
  const close = second !== undefined && second.score > first.score - MARGIN;
  return { status: close ? 'ambiguous' : 'suggested', candidates: distinct, flags: [] };
}
