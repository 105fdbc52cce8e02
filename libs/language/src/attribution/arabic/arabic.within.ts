import * as W from '../../token/word.entry.js';
import { at, has, type SentenceView } from '../sentence.view.js';
import type { Frame, Source } from '../attribution.types.js';

// Verbs of saying inside what is told already: what they say is part of it.

const DIRECTS = /^(?:طالب|دعا|ناشد)$/;
const INFORMS = /^(?:أبلغ|أخبر|أطلع)$/;

/** «أن الرئيس طالب الموظفين بـ«عدم التحدث»», «كشف موقع … أن واشنطن أبلغت تل أبيب بأنها»: what somebody is told to have asked for, or told another. */
export function isWithin(view: SentenceView, cue: number, regionFrom: number, governing: Frame | null): boolean {
  if (!governing || governing.hedge) return false;
  const past = view.tokens[cue]?.word.report?.verb.past ?? '';
  if (DIRECTS.test(past)) return !view.tokens[cue]?.word.conjunction;
  return INFORMS.test(past) && !startsClause(view, cue, regionFrom);
}

/** Nothing stands between the beginning of the region and the verb, or a pause and «و» do. */
const startsClause = (view: SentenceView, cue: number, regionFrom: number): boolean =>
  cue <= regionFrom || view.tokens[cue]?.word.conjunction === 'و' || has(at(view, cue - 1), W.COMMA);

/** «قال إن المدير أخفى نتائج اختبار أظهرت أن»: what somebody is told to have done with a document is told whole, with what stands in it. */
export const isInObject = (attached: Source | null, under: Frame | null): boolean =>
  attached?.role === 'document' && under !== null && !under.hedge;
