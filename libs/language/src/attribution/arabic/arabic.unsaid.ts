import * as W from '../../token/word.entry.js';
import { isNounBehind } from './arabic.complement.js';
import { isWithin } from './arabic.within.js';
import { at, has, type SentenceView } from '../sentence.view.js';
import type { Frame } from '../attribution.types.js';

const NEGATED = new Set(['لم', 'لن', 'لا', 'ما']);

/** Negation just before the verb («لم يؤكد أن»). */
export function isNegated(view: SentenceView, cue: number): boolean {
  return NEGATED.has(at(view, cue - 1)?.word.stem ?? '');
}

/** Whether the reporting verb at `cue` reports nothing, whatever follows it. */
export function saysNothing(view: SentenceView, cue: number, regionFrom: number, governing: Frame | null): boolean {
  const token = view.tokens[cue];
  const past = token?.word.report?.verb.past ?? '';
  // «لمن وصفه كثيرون بأنه …»: who is meant, not what is said
  if (past === 'وصف' && /^(?:ل|ب|م)?من$|^الذي|^التي/.test(at(view, cue - 1)?.word.stem ?? '')) return true;
  // «في رسالة عبر البريد»: the preposition
  if (has(token, W.PREPOSITION) && cue > regionFrom && !token?.word.conjunction) return true;
  // «شركة متخصصة في رصد التسربات، إن»: the noun
  if (token?.word.report?.tense === 'past' && !token.word.conjunction && isNounBehind(at(view, cue - 1))) return true;
  if (isWithin(view, cue, regionFrom, governing)) return true;
  // «نقص يقدر بنحو 7 آلاف»: nobody estimates
  if (past === 'قدّر' && /^ب(?:نحو|حوالي|اكثر|اقل|ما)?$|^ب\d/.test(at(view, cue + 1)?.word.norm ?? '')) return true;
  // «عرض رد 40% من المبالغ»: giving back
  if (past === 'رد' && view.tokens[cue + 1]?.kind === 'number') return true;
  // «لم يرد على طلب للتعليق»
  return past === 'رد' && isNegated(view, cue);
}
