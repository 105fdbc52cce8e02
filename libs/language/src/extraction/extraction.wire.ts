import { codePointIndex } from '../text/codepoint.index.js';
import type { Extraction } from './extraction.types.js';

/** What the command line and POST /extractions print: every offset in code points, members exactly those of the published shape. */
export function toWire(extraction: Extraction) {
  const index = codePointIndex(extraction.text.content);
  const point = (offset: number): number => index.toCodePoint(offset);
  const span = <T extends { start: number; end: number }>(item: T): T => ({
    ...item,
    start: point(item.start),
    end: point(item.end),
  });
  return {
    language: extraction.language,
    title: extraction.title ? span(extraction.title) : null,
    rules: extraction.rules,
    text: { sha256: extraction.text.sha256, length: index.length },
    blocks: extraction.blocks.map(span),
    setAside: extraction.setAside.map(span),
    flags: extraction.flags.map(span),
    sentences: extraction.sentences.map(span),
    claims: extraction.claims.map((claim) => ({
      ...span(claim),
      dates: claim.dates.map(span),
      attribution: claim.attribution && {
        anonymous: claim.attribution.anonymous,
        sourceCount: claim.attribution.sourceCount,
        cue: claim.attribution.cue,
        stance: claim.attribution.stance,
        links: claim.attribution.links.map((link) =>
          span({ role: link.role, name: link.name, type: link.type, start: link.start, end: link.end }),
        ),
      },
    })),
    duplicates: extraction.duplicates,
    headlines: extraction.headlines,
  };
}

export type ExtractionWire = ReturnType<typeof toWire>;
