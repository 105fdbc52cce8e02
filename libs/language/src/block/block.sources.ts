import { decodeText } from '../text/text.decode.js';
import { type ChromeTest, segmentBlocks } from './block.segment.js';
import type { BlockField, SetAsideReason } from './block.types.js';

/** A block as a caller or a page hands it in. */
export interface GivenBlock {
  readonly field: BlockField | 'aside';
  readonly text: string;
}

/** A block of an article as the server keeps it; `aside` blocks yield nothing. */
export interface SourceBlock extends GivenBlock {
  readonly id: string;
  readonly reason?: SetAsideReason;
}

export interface SourcesOptions {
  readonly title?: string | undefined;
  /** The fields are a person's choice; otherwise they come from markup and what the lines look like may refine «body». */
  readonly trusted: boolean;
  readonly isChrome?: ChromeTest | undefined;
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly field: BlockField;
  readonly reason: SetAsideReason | null;
}

/** Fields a line of a page may turn out to have although its markup says nothing. */
const REFINED: ReadonlySet<BlockField> = new Set(['dek', 'dateline', 'caption', 'pullquote', 'heading']);

/**
 * The blocks of an article in order, with menus, links, share boxes and chatbot residue told from its text; a block of which only some
 * lines are the page's is divided there. Texts in NFC with LF; ids are b1, b2 … in order.
 */
export function sourceBlocks(given: readonly GivenBlock[], options: SourcesOptions): SourceBlock[] {
  const blocks = given
    .map(({ field, text }) => ({ field, text: decodeText(text) }))
    .filter(({ text }) => text.trim() !== '');
  const whole = blocks.map(({ text }) => text).join('\n');
  const { blocks: kept, setAside } = segmentBlocks(whole, options.title, options.isChrome);
  const pieces: Piece[] = [
    ...kept.map(({ start, end, field }) => ({ start, end, field, reason: null })),
    ...setAside.map(({ start, end, reason }) => ({ start, end, field: 'body' as const, reason })),
  ].sort((a, b) => a.start - b.start);
  const titled = blocks.some(({ field }) => field === 'title');
  const out: Omit<SourceBlock, 'id'>[] = [];
  let from = 0;
  let next = 0;
  for (const block of blocks) {
    const to = from + block.text.length;
    const inside: Piece[] = [];
    for (; next < pieces.length && (pieces[next]?.start ?? to) < to; next += 1) inside.push(pieces[next] as Piece);
    out.push(...divided(block, inside, whole, { ...options, titled }));
    from = to + 1;
  }
  return out.map((block, index) => ({ id: `b${index + 1}`, ...block }));
}

function divided(
  block: GivenBlock,
  pieces: readonly Piece[],
  whole: string,
  { trusted, titled }: { trusted: boolean; titled: boolean },
): Omit<SourceBlock, 'id'>[] {
  const aside = pieces.filter(({ reason }) => reason !== null);
  if (block.field === 'aside' || (aside.length > 0 && aside.length === pieces.length))
    return [{ field: 'aside', text: block.text, reason: aside[0]?.reason ?? 'navigation' }];
  const [only] = pieces;
  if (aside.length === 0) {
    const refined = !trusted && block.field === 'body' && pieces.length === 1 && only ? only.field : null;
    const field = refined && (REFINED.has(refined) || (refined === 'title' && !titled)) ? refined : block.field;
    return [{ field, text: block.text }];
  }
  const runs: { aside: SetAsideReason | null; start: number; end: number }[] = [];
  for (const { start, end, reason } of pieces) {
    const last = runs[runs.length - 1];
    if (last && last.aside === reason) last.end = end;
    else runs.push({ aside: reason, start, end });
  }
  return runs.map(({ aside: reason, start, end }) => ({
    field: reason ? ('aside' as const) : block.field,
    text: whole.slice(start, end),
    ...(reason ? { reason } : {}),
  }));
}
