import type { WordBag } from './word.vocabulary.js';

const ENOUGH = 32;

/** Finds the bags that share words with a given one, rarest words first, so that a long text costs little more than a short one. */
export class WordIndex {
  private readonly postings: number[][] = [];

  constructor(bags: readonly WordBag[]) {
    bags.forEach(({ ids }, position) => {
      for (const id of new Set(ids)) (this.postings[id] ??= []).push(position);
    });
  }

  /**
   * Positions of up to 32 bags that share a word, by the rarest shared words; of the bags a common word would add, those
   * nearest to `near` come first.
   */
  sharing({ ids }: WordBag, near: number): Set<number> {
    const lists = [...new Set(ids)].flatMap((id) => (this.postings[id] ? [this.postings[id]] : []));
    lists.sort((a, b) => a.length - b.length);
    const found = new Set<number>();
    for (const list of lists) {
      if (found.size >= ENOUGH) break;
      const from = startAround(list, near);
      for (let n = from; n < Math.min(list.length, from + ENOUGH); n++) found.add(list[n]!);
    }
    return found;
  }
}

/** Where to begin in ascending positions so as to take those that lie around one. */
function startAround(list: readonly number[], near: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < near) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, Math.min(low - (ENOUGH >> 1), list.length - ENOUGH));
}
