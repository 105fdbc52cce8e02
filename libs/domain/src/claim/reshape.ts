import { refuse, invalid, type Outcome } from '../refusal/refusal.js';
import type { FieldError } from '../refusal/refusal.facts.js';
import type { Claim, Disposition } from './claim.types.js';

/** A stretch of one block, half-open; the unit is the caller's. */
export interface Stretched {
  readonly blockId: string;
  readonly start: number;
  readonly end: number;
}

/**
 * One claim becomes several: at least two parts of its own words that do not overlap. The first part keeps the claim's identity and
 * so its history; none is the whole, since then nothing would be split.
 */
export function splitClaim(
  claim: Pick<Claim, 'disposition'>,
  whole: Stretched,
  parts: readonly Stretched[],
): Outcome<{ parts: readonly Stretched[] }> {
  if (claim.disposition === 'dismissed') return setAside();
  if (parts.length < 2) return invalid({ pointer: '/parts', code: 'too-few-parts' });
  const errors: FieldError[] = [];
  parts.forEach((part, index) => {
    const pointer = `/parts/${index}`;
    const inside = part.blockId === whole.blockId && part.start >= whole.start && part.end <= whole.end;
    if (!inside) errors.push({ pointer, code: 'part-outside' });
    else if (part.start === whole.start && part.end === whole.end) errors.push({ pointer, code: 'part-is-whole' });
    if (parts.slice(0, index).some((other) => overlap(other, part))) errors.push({ pointer, code: 'parts-overlap' });
  });
  return errors.length > 0 ? invalid(...errors) : { ok: true, parts };
}

function overlap(a: Stretched, b: Stretched): boolean {
  return a.blockId === b.blockId && a.start < b.end && b.start < a.end;
}

interface Mergeable {
  readonly id: string;
  readonly articleId: string;
  readonly disposition: Disposition;
}

/** Several claims that say one thing become one: the others, of the same article, are set aside as its duplicates. */
export function mergeClaims(
  claim: Mergeable,
  others: readonly Mergeable[],
): Outcome<{ duplicateOf: string; reason: 'duplicate' }> {
  if (claim.disposition === 'dismissed') return setAside();
  const errors = others.flatMap(({ id, articleId, disposition }, index): FieldError[] => {
    const pointer = `/claimIds/${index}`;
    if (id === claim.id) return [{ pointer, code: 'same-claim' }];
    if (articleId !== claim.articleId) return [{ pointer, code: 'other-article' }];
    if (disposition === 'dismissed') return [{ pointer, code: 'set-aside-already' }];
    return [];
  });
  return errors.length > 0 ? invalid(...errors) : { ok: true, duplicateOf: claim.id, reason: 'duplicate' };
}

/** The stretch that covers all, where they stand in one block; null where they do not. */
export function hullOf(stretches: readonly Stretched[]): Stretched | null {
  const [first] = stretches;
  if (!first || stretches.some(({ blockId }) => blockId !== first.blockId)) return null;
  return {
    blockId: first.blockId,
    start: Math.min(...stretches.map(({ start }) => start)),
    end: Math.max(...stretches.map(({ end }) => end)),
  };
}

function setAside() {
  return refuse('not-in-state', { kind: 'claim', state: 'dismissed', allowed: ['proposed', 'active'] });
}
