import { englishVerbs, type EnglishVerb } from '../../token/english.words.js';
import * as W from '../../token/word.flags.js';
import { at, has, type SentenceView } from '../sentence.view.js';
import { isCapital } from './english.shape.js';

// A verb of saying with what belongs to it before it.

export const SUBJECT_TOKENS = 26;
const PASSIVE = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', 'get', 'got']);

export function verbAt(view: SentenceView, k: number): EnglishVerb | undefined {
  const verb = englishVerbs.get(at(view, k)?.word.norm ?? '');
  return verb && isPartOfName(view, k) ? undefined : verb;
}

/** "Lighthouse Reports found", "Sachs Claims said": a capital before the verb of the clause is the name of whoever did it. */
const isPartOfName = (view: SentenceView, k: number): boolean =>
  isCapital(at(view, k)) &&
  isCapital(at(view, k - 1)) &&
  /^(?:found|said|says|has|had|showed|revealed|reported)$/.test(at(view, k + 1)?.word.raw ?? '');

/** Bodies before which things are said: "the court heard that", "the inquest was told that". */
export const HEARERS =
  /^(?:court|jury|jurors|inquest|tribunal|hearing|inquiry|committee|panel|trial|magistrates|commission)$/;

/** "the court was told that", "the BBC has been told that": whoever stands before the passive listens to tell it. */
function isHearer(view: SentenceView, k: number): boolean {
  const last = /^(?:has|have|had)$/.test(at(view, k)?.word.norm ?? '') ? at(view, k - 1) : at(view, k);
  return HEARERS.test(last?.word.norm ?? '') || (has(last, W.OUTLET | W.KNOWN_OUTLET) && isCapital(last));
}

/** "is understood to accept that": what somebody is taken to hold, which nobody else is named for. */
const isUnderstood = (view: SentenceView, k: number): boolean =>
  /^(?:understood|known|believed|thought)$/.test(at(view, k)?.word.norm ?? '') &&
  PASSIVE.has(at(view, k - 1)?.word.norm ?? '');

/** First token of the verb group that ends at k ("has also said"), or -1 for a passive ("was told", "is said"). */
export function groupStart(view: SentenceView, k: number): number {
  let start = k;
  while (start > view.from) {
    const before = at(view, start - 1);
    if (!before || before.kind !== 'word') break;
    if (PASSIVE.has(before.word.norm) && at(view, k)?.word.norm === 'told' && isHearer(view, start - 2))
      return start - (/^(?:has|have|had)$/.test(at(view, start - 2)?.word.norm ?? '') ? 2 : 1);
    if (PASSIVE.has(before.word.norm) && verbAt(view, k)?.form === 'finite') return -1;
    if (
      !has(before, W.ADVERB) &&
      !/^(has|have|had|would|will|did|does|do|could|can|may|might|to|long)$/.test(before.word.norm) &&
      !(before.word.norm === 'since' && /^(?:has|have|had)$/.test(at(view, start - 2)?.word.norm ?? ''))
    )
      break;
    // "appeared to show that"
    if (before.word.norm === 'to' && isUnderstood(view, start - 2)) start -= 2;
    else if (before.word.norm === 'to' && !/^(?:appear|seem)(?:s|ed)?$/.test(at(view, start - 2)?.word.norm ?? ''))
      return -1;
    else if (before.word.norm === 'to') start -= 1;
    start -= 1;
  }
  return start;
}
