import type { WordBag } from './word.vocabulary.js';

const ENOUGH = 48;

/** Finds the bags that share words with a given one, rarest words first, so that a long text costs little more than a short one. */
export class WordIndex {
  private readonly postings = new Map<number, number[]>();

  constructor(bags: readonly WordBag[]) {
    bags.forEach(({ ids }, position) => {
      for (const id of new Set(ids)) {
        const list = this.postings.get(id);
        if (list) list.push(position);
        else this.postings.set(id, [position]);
      }
    });
  }

  /** Positions of bags that share a word, by the rarest shared words; no fewer than 48 where so many exist. */
  sharing(bag: WordBag): Set<number> {
    const rarestFirst = [...new Set(bag.ids)]
      .flatMap((id) => {
        const list = this.postings.get(id);
        return list ? [list] : [];
      })
      .sort((a, b) => a.length - b.length);
    const found = new Set<number>();
    for (const list of rarestFirst) {
      if (found.size >= ENOUGH) break;
      for (const position of list) found.add(position);
    }
    return found;
  }
}
