import * as W from '../../token/word.flags.js';
import type { Source } from '../attribution.types.js';
import type { SentenceView } from '../sentence.view.js';
import { mediumOf, outletEnd, readerEnd } from './english.outlet.js';
import { hasFlag as has, isCapital, isDeterminer } from './english.shape.js';
import { englishSource } from './english.source.js';

const SEEN_TOKENS = 12;

/** "apologised in a letter, a copy of which has been seen by The Irish Times": the document, through whoever has seen it. */
export function documentSeen({ text, tokens, from, to }: SentenceView): Source | null {
  for (let k = from; k < to; k += 1) {
    if (!has(tokens[k], W.DOCUMENT) || isCapital(tokens[k])) continue;
    let start = k;
    while (start > from && k - start < 3 && !isDeterminer(tokens[start])) start -= 1;
    for (let n = k + 1; n < Math.min(to - 2, k + SEEN_TOKENS); n += 1) {
      const end = /^(?:seen|obtained|reviewed|viewed)$/.test(tokens[n]?.word.norm ?? '') ? readerEnd(tokens, n, to) : 0;
      const known = end > 0 ? outletEnd(text, tokens, n + 2, to) : 0;
      const source = end > 0 ? englishSource(text, tokens, start, k + 1) : null;
      if (source) return { ...source, via: mediumOf(text, tokens, n + 2, Math.max(end, known)) };
    }
  }
  return null;
}
