import { pairBlocks, type BlockPairing } from './block.pairing.js';
import { pairPassages, type PassagePairing } from './passage.pairing.js';
import { readPages, type Page, type Passage } from './passage.reader.js';
import { WordIndex } from './word.index.js';
import { WordVocabulary } from './word.vocabulary.js';
import type { TextBlock } from './anchor.types.js';

/** A new sentence that no old sentence was paired with, and how much it resembles the one asked about (0–1). */
export interface Lookalike {
  readonly passage: Passage;
  readonly likeness: number;
  readonly context: number;
}

const SAME_BLOCK = 0.4;
const NEIGHBOUR = 0.3;
const ACROSS_BLOCKS = 0.8;
const LOOKALIKES = 6;

/** All that re-anchoring the claims of one revision shares: the pairs of blocks and sentences, and what is left over. */
export class RevisionComparison {
  readonly blocks: BlockPairing;
  readonly old: Page;
  readonly now: Page;
  readonly passages: PassagePairing;
  readonly words = new WordVocabulary();
  private readonly oldOfNew: Int32Array;
  private loneNew: LonePassages | undefined;
  private loneOld: LonePassages | undefined;

  constructor(
    readonly oldBlocks: readonly TextBlock[],
    readonly newBlocks: readonly TextBlock[],
  ) {
    this.blocks = pairBlocks(oldBlocks, newBlocks);
    this.oldOfNew = new Int32Array(newBlocks.length).fill(-1);
    this.blocks.image.forEach((j, i) => {
      if (j >= 0) this.oldOfNew[j] = i;
    });
    const same = (i: number, j: number) => i >= 0 && j >= 0 && oldBlocks[i]?.text === newBlocks[j]?.text;
    const pages = readPages(
      { blocks: oldBlocks, wanted: (i) => !same(i, this.blocks.image[i] ?? -1) },
      { blocks: newBlocks, wanted: (j) => !same(this.oldOfNew[j] ?? -1, j) },
      this.words,
    );
    this.old = pages.old;
    this.now = pages.now;
    this.passages = pairPassages(this.old, this.now, this.blocks, this.words);
  }

  /** How well the surroundings of an old sentence fit those of new sentences first…last, 0–1. */
  context(old: Passage, first: Passage, last: Passage = first): number {
    const strength = this.blocks.image[old.block] === first.block ? (this.blocks.strength[old.block] ?? 0) : 0;
    return (
      SAME_BLOCK * strength + NEIGHBOUR * (this.agrees(old, first, -1, strength) + this.agrees(old, last, 1, strength))
    );
  }

  /** New sentences without origin that resemble an old one, best first. */
  lookalikes(old: Passage): Lookalike[] {
    this.loneNew ??= new LonePassages(this.now, ({ index }) => this.passages.sources[index]?.length === 0);
    return this.ranked(this.loneNew.like(old), (passage) => this.words.likeness(old.bag, passage.bag), (passage) => this.context(old, passage)); // prettier-ignore
  }

  /** Old sentences that became nothing and resemble a new one, best first. */
  forerunners(now: Passage): Lookalike[] {
    this.loneOld ??= new LonePassages(this.old, ({ index }) => this.passages.images[index]?.length === 0);
    return this.ranked(this.loneOld.like(now), (passage) => this.words.likeness(passage.bag, now.bag), (passage) => this.context(passage, now)); // prettier-ignore
  }

  private ranked(
    passages: Passage[],
    likeness: (passage: Passage) => number,
    context: (passage: Passage) => number,
  ): Lookalike[] {
    return passages
      .map((passage) => ({ passage, likeness: likeness(passage) }))
      .filter((found) => found.likeness > 0.25)
      .sort((a, b) => b.likeness - a.likeness || a.passage.index - b.passage.index)
      .slice(0, LOOKALIKES)
      .map((found) => ({ ...found, context: context(found.passage) }))
      .sort((a, b) => b.likeness + b.context - a.likeness - a.context || a.passage.index - b.passage.index);
  }

  /** 0–1: whether what stands before (-1) or after (1) the old sentence also does so beside the new one. */
  private agrees(old: Passage, now: Passage, side: -1 | 1, strength: number): number {
    const oldBeside = this.beside(this.old, old, side);
    const newBeside = this.beside(this.now, now, side);
    if (oldBeside && newBeside) {
      if (this.passages.images[oldBeside.index]?.includes(newBeside.index)) return 1;
      return this.isFree(newBeside, old) ? this.agreesBeyond(old, now, side) : 0;
    }
    if (!oldBeside && !newBeside) {
      const besideOld = old.block + side;
      const besideNew = now.block + side;
      const atEdge = besideOld < 0 || besideOld >= this.oldBlocks.length;
      const agree = atEdge
        ? besideNew < 0 || besideNew >= this.newBlocks.length
        : this.blocks.image[besideOld] === besideNew;
      return Math.max(strength, agree ? ACROSS_BLOCKS : 0);
    }
    return this.agreesAcross(old, now, side, oldBeside, newBeside);
  }

  /** One of the two stands at the edge of its block: the block was split or two were merged there. */
  private agreesAcross(old: Passage, now: Passage, side: -1 | 1, oldBeside?: Passage, newBeside?: Passage): number {
    const farOld = oldBeside ?? this.edge(this.old, old.block + side, side);
    const farNew = newBeside ?? this.edge(this.now, now.block + side, side);
    if (!farOld || !farNew) return 0;
    return this.passages.images[farOld.index]?.includes(farNew.index) ? ACROSS_BLOCKS : 0;
  }

  /** Sentences were put in or taken out between: the nearest paired old neighbour must be the nearest paired new one. */
  private agreesBeyond(old: Passage, now: Passage, side: -1 | 1): number {
    let a = this.beside(this.old, old, side);
    while (a && this.passages.images[a.index]?.length === 0) a = this.beside(this.old, a, side);
    let b = this.beside(this.now, now, side);
    while (b && this.isFree(b, old)) b = this.beside(this.now, b, side);
    if (!a && !b) return this.blocks.image[old.block] === now.block ? 0.5 : 0;
    return a && b && this.passages.images[a.index]?.includes(b.index) ? 0.6 : 0;
  }

  /** A new sentence that came from nothing else than the old one asked about: a rival of its own image does not see that as a stranger. */
  private isFree(now: Passage, old: Passage): boolean {
    return (this.passages.sources[now.index] ?? []).every((source) => source === old.index);
  }

  private beside(page: Page, passage: Passage, side: -1 | 1): Passage | undefined {
    const other = page.passages[passage.index + side];
    return other?.block === passage.block ? other : undefined;
  }

  private edge(page: Page, block: number, side: -1 | 1): Passage | undefined {
    const index = page.ofBlock[block]?.at(side === 1 ? 0 : -1);
    return index === undefined ? undefined : page.passages[index];
  }
}

/** The sentences of a page that were left without a partner, findable by their words. */
class LonePassages {
  private readonly passages: readonly Passage[];
  private readonly index: WordIndex;

  constructor(page: Page, isLone: (passage: Passage) => boolean) {
    this.passages = page.passages.filter(isLone);
    this.index = new WordIndex(this.passages.map(({ bag }) => bag));
  }

  like({ bag }: Passage): Passage[] {
    return [...this.index.sharing(bag)].flatMap((position) => this.passages[position] ?? []);
  }
}
