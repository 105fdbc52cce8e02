import { frameFrom, toCodePoint, type Frame } from '#domain';
import { attributionReader, type ExtractedClaim } from '#language';
import type { StoredAttribution, StoredBlock, StoredSentence } from '#persistence';

/** The sentences a span lies in, as one piece of the block. */
export function contextOf(
  block: { id: string; text: string },
  start: number,
  end: number,
  sentences: readonly StoredSentence[],
): string {
  const touched = sentences.filter(
    (sentence) => sentence.blockId === block.id && sentence.start < end && sentence.end > start,
  );
  if (touched.length === 0) return block.text.slice(start, end);
  return block.text.slice(
    Math.min(start, ...touched.map((sentence) => sentence.start)),
    Math.max(end, ...touched.map((sentence) => sentence.end)),
  );
}

/** An attribution as read, wherever its links stand. */
export type LanguageAttribution = Omit<NonNullable<ExtractedClaim['attribution']>, 'links'> & {
  readonly links: readonly Pick<
    NonNullable<ExtractedClaim['attribution']>['links'][number],
    'role' | 'name' | 'type'
  >[];
};

export function storedAttribution(attribution: LanguageAttribution): StoredAttribution {
  const { anonymous, sourceCount, cue, stance, negated, links } = attribution;
  return {
    anonymous,
    sourceCount,
    cue,
    stance,
    negated,
    links: links.map(({ role, name, type }) => ({ role, name, type })),
  };
}

/** The frame that governs a span of a block: what a claim's hash and re-anchoring go by. Depends on the block's text alone. */
export function frameReader(language: 'ar' | 'en'): (blockText: string, start: number, end: number) => Frame | null {
  const attributionAt = attributionReader(language);
  return (blockText, start, end) => frameFrom(attributionAt(blockText, start, end));
}

/** Order of a place in the text: block first, then offset. */
export function positionOf(blocks: readonly StoredBlock[], blockId: string, start: number): number {
  return blocks.findIndex(({ id }) => id === blockId) * 2 ** 24 + start;
}

/** UTF-16 span of a block as the code points that are stored and sent. */
export function codePoints(block: { text: string }, start: number, end: number): { startAt: number; endAt: number } {
  return { startAt: toCodePoint(block.text, start)!, endAt: toCodePoint(block.text, end)! };
}
