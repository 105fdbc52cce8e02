import { asLanguage } from './claim.score.js';
import { signalsOf, type Signals } from './sentence.signals.js';
import { subjectivityOf } from './subjectivity.score.js';
import { wordingOdds } from './wording.score.js';
import weights from './weights.json' with { type: 'json' };

export interface SentenceScore {
  /** 0–100 with four decimals: for ranking, not a probability */
  readonly score: number;
  readonly subjective: boolean;
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** How much there is at stake in few words: the weighted signals over a power of the length, as log-odds. */
export function stakesOf(signals: Signals): number {
  const { language } = signals;
  const { saturation, offset, lengthOffset, lengthPower, centre, slope, features } = weights.sentence;
  let sum = offset;
  for (const [feature, weight] of Object.entries(features[language])) {
    const count = signals.evidence.get(feature)?.length ?? 0;
    sum += (weight * Math.min(count, saturation[language])) / saturation[language];
  }
  const dense = sum / (signals.length + lengthOffset) ** lengthPower[language];
  return slope[language] * (dense - centre[language]);
}

/**
 * First comes what is plainly at stake, in that order. Below `weights.sentence.plain` the stakes say little (a vote without a figure,
 * a record without a scandal), and the wording decides where there is a model of it.
 */
function interest(signals: Signals): number {
  const stakes = stakesOf(signals);
  const { plain } = weights.sentence;
  if (stakes >= plain) return sigmoid(stakes);
  const odds = wordingOdds(signals, stakes);
  return odds === null ? sigmoid(stakes) : sigmoid(odds) * sigmoid(plain);
}

/** Ranks a single sentence by check-worthiness and says whether it is subjective, from its words alone. */
export function scoreSentence(sentence: { readonly text: string; readonly language?: string | null }): SentenceScore {
  const signals = signalsOf(sentence.text, asLanguage(sentence.language, sentence.text));
  return { score: Math.round(interest(signals) * 1_000_000) / 10_000, subjective: subjectivityOf(signals) > 0 };
}
