import { alignBlocks, fromCodePoint, reanchorAll, textHashOf, turnsOf, type Anchor, type Reanchoring } from '#domain';
import { attributionAt } from '#language';
import type { AnchorRow, ClaimRow, NewAnchor, RevisionRow, StoredBlock } from '#persistence';
import { codePoints, contextOf, frameReader, storedAttribution } from './claim.words.js';
import type { PreparedText } from './prepared.types.js';

/** Blocks that are recognisably the same keep their ids, so that anchors into them stay put. */
export function withKeptIds(before: readonly StoredBlock[], prepared: PreparedText): PreparedText {
  const aligned = alignBlocks(before, prepared.blocks);
  const idOf = new Map(prepared.blocks.map((block, index) => [block.id, aligned[index]!.id]));
  const renamed = <T extends { blockId: string }>(item: T): T => ({ ...item, blockId: idOf.get(item.blockId)! });
  return {
    ...prepared,
    blocks: prepared.blocks.map((block) => ({ ...block, id: idOf.get(block.id)! })),
    setAside: prepared.setAside.map(renamed),
    sentences: prepared.sentences.map(renamed),
    claims: prepared.claims.map(renamed),
    flags: prepared.flags.map((flag) => ({ ...flag, blockId: flag.blockId && idOf.get(flag.blockId)! })),
  };
}

const readable = (blocks: readonly StoredBlock[]) => blocks.filter(({ field }) => field !== 'aside');

/** In the order of the rows. A claim that had no place before has none to lose: it stays as it is until a person acts. */
export function placeAll(
  rows: readonly ClaimRow[],
  anchors: ReadonlyMap<string, AnchorRow>,
  before: RevisionRow,
  text: PreparedText,
  language: 'ar' | 'en',
): Reanchoring[] {
  const blocks = new Map(before.blocks.map((block) => [block.id, block]));
  const placed: { index: number; anchor: Anchor }[] = [];
  for (const [index, row] of rows.entries()) {
    const anchor = anchorBefore(anchors.get(row.id), blocks);
    if (anchor) placed.push({ index, anchor });
  }
  const answers = reanchorAll(placed, readable(before.blocks), readable(text.blocks), {
    language,
    frameOf: frameReader(language),
  });
  const byIndex = new Map(placed.map(({ index }, at) => [index, answers[at]!]));
  return rows.map((_, index) => byIndex.get(index) ?? { status: 'orphaned', candidates: [], flags: [] });
}

function anchorBefore(row: AnchorRow | undefined, blocks: ReadonlyMap<string, StoredBlock>): Anchor | null {
  const block = row?.blockId ? blocks.get(row.blockId) : undefined;
  if (!row || !block || row.startAt === null || row.endAt === null) return null;
  const start = fromCodePoint(block.text, row.startAt);
  const end = fromCodePoint(block.text, row.endAt);
  return start === undefined || end === undefined
    ? null
    : { blockId: block.id, start, end, quote: block.text.slice(start, end) };
}

export function anchorRow(
  claim: ClaimRow,
  { status, anchor, candidates, flags }: Reanchoring,
  text: PreparedText,
  number: number,
): NewAnchor {
  const blocks = new Map(text.blocks.map((block) => [block.id, block]));
  const wire = ({ blockId, start, end }: Anchor) => codePoints(blocks.get(blockId)!, start, end);
  const place = anchor
    ? { blockId: anchor.blockId, ...wire(anchor), quote: anchor.quote }
    : { blockId: null, startAt: null, endAt: null, quote: claim.quote };
  return {
    claimId: claim.id,
    articleId: claim.articleId,
    revisionNumber: number,
    status,
    ...place,
    flags: [...flags],
    candidates: candidates.map((candidate) => {
      const { startAt, endAt } = wire(candidate);
      return { blockId: candidate.blockId, start: startAt, end: endAt, quote: candidate.quote, score: candidate.score };
    }),
    confirmedBy: null,
  };
}

/** What a claim says at a place of a text: its words, who it is attributed to there, and the fingerprint of both. */
export function wordsAt(
  text: Pick<PreparedText, 'blocks' | 'sentences'>,
  { blockId, start, end }: { blockId: string; start: number; end: number },
  language: 'ar' | 'en',
  /** An earlier wording: where only its vowel marks read otherwise (قَتَلَ, قُتِلَ), the words are others all the same. */
  earlierQuote?: string,
): Pick<ClaimRow, 'quote' | 'context' | 'attribution' | 'textHash'> {
  const block = text.blocks.find(({ id }) => id === blockId)!;
  const quote = block.text.slice(start, end);
  const attribution = attributionAt(block.text, start, end, language);
  return {
    quote,
    context: contextOf(block, start, end, text.sentences),
    attribution: attribution && storedAttribution(attribution),
    textHash: textHashOf({
      quote,
      frame: frameReader(language)(block.text, start, end),
      turns: turnsOf(block.text, start),
      ...(earlierQuote === undefined ? {} : { earlierQuote }),
    }),
  };
}
