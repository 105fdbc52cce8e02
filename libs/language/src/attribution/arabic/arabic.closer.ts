import * as W from '../../token/word.entry.js';
import { appositionEnd } from './arabic.name.js';
import { readSubject } from './arabic.subject.js';
import type { Frame } from '../attribution.types.js';
import { at, has, type SentenceView } from '../sentence.view.js';

/** «“…”، قال فلان» and «“…” يقول فلان». */
export function speakerAfter(view: SentenceView, from: number): { frame: Frame; next: number } | null {
  let k = from;
  while (k < view.to && (has(view.tokens[k], W.COMMA) || /^(هكذا|كما|بحسب ما)$/.test(view.tokens[k]?.word.norm ?? '')))
    k += 1;
  const form = view.tokens[k]?.word.report;
  // «“…”، ونفت الشركة …»: a clause of its own
  if (!form || form.tense === 'participle' || (view.tokens[k]?.word.conjunction && k > from)) return null;
  return subjectOnly(view, k);
}

export function subjectOnly(view: SentenceView, cue: number): { frame: Frame; next: number } | null {
  const form = view.tokens[cue]?.word.report;
  if (!form) return null;
  let next = cue + 1;
  while (
    next < view.to &&
    next - cue < 18 &&
    !has(view.tokens[next], W.COMMA | W.SENTENCE_END | W.COMPLEMENTISER) &&
    view.tokens[next]?.word.norm !== ':'
  )
    next += 1;
  if (has(view.tokens[next], W.COMPLEMENTISER) || view.tokens[next]?.word.norm === ':') return null;
  next = Math.max(next, appositionEnd(view.tokens, cue + 1, next, view.to));
  const { speaker, via } = readSubject(view, cue + 1, next);
  const token = view.tokens[cue];
  // «كما أخبرني في مقهى قريب»
  const toMe = /(?:ني|نا)$/.test(token?.word.stem ?? '') && form.number === 's';
  if (!token || (!speaker && !form.verb.continues && !toMe && next > cue + 1)) return null;
  const frame: Frame = {
    cue: token.word.conjunction ? view.text.slice(token.start + 1, token.end) : view.text.slice(token.start, token.end),
    stance: form.verb.stance,
    negated: false,
    speaker,
    via,
    elided: speaker ? null : { gender: form.gender, number: form.number },
    hedge: false,
    implicit: false,
    at: token.start,
  };
  return { frame, next };
}

/** «…، قال أبو محمد، وهو مزارع من القرية»: who the speaker is, not what he said. */
export function afterApposition(view: SentenceView, from: number): number {
  if (!has(at(view, from), W.COMMA)) return from;
  if (!/^(وهو|وهي|وهم|الذي|التي|الذين)$/.test(at(view, from + 1)?.word.norm ?? '')) return from;
  let next = from + 1;
  while (next < view.to && !has(view.tokens[next], W.COMMA | W.SENTENCE_END)) next += 1;
  return next;
}
