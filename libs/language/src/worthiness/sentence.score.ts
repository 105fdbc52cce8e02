import { asLanguage } from './claim.score.js';
import { signalsOf, type Signals } from './sentence.signals.js';
import { subjectivityOf } from './subjectivity.score.js';
import weights from './weights.json' with { type: 'json' };

export interface SentenceScore {
  /** 0–100 with four decimals: for ranking, not a probability */
  readonly score: number;
  readonly subjective: boolean;
}

const FEATURES: Readonly<Record<string, number>> = weights.sentence.features;

function points(signals: Signals): number {
  const { saturation } = weights.sentence;
  let sum = 0;
  for (const [feature, weight] of Object.entries(FEATURES)) {
    const count = signals.evidence.get(feature)?.length ?? 0;
    sum += (weight * Math.min(count, saturation)) / saturation;
  }
  return sum;
}

/** Ranks a single sentence by check-worthiness and says whether it is subjective, from its words alone. */
export function scoreSentence(sentence: { readonly text: string; readonly language?: string | null }): SentenceScore {
  const signals = signalsOf(sentence.text, asLanguage(sentence.language, sentence.text));
  const { offset, lengthOffset, lengthPower } = weights.sentence;
  const dense = (points(signals) + offset) / (signals.length + lengthOffset) ** lengthPower;
  return { score: round(100 / (1 + Math.exp(-4 * (dense - 0.8)))), subjective: subjectivityOf(signals) > 0 };
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
