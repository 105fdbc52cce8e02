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

const BUCKET_BITS = 12;
/** Letter sequences are counted in this many buckets: a bucket is shared by several, with a sign each that evens chance out. */
export const LETTER_BUCKETS = 1 << BUCKET_BITS;
const [SHORTEST_RUN, LONGEST_RUN] = [3, 5];
/** Words that are longer say no more about a sentence, and a text of one endless word must not take endless time. */
const LONGEST_WORD = 40;

/** Runs of 3 to 5 letters inside each word, its borders included: bucket → signed count (feature hashing, Weinberger et al. 2009; FNV-1a). */
export function letterRunsOf(words: readonly Word[]): Map<number, number> {
  const buckets = new Map<number, number>();
  for (const word of words) {
    const framed = ` ${tokenOf(word).slice(0, LONGEST_WORD)} `;
    for (let start = 0; start + SHORTEST_RUN <= framed.length; start += 1) {
      let hash = 0x811c9dc5;
      for (let end = start; end < Math.min(start + LONGEST_RUN, framed.length); end += 1) {
        hash = Math.imul(hash ^ framed.charCodeAt(end), 0x01000193);
        if (end - start + 1 < SHORTEST_RUN) continue;
        const mixed = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
        const bucket = mixed >>> (32 - BUCKET_BITS);
        buckets.set(bucket, (buckets.get(bucket) ?? 0) + (mixed & 1 ? 1 : -1));
      }
    }
  }
  return buckets;
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
