import { foldedSet, words } from '../lexicon/lexicon.load.js';
import { matchPhrase, phraseTable } from '../token/phrase.match.js';
import type { Token } from '../token/token.scan.js';
import * as W from '../token/word.entry.js';
import type { Region } from '../attribution/attribution.types.js';

/** A clause that may become a claim; token indices, and why it was cut off (a preface is kept only when it asserts). */
export interface Clause {
  readonly from: number;
  readonly to: number;
  readonly preface: boolean;
  readonly conditional: boolean;
}

const breakers = phraseTable(words.breakers);
const temporals = phraseTable(words.temporalSubordinators);
const conditionals = foldedSet(['إذا', 'لو', 'مهما', 'كلما', 'لولا', 'طالما']);
const prefaceWords = foldedSet([
  ...words.prepositions,
  ...words.subordinators.filter((entry) => !entry.includes(' ')),
  'بالإضافة',
  'بعد',
  'مع',
  'رغم',
  'برغم',
  'وبعد',
  'إضافة',
  'نتيجة',
  'بفضل',
  'لحظة',
  'فيما',
  'بمجرد',
  'أنه',
  'بينما',
  'فضلا',
]);
const LONG_TOKENS = 22;
const MIN_SIDE = 4;

const has = (token: Token | undefined, flag: number): boolean => token !== undefined && (token.word.flags & flag) !== 0;

function finiteWithin(tokens: readonly Token[], from: number, to: number): boolean {
  for (let k = from; k < to; k += 1) if (has(tokens[k], W.FINITE | W.PARTICLE)) return true;
  return false;
}

/** A verb at k, certain by form or made certain by what follows (a preposition, a definite subject). */
function verbAt(tokens: readonly Token[], k: number, to: number): boolean {
  const token = tokens[k];
  if (!token || k >= to) return false;
  if (has(token, W.FINITE) && !has(token, W.ROLE | W.ANONYMOUS)) return true;
  if (!has(token, W.MAYBE_FINITE) || has(token, W.ROLE)) return false;
  const next = tokens[k + 1];
  return (
    k + 1 < to &&
    ((has(next, W.PREPOSITION) && !/^(في|من)$/.test(next?.word.norm ?? '')) ||
      has(next, W.ROLE | W.COUNTRY | W.INSTITUTION))
  );
}

function startsClause(tokens: readonly Token[], k: number, to: number): boolean {
  const token = tokens[k];
  if (!token || !token.word.conjunction) return false;
  if (verbAt(tokens, k, to) && token.word.stem !== 'ليس') return true;
  if (/^(قد|لقد|كان|كانت|لم|لن|لا|سوف|هو|هي|هم)$/.test(token.word.stem))
    return token.word.stem !== 'لا' || verbAt(tokens, k + 1, to);
  if (token.word.conjunction === 'ف')
    return has(token, W.ROLE | W.DEFINITE | W.COUNTRY | W.COMPLEMENTISER | W.ANONYMOUS);
  if (has(token, W.DEFINITE | W.COUNTRY))
    for (let n = k + 1; n < Math.min(k + 4, to); n += 1)
      if (verbAt(tokens, n, to) && has(tokens[n], W.FINITE)) return !has(tokens[n - 1], W.RELATIVE | W.COMPLEMENTISER);
  return false;
}

function relativeSince(tokens: readonly Token[], from: number, k: number, window: number): boolean {
  for (let n = k - 1; n >= Math.max(from, k - window); n -= 1)
    if (has(tokens[n], W.RELATIVE) || tokens[n]?.word.norm === 'ان') return true;
  return false;
}

interface Cut {
  /** First token of the next clause. */
  readonly next: number;
  /** Last token (exclusive) of the clause before. */
  readonly end: number;
  readonly preface: boolean;
}

function cutAfterComma(tokens: readonly Token[], from: number, k: number, to: number): Cut | null {
  const next = k + 1;
  const breaker = matchPhrase(breakers, tokens, next, to);
  if (breaker > 0 && finiteWithin(tokens, next + breaker, Math.min(to, next + breaker + 8)))
    return { next: next + breaker, end: k, preface: false };
  const opens =
    has(tokens[from], W.PREPOSITION) ||
    prefaceWords.has(tokens[from]?.word.stem ?? '') ||
    prefaceWords.has(tokens[from]?.word.norm ?? '');
  const bare = opens && !tokens[next]?.word.conjunction && verbAt(tokens, next, to);
  if (bare && to - next >= MIN_SIDE) return { next, end: k, preface: true };
  if (!startsClause(tokens, next, to) || to - next < 3) return null;
  const answers = tokens[next]?.word.conjunction === 'ف' && opens;
  return { next, end: k, preface: answers };
}

function cutAt(tokens: readonly Token[], from: number, k: number, to: number, depth: boolean): Cut | null {
  const token = tokens[k];
  if (!token || depth) return null;
  if (has(token, W.SENTENCE_END)) return { next: k + 1, end: k + 1, preface: false };
  if (has(token, W.COMMA)) return cutAfterComma(tokens, from, k, to);
  const enough = k - from > MIN_SIDE && to - k >= MIN_SIDE;
  if (
    enough &&
    token.word.conjunction === 'و' &&
    has(token, W.FINITE) &&
    verbAt(tokens, k, to) &&
    finiteWithin(tokens, from, k) &&
    !relativeSince(tokens, from, k, 10)
  )
    return { next: k, end: k, preface: false };
  if (to - from > LONG_TOKENS && k - from > MIN_SIDE) {
    const length = matchPhrase(temporals, tokens, k, to);
    if (length > 0 && to - k - length >= 8 && finiteWithin(tokens, k + length, Math.min(to, k + length + 3)))
      return { next: k + length, end: k, preface: false };
  }
  return null;
}

/** Cuts the tokens of one region into clauses: coordinated verbs, breakers, answers after a preface, sentence ends inside a quotation. */
export function splitClauses(tokens: readonly Token[], region: Region): Clause[] {
  const clauses: Clause[] = [];
  let from = region.from;
  let quoted = false;
  const push = (to: number, preface: boolean): void => {
    const first = tokens[from];
    const conditional = first !== undefined && (conditionals.has(first.word.stem) || conditionals.has(first.word.norm));
    if (to > from) clauses.push({ from, to, preface: preface || region.preface, conditional });
  };
  for (let k = from; k < region.to; k += 1) {
    if (has(tokens[k], W.QUOTE_MARK)) quoted = !quoted;
    const cut =
      k > from || has(tokens[k], W.SENTENCE_END) ? cutAt(tokens, from, k, region.to, quoted && !region.quoted) : null;
    if (!cut) continue;
    const first = tokens[from]?.word;
    if (first && (first.norm === 'كلما' || first.norm === 'مهما') && cut.preface) continue;
    push(cut.end, cut.preface);
    from = cut.next;
    k = Math.max(k, cut.next - 1);
  }
  push(region.to, false);
  return clauses;
}
