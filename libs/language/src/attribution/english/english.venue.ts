import { englishWords } from '../../lexicon/lexicon.load.js';
import * as W from '../../token/word.flags.js';
import { mediumOf, outletEnd, platformAt } from './english.outlet.js';
import { isCapital } from './english.shape.js';
import { has, type SentenceView } from '../sentence.view.js';
import type { Source } from '../attribution.types.js';

const LEADS = new Set(['in', 'at', 'on', 'during', 'via', 'through', 'by']);
const venues = new Set(englishWords.venues);

/** "in a statement", "at a news conference", "on Twitter": the token after it, or n. */
export function venueEnd(view: SentenceView, n: number): number {
  if (!LEADS.has(view.tokens[n]?.word.norm ?? '')) return n;
  for (let m = n + 1; m < Math.min(view.to, n + 6); m += 1) {
    if (has(view.tokens[m], W.COMMA | W.QUOTE_MARK | W.SENTENCE_END | W.FINITE)) return n;
    // "by the Press Trust of India"
    if (/^Press/.test(view.tokens[m]?.word.raw ?? '')) return n;
    if (venues.has(view.tokens[m]?.word.norm ?? '') && !venues.has(view.tokens[m + 1]?.word.norm ?? '')) return m + 1;
  }
  return n;
}

/** How a sentence begins that tells first where or how somebody was asked. */
export const SPEAKING =
  /^(?:speaking|talking|writing|asked|addressing|responding|testifying|giving|appearing|approached|confronted|reached|contacted|questioned|pressed|challenged|quizzed|interviewed)$/;

/**
 * "In an interview with the Financial Times, …", "Speaking to the BBC, …" between `from` and the subject: where it was said, with the
 * outlet that carried the words. Null where the sentence begins otherwise.
 */
export function venueBefore(view: SentenceView, from: number, subject: number): { outlet: Source | null } | null {
  let first = from;
  while (first < subject && view.tokens[first]?.kind === 'mark') first += 1;
  // "When approached outside his home, he said"
  if (
    /^(?:when|after)$/.test(view.tokens[first]?.word.norm ?? '') &&
    SPEAKING.test(view.tokens[first + 1]?.word.norm ?? '')
  )
    first += 1;
  const opening = view.tokens[first];
  if (first >= subject || !(has(opening, W.PREPOSITION) || SPEAKING.test(opening?.word.norm ?? ''))) return null;
  for (let n = first + 1; n < subject; n += 1) {
    const platform = platformAt(view.text, view.tokens, n);
    if (platform) return { outlet: platform };
    if (!/^(with|to|by|on|in|for)$/.test(view.tokens[n - 1]?.word.norm ?? '')) continue;
    const end = outletEnd(view.text, view.tokens, n, subject);
    // "In a paper published in Current Biology": a study, which is no medium
    if (/^an?$/.test(view.tokens[n]?.word.norm ?? '') && !isCapital(view.tokens[end - 1])) continue;
    if (end > n) return { outlet: { ...mediumOf(view.text, view.tokens, n, end), named: true } };
  }
  return { outlet: null };
}
