import { compileLexicon, lexiconHits, type Language } from './lexicon.index.js';
import arabic from './lexicon/subjective-arabic.json' with { type: 'json' };
import english from './lexicon/subjective-english.json' with { type: 'json' };
import type { Signals } from './sentence.signals.js';
import weights from './weights.json' with { type: 'json' };

const LEXICONS = { ar: compileLexicon('ar', arabic), en: compileLexicon('en', english) };
const WEIGHTS: Readonly<Record<Language, Readonly<Record<string, number>>>> = weights.subjectivity.features;
const LONG = 30;
const SHORT = 16;

/**
 * The weighted signs of opinion in a sentence minus the signs of reporting; above 0 reads as subjective.
 * Each sign counts fully from its `saturation`-th occurrence on.
 */
export function subjectivityOf(signals: Signals): number {
  const counts = new Map<string, number>();
  for (const { category } of lexiconHits(signals.words, LEXICONS[signals.language]))
    counts.set(category, (counts.get(category) ?? 0) + 1);
  for (const [code, evidence] of signals.evidence) counts.set(`plain-${code}`, evidence.length);
  if (signals.length > LONG) counts.set('length-long', weights.subjectivity.saturation);
  if (signals.length < SHORT) counts.set('length-short', weights.subjectivity.saturation);
  const { saturation, base } = weights.subjectivity;
  let sum = base[signals.language];
  for (const [feature, weight] of Object.entries(WEIGHTS[signals.language]))
    sum += (weight * Math.min(counts.get(feature) ?? 0, saturation)) / saturation;
  return sum;
}
