import type { Attribution, AttributionLink } from '../attribution/attribution.types.js';
import type { Language } from '../attribution/block.analysis.js';
import type { SourceBlock } from '../block/block.sources.js';
import type { Block } from '../block/block.types.js';
import { headlineLinks, type HeadlineLink } from '../headline/headline.link.js';
import { languagesOf } from '../text/language.detect.js';
import { decodeText } from '../text/text.decode.js';
import { placedClaims, readBlocks, sameClaims } from './extract.js';
import { flagsOf } from './extraction.flag.js';
import type { ExtractedClaim, Flag } from './extraction.types.js';

export interface ExtractBlocksOptions {
  readonly language?: Language;
  readonly publishedAt?: string;
}

/** A link may stand in another block than its claim (an outlet named earlier); offsets are UTF-16 into that block's text. */
export interface BlockLink extends AttributionLink {
  readonly blockId: string;
}

export interface BlockClaim extends Omit<ExtractedClaim, 'attribution'> {
  readonly blockId: string;
  readonly attribution: (Omit<Attribution, 'links'> & { readonly links: readonly BlockLink[] }) | null;
}

export interface BlockExtraction {
  readonly language: Language | 'other';
  readonly rules: 'extract/1';
  readonly flags: readonly (Flag & { readonly blockId: string })[];
  readonly sentences: readonly { readonly blockId: string; readonly start: number; readonly end: number }[];
  readonly claims: readonly BlockClaim[];
  readonly duplicates: readonly (readonly [number, number])[];
  /** For every claim of a title, dek, caption or pull quote: the body claim it repeats and how far it departs from it. */
  readonly headlines: readonly HeadlineLink[];
}

interface Place {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

interface Laid {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Every block with its place, those set aside included: signs may stand in them. */
  readonly places: readonly Place[];
  /** Where chatbot residue was set aside first: what follows is suspect. */
  readonly chatbotFrom: number | null;
}

/** Lays the blocks out one under another so that the article is read in order. */
function layOut(sources: readonly SourceBlock[]): Laid {
  const parts: string[] = [];
  const blocks: Block[] = [];
  const places: Place[] = [];
  let at = 0;
  let chatbotFrom: number | null = null;
  for (const source of sources) {
    const text = decodeText(source.text);
    if (source.reason === 'chatbot') chatbotFrom ??= at;
    if (source.field !== 'aside') blocks.push({ id: source.id, field: source.field, start: at, end: at + text.length });
    places.push({ id: source.id, start: at, end: at + text.length });
    parts.push(text);
    at += text.length + 2;
  }
  return { text: parts.join('\n\n'), blocks, places, chatbotFrom };
}

function blockAt(blocks: readonly Place[], offset: number): Place | undefined {
  let from = 0;
  let to = blocks.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((blocks[middle]?.end ?? 0) < offset) from = middle + 1;
    else to = middle;
  }
  return blocks[from];
}

/** Extraction over an article kept as blocks (their texts in NFC, or brought to it). Spans are UTF-16 offsets into each block's own text. */
export function extractBlocks(sources: readonly SourceBlock[], options: ExtractBlocksOptions = {}): BlockExtraction {
  const { text, blocks, places, chatbotFrom } = layOut(sources);
  const { foreign, working } = languagesOf(text);
  const language = options.language ?? working;
  const readings = foreign ? [] : readBlocks(text, blocks, language, options.publishedAt);
  const inBlock = <T extends { readonly start: number; readonly end: number }>(item: T): T & { blockId: string } => {
    const block = blockAt(places, item.start);
    const base = block?.start ?? 0;
    return { ...item, blockId: block?.id ?? '', start: item.start - base, end: item.end - base };
  };
  const claims = readings.flatMap((reading) => reading.claims.map(({ claim }) => claim));
  const placed = placedClaims(readings);
  const headlines = headlineLinks(placed);
  const body = readings.filter(({ block }) => block.field === 'body').map(({ analysis }) => analysis);
  const unbalanced = body.flatMap((analysis) => analysis.unbalanced);
  const flags = flagsOf({ text, blocks, claims, unbalanced, chatbotFrom, publishedAt: options.publishedAt, foreign });
  return {
    language: foreign ? 'other' : language,
    rules: 'extract/1',
    flags: flags.map(inBlock),
    sentences: body.flatMap((analysis) => analysis.sentences).map(inBlock),
    claims: claims.map((claim) => {
      const { attribution } = claim;
      const block = inBlock(claim);
      const dates = claim.dates.map((date) => {
        const { start, end } = inBlock(date);
        return { ...date, start, end };
      });
      const links = attribution && { ...attribution, links: attribution.links.map(inBlock) };
      return { ...block, attribution: links, dates };
    }),
    duplicates: sameClaims(placed, headlines),
    headlines,
  };
}
