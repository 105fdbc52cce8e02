import { type Word, wordOf } from '../token/word.entry.js';
import { piecesOf } from '../token/word.pieces.js';

interface Candidate {
  readonly quote: string;
  /** The words of the quotation as `piecesOf` cuts them, where they are known already. */
  readonly words?: readonly Word[];
}

const NEGATIONS = /^(?:لم|لن|لا|ليس|ليست|not|no|never|n't)$/;

interface Bag {
  readonly words: ReadonlySet<string>;
  readonly numbers: string;
  readonly negated: boolean;
}

function bagOf({ quote, words: known }: Candidate): Bag {
  const words = new Set<string>();
  const numbers: string[] = [];
  let negated = false;
  for (const { norm, bare } of known ?? piecesOf(quote).map(wordOf)) {
    words.add(bare);
    const first = norm.charCodeAt(0);
    if (first >= 48 && first <= 57 && /^\d+$/.test(norm)) numbers.push(norm);
    negated ||= norm.length <= 5 && NEGATIONS.test(norm);
  }
  return { words, numbers: numbers.sort().join(' '), negated };
}

const SHARE = 0.6;
const MAX_POSTINGS = 24;

/**
 * Index pairs of claims that say the same inside one article: most words shared both ways, the same numbers, the same negation.
 * Candidates come from rare shared words, so that a long article costs little more than its length.
 */
export function duplicatePairs(claims: readonly Candidate[]): [number, number][] {
  const bags = claims.map(bagOf);
  const postings = new Map<string, number[]>();
  bags.forEach((bag, index) => {
    for (const word of bag.words) {
      const list = postings.get(word);
      if (list) list.push(index);
      else postings.set(word, [index]);
    }
  });
  const pairs: [number, number][] = [];
  // of each claim: the last one it was compared with
  const compared = new Int32Array(bags.length).fill(-1);
  bags.forEach((bag, index) => {
    for (const word of bag.words) {
      const list = postings.get(word) ?? [];
      if (list.length === 1 || list.length > MAX_POSTINGS) continue;
      for (const other of list) {
        if (other >= index) break;
        if (compared[other] === index) continue;
        compared[other] = index;
        if (sayTheSame(bag, bags[other]!)) pairs.push([other, index]);
      }
    }
  });
  return pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

function sayTheSame(a: Bag, b: Bag): boolean {
  if (a.numbers !== b.numbers || a.negated !== b.negated) return false;
  // the smaller has too few words to make up the share
  if (Math.min(a.words.size, b.words.size) < SHARE * Math.max(a.words.size, b.words.size)) return false;
  let shared = 0;
  for (const word of a.words) if (b.words.has(word)) shared += 1;
  return shared >= 4 && shared / Math.max(a.words.size, b.words.size) >= SHARE;
}
