import type { Token } from './text.reader.js';

/** The words of a passage as sorted numbers: each word once as written and once by its stem. */
export interface WordBag {
  readonly ids: Int32Array;
  /** Sum of the weights of `ids`; 0 for a passage without words. */
  readonly total: number;
}

/**
 * Numbers for words, weighted by how rare they are among the passages at hand: in a text that repeats itself, the words
 * all passages share must not make two of them look alike.
 */
export class WordVocabulary {
  private readonly keys = new Map<string, number>();
  private readonly stems = new Map<string, number>();
  private readonly base: number[] = [];
  private readonly spread: number[] = [];
  private weights: Float64Array | null = null;
  private passages = 0;

  /** Counts one passage's words towards rarity; every passage is to be counted before the first bag is weighed. */
  count(tokens: readonly Token[]): Int32Array {
    const ids = new Int32Array(tokens.length * 2);
    tokens.forEach((token, n) => {
      ids[2 * n] = this.number(this.keys, token.key, token.weight);
      ids[2 * n + 1] = this.number(this.stems, token.stem, token.weight);
    });
    ids.sort();
    this.passages++;
    this.weights = null;
    let last = -1;
    for (const id of ids) {
      if (id !== last) this.spread[id] = (this.spread[id] ?? 0) + 1;
      last = id;
    }
    return ids;
  }

  /** The bag of a passage from what `count` gave for it. */
  weigh(ids: Int32Array): WordBag {
    let total = 0;
    for (const id of ids) total += this.weight(id);
    return { ids, total };
  }

  /** The weight of one word: 0–1, the weight of its class scaled by rarity. */
  weightOf(token: Token): number {
    const id = this.keys.get(token.key);
    return id === undefined ? token.weight : this.weight(id) * 2;
  }

  join(a: WordBag, b: WordBag): WordBag {
    const ids = new Int32Array(a.ids.length + b.ids.length);
    ids.set(a.ids);
    ids.set(b.ids, a.ids.length);
    return { ids: ids.sort(), total: a.total + b.total };
  }

  /** Weight of the words two bags share. */
  shared(a: WordBag, b: WordBag): number {
    let sum = 0;
    for (let i = 0, j = 0; i < a.ids.length && j < b.ids.length;) {
      const left = a.ids[i]!;
      const right = b.ids[j]!;
      if (left === right) sum += this.weight(left);
      if (left <= right) i++;
      if (right <= left) j++;
    }
    return sum;
  }

  /** Dice coefficient of two bags by weight, 0–1. */
  likeness(a: WordBag, b: WordBag): number {
    const total = a.total + b.total;
    return total === 0 ? 0 : (2 * this.shared(a, b)) / total;
  }

  private number(names: Map<string, number>, name: string, weight: number): number {
    const known = names.get(name);
    if (known !== undefined) return known;
    const id = this.base.length;
    names.set(name, id);
    this.base.push(weight);
    this.spread.push(0);
    return id;
  }

  private weight(id: number): number {
    this.weights ??= this.rarities();
    return this.weights[id] ?? 0;
  }

  /** Half a word's class weight each for its two numbers, times 0.25–1 by inverse passage frequency. */
  private rarities(): Float64Array {
    const top = Math.log(1 + Math.max(1, this.passages));
    return Float64Array.from(this.base, (weight, id) => {
      const rarity = Math.log(1 + Math.max(1, this.passages) / Math.max(1, this.spread[id] ?? 0)) / top;
      return (weight / 2) * (0.25 + 0.75 * Math.min(1, rarity));
    });
  }
}
