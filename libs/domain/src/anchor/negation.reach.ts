import { isDenier, isNegator } from './change.flags.js';
import { readTokens, type Token } from './text.reader.js';
import type { Projection, Span, Stretch } from './span.projection.js';

const REACH = 3;
const BACK = 120;

/** The words just before a place, in its clause, that turn it round. */
function turnsBefore(text: string, start: number, tokens: readonly Token[], turns: (token: Token) => boolean): Token[] {
  return tokens
    .filter((token) => token.end <= start)
    .slice(-REACH)
    .filter((token) => turns(token) && !/[،,;؛:.!?؟…\n]/u.test(text.slice(token.end, start)));
}

/**
 * Where a claim whose words are all kept begins: one word earlier when a negation was put in right before it, since
 * leaving that out would keep the words and lose the meaning. One further off is not the claim's, only its concern.
 */
export function startWithNegation(now: Stretch, { start, insertedBefore }: Projection): number {
  const near = turnsBefore(now.text, start, now.tokens, isNegator);
  return insertedBefore && near.includes(insertedBefore) ? insertedBefore.start : start;
}

/** True when a negation or denial that reaches the claim from just before it came or went. */
export function negationTurned(oldText: string, claim: Span, newText: string, span: Span): boolean {
  return turnsOf(oldText, claim.start) !== turnsOf(newText, span.start);
}

/** How many negations and denials reach a place from just before it, in its clause. Part of what the claim there says. */
export function turnsOf(text: string, start: number): number {
  const tokens = readTokens(text, Math.max(0, start - BACK), start);
  return turnsBefore(text, start, tokens, (token) => isNegator(token) || isDenier(token)).length;
}
