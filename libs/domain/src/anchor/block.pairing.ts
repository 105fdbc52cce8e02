import { strictForm } from '#language';
import { keptInPlace, matchEqual } from './sequence.matching.js';
import { readTokens } from './text.reader.js';
import { WordIndex } from './word.index.js';
import { WordVocabulary, type WordBag } from './word.vocabulary.js';

/** A block to be paired; `id` is only a hint and may be missing on the new side. */
export interface PairableBlock {
  readonly id?: string;
  readonly field: string;
  readonly text: string;
}

export interface BlockPairing {
  /** For each old block the new block that continues it, or -1. */
  readonly image: Int32Array;
  /** 0–1 for each old block: how clearly that pair beats the next best one. */
  readonly strength: Float64Array;
  /** Old blocks that kept their order relative to the others. */
  readonly inPlace: ReadonlySet<number>;
}

const OTHER_FIELD = 0.7;
const ENOUGH = 0.35;
const CLEAR_MARGIN = 0.2;

/**
 * Pairs the blocks of two revisions: identical blocks of one field first, then those that differ typographically, then
 * blocks recognisably the same after an edit, a split or a merge. Each block is in one pair at most.
 */
export function pairBlocks(olds: readonly PairableBlock[], news: readonly PairableBlock[]): BlockPairing {
  let image = matchEqual(olds.map(exactKey), news.map(exactKey), sameIdAndText(olds, news));
  image = matchEqual(olds.map(strictKey), news.map(strictKey), image);
  const strength = new Float64Array(olds.length).fill(1);
  pairEdited(olds, news, image, strength);
  doubtRepeated(olds, news, image, strength);
  return { image, strength, inPlace: keptInPlace(image) };
}

const exactKey = ({ field, text }: PairableBlock) => `${field}\u0000${text}`;
const strictKey = ({ field, text }: PairableBlock) => `${field}\u0000${strictForm(text)}`;

function sameIdAndText(olds: readonly PairableBlock[], news: readonly PairableBlock[]): Int32Array {
  const byId = new Map(news.map((block, j) => [block.id, j]));
  return Int32Array.from(olds, (block) => {
    const j = block.id === undefined ? undefined : byId.get(block.id);
    const other = j === undefined ? undefined : news[j];
    return j !== undefined && other?.text === block.text && other.field === block.field ? j : -1;
  });
}

interface Proposal {
  readonly i: number;
  readonly j: number;
  readonly score: number;
}

function pairEdited(
  olds: readonly PairableBlock[],
  news: readonly PairableBlock[],
  image: Int32Array,
  strength: Float64Array,
): void {
  const proposals = propose(olds, news, image);
  const byOld = bestTwo(proposals, ({ i }) => i);
  const byNew = bestTwo(proposals, ({ j }) => j);
  const taken = new Set(image);
  for (const { i, j, score } of proposals) {
    if (image[i] !== -1 || taken.has(j) || score < ENOUGH) continue;
    image[i] = j;
    taken.add(j);
    const rival = Math.max(rivalOf(byOld.get(i), score), rivalOf(byNew.get(j), score));
    strength[i] = Math.max(0, Math.min(1, (score - rival) / CLEAR_MARGIN));
  }
}

/** Possible pairs of blocks still alone, best first; the order is total, so equal input gives equal pairs. */
function propose(olds: readonly PairableBlock[], news: readonly PairableBlock[], image: Int32Array): Proposal[] {
  const taken = new Set(image);
  const loneOld = olds.flatMap((block, i) => (image[i] === -1 ? [{ block, i, tokens: readTokens(block.text) }] : []));
  const loneNew = news.flatMap((block, j) => (taken.has(j) ? [] : [{ block, j, tokens: readTokens(block.text) }]));
  if (loneOld.length === 0 || loneNew.length === 0) return [];
  const words = new WordVocabulary();
  for (const { tokens } of [...loneOld, ...loneNew]) words.count(tokens);
  const newBags = loneNew.map(({ tokens }) => words.bag(tokens));
  const index = new WordIndex(newBags);
  const proposals: Proposal[] = [];
  for (const { block, i, tokens } of loneOld) {
    const bag = words.bag(tokens);
    for (const n of index.sharing(bag)) {
      const other = loneNew[n];
      const otherBag = newBags[n];
      if (!other || !otherBag) continue;
      const score = scoreOf(words, bag, otherBag, block, other.block, neighbourly(image, news.length, i, other.j));
      if (score >= ENOUGH / 2) proposals.push({ i, j: other.j, score });
    }
  }
  return proposals.sort((a, b) => b.score - a.score || a.i - b.i || a.j - b.j);
}

/** Likeness, or what a half keeps of the whole after a split or merge; raised by agreeing neighbours and an equal id. */
function scoreOf(
  words: WordVocabulary,
  bag: WordBag,
  other: WordBag,
  old: PairableBlock,
  now: PairableBlock,
  neighbours: number,
): number {
  const smaller = Math.min(bag.total, other.total);
  const contained = smaller > 0 ? words.shared(bag, other) / smaller : 0;
  const likeness = Math.max(words.likeness(bag, other), smaller >= 3 ? 0.6 * contained : 0);
  const field = old.field === now.field ? 1 : OTHER_FIELD;
  const identical = old.text === now.text ? 1 : likeness;
  if (identical < 0.2) return 0;
  return field * (0.8 * identical + 0.1 * neighbours) + (old.id !== undefined && old.id === now.id ? 0.05 : 0);
}

function neighbourly(image: Int32Array, newLength: number, i: number, j: number): number {
  const before = i === 0 ? j === 0 : image[i - 1] === j - 1;
  const after = i === image.length - 1 ? j === newLength - 1 : image[i + 1] === j + 1;
  return Number(before) + Number(after);
}

function bestTwo(proposals: readonly Proposal[], by: (proposal: Proposal) => number): Map<number, number[]> {
  const best = new Map<number, number[]>();
  for (const proposal of proposals) {
    const list = best.get(by(proposal)) ?? [];
    if (list.length < 2) best.set(by(proposal), [...list, proposal.score]);
  }
  return best;
}

/** The best score among the others of a best-first pair of scores. */
function rivalOf(scores: readonly number[] | undefined, own: number): number {
  const [first = 0, second = 0] = scores ?? [];
  return first === own ? second : first;
}

/** Repeated blocks of which one came or went: a pair is sure only where its neighbours speak for it more than for a rival. */
function doubtRepeated(
  olds: readonly PairableBlock[],
  news: readonly PairableBlock[],
  image: Int32Array,
  strength: Float64Array,
): void {
  const taken = new Set(image);
  const loneOld = grouped(olds, (i) => image[i] === -1);
  const loneNew = grouped(news, (j) => !taken.has(j));
  image.forEach((j, i) => {
    const block = olds[i];
    if (j < 0 || !block) return;
    const key = strictKey(block);
    const rivals = [
      ...(loneOld.get(key) ?? []).map((other) => neighbourly(image, news.length, other, j)),
      ...(loneNew.get(key) ?? []).map((other) => neighbourly(image, news.length, i, other)),
    ];
    if (rivals.length === 0) return;
    if (neighbourly(image, news.length, i, j) <= Math.max(...rivals)) strength[i] = 0;
  });
}

function grouped(blocks: readonly PairableBlock[], open: (index: number) => boolean): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  blocks.forEach((block, index) => {
    if (!open(index)) return;
    const key = strictKey(block);
    const list = groups.get(key);
    if (list) list.push(index);
    else groups.set(key, [index]);
  });
  return groups;
}
