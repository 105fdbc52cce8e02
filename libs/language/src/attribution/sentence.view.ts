import type { Token } from '../token/token.scan.js';
import * as W from '../token/word.flags.js';

/** One sentence of a block as the frame readers see it; token indices are into the block's tokens. */
export interface SentenceView {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly from: number;
  readonly to: number;
  /** Partner of each quotation mark, relative to `from`. */
  readonly partners: Int32Array;
}

export const at = (view: SentenceView, k: number): Token | undefined =>
  k < view.from || k >= view.to ? undefined : view.tokens[k];
export const has = (token: Token | undefined, flag: number): boolean =>
  token !== undefined && (token.word.flags & flag) !== 0;
export const partner = (view: SentenceView, k: number): number => view.partners[k - view.from] ?? -1;

/** A quotation long enough to be speech and not the name of a thing. */
export function isSpeech(view: SentenceView, open: number): boolean {
  const close = partner(view, open);
  if (close <= open) return false;
  if (close - open > 6) return true;
  for (let k = open + 1; k < close; k += 1)
    if (has(view.tokens[k], W.FINITE | W.NEGATION | W.COMPLEMENTISER)) return close - open > 2;
  return false;
}
