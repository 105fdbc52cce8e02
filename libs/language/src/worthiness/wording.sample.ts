import { stakesOf } from './sentence.score.js';
import { signalsOf } from './sentence.signals.js';
import { wordingShare } from './wording.score.js';
import { wordingOf } from './wording.signals.js';

export interface WordingSample {
  /** hand-weighted interest, log-odds */
  readonly stakes: number;
  /** feature code → share that counts, above 0 to 1 */
  readonly shares: Readonly<Record<string, number>>;
  /** words and numbers as compared, in order */
  readonly words: readonly string[];
}

/** What the training script learns from: an English sentence as the model sees it. */
export function wordingSample(text: string): WordingSample {
  const signals = signalsOf(text, 'en');
  const found = [...(wordingOf(signals) ?? [])].map(([feature, evidence]) => [feature, wordingShare(evidence.length)]);
  return {
    stakes: stakesOf(signals),
    shares: Object.fromEntries(found) as Record<string, number>,
    words: signals.words.map((word) => word.folded),
  };
}
