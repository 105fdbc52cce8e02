import { fromCodePoint } from '#domain';
import type { AnchorRow, RevisionRow } from '#persistence';
import type { ReportQuote } from '#reporting';

/** The claim's words where they stand or, of a claim that has lost its place, where they stood last. */
export function placeEntry(anchor: AnchorRow, revision: RevisionRow): ReportQuote {
  const block = revision.blocks.find(({ id }) => id === anchor.blockId)!;
  const start = fromCodePoint(block.text, anchor.startAt!)!;
  const end = fromCodePoint(block.text, anchor.endAt!)!;
  const touched = revision.sentences.filter(
    (sentence) => sentence.blockId === block.id && sentence.start < end && sentence.end > start,
  );
  const from = Math.min(start, ...touched.map((sentence) => sentence.start));
  const to = Math.max(end, ...touched.map((sentence) => sentence.end));
  return {
    quote: block.text.slice(start, end),
    before: block.text.slice(from, start),
    after: block.text.slice(end, to),
    blockId: block.id,
    field: block.field,
    start: anchor.startAt!,
    end: anchor.endAt!,
  };
}
