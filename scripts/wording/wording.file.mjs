// The text of wording.weights.json, formatted as the repository formats JSON.
import { learn } from './wording.model.mjs';

export function wordingFile(sentences) {
  const worth = sentences.filter(({ label }) => label === 1).length;
  const { intercept, stakes, features, words } = learn(sentences);
  const model = {
    version: 'wording/1',
    record: {
      method:
        'Logistic regression over the features of wording.signals.ts, the hand-weighted stakes and single words, by scripts/wording/train.mjs. The weight of a feature is the log-odds that its full share adds; a word has a weight and a rarity, and the words of a sentence add their weights in proportion to their rarity, over the length of the vector of rarities.',
      learntFrom: `${sentences.length} sentences of our own (scripts/wording/sentences.en.tsv), ${worth} of them worth checking; written and labelled for this purpose, copied from no set.`,
      chosenWhileMeasuring:
        'The kinds of features, the penalty and the share of the words were chosen while measuring on ClaimBuster sentences; no weight is learnt from them.',
    },
    intercept,
    stakes,
    features,
    words,
  };
  const text = JSON.stringify(model, null, 2);
  // one word a line, as the formatter writes it
  return `${text.replace(/\[\s+(-?[\d.]+),\s+(-?[\d.]+)\s+\]/g, '[$1, $2]')}\n`;
}
