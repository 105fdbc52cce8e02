import type { Token } from '../token/token.scan.js';
import * as W from '../token/word.flags.js';
import * as T from '../token/word.traits.js';
import type { Attribution } from '../attribution/attribution.types.js';

export type ClaimKind = 'event' | 'statement' | 'statistic' | 'prediction' | 'opinion' | 'quote';
export type ClaimTier = 'A' | 'B' | 'C';

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
    if (token.word.traits & T.AMOUNTS) return true;
  }
  return false;
}

/** «الغالبية العظمى من القادة»: most of them, with no figure beside it. */
const VAGUE = /^(?:اغلبيه|غالبيه|معظم|majority|most)$/;

/** The clause says how many: a figure, or an amount that is more than «most of them». */
function counts(tokens: readonly Token[], from: number, to: number): boolean {
  for (let k = from; k < to; k += 1) {
    if (VAGUE.test(tokens[k]?.word.head ?? '')) continue;
    if (hasQuantity(tokens, k, k + 1)) return true;
  }
  return false;
}

const REFUSED = /^(?:قال|ذكر|أفاد|أوضح|بيّن|أكد|صرح|أعلن|علّق|رد|كشف|أجاب|أضاف|أشار|نفى)$/;
/** «لن يوضح ما حدث»: what somebody will not say is a position, no event to come. */
function isRefusal(tokens: readonly Token[], from: number, to: number): boolean {
  for (let k = from; k < Math.min(from + 5, to - 1); k += 1)
    if (tokens[k]?.word.stem === 'لن') {
      const verb = tokens[k + 1]?.word;
      return verb?.report !== undefined && REFUSED.test(verb.report.verb.past);
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
    const { norm = '', traits = 0 } = tokens[k]?.word ?? {};
    if (negated && /^(?:مجرد|[يت]حسد)$/.test(norm)) return true;
    negated = (traits & T.DENIES) !== 0 || (negated && /^[يت]كن(?:ا|ن)?$|^[يت]كونوا$|^[يت]عد$/.test(norm));
  }
  return false;
}

/** "is expected to address MPs", "is due to rule" */
const FORESEEN = /^(?:expected|due|scheduled|slated|poised)$/;

/** Suggests what sort of thing is claimed; people may change it. */
export function claimKind({ tokens, from, to, quoted, conditional, attribution }: KindInput): ClaimKind {
  const hedged = attribution !== null && attribution.links[0]?.name === attribution.cue;
  const judges = attribution?.stance === 'evaluative' && !hedged && attribution.links[0]?.role !== 'document';
  let opinion = judges ? 1 : 0;
  if (isRhetoric(tokens, from, to)) opinion += 2;
  let future = conditional || attribution?.stance === 'predictive' ? 1 : 0;
  let speech = 0;
  let happened = false;
  let inside = false;
  for (let k = from; k < to; k += 1) {
    const word = tokens[k]?.word;
    if (!word) continue;
    if (word.traits & T.JUDGES) opinion += 1;
    // «أقنع المدير بأنه سيخسر»: what is to come is what he was told, and that has happened
    if (word.flags & W.COMMA) inside = false;
    else if (happened && word.flags & W.COMPLEMENTISER) inside = true;
    else if (word.flags & W.FINITE && !/^[يتسن]/.test(word.norm)) happened = true;
    if (inside) continue;
    if (
      (word.traits & T.FORETELLS && (word.norm !== 'قد' || /^[يت].*[^ت]$/.test(tokens[k + 1]?.word.norm ?? ''))) ||
      word.flags & W.FUTURE ||
      (word.norm === 'لن' && k + 1 < to) ||
      (FORESEEN.test(word.norm) && tokens[k + 1]?.word.norm === 'to')
    )
      future += 1;
    if (k - from < 5 && word.traits & T.SPEAKS) speech += 1;
  }
  if (counts(tokens, from, to)) return future > 0 ? 'prediction' : 'statistic';
  if (isRefusal(tokens, from, to)) return 'statement';
  if (future > 0 && opinion <= future) return 'prediction';
  if (opinion > 0) return 'opinion';
  if (speech > 0) return 'statement';
  return quoted && attribution ? 'quote' : 'event';
}

/** A: accusation, health, money, casualties, a named person's conduct; C: nothing hangs on it; B otherwise. */
export function claimTier({ tokens, from, to }: KindInput, kind: ClaimKind): ClaimTier {
  for (let k = from; k < to; k += 1) {
    const word = tokens[k]?.word;
    if (word && word.traits & T.ACCUSES) return 'A';
  }
  return (kind === 'opinion' || kind === 'prediction') && to - from < 6 ? 'C' : 'B';
}
