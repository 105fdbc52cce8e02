// Ways of learning from labelled sentences that were weighed against the one that ships. Each is (training rows) → (row → odds).
// Rows are {label, sample} with sample as wordingSample gives it.
import { fit, oddsOf } from './logistic.mjs';

const NUMBER = /^[\d٠-٩]/;
const SEEN_LEAST = 2;

function grams({ words }, longest) {
  const padded = ['<s>', ...words.map((word) => (NUMBER.test(word) ? '<number>' : word)), '</s>'];
  const found = new Map();
  for (let size = 1; size <= longest; size += 1)
    for (let from = 0; from + size <= padded.length; from += 1) {
      const gram = padded.slice(from, from + size).join(' ');
      found.set(gram, (found.get(gram) ?? 0) + 1);
    }
  return found;
}

/** Word n-grams as sublinear tf-idf of length one; `ratio` weighs them by naive Bayes' log-count ratio instead of idf (Wang and Manning 2012). */
function ngramColumns(rows, { longest, ratio }) {
  const seen = new Map();
  const bags = rows.map(({ sample }) => grams(sample, longest));
  bags.forEach((bag, i) => {
    for (const gram of bag.keys()) {
      const counts = seen.get(gram) ?? [0, 0];
      counts[rows[i].label] += 1;
      seen.set(gram, counts);
    }
  });
  const worth = rows.filter(({ label }) => label === 1).length;
  const columns = new Map();
  for (const [gram, [no, yes]] of [...seen].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (no + yes < SEEN_LEAST) continue;
    const idf = Math.log((1 + rows.length) / (1 + no + yes)) + 1;
    const odds = Math.log((yes + 1) / (worth + 2)) - Math.log((no + 1) / (rows.length - worth + 2));
    columns.set(gram, { at: columns.size, weight: ratio ? odds : idf });
  }
  return {
    size: columns.size,
    cellsOf({ sample }) {
      const cells = [];
      for (const [gram, count] of grams(sample, longest)) {
        const column = columns.get(gram);
        if (column) cells.push([column.at, (ratio ? 1 : 1 + Math.log(count)) * column.weight]);
      }
      const norm = ratio ? 1 : Math.sqrt(cells.reduce((sum, [, value]) => sum + value * value, 0)) || 1;
      return cells.map(([at, value]) => [at, value / norm]);
    },
  };
}

/** The features of wording.signals.ts and the stakes, as one block of columns. */
function featureColumns(rows) {
  const codes = [...new Set(rows.flatMap(({ sample }) => Object.keys(sample.shares)))].sort();
  return {
    size: codes.length + 1,
    cellsOf: ({ sample }) => [
      [0, sample.stakes / 2],
      ...codes.flatMap((code, i) => (sample.shares[code] ? [[i + 1, sample.shares[code]]] : [])),
    ],
  };
}

function regression(blocks, penalty, weightOf = () => 1) {
  return (rows) => {
    const prepared = blocks.map((block) => block(rows));
    const size = prepared.reduce((sum, block) => sum + block.size, 0);
    const rowOf = (row) => {
      const cells = [];
      let from = 0;
      for (const block of prepared) {
        for (const [at, value] of block.cellsOf(row)) cells.push([from + at, value * weightOf(row)]);
        from += block.size;
      }
      return { at: Int32Array.from(cells, ([at]) => at), value: Float64Array.from(cells, ([, value]) => value) };
    };
    const labels = rows.map(({ label }) => label);
    const weights = fit(rows.map(rowOf), labels, size, penalty, 100);
    return (row) => oddsOf(rowOf(row), weights);
  };
}

const words =
  (longest, ratio = false) =>
  (rows) =>
    ngramColumns(rows, { longest, ratio });

/** The mean of what several say, each in units of its own spread over the training rows. */
function together(...learners) {
  return (rows) => {
    const said = learners.map((learner) => learner(rows));
    const spreads = said.map((odds) => {
      const values = rows.map(odds);
      const middle = values.reduce((sum, value) => sum + value, 0) / values.length;
      return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / values.length) || 1;
    });
    return (row) => said.reduce((sum, odds, i) => sum + odds(row) / spreads[i], 0);
  };
}

const features = regression([featureColumns], 1);
const pairs = regression([words(2)], 0.2);

export const REGRESSORS = {
  'features and stakes': features,
  'words, tf-idf': regression([words(1)], 0.5),
  'words and pairs, tf-idf': pairs,
  'words to triples, tf-idf': regression([words(3)], 0.2),
  'words and pairs, log-count ratios': regression([words(2, true)], 10),
  'words and features': regression([words(1), featureColumns], 0.5),
  'words, pairs and features': regression([words(2), featureColumns], 0.3),
  'words to triples and features': regression([words(3), featureColumns], 0.3),
  'mean of features, pairs and log-count ratios': together(features, pairs, regression([words(2, true)], 10)),
};
