import type { Token } from '../../token/token.scan.js';
import * as W from '../../token/word.flags.js';
import type { Source } from '../attribution.types.js';
import { dates, isNamed } from './english.media.js';
import { mediumOf, outletEnd } from './english.outlet.js';
import { hasFlag as has, isCapital } from './english.shape.js';

const NAMED_TOKENS = 8;

/** "The Daily Telegraph published extracts from it": the media that a block names, also in the article's own voice. */
export function englishMediaNamed(text: string, tokens: readonly Token[]): Source[] {
  const named: Source[] = [];
  let past = 0;
  for (let k = 0; k < tokens.length; k += 1) {
    const token = tokens[k];
    if (k < past || !has(token, W.OUTLET | W.KNOWN_OUTLET | W.NAME_START) || !isNamed(token)) continue;
    let from = k;
    while (from > past && k - from < 4 && isCapital(tokens[from - 1]) && !isOutside(tokens[from - 1])) from -= 1;
    if (tokens[from - 1]?.word.norm === 'the' && from - 1 >= past) from -= 1;
    const end = outletEnd(text, tokens, from, Math.min(tokens.length, from + NAMED_TOKENS));
    if (end <= k) continue;
    named.push({ ...mediumOf(text, tokens, from, end), named: true });
    past = end;
  }
  return named;
}

/** "On", "Monday", "Minister": no part of a medium's name that stands behind it. */
const isOutside = (token: Token | undefined): boolean =>
  has(token, W.PREPOSITION | W.ROLE | W.COUNTRY | W.FINITE | W.RELATIVE) ||
  dates.has(token?.word.norm ?? '') ||
  /['’]s?$/.test(token?.word.norm ?? '') ||
  /^(?:the|a|an|and|but|when|if|as)$/.test(token?.word.norm ?? '');
