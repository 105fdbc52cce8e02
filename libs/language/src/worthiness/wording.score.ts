import type { Signals } from './sentence.signals.js';
import { wordingOf } from './wording.signals.js';
import model from './wording.weights.json' with { type: 'json' };

export interface WordingReason {
  /** kebab-case code of wording.weights.json */
  readonly feature: string;
  /** log-odds added */
  readonly weight: number;
  /** the words that show it, as written */
  readonly evidence: readonly string[];
}

const WEIGHTS: Readonly<Record<string, number>> = model.features;

/** How much of a feature counts: each occurrence up to `model.saturation`, 0 to 1. */
export function wordingShare(count: number): number {
  return Math.min(count, model.saturation) / model.saturation;
}

/**
 * Why a sentence reads like the statements that fact-checkers take up, or unlike them: one reason a feature, whose weights with
 * `model.intercept` and `model.stakes` × stakes add up to the log-odds. null for a language without a model.
 */
export function wordingReasons(signals: Signals): readonly WordingReason[] | null {
  const found = wordingOf(signals);
  if (!found) return null;
  const reasons: WordingReason[] = [];
  for (const [feature, evidence] of found) {
    const weight = (WEIGHTS[feature] ?? 0) * wordingShare(evidence.length);
    if (weight !== 0) reasons.push({ feature, weight, evidence });
  }
  return reasons;
}

/**
 * Log-odds that an English sentence is a statement worth checking, by its wording (wording.weights.json, learnt from sentences of our
 * own by scripts/wording/train.mjs). `stakes` is the hand-weighted interest as log-odds. null for a language without a model.
 */
export function wordingOdds(signals: Signals, stakes: number): number | null {
  const reasons = wordingReasons(signals);
  if (!reasons) return null;
  // in a fixed order: floating sums depend on it
  const sum = [...reasons]
    .sort((a, b) => (a.feature < b.feature ? -1 : 1))
    .reduce((total, { weight }) => total + weight, 0);
  return model.intercept + model.stakes * stakes + sum;
}
