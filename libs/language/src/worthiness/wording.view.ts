import type { Signals } from './sentence.signals.js';
import type { Word } from './word.token.js';

const MARKS = ['%', '$', '?', '!'];

function tokenOf(word: Word): string {
  if (word.type === 'number') return '0';
  return word.type === 'word' || MARKS.includes(word.text) ? word.folded : '';
}

/**
 * The words and neighbouring word pairs of a sentence, each with 1 + ln(occurrences). Every number reads «0», punctuation
 * but % $ ? ! is left out.
 */
export function wordingOf(words: readonly Word[]): Map<string, number> {
  const tokens = words.map(tokenOf).filter((token) => token !== '');
  const counts = new Map<string, number>();
  const add = (gram: string) => counts.set(gram, (counts.get(gram) ?? 0) + 1);
  tokens.forEach((token, at) => {
    add(token);
    if (at > 0) add(`${tokens[at - 1] ?? ''} ${token}`);
  });
  for (const [gram, count] of counts) counts.set(gram, 1 + Math.log(count));
  return counts;
}

const CAP = 2;
const SHORT = 6;

/** The lexicon features of a sentence between 0 and 1, its length (ln) and whether it is short: what the learnt model sees beside the wording. */
export function signalStrengths(signals: Signals): Map<string, number> {
  const strengths = new Map<string, number>();
  for (const [code, evidence] of signals.evidence) strengths.set(code, Math.min(evidence.length, CAP) / CAP);
  strengths.set('length', Math.log(signals.length + 1));
  if (signals.length < SHORT) strengths.set('short', 1);
  return strengths;
}
