import { longestInOrder } from './sequence.matching.js';
import { WordIndex } from './word.index.js';
import type { Passage } from './passage.reader.js';
import type { WordVocabulary } from './word.vocabulary.js';

/** Old sentences that became new sentences: one to one, one to two (split) or two to one (merge). */
export interface PassageGroup {
  readonly olds: readonly Passage[];
  readonly news: readonly Passage[];
}

const ONE_FLOOR = 0.35;
const TWO_FLOOR = 0.45;
const PART_SHARE = 0.3;
const MAX_CELLS = 6000;
const SURE = 0.5;

/** How many sentences of each side are used up, and what the rest is worth with that. */
interface Step {
  readonly olds: number;
  readonly news: number;
  readonly value: number;
}

/**
 * Aligns sentences between two fixed points, in order, for the greatest total likeness above a floor (after the dynamic
 * programme of Gale and Church, 1993, with shared words in place of lengths). Long gaps are first cut at sentences that
 * are each other's best match.
 */
export function alignGap(olds: readonly Passage[], news: readonly Passage[], words: WordVocabulary): PassageGroup[] {
  if (olds.length * news.length > MAX_CELLS) return alignLongGap(olds, news, words);
  const width = news.length + 1;
  const best = new Float64Array((olds.length + 1) * width);
  const steps: Step[] = [];
  for (let i = olds.length - 1; i >= 0; i--) {
    for (let j = news.length - 1; j >= 0; j--) {
      const options = optionsAt(olds, news, i, j, words, (a, b) => best[a * width + b]!);
      const chosen = options.reduce((a, b) => (b.value > a.value ? b : a));
      best[i * width + j] = chosen.value;
      steps[i * width + j] = chosen;
    }
  }
  return walk(olds, news, (i, j) => steps[i * width + j]!);
}

/** A pair is worth less than nothing below the floor, and is not chosen. */
function optionsAt(
  olds: readonly Passage[],
  news: readonly Passage[],
  i: number,
  j: number,
  words: WordVocabulary,
  rest: (i: number, j: number) => number,
): Step[] {
  const [old, next] = [olds[i]!, olds[i + 1]];
  const [now, after] = [news[j]!, news[j + 1]];
  const one = (words.likeness(old.bag, now.bag) - ONE_FLOOR) * (old.bag.total + now.bag.total) * 0.5;
  const options = [
    { olds: 1, news: 0, value: rest(i + 1, j) },
    { olds: 0, news: 1, value: rest(i, j + 1) },
    { olds: 1, news: 1, value: one + rest(i + 1, j + 1) },
  ];
  if (after) options.push({ olds: 1, news: 2, value: twoToOne(words, now, after, old) + rest(i + 1, j + 2) });
  if (next) options.push({ olds: 2, news: 1, value: twoToOne(words, old, next, now) + rest(i + 2, j + 1) });
  return options;
}

/** What two sentences together share with one, above the floor; minus infinity unless each of the two has its part in it. */
function twoToOne(words: WordVocabulary, first: Passage, second: Passage, whole: Passage): number {
  const parts = [first, second].map(({ bag }) => words.shared(bag, whole.bag) / Math.max(bag.total, 1e-9));
  if (parts.some((part) => part < PART_SHARE)) return -Infinity;
  const joined = words.join(first.bag, second.bag);
  return (words.likeness(joined, whole.bag) - TWO_FLOOR) * (joined.total + whole.bag.total) * 0.5;
}

function walk(
  olds: readonly Passage[],
  news: readonly Passage[],
  stepAt: (i: number, j: number) => Step,
): PassageGroup[] {
  const groups: PassageGroup[] = [];
  for (let i = 0, j = 0; i < olds.length && j < news.length;) {
    const step = stepAt(i, j);
    const group = { olds: olds.slice(i, i + step.olds), news: news.slice(j, j + step.news) };
    if (step.olds > 0 && step.news > 0) groups.push(group);
    i += step.olds;
    j += step.news;
  }
  return groups;
}

function alignLongGap(olds: readonly Passage[], news: readonly Passage[], words: WordVocabulary): PassageGroup[] {
  const forward = bestOf(olds, news, words);
  const backward = bestOf(news, olds, words);
  const mutual = forward.map((j, i) => (backward[j] === i ? j : -1));
  const groups: PassageGroup[] = [];
  let i = 0;
  let j = 0;
  const close = (oldEnd: number, newEnd: number) => {
    if ((oldEnd - i) * (newEnd - j) <= MAX_CELLS)
      groups.push(...alignGap(olds.slice(i, oldEnd), news.slice(j, newEnd), words));
  };
  for (const fixed of longestInOrder(mutual)) {
    const target = mutual[fixed]!;
    close(fixed, target);
    groups.push({ olds: olds.slice(fixed, fixed + 1), news: news.slice(target, target + 1) });
    i = fixed + 1;
    j = target + 1;
  }
  close(olds.length, news.length);
  return groups;
}

function bestOf(from: readonly Passage[], to: readonly Passage[], words: WordVocabulary): Int32Array {
  const index = new WordIndex(to.map(({ bag }) => bag));
  return Int32Array.from(from, ({ bag }, i) => {
    let best = -1;
    let bestScore = SURE;
    for (const position of index.sharing(bag, Math.round((i * to.length) / from.length))) {
      const score = words.likeness(bag, to[position]!.bag);
      if (score > bestScore) {
        best = position;
        bestScore = score;
      }
    }
    return best;
  });
}
