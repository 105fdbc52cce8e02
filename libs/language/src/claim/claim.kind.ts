import { englishWords, foldedSet, nounSet, words } from '../lexicon/lexicon.load.js';
import type { Token } from '../token/token.scan.js';
import * as W from '../token/word.entry.js';
import type { Attribution } from '../attribution/attribution.types.js';

export type ClaimKind = 'event' | 'statement' | 'statistic' | 'prediction' | 'opinion' | 'quote';
export type ClaimTier = 'A' | 'B' | 'C';

const opinions = new Set([...foldedSet(words.opinion), ...englishWords.opinion]);
const predictions = new Set([...foldedSet(words.predictions), ...englishWords.future]);
const statements = new Set([...foldedSet(words.statementVerbs), ...englishWords.speech]);
const accusations = new Set([...nounSet(words.accusations), ...englishWords.accusations]);
const amounts = new Set([...foldedSet(words.amounts), ...englishWords.quantities]);
const numberWords = new Set([...foldedSet(words.numberWords), ...englishWords.numberWords]);

export interface KindInput {
  readonly tokens: readonly Token[];
  readonly from: number;
  readonly to: number;
  readonly quoted: boolean;
  readonly conditional: boolean;
  readonly attribution: Attribution | null;
}

const YEAR = /^(1[5-9]|20)\d\d$/;

/** A number that counts something: not a year, not the day of a month. */
export function hasQuantity(tokens: readonly Token[], from: number, to: number): boolean {
  for (let k = from; k < to; k += 1) {
    const token = tokens[k];
    if (!token) continue;
    if (token.kind === 'number' && !YEAR.test(token.word.norm)) return true;
    if (numberWords.has(token.word.stem)) return true;
    if (amounts.has(token.word.stem) || amounts.has(token.word.head)) return true;
  }
  return false;
}

/** «لم يكن مجرد هزيمة», «كأن الأمور دُبّرت», «ها هي روسيا في موقف لا تُحسد عليه»: a way of putting it, no event. */
function isRhetoric(tokens: readonly Token[], from: number, to: number): boolean {
  const first = tokens[from]?.word.stem ?? '';
  if (/^كان(?:ما|ه|ها|هم|نا)$/.test(first) || /^و?كأن/.test(tokens[from]?.word.raw ?? '')) return true;
  if (first === 'ها' && /^(?:هو|هي|هم|نحن|انا)$/.test(tokens[from + 1]?.word.norm ?? '')) return true;
  let negated = false;
  for (let k = from; k < to; k += 1) {
    const { stem = '', norm = '' } = tokens[k]?.word ?? {};
    if (norm === 'مجرد' && negated) return true;
    if (/^[يت]حسد$/.test(norm) && negated) return true;
    negated =
      /^(?:لم|ليس|ليست|ليسوا|لا|لن)$/.test(stem) || (negated && /^[يت]كن(?:ا|ن)?$|^[يت]كونوا$|^[يت]عد$/.test(norm));
  }
  return false;
}

/** Suggests what sort of thing is claimed; people may change it. */
export function claimKind({ tokens, from, to, quoted, conditional, attribution }: KindInput): ClaimKind {
  const hedged = attribution !== null && attribution.links[0]?.name === attribution.cue;
  const judges = attribution?.stance === 'evaluative' && !hedged && attribution.links[0]?.role !== 'document';
  let opinion = judges ? 1 : 0;
  if (isRhetoric(tokens, from, to)) opinion += 2;
  let future = conditional || attribution?.stance === 'predictive' ? 1 : 0;
  let speech = 0;
  for (let k = from; k < to; k += 1) {
    const word = tokens[k]?.word;
    if (!word) continue;
    if (opinions.has(word.norm) || opinions.has(word.stem)) opinion += 1;
    if (
      (predictions.has(word.norm) && (word.norm !== 'قد' || /^[يت].*[^ت]$/.test(tokens[k + 1]?.word.norm ?? ''))) ||
      word.flags & W.FUTURE ||
      (word.norm === 'لن' && k + 1 < to)
    )
      future += 1;
    if (k - from < 5 && (statements.has(word.stem) || statements.has(word.norm))) speech += 1;
  }
  if (hasQuantity(tokens, from, to)) return future > 0 ? 'prediction' : 'statistic';
  if (future > 0 && opinion <= future) return 'prediction';
  if (opinion > 0) return 'opinion';
  if (speech > 0) return 'statement';
  return quoted && attribution ? 'quote' : 'event';
}

/** Whether a word accuses, by its folded spelling; a memo only, emptied when full. */
const accusing = new Map<string, boolean>();
const ACCUSING_MOST = 20_000;

function isAccusing(word: Token['word']): boolean {
  const hit = accusing.get(word.norm);
  if (hit !== undefined) return hit;
  const answer = [word.stem, word.head, word.stem.replace(/^[بل](?=.{3})/, '')].some((form) => accusations.has(form));
  if (accusing.size >= ACCUSING_MOST) accusing.clear();
  if (word.norm.length <= 12) accusing.set(word.norm, answer);
  return answer;
}

/** A: accusation, health, money, casualties, a named person's conduct; C: nothing hangs on it; B otherwise. */
export function claimTier({ tokens, from, to }: KindInput, kind: ClaimKind): ClaimTier {
  for (let k = from; k < to; k += 1) {
    const word = tokens[k]?.word;
    if (word && isAccusing(word)) return 'A';
  }
  return (kind === 'opinion' || kind === 'prediction') && to - from < 6 ? 'C' : 'B';
}
