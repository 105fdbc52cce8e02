import { foldedSet, nounSet, words } from '../lexicon/lexicon.load.js';
import type { Token } from '../token/token.scan.js';
import * as W from '../token/word.entry.js';
import type { Attribution } from '../attribution/attribution.types.js';

export type ClaimKind = 'event' | 'statement' | 'statistic' | 'prediction' | 'opinion' | 'quote';
export type ClaimTier = 'A' | 'B' | 'C';

const opinions = foldedSet(words.opinion);
const predictions = foldedSet(words.predictions);
const statements = foldedSet(words.statementVerbs);
const accusations = nounSet(words.accusations);
const strongQuantities = foldedSet([
  'آلاف',
  'مئات',
  'عشرات',
  'ملايين',
  'مليارات',
  'مليون',
  'مليار',
  'ألف',
  'ضعف',
  'نصف',
  'ثلث',
  'أغلبية',
  'غالبية',
  'زيادة',
  'انخفاض',
  'ارتفاع',
  'مجموعه',
  'thousands',
  'hundreds',
  'dozens',
  'millions',
  'billions',
  'million',
  'billion',
  'half',
  'majority',
  'percent',
  'percentage',
]);
const englishFuture = foldedSet(['will', "won't", 'would', 'could', 'might', 'may', 'likely', 'expected', 'forecast']);
const englishOpinion = foldedSet([
  'should',
  'must',
  'terrible',
  'disastrous',
  'great',
  'best',
  'worst',
  'unfortunately',
  'shameful',
  'outrageous',
  'absurd',
  'ridiculous',
  'wonderful',
  'disgraceful',
  'reckless',
  'irresponsible',
  'brilliant',
  'pathetic',
]);

export interface KindInput {
  readonly tokens: readonly Token[];
  readonly from: number;
  readonly to: number;
  readonly quoted: boolean;
  readonly conditional: boolean;
  readonly attribution: Attribution | null;
}

const numberWords = foldedSet([
  ...words.numberWords,
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'fifteen',
  'twenty',
  'thirty',
  'forty',
  'fifty',
  'sixty',
  'seventy',
  'eighty',
  'ninety',
  'hundred',
  'thousand',
]);
const YEAR = /^(1[5-9]|20)\d\d$/;

/** A number that counts something: not a year, not the day of a month. */
export function hasQuantity(tokens: readonly Token[], from: number, to: number): boolean {
  for (let k = from; k < to; k += 1) {
    const token = tokens[k];
    if (!token) continue;
    if (token.kind === 'number' && !YEAR.test(token.word.norm)) return true;
    if (numberWords.has(token.word.stem)) return true;
    if (strongQuantities.has(token.word.stem) || strongQuantities.has(token.word.head)) return true;
  }
  return false;
}

/** Suggests what sort of thing is claimed; people may change it. */
export function claimKind({ tokens, from, to, quoted, conditional, attribution }: KindInput): ClaimKind {
  const hedged = attribution !== null && attribution.links[0]?.name === attribution.cue;
  const judges = attribution?.stance === 'evaluative' && !hedged && attribution.links[0]?.role !== 'document';
  let opinion = judges ? 1 : 0;
  let future = conditional || attribution?.stance === 'predictive' ? 1 : 0;
  let speech = 0;
  for (let k = from; k < to; k += 1) {
    const word = tokens[k]?.word;
    if (!word) continue;
    if (opinions.has(word.norm) || opinions.has(word.stem) || englishOpinion.has(word.norm)) opinion += 1;
    if (
      (predictions.has(word.norm) && (word.norm !== 'قد' || /^[يت].*[^ت]$/.test(tokens[k + 1]?.word.norm ?? ''))) ||
      englishFuture.has(word.norm) ||
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

/** A: accusation, health, money, casualties, a named person's conduct; C: nothing hangs on it; B otherwise. */
export function claimTier({ tokens, from, to }: KindInput, kind: ClaimKind): ClaimTier {
  for (let k = from; k < to; k += 1) {
    const word = tokens[k]?.word;
    if (word && [word.stem, word.head, word.stem.replace(/^[بل](?=.{3})/, '')].some((form) => accusations.has(form)))
      return 'A';
  }
  return (kind === 'opinion' || kind === 'prediction') && to - from < 6 ? 'C' : 'B';
}
