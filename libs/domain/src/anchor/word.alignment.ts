import type { Token } from './text.reader.js';

const NEAR = 0.6;
const RUN_BONUS = 0.15;
const SMALL = 40_000;
const MAX_CELLS = 400_000;

/** How two words match: 1 equal, 0.6 inflections of one word, 0 not at all. */
export function wordMatch(a: Token, b: Token): number {
  return a.key === b.key ? 1 : a.stem === b.stem ? NEAR : 0;
}

/**
 * Aligns two word sequences in order (longest common subsequence with weights, runs preferred over scattered matches).
 * O(n·m); beyond 40 000 cells the equal words at both ends are taken as read, beyond 400 000 nothing between them is aligned.
 * @returns for each old word the index of its new word, or -1
 */
export function alignWords(olds: readonly Token[], news: readonly Token[]): Int32Array {
  const image = new Int32Array(olds.length).fill(-1);
  let head = 0;
  let oldEnd = olds.length;
  let newEnd = news.length;
  if (oldEnd * newEnd > SMALL) {
    while (head < newEnd && olds[head]?.key === news[head]?.key) image[head] = head++;
    while (oldEnd > head && newEnd > head && olds[oldEnd - 1]!.key === news[newEnd - 1]!.key)
      image[--oldEnd] = --newEnd;
  }
  if ((oldEnd - head) * (newEnd - head) <= MAX_CELLS) alignMiddle(olds, news, head, oldEnd, newEnd, image);
  return image;
}

function alignMiddle(
  olds: readonly Token[],
  news: readonly Token[],
  head: number,
  oldEnd: number,
  newEnd: number,
  image: Int32Array,
): void {
  const rows = oldEnd - head;
  const columns = newEnd - head;
  const width = columns + 1;
  const best = new Float32Array((rows + 1) * width);
  const ending = new Float32Array((rows + 1) * width);
  for (let i = rows - 1; i >= 0; i--) {
    const old = olds[head + i]!;
    for (let j = columns - 1; j >= 0; j--) {
      const match = wordMatch(old, news[head + j]!);
      const at = i * width + j;
      const diagonal = at + width + 1;
      let value = Math.max(best[at + width]!, best[at + 1]!);
      if (match > 0) {
        // the last pair of all joins nothing and has the bonus all the same, as it has in every alignment
        const own = 0.2 + match * old.weight + Math.max(best[diagonal]!, ending[diagonal]! + RUN_BONUS);
        ending[at] = own;
        value = Math.max(value, own);
      }
      best[at] = value;
    }
  }
  trace(best, ending, rows, columns, (i, j) => (image[head + i] = head + j));
}

function trace(
  best: Float32Array,
  ending: Float32Array,
  rows: number,
  columns: number,
  pair: (i: number, j: number) => void,
): void {
  const width = columns + 1;
  let inRun = false;
  for (let i = 0, j = 0; i < rows && j < columns;) {
    const at = i * width + j;
    const here = ending[at]!;
    const runs = inRun && here > 0 && here + RUN_BONUS >= best[at]!;
    if (runs || (here > 0 && here >= best[at]!)) {
      pair(i, j);
      inRun = true;
      i++;
      j++;
    } else {
      inRun = false;
      if (best[at + width]! >= best[at + 1]!) i++;
      else j++;
    }
  }
}
