// What the model of wording reaches, and what other ways of learning would. Every line says what was learnt from which sentences.
import { scoreSentence, wordingBy, wordingSample } from '#language';
import { rowsOf } from '../eval/data.folder.mjs';
import { averagePrecision, groupedPrecision } from '../eval/measure.mjs';
import { REGRESSORS } from './regressors.mjs';
import { learn } from './wording.model.mjs';

const FOLDS = 5;
const keyOf = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** FNV-1a of the text without marks: sentences that say the same stay in one fold. */
function foldOf(text) {
  let hash = 0x811c9dc5;
  for (const char of keyOf(text)) hash = Math.imul(hash ^ char.codePointAt(0), 0x01000193) >>> 0;
  return hash % FOLDS;
}

/** Scores every row by what was learnt from the other folds. */
function crossed(rows, learner) {
  const scored = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const said = learner(rows.filter((row) => row.fold !== fold));
    for (const row of rows) if (row.fold === fold) scored.push({ ...row, score: said(row) });
  }
  return scored;
}

const line = (what, value) => `${value === null ? '–' : value.toFixed(4)}  ${what}`;

async function* onSet(folder, { file, name, measure }, model) {
  const data = await rowsOf(folder, 'ranking', file);
  if (!data) {
    yield `no ranking/${file}`;
    return;
  }
  const by = (score) => measure(data.map((row) => ({ ...row, score: score(row.text) })));
  yield line(
    `${name}, no weight learnt from it: stakes alone`,
    by((text) => wordingSample(text).stakes),
  );
  yield line(
    `${name}, no weight learnt from it: wording alone`,
    by((text) => wordingBy(model, text)),
  );
  yield line(
    `${name}, no weight learnt from it: what ships`,
    by((text) => scoreSentence({ text, language: 'en' }).score),
  );
}

const SETS = [
  { file: 'claimbuster-train.jsonl', name: 'ClaimBuster development half, AP', measure: averagePrecision },
  { file: 'en-debates.jsonl', name: 'English debates, MAP', measure: groupedPrecision },
];

export async function* figures(sentences, folder) {
  const own = sentences.map((row) => ({ ...row, fold: foldOf(row.text) }));
  const shipped = (rows) => {
    const model = learn(rows);
    return ({ text }) => wordingBy(model, text);
  };
  yield line(
    'own sentences, AP: stakes alone',
    averagePrecision(own.map((row) => ({ ...row, score: wordingSample(row.text).stakes }))),
  );
  yield line('own sentences, AP, five folds: wording', averagePrecision(crossed(own, shipped)));
  if (!folder) return;
  const model = learn(sentences);
  for (const set of SETS) yield* onSet(folder, set, model);
  const data = await rowsOf(folder, 'ranking', SETS[0].file);
  if (!data) return;
  const rows = data.map((row) => ({ ...row, fold: foldOf(row.text), sample: wordingSample(row.text) }));
  for (const [name, learner] of Object.entries(REGRESSORS))
    yield line(`if learnt from ClaimBuster, AP, five folds: ${name}`, averagePrecision(crossed(rows, learner)));
}
