import { stemsOf } from '../matching/matching.view.js';

const SHINGLE = 3;

/** Runs of three stems, by which a copied passage is told from one on the same matter. */
export function shinglesOf(text: string): Set<string> {
  const stems = stemsOf(text);
  const runs = new Set<string>();
  for (let i = 0; i + SHINGLE <= stems.length; i += 1) runs.add(stems.slice(i, i + SHINGLE).join(' '));
  return runs;
}

export function commonOf<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let common = 0;
  for (const item of small) if (large.has(item)) common += 1;
  return common;
}

/** Dice's coefficient, 0 to 1. */
export function diceOf<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  return a.size + b.size === 0 ? 0 : (2 * commonOf(a, b)) / (a.size + b.size);
}
