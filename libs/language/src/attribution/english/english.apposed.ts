import type { Token } from '../../token/token.scan.js';
import * as W from '../../token/word.flags.js';
import { hasFlag as has, isCapital, isDeterminer } from './english.shape.js';

/** "Turki bin Nasser", "Ursula von der Leyen", "J. Edgar" */
const isInName = (tokens: readonly Token[], k: number): boolean =>
  tokens[k]?.word.norm === '.' ||
  (/^(?:bin|ibn|bint|al|el|abu|von|van|de|der|den|da|di|du|la|le|del|dos|ben|ter|y)$/.test(
    tokens[k]?.word.norm ?? '',
  ) &&
    (isCapital(tokens[k + 1]) || isCapital(tokens[k + 2])));

/** "the chief executive, Petra Lindqvist, …": the name behind a title that has none of its own. */
export function nameApposed(tokens: readonly Token[], comma: number, to: number): [number, number] | null {
  if (!has(tokens[comma], W.COMMA)) return null;
  const from = calledFrom(tokens, comma + 1, to);
  let end = from;
  while (end < to && end - from < 6 && (isCapital(tokens[end]) || isInName(tokens, end))) end += 1;
  const stops = has(tokens[end], W.COMMA | W.RELATIVE) || /^(?:of|from|at|with)$/.test(tokens[end]?.word.norm ?? '');
  if (end === from || (end < to && !stops)) return null;
  for (let k = from; k < end; k += 1)
    if (has(tokens[k], W.INSTITUTION | W.OUTLET | W.KNOWN_OUTLET) || isDeterminer(tokens[k])) return null;
  return [from, end];
}

/** "Redline owner Curtis": a capital that belongs to what he is. */
const isTitleAhead = (tokens: readonly Token[], k: number): boolean =>
  [k + 1, k + 2].some((n) => has(tokens[n], W.ROLE) && !isCapital(tokens[n]) && isCapital(tokens[n + 1]));

/** ", who goes by the name Abu Rima,", ", known as Ledo,": where the name begins; `from` where none is introduced so. */
function calledFrom(tokens: readonly Token[], from: number, to: number): number {
  if (isCapital(tokens[from]) && !isTitleAhead(tokens, from)) return from;
  let called = false;
  for (let k = from; k < Math.min(to, from + 9); k += 1) {
    const { norm = '' } = tokens[k]?.word ?? {};
    if (has(tokens[k], W.COMMA) && !called) return from;
    // ", Redline owner Curtis Maddow,"
    if (has(tokens[k], W.ROLE) && !isCapital(tokens[k]) && isCapital(tokens[k + 1]) && k < from + 4) return k + 1;
    called ||= /^(?:goes|known|gave|calls|identified|named|called)$/.test(norm);
    if (called && isCapital(tokens[k])) return k;
  }
  return from;
}
