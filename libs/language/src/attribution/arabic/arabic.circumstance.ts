import * as W from '../../token/word.entry.js';
import { clauseSubject } from './arabic.antecedent.js';
import { complementOf } from './arabic.complement.js';
import type { FoundFrame } from './arabic.frame.js';
import { arabicSource } from './arabic.source.js';
import type { Frame, Source } from '../attribution.types.js';
import { at, has, partner, type SentenceView } from '../sentence.view.js';

// Frames whose subject is not the verb's own: a participle of saying behind a clause of another verb, and words that stand in a document.

function frameAt(view: SentenceView, cue: number, speaker: Source | null, elided: Frame['elided']): Frame {
  const token = view.tokens[cue];
  return {
    cue: token ? view.text.slice(token.start + (token.word.conjunction ? 1 : 0), token.end) : '',
    stance: token?.word.report?.verb.stance ?? 'neutral',
    negated: false,
    speaker,
    via: [],
    elided,
    hedge: false,
    implicit: false,
    at: token?.start ?? 0,
  };
}

/** Not «سعر الخبز»: without a title, a person's name has no noun with an article in it. */
function isSomebody(source: Source, view: SentenceView): boolean {
  if (source.type !== 'person' || source.titles.length > 0) return true;
  return !/\sال/u.test(view.text.slice(source.start, source.end).replace(/(?:^|\s)عبد\s+ال/gu, ' '));
}

/** A woman's or an institution's participle does not go with a man's title, nor the other way round. */
function agrees(source: Source, gender: 'm' | 'f'): boolean {
  if (source.type === 'anonymous' && source.titles.length === 0) return true;
  const title = source.titles[0] ?? (source.type === 'institution' ? source.head : '');
  if (title === '') return true;
  return gender === 'f' ? /[هى]$/.test(title) || source.titles.length === 0 : !/ه$/.test(title);
}

/**
 * «طالبت النائبة بتشكيل لجنة، معتبرةً أن …»: a participle of saying behind a comma tells what the subject of the clause's own verb
 * thinks or says. Null where that subject is nobody who speaks.
 */
export function circumstanceFrame(view: SentenceView, cue: number, regionFrom: number): FoundFrame | null {
  const form = view.tokens[cue]?.word.report;
  if (!form || form.tense !== 'participle' || cue - regionFrom < 3) return null;
  if (!has(at(view, cue - 1), W.COMMA) || has(view.tokens[cue], W.DEFINITE)) return null;
  const found = complementOf(view, cue);
  if (!found || found.subjectEnd - cue > 5) return null;
  const subject = clauseSubject(view, regionFrom, cue);
  let frame: Frame | null = null;
  if (subject && subject !== 'none') {
    if (isSomebody(subject, view) && agrees(subject, form.gender)) frame = frameAt(view, cue, subject, null);
  } else {
    // «وشدد على حماية الشهود، مضيفًا أن»: the verb of saying before it has no subject either
    const verb = firstVerb(view, regionFrom, cue);
    const said = view.tokens[verb]?.word.report;
    if (said && said.tense !== 'participle' && said.gender === form.gender && has(view.tokens[verb + 1], W.PREPOSITION))
      frame = frameAt(view, cue, null, { gender: said.gender, number: said.number });
  }
  return frame && { frame, from: cue, content: found.content, takesBefore: false, quote: found.quote };
}

function firstVerb(view: SentenceView, from: number, to: number): number {
  let k = from;
  while (k < to && (has(view.tokens[k], W.PARTICLE | W.ADVERB | W.COMMA) || view.tokens[k]?.word.norm === 'كما'))
    k += 1;
  return k;
}

const STANDS = /^(?:جاء|جاءت|ورد|يرد|وردت)$/;

/** «جاء في منطوق الحكم أن», «ورد في التقرير أن»: what stands in a document is said by it. */
export function documentFrame(view: SentenceView, cue: number): FoundFrame | null {
  const token = view.tokens[cue];
  if (!STANDS.test(token?.word.norm ?? '') && !(token?.word.conjunction && STANDS.test(token.word.stem))) return null;
  if (
    at(view, cue + 1)?.word.stem !== 'في' ||
    has(at(view, cue - 1), W.RELATIVE) ||
    at(view, cue - 1)?.word.norm === 'ما'
  )
    return null;
  for (let k = cue + 3; k < view.to && k - cue <= 16; k += 1) {
    if (has(view.tokens[k], W.QUOTE_MARK)) {
      if (partner(view, k) <= k) return null;
      k = partner(view, k);
      continue;
    }
    if (has(view.tokens[k], W.SENTENCE_END)) return null;
    const colon = view.tokens[k]?.word.norm === ':';
    if (!colon && !has(view.tokens[k], W.COMPLEMENTISER)) {
      if (has(view.tokens[k], W.FINITE) && !has(view.tokens[k], W.DEFINITE | W.ROLE)) return null;
      continue;
    }
    const source = arabicSource(view.text, view.tokens, cue + 2, k);
    if (!source) return null;
    const document: Source =
      source.role === 'speaker' ? { ...source, role: 'document', type: 'document', anonymous: false } : source;
    const carried = document.via ? [document.via] : [];
    const open = colon && has(at(view, k + 1), W.QUOTE_MARK) && partner(view, k + 1) > k ? k + 1 : -1;
    const frame = { ...frameAt(view, cue, document, null), via: carried };
    return { frame, from: cue, content: open >= 0 ? open + 1 : k + 1, takesBefore: false, quote: open };
  }
  return null;
}

const CONTRASTS = /^[يت](?:خالف|ناقض|تعارض|تناقض|نافي)/;
const ACCUSED = /^(?:اتهام|امر|زعم|معلومه|روايه|رقم)$/;
const OWN_VERB_TOKENS = 6;

/**
 * «… ، وهو ما نفته الدولة المعنية»: at the comma k, the writer turns to what another said of it. Answers the token of that verb, or -1.
 */
function aboutIt(view: SentenceView, k: number): number {
  if (!has(view.tokens[k], W.COMMA) || view.to - k < OWN_VERB_TOKENS - 1) return -1;
  let verb = k + 1;
  if (/^و?(?:هو|هي)$/.test(at(view, verb)?.word.norm ?? '')) verb += 1;
  if (at(view, verb)?.word.norm === 'ما') verb += 1;
  else if (at(view, verb)?.word.norm === 'الامر' && at(view, verb + 1)?.word.norm === 'الذي') verb += 2;
  else if (verb > k + 1 && ACCUSED.test(at(view, verb)?.word.norm ?? '')) {
    // «وهو اتهام لم يرد عليه النادي»
    if (at(view, verb + 1)?.word.norm === 'لم') return verb;
    verb += 1;
  } else return -1;
  const word = at(view, verb)?.word;
  if (!word) return -1;
  if (CONTRASTS.test(word.norm)) return verb;
  const bare = word.raw.replace(/[هـ](?:ا|م)?$/u, '');
  const form = bare === word.raw || bare.length < 3 ? undefined : W.wordOf(bare).report;
  return form && form.tense !== 'participle' ? verb : -1;
}

/** Where the words under `frame` end at the comma k because the article speaks again: the token to go on from, or -1. */
export function endOfWords(view: SentenceView, frame: Frame, k: number): number {
  const turn = aboutIt(view, k);
  if (turn > k || frame.stance !== 'negating' || !has(view.tokens[k], W.COMMA)) return turn;
  // «نفى المتحدث حظر النقل، لكنه كشف عن خطة»: what he reveals is not what he denies
  const reveals = /^و?لكن(?:ه|ها|هم|هما)$/.test(at(view, k + 1)?.word.norm ?? '') && at(view, k + 2)?.word.report;
  return reveals && reveals.tense !== 'participle' ? k + 2 : -1;
}
