import { strictForm } from '#language';
import type { PairableBlock } from './anchor.types.js';
import type { TextReader, Token } from './text.reader.js';

const ALIKE = 0.5;

/**
 * Pairs of blocks without a sure winner, as old block → the new blocks that may be meant instead. Two cases: a repeated
 * block of which one came or went, and an unchanged block away from its place while a reworded one stands where it was.
 * A pair is sure where its neighbours speak for it more than for any rival.
 */
export function doubtfulPairs(
  olds: readonly PairableBlock[],
  news: readonly PairableBlock[],
  image: Int32Array,
  reader: TextReader,
): Map<number, number[]> {
  const taken = new Set(image);
  const loneOld = byText(olds, (i) => image[i] === -1);
  const loneNew = byText(news, (j) => !taken.has(j));
  const doubtful = new Map<number, number[]>();
  image.forEach((j, i) => {
    const block = olds[i];
    const own = j < 0 ? 2 : agreement(image, news.length, i, j, taken);
    if (!block || own >= 2) return;
    const key = textKey(block);
    if (key !== textKey(news[j] ?? block)) return;
    const twins = (loneNew.get(key) ?? []).filter((other) => agreement(image, news.length, i, other, taken, j) >= own);
    const origins = (loneOld.get(key) ?? []).filter((other) => agreement(image, news.length, other, j, taken) >= own);
    const reworded = inItsPlace(image, i, j).filter(
      (other) =>
        !taken.has(other) &&
        news[other]?.field === block.field &&
        agreement(image, news.length, i, other, taken, j) >= own &&
        likeness(reader.tokens(block.text), reader.tokens(news[other].text)) >= ALIKE,
    );
    const others = new Set([...twins, ...reworded]);
    if (others.size + origins.length > 0) doubtful.set(i, [...others]);
  });
  return doubtful;
}

const textKey = ({ field, text }: PairableBlock) => `${field}\u0000${strictForm(text)}`;

/**
 * How many neighbours agree. A new block without origin counts as absent when it stands between; so does `absent`: from
 * where a rival stands, the block's own image is just another block without origin.
 */
function agreement(
  image: Int32Array,
  newCount: number,
  i: number,
  j: number,
  taken: ReadonlySet<number>,
  absent = -1,
): number {
  let before = j - 1;
  while (before >= 0 && (!taken.has(before) || before === absent)) before--;
  let after = j + 1;
  while (after < newCount && (!taken.has(after) || after === absent)) after++;
  const skipped = Number(before !== j - 1) + Number(after !== j + 1);
  const agrees =
    Number(i === 0 ? before < 0 : before >= 0 && image[i - 1] === before) +
    Number(i === image.length - 1 ? after >= newCount : image[i + 1] === after);
  return agrees - 0.2 * skipped;
}

/** The places right after the old block's predecessor, right before its successor, and beside its image. */
function inItsPlace(image: Int32Array, i: number, j: number): number[] {
  const after = i === 0 ? 0 : image[i - 1]! + 1;
  const before = (image[i + 1] ?? 0) - 1;
  return [...new Set([after, before, j - 1, j + 1])];
}

/** Dice coefficient of two word sequences, by greedy counting. */
function likeness(a: readonly Token[], b: readonly Token[]): number {
  const counts = new Map<string, number>();
  for (const { stem } of a) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  let shared = 0;
  for (const { stem } of b) {
    const left = counts.get(stem) ?? 0;
    if (left > 0) shared++;
    counts.set(stem, left - 1);
  }
  return (2 * shared) / Math.max(1, a.length + b.length);
}

function byText(blocks: readonly PairableBlock[], wanted: (index: number) => boolean): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  blocks.forEach((block, index) => {
    if (!wanted(index)) return;
    const key = textKey(block);
    const group = groups.get(key);
    if (group) group.push(index);
    else groups.set(key, [index]);
  });
  return groups;
}
