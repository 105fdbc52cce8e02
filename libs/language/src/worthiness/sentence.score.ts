import { asLanguage } from './claim.score.js';
import { signalsOf, type Signals } from './sentence.signals.js';
import { subjectivityOf } from './subjectivity.score.js';
import { wordingOdds, wordingReasons, type SentenceReason } from './wording.score.js';
import weights from './weights.json' with { type: 'json' };

export interface SentenceScore {
  /** 0–100 with four decimals: for ranking, not a probability */
  readonly score: number;
  readonly subjective: boolean;
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** What each signal adds to the stakes, as log-odds: the weighted signals over a power of the length. «assertion» is what any sentence begins with. */
function stakesReasons(signals: Signals): SentenceReason[] {
  const { language } = signals;
  const { saturation, offset, lengthOffset, lengthPower, centre, slope, features } = weights.sentence;
  const unit = slope[language] / (signals.length + lengthOffset) ** lengthPower[language];
  const reasons: SentenceReason[] = [
    { feature: 'assertion', weight: unit * offset - slope[language] * centre[language], evidence: [] },
  ];
  for (const [feature, weight] of Object.entries(features[language])) {
    const evidence = signals.evidence.get(feature) ?? [];
    const share = Math.min(evidence.length, saturation[language]) / saturation[language];
    if (weight * share !== 0) reasons.push({ feature, weight: unit * weight * share, evidence });
  }
  return reasons;
}

const totalOf = (reasons: readonly SentenceReason[]) => reasons.reduce((sum, { weight }) => sum + weight, 0);

/** How much there is at stake in few words, as log-odds. */
export function stakesOf(signals: Signals): number {
  return totalOf(stakesReasons(signals));
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

export interface SentenceExplanation {
  /** what the sentence's place rests on: what is plainly at stake, or how it is worded */
  readonly decidedBy: 'stakes' | 'wording';
  /** log-odds that add up to the score's, heaviest first; where the wording decides, «stakes» is one of them */
  readonly reasons: readonly SentenceReason[];
}

/** Why `scoreSentence` puts a sentence where it does. */
export function explainSentence(sentence: {
  readonly text: string;
  readonly language?: string | null;
}): SentenceExplanation {
  const signals = signalsOf(sentence.text, asLanguage(sentence.language, sentence.text));
  const stakes = stakesReasons(signals);
  const worded = totalOf(stakes) < weights.sentence.plain ? wordingReasons(signals, totalOf(stakes)) : null;
  const reasons = [...(worded ?? stakes)].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return { decidedBy: worded ? 'wording' : 'stakes', reasons };
}
