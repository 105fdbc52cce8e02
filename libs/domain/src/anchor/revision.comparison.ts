import { pairBlocks, type BlockPairing } from './block.pairing.js';
import { pairPassages, type PassagePairing } from './passage.pairing.js';
import { readPages, type Page, type Passage } from './passage.reader.js';
import { TextReader } from './text.reader.js';
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
const PAST_OTHERS = 0.6;
const LOOKALIKES = 6;

/** All that re-anchoring the claims of one revision shares: the pairs of blocks and sentences, and what is left over. */
export class RevisionComparison {
  readonly blocks: BlockPairing;
  readonly old: Page;
  readonly now: Page;
  readonly passages: PassagePairing;
  readonly words = new WordVocabulary();
  readonly reader = new TextReader();
  private readonly oldOfNew: Int32Array;
  private loneNew: LonePassages | undefined;
  private loneOld: LonePassages | undefined;

  constructor(
    readonly oldBlocks: readonly TextBlock[],
    readonly newBlocks: readonly TextBlock[],
  ) {
    this.blocks = pairBlocks(oldBlocks, newBlocks, this.reader);
    this.oldOfNew = new Int32Array(newBlocks.length).fill(-1);
    // -1 is no place of a typed array
    this.blocks.image.forEach((j, i) => (this.oldOfNew[j] = i));
    const same = (i: number, j: number) => oldBlocks[i]?.text === newBlocks[j]?.text;
    [this.old, this.now] = readPages(
      { blocks: oldBlocks, wanted: (i) => !same(i, this.blocks.image[i]!) },
      { blocks: newBlocks, wanted: (j) => !same(this.oldOfNew[j]!, j) },
      this.reader,
      this.words,
    );
    this.passages = pairPassages(this.old, this.now, this.blocks, this.words);
  }

  /** How well the surroundings of an old sentence fit those of new sentences first…last, 0–1. */
  context(old: Passage, first: Passage, last: Passage = first): number {
    const strength = this.blocks.image[old.block] === first.block ? this.blocks.strength[old.block]! : 0;
    return (
      SAME_BLOCK * strength + NEIGHBOUR * (this.agrees(old, first, -1, strength) + this.agrees(old, last, 1, strength))
    );
  }

  /** New sentences without origin that resemble an old one, best first. */
  lookalikes(old: Passage): Lookalike[] {
    this.loneNew ??= new LonePassages(this.now, ({ index }) => this.passages.sources[index]!.length === 0);
    return this.ranked(this.loneNew.like(old), (passage) => this.words.likeness(old.bag, passage.bag), (passage) => this.context(old, passage)); // prettier-ignore
  }

  /** Old sentences that became nothing and resemble a new one, best first. */
  forerunners(now: Passage): Lookalike[] {
    this.loneOld ??= new LonePassages(this.old, ({ index }) => this.passages.images[index]!.length === 0);
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

  /**
   * 0–1: whether what stands before (-1) or after (1) the old sentence also does so beside the new one. Sentences put in
   * or taken out between count as absent, at a discount; so does the other image of the same old sentence, or a rival of
   * that image would find it in its way.
   */
  private agrees(old: Passage, now: Passage, side: -1 | 1, strength: number): number {
    const besideOld = this.beside(this.old, old, side);
    const besideNew = this.beside(this.now, now, side);
    let a = besideOld;
    while (a && this.isOnly(this.passages.images[a.index]!, now.index)) a = this.beside(this.old, a, side);
    let b = besideNew;
    while (b && this.isOnly(this.passages.sources[b.index]!, old.index)) b = this.beside(this.now, b, side);
    const share = a === besideOld && b === besideNew ? 1 : PAST_OTHERS;
    if (a && b) return this.passages.images[a.index]!.includes(b.index) ? share : 0;
    return share * (a || b ? this.agreesAcross(old, now, side, a, b) : this.agreesAtEdges(old, now, side, strength));
  }

  private isOnly(links: readonly number[], index: number): boolean {
    return links.every((link) => link === index);
  }

  /** Both stand at the edge of their blocks: the blocks themselves are a pair, or their neighbours on that side are. */
  private agreesAtEdges(old: Passage, now: Passage, side: -1 | 1, strength: number): number {
    const besideOld = old.block + side;
    const besideNew = now.block + side;
    const last = besideOld < 0 || besideOld >= this.oldBlocks.length;
    const agree = last
      ? besideNew < 0 || besideNew >= this.newBlocks.length
      : this.blocks.image[besideOld] === besideNew;
    return Math.max(strength, agree ? ACROSS_BLOCKS : 0);
  }

  /** One of the two stands at the edge of its block: the block was split or two were merged there. */
  private agreesAcross(old: Passage, now: Passage, side: -1 | 1, besideOld?: Passage, besideNew?: Passage): number {
    const farOld = besideOld ?? this.edge(this.old, old.block + side, side);
    const farNew = besideNew ?? this.edge(this.now, now.block + side, side);
    if (!farOld || !farNew) return 0;
    return this.passages.images[farOld.index]!.includes(farNew.index) ? ACROSS_BLOCKS : 0;
  }

  private beside(page: Page, passage: Passage, side: -1 | 1): Passage | undefined {
    const other = page.passages[passage.index + side];
    return other?.block === passage.block ? other : undefined;
  }

  private edge(page: Page, block: number, side: -1 | 1): Passage | undefined {
    return page.passages[page.ofBlock[block]?.at(side === 1 ? 0 : -1) ?? -1];
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

  like({ bag, index }: Passage): Passage[] {
    const near = this.passages.findIndex((passage) => passage.index >= index);
    return [...this.index.sharing(bag, near)].map((position) => this.passages[position]!);
  }
}
