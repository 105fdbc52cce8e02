import type { WordBag } from './word.vocabulary.js';

const ENOUGH = 48;

/** Finds the bags that share words with a given one, rarest words first, so that a long text costs little more than a short one. */
export class WordIndex {
  private readonly postings: number[][] = [];

  constructor(bags: readonly WordBag[]) {
    bags.forEach(({ ids }, position) => {
      let last = -1;
      for (const id of ids) {
        if (id !== last) (this.postings[id] ??= []).push(position);
        last = id;
      }
    });
  }

  /**
   * Positions of up to 48 bags that share a word, by the rarest shared words; of the bags a common word would add, those
   * nearest to `near` come first.
   */
  sharing({ ids }: WordBag, near: number): Set<number> {
    const lists: number[][] = [];
    let last = -1;
    for (const id of ids) {
      const list = id === last ? undefined : this.postings[id];
      if (list) lists.push(list);
      last = id;
    }
    lists.sort((a, b) => a.length - b.length);
    const found = new Set<number>();
    for (const list of lists) {
      if (found.size >= ENOUGH) break;
      for (const position of around(list, near, ENOUGH)) found.add(position);
    }
    return found;
  }
}

/** Up to `count` of ascending positions that lie around one. */
function around(list: readonly number[], near: number, count: number): readonly number[] {
  if (list.length <= count) return list;
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < near) low = middle + 1;
    else high = middle;
  }
  const from = Math.max(0, Math.min(low - (count >> 1), list.length - count));
  return list.slice(from, from + count);
}
