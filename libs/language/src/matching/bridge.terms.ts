import { compileLexicon, lexiconHits } from '../worthiness/lexicon.index.js';
import { wordsOf } from '../worthiness/word.token.js';
import { datesIn } from './date.mention.js';
import { nameSkeleton } from './latin.skeleton.js';
import concepts from './lexicon/concepts.json' with { type: 'json' };
import { isStopword, stemOf } from './matching.view.js';
import { namesIn } from './name.mention.js';
import { numbersIn } from './number.mention.js';
import type { Term } from './term.bag.js';

const CONCEPTS = compileLexicon('ar', concepts);
const ARABIC_NAME = /^[\u0621-\u06d3]{4,}$/;

/**
 * What a text says that can be found again in the other language: numbers (#6543), dates (@2024-12-08), known names (country/russia),
 * everyday notions of a bilingual lexicon (%vaccine) and consonant skeletons of other names (~GLMF). It carries the topic, not the
 * meaning: good enough to suggest, never to judge. An Arabic word outside all lexicons may be a name and is given as a skeleton.
 */
export function bridgeTermsOf(text: string): Term[] {
  const words = wordsOf(text);
  const counts = new Map<string, number>();
  const add = (term: string) => counts.set(term, (counts.get(term) ?? 0) + 1);
  const covered = new Set<number>();
  const cover = (from: number, to: number) => {
    for (let at = from; at < to; at += 1) covered.add(at);
  };
  for (const { key, from, to } of datesIn(words)) {
    add(`@${key}`);
    cover(from, to);
  }
  for (const { value, from, to } of numbersIn(words))
    if (!covered.has(from)) {
      add(`#${value}`);
      cover(from, to);
    }
  for (const { key, from, to } of namesIn(words)) {
    add(key);
    cover(from, to);
  }
  const stems = words.map((word) => ({ ...word, folded: stemOf(word.folded) }));
  for (const view of [words, stems])
    for (const { category, from, to } of lexiconHits(view, CONCEPTS))
      if (!covered.has(from)) {
        add(`%${category}`);
        cover(from, to);
      }
  words.forEach((word, at) => {
    if (covered.has(at) || !ARABIC_NAME.test(word.folded) || isStopword(word.folded)) return;
    const skeleton = nameSkeleton(word.folded);
    if (skeleton !== '') add(`~${skeleton}`);
  });
  return Array.from(counts, ([term, tf]) => ({ term, tf }));
}
