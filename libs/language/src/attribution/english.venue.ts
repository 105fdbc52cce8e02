import * as W from '../token/word.flags.js';
import { englishSource } from './english.source.js';
import { outletEnd, platformAt } from './english.outlet.js';
import { has, type SentenceView } from './sentence.view.js';
import type { Source } from './attribution.types.js';

const SPEAKING = /^(speaking|talking|writing|asked|addressing|responding|testifying)$/;

/**
 * "In an interview with the Financial Times, …", "Speaking to the BBC, …" between `from` and the subject: where it was said, with the
 * outlet that carried the words. Null where the sentence begins otherwise.
 */
export function venueBefore(view: SentenceView, from: number, subject: number): { outlet: Source | null } | null {
  let first = from;
  while (first < subject && view.tokens[first]?.kind === 'mark') first += 1;
  const opening = view.tokens[first];
  if (first >= subject || !(has(opening, W.PREPOSITION) || SPEAKING.test(opening?.word.norm ?? ''))) return null;
  for (let n = first + 1; n < subject; n += 1) {
    if (!/^(with|to|by|on|in)$/.test(view.tokens[n - 1]?.word.norm ?? '')) continue;
    const platform = platformAt(view.text, view.tokens, n);
    if (platform) return { outlet: platform };
    const end = outletEnd(view.text, view.tokens, n, subject);
    const source = end > n ? englishSource(view.text, view.tokens, n, end) : null;
    if (source) {
      const type = source.type === 'agency' ? 'agency' : 'outlet';
      return { outlet: { ...source, role: 'outlet', type, anonymous: false, named: true } };
    }
  }
  return { outlet: null };
}
