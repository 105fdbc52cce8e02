import { strictForm } from '#language';
import { doubtfulPairs } from './block.doubt.js';
import { keptInPlace, matchEqual } from './sequence.matching.js';
import { TextReader } from './text.reader.js';
import { WordIndex } from './word.index.js';
import type { PairableBlock } from './anchor.types.js';
import { WordVocabulary, type WordBag } from './word.vocabulary.js';

export interface BlockPairing {
  /** For each old block the new block that continues it, or -1. */
  readonly image: Int32Array;
  /** 0–1 for each old block: how clearly that pair beats the next best one. */
  readonly strength: Float64Array;
  /** Old blocks whose continuation is in doubt, with the new blocks that may be meant instead. */
  readonly rivals: ReadonlyMap<number, readonly number[]>;
  /** Old blocks that kept their order relative to the others. */
  readonly inPlace: ReadonlySet<number>;
}

const OTHER_FIELD = 0.75;
const ENOUGH = 0.35;
const CLEAR_MARGIN = 0.2;

/**
 * Pairs the blocks of two revisions: identical blocks of one field first, then those that differ typographically, then
 * blocks recognisably the same after an edit, a split or a merge. Each block is in one pair at most.
 */
export function pairBlocks(
  olds: readonly PairableBlock[],
  news: readonly PairableBlock[],
  reader = new TextReader(),
): BlockPairing {
  const equal = matchEqual(olds.map(exactKey), news.map(exactKey), sameIdAndText(olds, news));
  const image = matchEqual(olds.map(strictKey), news.map(strictKey), equal);
  const strength = new Float64Array(olds.length).fill(1);
  const contested = pairEdited(olds, news, image, strength, reader);
  const rivals = new Map([...contested, ...doubtfulPairs(olds, news, image, reader)]);
  for (const i of rivals.keys()) strength[i] = 0;
  return { image, strength, rivals, inPlace: keptInPlace(image) };
}

const exactKey = ({ field, text }: PairableBlock) => `${field}\u0000${text}`;
const strictKey = ({ field, text }: PairableBlock) => `${field}\u0000${strictForm(text)}`;

function sameIdAndText(olds: readonly PairableBlock[], news: readonly PairableBlock[]): Int32Array {
  const byId = new Map(news.map((block, j) => [block.id, j]));
  return Int32Array.from(olds, (block) => {
    const j = block.id === undefined ? -1 : (byId.get(block.id) ?? -1);
    const other = news[j];
    return other?.text === block.text && other.field === block.field ? j : -1;
  });
}

interface Proposal {
  readonly i: number;
  readonly j: number;
  readonly score: number;
}

interface Proposals {
  /** Best first. */
  readonly proposals: readonly Proposal[];
  /** Whether two blocks of one side resemble each other; both must have been alone. */
  readonly alike: (side: 'old' | 'new', a: number, b: number) => boolean;
}

/** Pairs what is left by likeness, best first; answers with unchanged blocks that a reworded one disputes. */
function pairEdited(
  olds: readonly PairableBlock[],
  news: readonly PairableBlock[],
  image: Int32Array,
  strength: Float64Array,
  reader: TextReader,
): Map<number, number[]> {
  const { proposals, alike } = propose(olds, news, image, reader);
  const taken = new Set(image);
  const chosen: Proposal[] = [];
  for (const proposal of proposals) {
    const { i, j, score } = proposal;
    if (image[i] !== -1 || taken.has(j) || score < ENOUGH) continue;
    image[i] = j;
    taken.add(j);
    chosen.push(proposal);
  }
  // Only blocks left over can dispute a pair, the partners of others have been spoken for; and only blocks like the one
  // they would replace: the two halves of a split block share their origin, not their words.
  const partner = new Map(chosen.map(({ i, j }) => [i, j]));
  const origin = new Map(chosen.map(({ i, j }) => [j, i]));
  const rivalOfOld = new Map<number, Proposal>();
  const rivalOfNew = new Map<number, Proposal>();
  for (const proposal of proposals) {
    const { i, j } = proposal;
    const own = partner.get(i);
    const first = origin.get(j);
    if (own !== undefined && !taken.has(j) && !rivalOfOld.has(i) && alike('new', own, j)) rivalOfOld.set(i, proposal);
    if (first !== undefined && image[i] === -1 && !rivalOfNew.has(j) && alike('old', first, i))
      rivalOfNew.set(j, proposal);
  }
  const contested = new Map<number, number[]>();
  for (const { i, j, score } of chosen) {
    const other = rivalOfOld.get(i);
    const rival = Math.max(other?.score ?? 0, rivalOfNew.get(j)?.score ?? 0);
    strength[i] = Math.max(0, Math.min(1, (score - rival) / CLEAR_MARGIN));
    // The same words under another field, while a reworded block stays in the old one: which of the two it is, a person says.
    if (other && strength[i] < 1 && olds[i]!.text === news[j]!.text) contested.set(i, [other.j]);
  }
  return contested;
}

/** Possible pairs of blocks still alone, best first; the order is total, so equal input gives equal pairs. */
function propose(
  olds: readonly PairableBlock[],
  news: readonly PairableBlock[],
  image: Int32Array,
  reader: TextReader,
): Proposals {
  const words = new WordVocabulary();
  const taken = new Set(image);
  const read = (block: PairableBlock, at: number) => ({ block, at, ids: words.count(reader.tokens(block.text)) });
  const loneOld = olds.flatMap((block, i) => (image[i] === -1 ? [read(block, i)] : []));
  const loneNew = news.flatMap((block, j) => (taken.has(j) ? [] : [read(block, j)]));
  const oldBags = loneOld.map(({ ids }) => words.weigh(ids));
  const bags = loneNew.map(({ ids }) => words.weigh(ids));
  const index = new WordIndex(bags);
  const proposals: Proposal[] = [];
  loneOld.forEach(({ block, at }, n) => {
    const bag = oldBags[n]!;
    for (const position of index.sharing(bag, Math.round((n * loneNew.length) / loneOld.length))) {
      const other = loneNew[position]!;
      const near = agreeingNeighbours(image, news.length, at, other.at);
      proposals.push({ i: at, j: other.at, score: scoreOf(words, bag, bags[position]!, block, other.block, near) });
    }
  });
  proposals.sort((a, b) => b.score - a.score || a.i - b.i || a.j - b.j);
  const bagAt = {
    old: new Map(loneOld.map(({ at }, n) => [at, oldBags[n]])),
    new: new Map(loneNew.map(({ at }, n) => [at, bags[n]])),
  };
  const alike = (side: 'old' | 'new', a: number, b: number) =>
    words.likeness(bagAt[side].get(a)!, bagAt[side].get(b)!) >= ENOUGH;
  return { proposals, alike };
}

/** Of two that share a word: likeness, or what a half keeps of the whole after a split or merge; raised by agreeing neighbours and an equal id. */
function scoreOf(
  words: WordVocabulary,
  bag: WordBag,
  other: WordBag,
  old: PairableBlock,
  now: PairableBlock,
  neighbours: number,
): number {
  const smaller = Math.min(bag.total, other.total);
  const shared = words.shared(bag, other);
  const likeness = Math.max((2 * shared) / (bag.total + other.total), smaller >= 3 ? (0.6 * shared) / smaller : 0);
  if (likeness < 0.2) return 0;
  const field = old.field === now.field ? 1 : OTHER_FIELD;
  return field * (0.8 * likeness + 0.1 * neighbours) + (old.id !== undefined && old.id === now.id ? 0.05 : 0);
}

/** How many of the two neighbours of an old block stand, by their pairs, beside a new one: 0, 1 or 2. */
export function agreeingNeighbours(image: Int32Array, newCount: number, i: number, j: number): number {
  const before = i === 0 ? j === 0 : j > 0 && image[i - 1] === j - 1;
  const after = i === image.length - 1 ? j === newCount - 1 : image[i + 1] === j + 1;
  return Number(before) + Number(after);
}
