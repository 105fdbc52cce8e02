import { findQuote, fromCodePoint, Refusal, splitsGrapheme } from '#domain';
import type { RevisionRow, StoredBlock } from '#persistence';

/** A place in the current revision, by span (code points) or by quote. */
export type PlaceInput =
  | { readonly blockId: string; readonly start: number; readonly end: number }
  | { readonly quote: string; readonly occurrence?: number | undefined };

/** The same place inside the code. */
export interface Spot {
  readonly blockId: string;
  /** UTF-16. */
  readonly start: number;
  readonly end: number;
}

/** The UTF-16 span that a caller means. @throws Refusal naming what is wrong with it */
export function spotOf(revision: RevisionRow, place: PlaceInput): Spot {
  const readable = revision.blocks.filter(({ field }) => field !== 'aside');
  return 'quote' in place ? spotOfQuote(readable, place.quote, place.occurrence) : spotOfSpan(readable, place);
}

function spotOfQuote(blocks: readonly StoredBlock[], quote: string, occurrence: number | undefined): Spot {
  const places = findQuote(blocks, quote.normalize('NFC'));
  if (places.length === 0) throw new Refusal('quote-not-found', { occurrences: 0 });
  if (occurrence === undefined && places.length > 1) throw new Refusal('quote-ambiguous', { count: places.length });
  const place = places[(occurrence ?? 1) - 1];
  if (!place) throw new Refusal('quote-not-found', { occurrences: places.length });
  return place;
}

function spotOfSpan(blocks: readonly StoredBlock[], span: { blockId: string; start: number; end: number }): Spot {
  const block = blocks.find(({ id }) => id === span.blockId);
  if (!block)
    throw new Refusal('invalid', {
      errors: [{ pointer: '/blockId', code: 'unknown-block', detail: { id: span.blockId } }],
    });
  const start = fromCodePoint(block.text, span.start);
  const end = fromCodePoint(block.text, span.end);
  const length = [...block.text].length;
  // A span that runs past its block would stand in two.
  if (start === undefined || (end === undefined && span.start < length && span.end > length))
    throw new Refusal('span-crosses-blocks', { blockId: block.id });
  if (end === undefined || end <= start) throw new Refusal('span-out-of-range', { length });
  if (splitsGrapheme(block.text, start) || splitsGrapheme(block.text, end)) {
    throw new Refusal('span-inside-grapheme', { start: span.start, end: span.end });
  }
  return { blockId: block.id, start, end };
}

/** Where an anchor stands, as a place to confirm. @throws Refusal when it stands nowhere */
export function standingPlace(anchor: {
  status: string;
  blockId: string | null;
  startAt: number | null;
  endAt: number | null;
}): PlaceInput {
  if (anchor.blockId === null || anchor.startAt === null || anchor.endAt === null) {
    throw new Refusal('not-in-state', {
      kind: 'anchor',
      state: anchor.status,
      allowed: ['changed', 'exact', 'typographic', 'moved'],
    });
  }
  return { blockId: anchor.blockId, start: anchor.startAt, end: anchor.endAt };
}
