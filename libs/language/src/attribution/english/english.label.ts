import * as W from '../../token/word.flags.js';
import { has, type SentenceView } from '../sentence.view.js';

const LABEL_TOKENS = 5;

/** "THE FACTS: …", "EXCLUSIVE: …": a label in capitals is no part of the sentence behind it, unless it names who speaks. */
function labelEnd(view: SentenceView): number {
  for (let k = view.from; k < Math.min(view.to - 3, view.from + LABEL_TOKENS + 1); k += 1) {
    const token = view.tokens[k];
    if (token?.word.norm === ':' && k > view.from) return k + 1;
    const { raw = '' } = token?.word ?? {};
    const shouted = token?.kind === 'word' && /\p{Lu}{2}/u.test(raw) && !/\p{Ll}/u.test(raw);
    if (!shouted || (k === view.from && has(token, W.KNOWN_OUTLET | W.INSTITUTION | W.COUNTRY))) return view.from;
  }
  return view.from;
}

/** The sentence without its label. */
export function behindLabel(view: SentenceView): SentenceView {
  const from = labelEnd(view);
  return from === view.from ? view : { ...view, from, partners: view.partners.subarray(from - view.from) };
}
