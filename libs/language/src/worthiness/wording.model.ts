import type { Signals } from './sentence.signals.js';
import model from './wording-english.json' with { type: 'json' };
import { letterRunsOf, signalStrengths, wordingOf } from './wording.view.js';

const GRAMS: ReadonlyMap<string, number> = new Map(Object.entries(model.grams));
/** thousandths, by bucket */
const LETTERS: readonly number[] = model.letters.split(' ').map((weight) => Number(weight) / 1000);
const FEATURES: ReadonlyMap<string, number> = new Map(Object.entries(model.features));

/** The weighted sum of a sparse vector brought to length 1 over the columns the model knows. */
function directed<K>(vector: ReadonlyMap<K, number>, weightOf: (key: K) => number | undefined): number {
  let sum = 0;
  let norm = 0;
  for (const [key, value] of vector) {
    const weight = weightOf(key);
    if (weight === undefined) continue;
    sum += weight * value;
    norm += value * value;
  }
  return norm > 0 ? sum / Math.sqrt(norm) : 0;
}

/**
 * Log-odds that an English sentence states a fact worth checking: logistic regression over words and word pairs, letter runs and lexicon
 * features, learnt by scripts/learn-wording.mjs (data, licence and figures in wording-english.json).
 */
export function wordingLogOdds(signals: Signals): number {
  let odds = model.bias;
  odds += directed(wordingOf(signals.words), (gram) => GRAMS.get(gram));
  odds += directed(letterRunsOf(signals.words), (bucket) => LETTERS[bucket]);
  for (const [code, strength] of signalStrengths(signals)) odds += (FEATURES.get(code) ?? 0) * strength;
  return odds;
}
