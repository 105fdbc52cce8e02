import { pairBlocks } from './block.pairing.js';
import type { TextBlock } from './anchor.types.js';

/** Proposes an id for a block without predecessor; `taken` says which ids are in use. */
export type BlockIdSource = (taken: ReadonlySet<string>) => string;

/**
 * The blocks of the next revision with ids: blocks unchanged or recognisably the same keep theirs, others get fresh
 * ids, by default the next free `bN` above every number used so far (an id is never given to a different block).
 */
export function alignBlocks(
  oldBlocks: readonly TextBlock[],
  newTexts: readonly { readonly field: string; readonly text: string }[],
  nextId?: BlockIdSource,
): TextBlock[] {
  const { image } = pairBlocks(
    oldBlocks,
    newTexts.map(({ field, text }) => ({ field, text })),
  );
  const taken = new Set(oldBlocks.map(({ id }) => id));
  const kept = new Map<number, string>();
  image.forEach((j, i) => kept.set(j, oldBlocks[i]!.id));
  const fresh = nextId ?? nextNumber(oldBlocks);
  return newTexts.map(({ field, text }, j) => {
    const id = kept.get(j) ?? fresh(taken);
    taken.add(id);
    return { id, field, text };
  });
}

function nextNumber(blocks: readonly TextBlock[]): BlockIdSource {
  let last = Math.max(0, ...blocks.map(({ id }) => Number(/^b(\d{1,9})$/.exec(id)?.[1] ?? 0)));
  return () => `b${++last}`;
}
