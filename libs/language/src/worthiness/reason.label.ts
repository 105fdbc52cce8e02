import labels from './reason-labels.json' with { type: 'json' };
import type { Language } from './lexicon.index.js';

const LABELS: ReadonlyMap<string, Readonly<Record<Language, string>>> = new Map(Object.entries(labels));

/** What a reason of `scoreClaim` is called on a screen, in either language; the code itself for a feature of another version. */
export function reasonLabel(feature: string, language: Language): string {
  return LABELS.get(feature)?.[language] ?? feature;
}
