// Learns the wording model from labelled sentences. Pure: the same sentences give the same model.
import { wordingSample } from '#language';
import { fit } from './logistic.mjs';

/** Seen less often, a feature tells nothing. */
const SEEN_LEAST = 3;
/** Chosen among .003, .01, .03 and .1 parts while measuring; the answer hardly depends on it. */
const PENALTY = 100;
/** Rare features would otherwise be held back most, since their column is small. */
const SPREAD_LEAST = 0.05;

const spread = (values) => {
  const middle = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / values.length);
};
const rounded = (value) => Math.round(value * 100) / 100 || 0;

/** Lines «class ⇥ sentence»; c = worth checking, u = true or false but of no consequence, n = states no fact. # opens a remark. */
export function readSentences(text) {
  return text.split('\n').flatMap((line, i) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const [kind, sentence, more] = line.split('\t');
    if (!['c', 'u', 'n'].includes(kind) || !sentence?.trim() || more !== undefined)
      throw new Error(`sentence ${i + 1} is not «c, u or n», a tab and a sentence: ${line}`);
    return [{ text: sentence, label: kind === 'c' ? 1 : 0 }];
  });
}

/** `{ intercept, stakes, features }` with weights of two decimals, features by name. */
export function learn(sentences) {
  const samples = sentences.map(({ text }) => wordingSample(text));
  const seen = new Map();
  for (const { shares } of samples) for (const code of Object.keys(shares)) seen.set(code, (seen.get(code) ?? 0) + 1);
  const codes = [...seen].filter(([, count]) => count >= SEEN_LEAST).map(([code]) => code);
  const columns = ['', ...codes.sort()];
  const valueOf = (sample, code) => (code === '' ? sample.stakes : (sample.shares[code] ?? 0));
  const spreads = columns.map((code) => spread(samples.map((sample) => valueOf(sample, code))) + SPREAD_LEAST);
  const at = Int32Array.from(columns.keys());
  const rows = samples.map((sample) => ({
    at,
    value: Float64Array.from(columns, (code, i) => valueOf(sample, code) / spreads[i]),
  }));
  const labels = sentences.map(({ label }) => label);
  const weights = fit(rows, labels, columns.length, PENALTY);
  const [stakes, ...features] = columns.map((code, i) => [code, rounded(weights[i] / spreads[i])]);
  return { intercept: rounded(weights.at(-1)), stakes: stakes[1], features: Object.fromEntries(features) };
}

export function oddsOf(model, text) {
  const { stakes, shares } = wordingSample(text);
  const sum = Object.entries(shares).reduce((total, [code, share]) => total + (model.features[code] ?? 0) * share, 0);
  return model.intercept + model.stakes * stakes + sum;
}
