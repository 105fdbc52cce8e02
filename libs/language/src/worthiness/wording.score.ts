import type { Signals } from './sentence.signals.js';
import { comparedWords, wordingOf } from './wording.signals.js';
import shipped from './wording.weights.json' with { type: 'json' };

export interface WordingModel {
  /** log-odds of a sentence that shows nothing */
  readonly intercept: number;
  /** what one unit of the hand-weighted stakes adds */
  readonly stakes: number;
  /** feature code → log-odds that its full share adds */
  readonly features: Readonly<Record<string, number>>;
  /** word as compared → log-odds it adds where it stands alone among known words, and its rarity */
  readonly words: Readonly<Record<string, readonly number[]>>;
}

export interface SentenceReason {
  /** kebab-case code of weights.json or wording.weights.json; «words» for the single words together */
  readonly feature: string;
  /** log-odds added */
  readonly weight: number;
  /** the words that show it, as written; for «words» those that weighed most */
  readonly evidence: readonly string[];
}

/** Occurrences of a feature that count. */
const SATURATION = 3;
const SHOWN = 3;
const WORDS: ReadonlyMap<string, readonly number[]> = new Map(Object.entries(shipped.words));

/** How much of a feature counts, 0 to 1. */
export function wordingShare(count: number): number {
  return Math.min(count, SATURATION) / SATURATION;
}

/** The known words of a sentence share one vote: each by its weight and its rarity, so that a long sentence says no more than a short one. */
function wordsReason(signals: Signals, words: ReadonlyMap<string, readonly number[]>): SentenceReason | null {
  const known: { readonly word: string; readonly weight: number }[] = [];
  let squares = 0;
  for (const word of comparedWords(signals)) {
    const [weight = 0, rarity = 0] = words.get(word) ?? [];
    if (rarity === 0) continue;
    known.push({ word, weight: weight * rarity });
    squares += rarity * rarity;
  }
  if (known.length === 0) return null;
  const weight = known.reduce((sum, word) => sum + word.weight, 0) / Math.sqrt(squares);
  const heaviest = [...known].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, SHOWN);
  return { feature: 'words', weight, evidence: heaviest.map(({ word }) => word) };
}

/**
 * Why a sentence reads like the statements that fact-checkers take up, or unlike them: reasons in a fixed order, the given stakes
 * (log-odds, by hand) among them, that add up to the log-odds. null for a language without a model.
 */
export function wordingReasons(
  signals: Signals,
  stakes: number,
  model: WordingModel = shipped,
): readonly SentenceReason[] | null {
  const found = wordingOf(signals);
  if (!found) return null;
  const reasons: SentenceReason[] = [
    { feature: 'assertion', weight: model.intercept, evidence: [] },
    { feature: 'stakes', weight: model.stakes * stakes, evidence: [] },
  ];
  for (const [feature, evidence] of [...found].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const weight = (model.features[feature] ?? 0) * wordingShare(evidence.length);
    if (weight !== 0) reasons.push({ feature, weight, evidence });
  }
  const words = wordsReason(signals, model === shipped ? WORDS : new Map(Object.entries(model.words)));
  return words ? [...reasons, words] : reasons;
}

/**
 * Log-odds that an English sentence is a statement worth checking, by its wording (wording.weights.json, learnt from sentences of our
 * own by scripts/wording/train.mjs). null for a language without a model.
 */
export function wordingOdds(signals: Signals, stakes: number, model: WordingModel = shipped): number | null {
  return wordingReasons(signals, stakes, model)?.reduce((sum, { weight }) => sum + weight, 0) ?? null;
}
