import * as W from '../../token/word.entry.js';
import { at, has, type SentenceView } from '../sentence.view.js';

const LEADS = /^(?:مع|وسط|بينما|رغم|برغم|عندما|بعدما|حين|حينما)$/;
const COPULA = /^(?:كان|كانت|كانوا)$/;
const CONDITION = /^(?:اذا|لو|كلما|مهما|لولا)$/;

/** The cue stands in a clause of circumstance: «مع تقارير تشير إلى أن», «بينما تؤكد الحكومة أن». `from`: first token of the clause. */
export function isSubordinate(view: SentenceView, from: number, cue: number): boolean {
  if (!LEADS.test(at(view, from)?.word.stem ?? '')) return false;
  for (let k = from + 1; k < cue; k += 1) if (has(view.tokens[k], W.COMMA)) return false;
  return true;
}

/**
 * The comma at k ends what was said in a clause of circumstance: the main clause follows at once with its own verb and without «و».
 * Not behind a preposition or a condition at the head of what was said, which have a clause of their own to wait for. `from`: where
 * what was said begins.
 */
export function endsSubordinate(view: SentenceView, from: number, k: number): boolean {
  if (!has(view.tokens[k], W.COMMA)) return false;
  const next = at(view, k + 1);
  if (!next || next.word.conjunction !== '') return false;
  if (!COPULA.test(next.word.norm) && !(has(next, W.FINITE) && !has(next, W.ROLE | W.ANONYMOUS))) return false;
  const first = at(view, from);
  return !has(first, W.PREPOSITION) && !CONDITION.test(first?.word.stem ?? '');
}
