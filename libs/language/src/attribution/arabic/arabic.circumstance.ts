import { foldedSet, words } from '../../lexicon/lexicon.load.js';
import * as W from '../../token/word.entry.js';
import { clauseSubject } from './arabic.antecedent.js';
import { complementOf } from './arabic.complement.js';
import type { FoundFrame } from './arabic.frame.js';
import { nounComplement } from './arabic.noun.js';
import { venueLength } from './arabic.phrase.js';
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
  const clause = complementOf(view, cue);
  const found = form.verb.past === 'كشف' ? nounComplement(view, cue, clause) : clause;
  if (!found || found.subjectEnd - cue > 5) return null;
  const subject = clauseSubject(view, regionFrom, cue);
  let frame: Frame | null = null;
  if (subject && subject !== 'none') {
    if (isSomebody(subject, view) && agrees(subject, form.gender))
      frame = { ...frameAt(view, cue, subject, null), via: venueOf(view, regionFrom, cue) };
  } else {
    // «وشدد على حماية الشهود، مضيفًا أن»: the verb of saying before it has no subject either
    const verb = firstVerb(view, regionFrom, cue);
    const said = view.tokens[verb]?.word.report;
    if (said && said.tense !== 'participle' && said.gender === form.gender && has(view.tokens[verb + 1], W.PREPOSITION))
      frame = frameAt(view, cue, null, { gender: said.gender, number: said.number });
  }
  return frame && { frame, from: cue, content: found.content, takesBefore: false, quote: found.quote };
}

/** «طالب الوزير في تصريحات لقناة الحدث …، كاشفًا أن»: the medium that the whole sentence was said to. */
function venueOf(view: SentenceView, from: number, cue: number): readonly Source[] {
  for (let k = from + 2; k < cue - 2; k += 1) {
    if (!/^(?:في|خلال)$/.test(view.tokens[k]?.word.norm ?? '') || !has(view.tokens[k + 1], W.STATEMENT)) continue;
    for (let n = k + 2; n < cue && n - k < 6; n += 1) {
      if (has(view.tokens[n], W.COMMA)) return [];
      if (
        !has(view.tokens[n], W.TO_OUTLET) &&
        !(has(view.tokens[n], W.OUTLET) && has(view.tokens[n - 1], W.PREPOSITION))
      )
        continue;
      let end = n + 1;
      // «لقناة الحدث بفتح تحقيق»: what is asked for is no part of the name
      while (
        end < cue &&
        end - n < 4 &&
        !has(view.tokens[end], W.COMMA) &&
        !/^ب\p{L}{3,}/u.test(view.tokens[end]?.word.norm ?? '')
      )
        end += 1;
      const medium = arabicSource(view.text, view.tokens, n, end, true);
      return medium?.role === 'outlet' ? [medium] : [];
    }
  }
  return [];
}

function firstVerb(view: SentenceView, from: number, to: number): number {
  let k = from;
  while (k < to && (has(view.tokens[k], W.PARTICLE | W.ADVERB | W.COMMA) || view.tokens[k]?.word.norm === 'كما'))
    k += 1;
  return k;
}

const SHOWN = /^[يت]?(?:ظهر|تضح|تبين)$/;
/** «في إحدى الرسائل», not «يظهر في الشارع أن» */
const isRead = (view: SentenceView, from: number): boolean =>
  [from, from + 1].some((k) => has(at(view, k), W.DOCUMENT | W.STATEMENT));
const DOCUMENT_TOKENS = 20;
const STANDS = /^(?:جاء|جاءت|ورد|يرد|وردت|[يت]?ظهر|[يت]تضح|[يت]تبين)$/;

/** «جاء في منطوق الحكم أن», «ورد في التقرير أن»: what stands in a document is said by it. */
export function documentFrame(view: SentenceView, cue: number, regionFrom: number): FoundFrame | null {
  const token = view.tokens[cue];
  if (!STANDS.test(token?.word.norm ?? '') && !(token?.word.conjunction && STANDS.test(token.word.stem))) return null;
  if (/^فيه(?:ا|ما)?$/.test(at(view, cue + 1)?.word.norm ?? '')) return inIt(view, cue, regionFrom);
  if (
    at(view, cue + 1)?.word.stem !== 'في' ||
    has(at(view, cue - 1), W.RELATIVE) ||
    at(view, cue - 1)?.word.norm === 'ما'
  )
    return null;
  // «في تقرير الهيئة، الذي حصلت «المدار» على نسخة منه، أن»
  let relative = false;
  for (let k = cue + 3; k < view.to && k - cue <= DOCUMENT_TOKENS; k += 1) {
    if (has(view.tokens[k], W.RELATIVE | W.COMMA)) relative = has(view.tokens[k], W.RELATIVE);
    if (has(view.tokens[k], W.COMPLEMENTISER) && SHOWN.test(at(view, cue)?.word.stem ?? '') && !isRead(view, cue + 2))
      return null;
    if (has(view.tokens[k], W.QUOTE_MARK)) {
      if (partner(view, k) <= k) return null;
      k = partner(view, k);
      continue;
    }
    if (has(view.tokens[k], W.SENTENCE_END)) return null;
    const colon = view.tokens[k]?.word.norm === ':';
    if (!colon && !has(view.tokens[k], W.COMPLEMENTISER)) {
      if (!relative && has(view.tokens[k], W.FINITE) && !has(view.tokens[k], W.DEFINITE | W.ROLE)) return null;
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

/** «نشرت الصحيفة تقريرًا جاء فيه أن», «أصدرت الوزارة بيانًا جاء فيه أن»: whose document it is says so; a medium carries it. */
function inIt(view: SentenceView, cue: number, regionFrom: number): FoundFrame | null {
  const found = complementOf(view, cue);
  if (!found || found.subjectEnd > cue + 2) return null;
  let noun = cue - 1;
  while (noun >= regionFrom && !has(view.tokens[noun], W.DOCUMENT | W.STATEMENT)) noun -= 1;
  if (noun < regionFrom) return null;
  const subject = clauseSubject(view, regionFrom, cue);
  const author = subject && subject !== 'none' ? subject : null;
  const document = arabicSource(view.text, view.tokens, noun, cue);
  const speaker = author && author.role !== 'outlet' ? author : document;
  if (!speaker) return null;
  const carrier = author?.role === 'outlet' ? author : speaker.via;
  const frame = { ...frameAt(view, cue, speaker, null), via: carrier ? [carrier] : [] };
  return { frame, from: cue, content: found.content, takesBefore: false, quote: found.quote };
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
  // «نفاه»: of «نفى»
  const own = W.wordOf(bare.replace(/ا$/u, 'ى'));
  const form = bare === word.raw || bare.length < 3 ? undefined : (W.wordOf(bare).report ?? own.report);
  return form && form.tense !== 'participle' ? verb : -1;
}

const remarks = foldedSet(words.remarks);
const REMARK_REACH = 3;

/** «معتبرًا ذلك إهانة», «محملةً الحكومة المسؤولية»: how the speaker took it. */
function isRemark(word: W.Word | undefined): boolean {
  if (!word || word.conjunction) return false;
  const bare = /^(\p{L}{3,})(?:ا|ه|ين)$/u.exec(word.norm)?.[1] ?? '';
  if (!remarks.has(bare) && word.report?.tense !== 'participle') return false;
  // «شاحنات، محملة بالوقود»: without the sign it may be anything's
  return word.norm.endsWith('ا') || /[\u064b\u0651]/.test(word.raw) || remarks.has(bare.replace(/^محمل$/, ''));
}

/**
 * Where a remark that the speaker made about his own words ends: the comma at k opens it and nothing in it is told. -1 where what
 * follows is told as well («محذرًا من أن»), or is no remark.
 */
export function remarkEnd(view: SentenceView, k: number): number {
  if (!has(view.tokens[k], W.COMMA) || !isRemark(at(view, k + 1)?.word) || !has(at(view, k + 1), W.ARABIC)) return -1;
  const cue = k + 1;
  const clause = complementOf(view, cue);
  if (clause && clause.subjectEnd - cue <= REMARK_REACH + venueLength(view, cue + 1, clause.subjectEnd)) return -1;
  if (nounComplement(view, cue, null)) return -1;
  for (let end = cue + 1; end < view.to; end += 1) {
    const token = view.tokens[end];
    if (has(token, W.QUOTE_MARK) && partner(view, end) > end) end = partner(view, end);
    else if (has(token, W.SENTENCE_END)) return end;
    else if (has(token, W.COMMA)) return end;
  }
  return view.to;
}

/** «أوضح الباحثون أن …، ونُشرت الدراسة في مجلة …»: where it was published is told by the article; the comma stands at k. */
const isPublished = (view: SentenceView, k: number): boolean =>
  has(view.tokens[k], W.COMMA) &&
  /^و(?:نشرت?|صدرت?)$/.test(at(view, k + 1)?.word.norm ?? '') &&
  /^ال(?:دراسه|نتايج|بحث|ورقه|تقرير)$/.test(at(view, k + 2)?.word.norm ?? '');

/** Where the words under `frame` end at the comma k because the article speaks again: the token to go on from, or -1. */
export function endOfWords(view: SentenceView, frame: Frame, k: number): number {
  if (isPublished(view, k)) return k + 1;
  const turn = aboutIt(view, k);
  if (turn > k || frame.stance !== 'negating' || !has(view.tokens[k], W.COMMA)) return turn;
  // «نفى المتحدث حظر النقل، لكنه كشف عن خطة»: what he reveals is not what he denies
  const reveals = /^و?لكن(?:ه|ها|هم|هما)$/.test(at(view, k + 1)?.word.norm ?? '') && at(view, k + 2)?.word.report;
  return reveals && reveals.tense !== 'participle' ? k + 2 : -1;
}
