import { strictForm } from '#language';
import { readSentences, type TextReader, type Token } from './text.reader.js';
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

/** One side of a comparison: the blocks, and which of them are to be read. */
export interface PageSource {
  readonly blocks: readonly TextBlock[];
  readonly wanted: (block: number) => boolean;
}

/** Reads two pages with one vocabulary, so that their bags compare. */
export function readPages(old: PageSource, now: PageSource, reader: TextReader, words: WordVocabulary): [Page, Page] {
  const drafts: [Draft[], Draft[]] = [draftsOf(old, reader, words), draftsOf(now, reader, words)];
  return [pageOf(old, drafts[0], words), pageOf(now, drafts[1], words)];
}

type Draft = Omit<Passage, 'index' | 'bag'> & { readonly ids: Int32Array };

function draftsOf({ blocks, wanted }: PageSource, reader: TextReader, words: WordVocabulary): Draft[] {
  return blocks.flatMap(({ text }, block) => {
    if (!wanted(block)) return [];
    const all = reader.tokens(text);
    let next = 0;
    return readSentences(text).map(({ start, end }) => {
      const first = next;
      while ((all[next]?.start ?? end) < end) next++;
      const tokens = all.slice(first, next);
      return { block, start, end, form: strictForm(text.slice(start, end)), tokens, ids: words.count(tokens) };
    });
  });
}

function pageOf({ blocks }: PageSource, drafts: readonly Draft[], words: WordVocabulary): Page {
  const passages = drafts.map(({ ids, ...draft }, index) => ({ ...draft, index, bag: words.weigh(ids) }));
  const ofBlock: number[][] = blocks.map(() => []);
  for (const { block, index } of passages) ofBlock[block]!.push(index);
  return { passages, ofBlock };
}
