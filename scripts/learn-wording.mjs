// Learns libs/language/src/worthiness/wording-english.json from the ClaimBuster sentences: `node scripts/learn-wording.mjs --data FILE.jsonl [--write]`.
// FILE: one {"text", "label": 0|1} a line. Prints 5-fold average precision; with --write it replaces the model. Deterministic.
import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build, isBuilt } from './build.mjs';

const { values } = parseArgs({ options: { data: { type: 'string' }, write: { type: 'boolean' } } });
if (!values.data) {
  console.error('usage: node scripts/learn-wording.mjs --data FILE.jsonl [--write]');
  process.exit(2);
}
if (!(await isBuilt())) await build();
const lib = (name) => import(new URL(`../dist/libs/language/src/worthiness/${name}.js`, import.meta.url).href);
const { signalsOf } = await lib('sentence.signals');
const { worthOf } = await lib('sentence.score');
const { signalStrengths, wordingOf } = await lib('wording.view');

const MIN_DF = 5; // grams of fewer sentences say more about the sample than about the language
const COST = 6; // weight of the data against the L2 penalty
const FEATURE_SCALE = 0.5; // the lexicon features are penalised four times as much as the wording
const ROUNDS = 400;

const rows = (await readFile(values.data, 'utf8'))
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));
const seen = rows.map(({ text, label }) => {
  const signals = signalsOf(text, 'en');
  return { label, signals, grams: wordingOf(signals.words), strengths: signalStrengths(signals) };
});

/** Column numbers of the grams and features that the given sentences support. */
function vocabulary(sentences) {
  const df = new Map();
  const features = new Set();
  for (const { grams, strengths } of sentences) {
    for (const gram of grams.keys()) df.set(gram, (df.get(gram) ?? 0) + 1);
    for (const code of strengths.keys()) features.add(code);
  }
  const kept = [...df]
    .filter(([, count]) => count >= MIN_DF)
    .map(([gram]) => gram)
    .sort();
  return {
    grams: new Map(kept.map((gram, i) => [gram, i])),
    features: new Map([...features].sort().map((code, i) => [code, kept.length + i])),
  };
}

function vector({ grams, strengths }, names) {
  const columns = [];
  let norm = 0;
  for (const [gram, value] of grams) {
    const column = names.grams.get(gram);
    if (column === undefined) continue;
    columns.push([column, value]);
    norm += value * value;
  }
  for (const entry of columns) entry[1] /= Math.sqrt(norm) || 1;
  for (const [code, strength] of strengths) {
    const column = names.features.get(code);
    if (column !== undefined) columns.push([column, strength * FEATURE_SCALE]);
  }
  return columns;
}

/** L2-regularised logistic regression by Adam over the whole set; the bias is the last weight and not penalised. */
function train(vectors, labels, size) {
  const weights = new Float64Array(size + 1);
  const [first, second] = [new Float64Array(size + 1), new Float64Array(size + 1)];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const gradient = weights.slice();
    gradient[size] = 0;
    vectors.forEach((columns, i) => {
      let odds = weights[size];
      for (const [column, value] of columns) odds += weights[column] * value;
      const error = COST * (1 / (1 + Math.exp(-odds)) - labels[i]);
      for (const [column, value] of columns) gradient[column] += error * value;
      gradient[size] += error;
    });
    const rate = 0.15 * (1 - round / (ROUNDS + 1));
    for (let c = 0; c <= size; c += 1) {
      first[c] = 0.9 * first[c] + 0.1 * gradient[c];
      second[c] = 0.999 * second[c] + 0.001 * gradient[c] ** 2;
      weights[c] -= (rate * (first[c] / (1 - 0.9 ** round))) / (Math.sqrt(second[c] / (1 - 0.999 ** round)) + 1e-8);
    }
  }
  return weights;
}

const oddsOf = (weights, columns) =>
  columns.reduce((sum, [column, value]) => sum + weights[column] * value, weights[weights.length - 1]);

function averagePrecision(scored) {
  const ranked = [...scored].sort((a, b) => b.score - a.score || a.label - b.label);
  let [found, sum] = [0, 0];
  ranked.forEach(({ label }, i) => {
    if (!label) return;
    found += 1;
    sum += found / (i + 1);
  });
  return sum / found;
}

function fit(sentences) {
  const names = vocabulary(sentences);
  const weights = train(
    sentences.map((s) => vector(s, names)),
    sentences.map((s) => s.label),
    names.grams.size + names.features.size,
  );
  return { names, weights };
}

const FOLDS = 5;
const held = [];
for (let fold = 0; fold < FOLDS; fold += 1) {
  const { names, weights } = fit(seen.filter((_, i) => i % FOLDS !== fold));
  seen.forEach((sentence, i) => {
    if (i % FOLDS !== fold) return;
    const odds = oddsOf(weights, vector(sentence, names));
    held.push({ label: sentence.label, score: odds, worth: worthOf(sentence.signals, odds) });
  });
}
const rounded = (value) => Math.round(value * 10_000) / 10_000;
const crossed = rounded(averagePrecision(held));
const ranked = rounded(averagePrecision(held.map(({ label, worth }) => ({ label, score: worth }))));
console.log(
  JSON.stringify({ sentences: seen.length, folds: FOLDS, averagePrecision: crossed, averagePrecisionOfScore: ranked }),
);

if (values.write) {
  const { names, weights } = fit(seen);
  const round = (value) => Math.round(value * 1000) / 1000;
  const grams = Object.fromEntries([...names.grams].map(([gram, column]) => [gram, round(weights[column])]));
  const features = Object.fromEntries(
    [...names.features].map(([code, column]) => [code, round(weights[column] * FEATURE_SCALE)]),
  );
  const target = new URL('../libs/language/src/worthiness/wording-english.json', import.meta.url);
  const before = JSON.parse(await readFile(target, 'utf8'));
  const record = {
    ...before.record,
    crossValidatedAveragePrecision: crossed,
    crossValidatedAveragePrecisionOfScore: ranked,
    sentences: seen.length,
    minimumSentencesPerGram: MIN_DF,
    cost: COST,
  };
  await writeFile(
    target,
    JSON.stringify(
      { version: before.version, record, bias: round(weights[weights.length - 1]), features, grams },
      null,
      2,
    ) + '\n',
  );
  console.log(`wrote ${pathToFileURL(target.pathname).pathname} (${names.grams.size} grams)`);
}
