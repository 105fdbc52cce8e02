import { stakesOf } from './sentence.score.js';
import { signalsOf } from './sentence.signals.js';
import { wordingOdds, wordingShare, type WordingModel } from './wording.score.js';
import { comparedWords, wordingOf } from './wording.signals.js';

export interface WordingSample {
  /** hand-weighted interest, log-odds */
  readonly stakes: number;
  /** feature code → share that counts, above 0 to 1 */
  readonly shares: Readonly<Record<string, number>>;
  /** distinct words as compared */
  readonly known: readonly string[];
  /** words, numbers and marks, folded, in order */
  readonly words: readonly string[];
}

/** What the training script learns from: an English sentence as the model sees it. */
export function wordingSample(text: string): WordingSample {
  const signals = signalsOf(text, 'en');
  const found = [...(wordingOf(signals) ?? [])].map(([feature, evidence]) => [feature, wordingShare(evidence.length)]);
  return {
    stakes: stakesOf(signals),
    shares: Object.fromEntries(found) as Record<string, number>,
    known: [...comparedWords(signals)],
    words: signals.words.map((word) => word.folded),
  };
}

/** What another model than the one that ships says of an English sentence, as log-odds. */
export function wordingBy(model: WordingModel, text: string): number {
  const signals = signalsOf(text, 'en');
  return wordingOdds(signals, stakesOf(signals), model) ?? 0;
}
