import type { Signals } from './sentence.signals.js';
import model from './wording-english.json' with { type: 'json' };
import { signalStrengths, wordingOf } from './wording.view.js';

const GRAMS: ReadonlyMap<string, number> = new Map(Object.entries(model.grams));
const FEATURES: ReadonlyMap<string, number> = new Map(Object.entries(model.features));

/**
 * Log-odds that an English sentence states a fact worth checking: logistic regression over wording and lexicon features, learnt by
 * scripts/learn-wording.mjs (data, licence and figures in wording-english.json). The wording vector has length 1 over known grams.
 */
export function wordingLogOdds(signals: Signals): number {
  let sum = 0;
  let norm = 0;
  for (const [gram, value] of wordingOf(signals.words)) {
    const weight = GRAMS.get(gram);
    if (weight === undefined) continue;
    sum += weight * value;
    norm += value * value;
  }
  let odds = model.bias + (norm > 0 ? sum / Math.sqrt(norm) : 0);
  for (const [code, strength] of signalStrengths(signals)) odds += (FEATURES.get(code) ?? 0) * strength;
  return odds;
}
