import { QUOTE_MARK } from '../token/word.entry.js';
import type { Token } from '../token/token.scan.js';

/** A mark that a letter follows at once, with a blank, a bracket or «بـ» before it, opens, whichever way it is turned. */
export function opensSpeech(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  return /[\p{L}\p{N}]/u.test(text.charAt(at + 1)) && (at === 0 || /[\s(:،,\u0640–—-]/.test(before));
}

/** For each quotation mark among tokens[from, to) the index of its partner; -1 elsewhere. A wrongly turned mark stands for the missing one, a stray closing one for nothing. */
export function quotePartners(text: string, tokens: readonly Token[], from: number, to: number): Int32Array {
  const partners = new Int32Array(to - from).fill(-1);
  let open = -1;
  for (let k = from; k < to; k += 1) {
    const token = tokens[k];
    if (!token || !(token.word.flags & QUOTE_MARK)) continue;
    const opening = '“«„'.includes(token.word.raw);
    if (open < 0) open = !opening && !opensSpeech(text, token.start) ? -1 : k;
    else if (opening && '“«„'.includes(tokens[open]?.word.raw ?? '')) open = k;
    else {
      partners[open - from] = k;
      partners[k - from] = open;
      open = -1;
    }
  }
  return partners;
}
