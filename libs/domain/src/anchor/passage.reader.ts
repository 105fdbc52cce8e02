import { strictForm } from '#language';
import { readSentences, readTokens, type Token } from './text.reader.js';
import type { WordBag, WordVocabulary } from './word.vocabulary.js';
import type { TextBlock } from './anchor.types.js';

/** A sentence of a block that changed; offsets are UTF-16 units into the block's text. */
export interface Passage {
  /** Position among all passages of the page. */
  readonly index: number;
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly form: string;
  readonly tokens: readonly Token[];
  readonly bag: WordBag;
}

/** The sentences of those blocks of one revision that are not carried over letter by letter. */
export interface Page {
  readonly passages: readonly Passage[];
  /** Passage indices of each block, in order; empty for blocks that were left out. */
  readonly ofBlock: readonly (readonly number[])[];
}

/** Reads two pages with one vocabulary, so that their bags compare. */
export function readPages(
  old: { readonly blocks: readonly TextBlock[]; readonly wanted: (block: number) => boolean },
  now: { readonly blocks: readonly TextBlock[]; readonly wanted: (block: number) => boolean },
  words: WordVocabulary,
): { old: Page; now: Page } {
  const drafts = [old, now].map(({ blocks, wanted }) =>
    blocks.flatMap(({ text }, block) =>
      wanted(block)
        ? readSentences(text).map(({ start, end }) => ({
            block,
            start,
            end,
            form: strictForm(text.slice(start, end)),
            tokens: readTokens(text, start, end),
          }))
        : [],
    ),
  );
  for (const draft of drafts) for (const { tokens } of draft) words.count(tokens);
  const [oldPage, newPage] = drafts.map((draft, side) => {
    const passages = draft.map((passage, index) => ({ ...passage, index, bag: words.bag(passage.tokens) }));
    const ofBlock: number[][] = (side === 0 ? old : now).blocks.map(() => []);
    for (const { block, index } of passages) ofBlock[block]?.push(index);
    return { passages, ofBlock };
  });
  return { old: oldPage ?? { passages: [], ofBlock: [] }, now: newPage ?? { passages: [], ofBlock: [] } };
}
