// Learns the wording model from labelled sentences. Pure: the same sentences give the same model.
import { wordingSample } from '#language';
import { fit } from './logistic.mjs';

/** Seen in fewer sentences, a feature or a word tells nothing. */
const SEEN_LEAST = 3;
/** Chosen while measuring; between a third and three times as much the answer hardly changes. */
const PENALTY = 100;
/** Rare features would otherwise be held back most, since their column is small. */
const SPREAD_LEAST = 0.05;
/** What the single words of a sentence may say together, beside a feature. Chosen while measuring, among 3, 5, 8, 12, 16 and 24. */
const WORDS_SHARE = 8;

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

/** What is seen in enough sentences, by name, with the number of sentences. */
function common(lists) {
  const seen = new Map();
  for (const list of lists) for (const item of list) seen.set(item, (seen.get(item) ?? 0) + 1);
  return [...seen].filter(([, count]) => count >= SEEN_LEAST).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Stakes and features in units of their spread, then the words by rarity in a vector of length WORDS_SHARE. */
function layout(samples) {
  const columns = ['', ...common(samples.map(({ shares }) => Object.keys(shares))).map(([code]) => code)];
  const valueOf = (sample, code) => (code === '' ? sample.stakes : (sample.shares[code] ?? 0));
  const spreads = columns.map((code) => spread(samples.map((sample) => valueOf(sample, code))) + SPREAD_LEAST);
  const words = common(samples.map(({ known }) => known));
  const places = new Map(words.map(([word], i) => [word, columns.length + i]));
  const rarity = new Map(
    words.map(([word, count]) => [word, rounded(Math.log((1 + samples.length) / (1 + count)) + 1)]),
  );
  const rowOf = (sample) => {
    const cells = columns.map((code, i) => [i, valueOf(sample, code) / spreads[i]]);
    const known = sample.known.filter((word) => places.has(word));
    const norm = Math.sqrt(known.reduce((sum, word) => sum + rarity.get(word) ** 2, 0)) || 1;
    for (const word of known) cells.push([places.get(word), (WORDS_SHARE * rarity.get(word)) / norm]);
    return { at: Int32Array.from(cells, ([at]) => at), value: Float64Array.from(cells, ([, value]) => value) };
  };
  return { columns, spreads, places, rarity, rowOf };
}

/** `{ intercept, stakes, features, words }` with weights of two decimals, by name. */
export function learn(sentences) {
  const samples = sentences.map(({ text }) => wordingSample(text));
  const { columns, spreads, places, rarity, rowOf } = layout(samples);
  const labels = sentences.map(({ label }) => label);
  const weights = fit(samples.map(rowOf), labels, columns.length + places.size, PENALTY);
  const [stakes, ...features] = columns.map((code, i) => [code, rounded(weights[i] / spreads[i])]);
  const words = [...places].map(([word, at]) => [word, [rounded(weights[at] * WORDS_SHARE), rarity.get(word)]]);
  return {
    intercept: rounded(weights.at(-1)),
    stakes: stakes[1],
    features: Object.fromEntries(features),
    words: Object.fromEntries(words),
  };
}
