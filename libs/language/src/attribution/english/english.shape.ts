import { englishWords } from '../../lexicon/lexicon.load.js';
import type { Token } from '../../token/token.scan.js';
import * as W from '../../token/word.flags.js';

export const DETERMINERS = new Set(
  'the a an this that these those his her its their our my your one two three four five six seven eight nine ten several some many most both another other few two-thirds no every each'.split(
    ' ',
  ),
);

export const hasFlag = (token: Token | undefined, flag: number): boolean =>
  token !== undefined && (token.word.flags & flag) !== 0;
export const isCapital = (token: Token | undefined): boolean => {
  if (token === undefined || token.kind !== 'word') return false;
  const unit = token.word.raw.charCodeAt(0);
  return unit < 0x80 ? unit >= 0x41 && unit <= 0x5a : /^\p{Lu}/u.test(token.word.raw);
};
export const isDeterminer = (token: Token | undefined): boolean =>
  token !== undefined &&
  (DETERMINERS.has(token.word.norm) || token.word.norm.endsWith("'s") || token.word.norm.endsWith("'"));

const weekdays = new Set(englishWords.weekdays);
const SPANS = /^(?:week|month|year|weekend|night|morning|afternoon|evening|summer|spring|autumn|fall|winter)$/;

/** "Monday", "last week", "earlier this month" at k: the token behind it; k where no time stands. */
export function timeEnd(tokens: readonly Token[], k: number): number {
  let end = k;
  while (/^(?:last|this|next|earlier|late|early|on)$/.test(tokens[end]?.word.norm ?? '')) end += 1;
  const { norm = '' } = tokens[end]?.word ?? {};
  return weekdays.has(norm) || (end > k && SPANS.test(norm)) ? end + 1 : k;
}

/** A common noun that is no institution, document or medium: "her neighbour". */
export const isPlainNoun = (token: Token | undefined): boolean =>
  token?.kind === 'word' && !isCapital(token) && !hasFlag(token, W.INSTITUTION | W.DOCUMENT | W.OUTLET);
