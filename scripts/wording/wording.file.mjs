// The text of wording.weights.json, formatted as the repository formats JSON.
import { learn } from './wording.model.mjs';

/** Occurrences of a feature that count; scored with the same number. */
const SATURATION = 3;

export function wordingFile(sentences) {
  const worth = sentences.filter(({ label }) => label === 1).length;
  const { intercept, stakes, features } = learn(sentences);
  const model = {
    version: 'wording/1',
    record: {
      method:
        'Logistic regression over the features of wording.signals.ts and the hand-weighted stakes, by scripts/wording/train.mjs. Each weight is the log-odds that a full share of its feature adds.',
      learntFrom: `${sentences.length} sentences of our own (scripts/wording/sentences.en.tsv), ${worth} of them worth checking; written and labelled for this purpose, copied from no set.`,
      chosenWhileMeasuring:
        'The kinds of features and the penalty were chosen while measuring on ClaimBuster sentences; no weight is learnt from them.',
    },
    saturation: SATURATION,
    intercept,
    stakes,
    features,
  };
  return `${JSON.stringify(model, null, 2)}\n`;
}
