import { ClaimPlacement } from './claim.placement.js';
import { RevisionComparison } from './revision.comparison.js';
import type { Anchor, AnchorLanguage, FrameReader, Reanchoring, TextBlock } from './anchor.types.js';

export interface ReanchorInput {
  readonly oldBlocks: readonly TextBlock[];
  readonly anchor: Anchor;
  readonly newBlocks: readonly TextBlock[];
  readonly language: AnchorLanguage;
  readonly frameOf?: FrameReader;
}

/** Where one claim stands in the next revision. Pure, total; offsets in and out are UTF-16. */
export function reanchor({ oldBlocks, anchor, newBlocks, language, frameOf }: ReanchorInput): Reanchoring {
  const [answer] = reanchorAll([{ anchor }], oldBlocks, newBlocks, { language, frameOf });
  return answer!;
}

/** The same for all claims of a revision, which share the alignment of its blocks and sentences; answers in the order of the claims. */
export function reanchorAll(
  claims: readonly { readonly anchor: Anchor }[],
  oldBlocks: readonly TextBlock[],
  newBlocks: readonly TextBlock[],
  options: { readonly language: AnchorLanguage; readonly frameOf?: FrameReader | undefined },
): Reanchoring[] {
  const revision = new RevisionComparison(oldBlocks, newBlocks);
  const { language, frameOf } = options;
  const reader = frameOf && ((text: string, start: number, end: number) => frameOf(text, start, end, language));
  return claims.map(({ anchor }) => new ClaimPlacement(revision, anchor, reader).place());
}
