import concepts from './lexicon/concepts.json' with { type: 'json' };
import { stemsOf } from './matching.view.js';

const NOTIONS = new Map<string, string>();
const STEMS = new Map<string, readonly string[]>();

for (const [notion, words] of Object.entries(concepts)) {
  const stems = words
    .map((word) => stemsOf(word.replace(/\*$/, '')))
    .flatMap((found) => (found.length === 1 ? found : []));
  // a word of two notions stands for the one that is told first
  const own = stems.filter((stem) => !NOTIONS.has(stem));
  for (const stem of own) NOTIONS.set(stem, notion);
  STEMS.set(notion, [...new Set(own)]);
}

/** The everyday notion a word stands for, as the bilingual lexicon tells. */
export function notionOf(stem: string): string | undefined {
  return NOTIONS.get(stem);
}

/** Stems of the words that stand for a notion, in both languages. */
export function stemsFor(notion: string): readonly string[] {
  return STEMS.get(notion) ?? [];
}
