import { foldedSet, media } from '../../lexicon/lexicon.load.js';
import { mayHeadName, nameEndAt } from '../../token/media.names.js';
import type { Token } from '../../token/token.scan.js';
import * as W from '../../token/word.entry.js';
import { has } from './arabic.name.js';

// Names of media that are on no list, by their form: «كييف بوست», «ديلي مافريك», «تايبيه تايمز».

const beforeFirms = foldedSet(media.firms.before);
const behindFirms = foldedSet(media.firms.after);
/** «في بوست على فيسبوك»: what somebody wrote */
const POSTED = /^(?:علي|عبر|في|له|لها|نشره|نشرته|كتب|قال|يقول)$/;
const WORDS_BEFORE = 3;
const LOOSE = W.ARABIC | W.COUNTRY | W.NAME_START | W.NAME_END | W.KNOWN_OUTLET;
const PEOPLE = W.ROLE | W.ANONYMOUS;

export interface FormedName {
  readonly from: number;
  readonly to: number;
  /** The first word begins with the «ل» of whom something was told. */
  readonly told: boolean;
}

/** A word of a foreign name: nothing the lexicons know. */
function isNamePart(token: Token | undefined): boolean {
  if (token?.kind !== 'word' || token.word.conjunction || token.word.report) return false;
  const loose = W.isGuessedVerb(token.word) ? LOOSE | W.FINITE : LOOSE;
  return has(token, W.ARABIC) && (token.word.flags & ~loose) === 0;
}

/** «لدالاس»: one more letter than the name, where somebody may have been told. */
function isTold(tokens: readonly Token[], k: number): boolean {
  const { norm = '', flags = 0 } = tokens[k]?.word ?? {};
  if (!/^ل\p{L}{3,}/u.test(norm) || flags & (W.COUNTRY | W.NAME_START)) return false;
  // «قالت لايبزيغر تسايتونغ»: whoever speaks stands behind the verb
  return tokens[k - 1]?.word.report?.gender !== 'f';
}

/** The name of a medium whose last words begin at k, or null: «تايمز» alone is none, nor is «بنك ستاندرد تشارترد». */
export function formedName(tokens: readonly Token[], k: number): FormedName | null {
  const end = nameEndAt(tokens[k]?.word.stem ?? '', (n) => tokens[k + n]?.word.norm);
  if (!end || (tokens[k]?.word.conjunction ?? '') !== '') return null;
  const to = k + end.length;
  let from = k;
  while (k - from < WORDS_BEFORE && isNamePart(tokens[from - 1]) && !(from < k && isTold(tokens, from))) from -= 1;
  // «أبلغ مسؤول رفيع هافانا تايمز»
  if (k - from > 1 && has(tokens[from - 1], PEOPLE) && !mayHeadName(tokens[from]?.word.stem ?? '')) from += 1;
  if (from === k || behindFirms.has(tokens[to]?.word.norm ?? '')) return null;
  if (beforeFirms.has(tokens[from - 1]?.word.head ?? '')) return null;
  const told = isTold(tokens, from);
  return end.strong || isLikely(tokens, from, to, told) ? { from, to, told } : null;
}

/** «كييف بوست», «قالت هافانا بوست إن»; not «أحمد بوست على فيسبوك». */
function isLikely(tokens: readonly Token[], from: number, to: number, told: boolean): boolean {
  const first = tokens[from]?.word;
  if (POSTED.test(tokens[to]?.word.norm ?? '')) return false;
  return (
    told ||
    mayHeadName(first?.stem ?? '') ||
    has(tokens[from], W.COUNTRY) ||
    tokens[from - 1]?.word.report !== undefined
  );
}
