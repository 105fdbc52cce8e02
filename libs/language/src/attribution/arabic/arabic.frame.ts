import { fold } from '../../normal/normal.fold.js';
import * as W from '../../token/word.entry.js';
import { actNoun, ascribedNoun } from './arabic.act.js';
import {
  attachedSubject,
  cameForward,
  clauseSubject,
  documentBefore,
  peopleBefore,
  sharedSubject,
} from './arabic.antecedent.js';
import { complementOf, sayingOf } from './arabic.complement.js';
import { ABOUT, nounComplement, speaksOfNoun } from './arabic.noun.js';
import { DOCUMENT_ONLY, fits } from './arabic.needs.js';
import { WITHHOLDS } from './arabic.phrase.js';
import { arabicSource } from './arabic.source.js';
import { precedingSubject, whatWasSaid } from './arabic.preceding.js';
import { readSubject, type Subject } from './arabic.subject.js';
import { at, has, partner, type SentenceView } from '../sentence.view.js';
import type { Frame, Source } from '../attribution.types.js';

/** A frame read at a cue, and where its content starts (token index). */
export interface FoundFrame {
  readonly frame: Frame;
  /** First token of the reporting expression. */
  readonly from: number;
  readonly content: number;
  /** The words before the cue were its subject. */
  readonly takesBefore: boolean;
  /** Where those words begin. */
  readonly before?: number;
  /** A quotation follows: token index of its opening mark, else -1. */
  readonly quote: number;
}

const NEGATED = new Set(['لم', 'لن', 'لا', 'ما']);

/** Negation just before the verb («لم يؤكد أن»). */
function isNegated(view: SentenceView, cue: number): boolean {
  return NEGATED.has(at(view, cue - 1)?.word.stem ?? '');
}

function makeFrame(view: SentenceView, cue: number, cueFrom: number, subject: Subject, elided: Frame['elided']): Frame {
  const verb = view.tokens[cue]?.word.report?.verb;
  const token = view.tokens[cue];
  return {
    cue: cueText(view, cueFrom, cue),
    stance: verb?.stance ?? 'neutral',
    negated: isNegated(view, cue),
    speaker: subject.speaker,
    via: subject.via,
    elided: subject.speaker ? null : elided,
    hedge: false,
    implicit: false,
    at: token?.start ?? 0,
  };
}

function cueText(view: SentenceView, from: number, to: number): string {
  const first = view.tokens[from];
  const last = view.tokens[to];
  if (!first || !last) return '';
  const skip = first.word.conjunction && /^[وف]$/.test(view.text.charAt(first.start)) ? 1 : 0;
  let start = first.start + skip;
  while (start < last.end && /\p{M}/u.test(view.text.charAt(start))) start += 1;
  return view.text.slice(start, last.end);
}

/** «التسريبات التي تناقلتها …»: what is told through somebody else, unlike a man who works there. */
const carriesOn = ({ role, head }: Source): boolean => role !== 'speaker' || head === 'تسريبات';

/** «نشرت صحيفة «المدار» تقريرا يفيد بأن»: who published the document that says so. */
function carriersOf(view: SentenceView, source: Source, regionFrom: number, cue: number): Source[] {
  if (source.role === 'speaker') return [];
  if (source.via) return [source.via];
  const publisher = source.role === 'document' ? clauseSubject(view, regionFrom, cue) : null;
  return publisher && publisher !== 'none' && publisher.role === 'outlet' ? [publisher] : [];
}

/** Whoever carries the words of another is a medium, whatever his name looks like. */
const asOutlet = (source: Source): Source => ({
  ...source,
  role: 'outlet',
  type: source.role === 'outlet' ? source.type : 'outlet',
  anonymous: false,
});

/** «نقلت الوكالة عن ثلاثة أشخاص … أن»: outlet between verb and «عن», source after it. */
function relayFrame(view: SentenceView, cue: number, regionFrom: number): FoundFrame | null {
  // «علمت «الميناء» من مصادر داخل النادي أن»
  const learnt = view.tokens[cue]?.word.report?.verb.past === 'علم';
  const origin = learnt ? 'من' : 'عن';
  for (let k = cue + 1; k < view.to && k - cue <= 12; k += 1) {
    const token = view.tokens[k];
    // «نقل موقع «كل شيء عن الجزائر» عن طبيبة»
    if (has(token, W.QUOTE_MARK) && partner(view, k) > k) {
      k = partner(view, k);
      continue;
    }
    if (has(token, W.SENTENCE_END) || has(token, W.FINITE)) return null;
    if (token?.word.stem !== origin) continue;
    const found = sayingOf(view, k) ?? complementOf(view, k);
    if (!found) return null;
    const between = k > cue + 1 ? arabicSource(view.text, view.tokens, cue + 1, k) : null;
    // «وكان موقع «المدار» قد نقل عن مسؤول أن»
    const before = between ? null : precedingSubject(view, cue, regionFrom);
    const outlet = before ? arabicSource(view.text, view.tokens, ...before) : between;
    const source = arabicSource(view.text, view.tokens, k + 1, found.subjectEnd);
    if (!source || (learnt && (!outlet || !source.anonymous))) return null;
    const frame = makeFrame(view, cue, cue, { speaker: source, via: outlet ? [asOutlet(outlet)] : [] }, null);
    const taken = before && outlet ? { takesBefore: true, before: before[0] } : { takesBefore: false };
    return { frame, from: cue, content: found.content, ...taken, quote: found.quote };
  }
  return null;
}

/** «اتهمت المنظمة الجيش بأنه …»: the last definite noun is whom the verb is about, not part of its subject. */
function withoutObject(view: SentenceView, cue: number, to: number): number {
  const { verb } = view.tokens[cue]?.word.report ?? {};
  // «ووصفت الاتهامات بأنها «افتراء»»: of two nouns the second is described, and one alone is
  const describes = verb?.past === 'وصف' && !/(?:ه|ها|هم|هما)$/.test(view.tokens[cue]?.word.stem ?? '');
  if (describes && to - cue === 2 && has(view.tokens[cue + 1], W.DEFINITE)) return cue + 1;
  if ((verb?.needs !== 'by' && !describes) || to - cue <= 2) return to;
  return has(view.tokens[to - 1], W.DEFINITE | W.COUNTRY) && !/(ي|يه)$/.test(view.tokens[to - 1]?.word.norm ?? '')
    ? to - 1
    : to;
}

const WHEN = /^(?:عام|سنه|يوم|في|منذ|نهايه|مطلع|اواخر|اوايل)$/;

/** Where the subject stands behind the verb; «رد عليه المدرب»، «رد المدرب على الانتقادات»: to whom and to what is not part of it. */
function subjectSpan(view: SentenceView, cue: number, to: number): [number, number] {
  // «في وقت تؤكد فيه الحكومة أنها»
  const next = at(view, cue + 1)?.word.norm ?? '';
  const first = /^(?:فيه|فيها|به|بها)$/.test(next) ? cue + 2 : cue + 1;
  // «كانت الوكالة قد أعلنت عام 2023 أن»: when
  if (WHEN.test(next) && view.tokens[first + 1]?.kind === 'number') return [first, first];
  // «حذر بشكل صريح من»: how, not who
  if (/^(?:بشكل|بصوره|بوضوح|بشده)$/.test(next)) return [first, first];
  if (view.tokens[cue]?.word.report?.verb.past !== 'رد') return [first, withoutObject(view, cue, to)];
  // «ردت اللجنة عبر حسابها على منصة إكس»: where she answered, not whom
  const answers = (k: number): boolean =>
    /^علي(?:ه|ها|هم|هما)?$/.test(at(view, k)?.word.norm ?? '') && !has(view.tokens[k + 1], W.OUTLET);
  const from = answers(cue + 1) && at(view, cue + 1)?.word.norm !== 'علي' ? cue + 2 : cue + 1;
  let end = from;
  // «رد الإدارة جاء باردًا»: the noun, and how it was
  while (end < to && !answers(end) && !/^(?:كانت?|جاءت?|بدت?)$/.test(at(view, end)?.word.norm ?? '')) end += 1;
  return [from, end];
}

/** Reads the frame whose cue is the reporting verb at `cue`, or null when the verb reports nothing there. */
export function verbFrame(
  view: SentenceView,
  cue: number,
  regionFrom: number,
  governing: Frame | null = null,
): FoundFrame | null {
  const form = view.tokens[cue]?.word.report;
  if (!form || form.tense === 'participle') return null;
  // «اشترط عدم ذكر اسمه», «رفضوا ذكر أسمائهم»
  if (WITHHOLDS.test(at(view, cue - 1)?.word.stem ?? '')) return null;
  if (form.verb.needs === 'relay') return relayFrame(view, cue, regionFrom);
  // «لمن وصفه كثيرون بأنه …»: who is meant, not what is said
  if (form.verb.past === 'وصف' && /^(?:ل|ب|م)?من$|^الذي|^التي/.test(at(view, cue - 1)?.word.stem ?? '')) return null;
  // «في رسالة عبر البريد»: the preposition
  if (has(view.tokens[cue], W.PREPOSITION) && cue > regionFrom && !view.tokens[cue]?.word.conjunction) return null;
  // «أن الرئيس طالب الموظفين بـ«عدم التحدث»»: what somebody is told to have asked for is part of what is told
  if (governing && !governing.hedge && DIRECTS.test(form.verb.past) && !view.tokens[cue]?.word.conjunction) return null;
  // «نقص يقدر بنحو 7 آلاف»: nobody estimates
  if (form.verb.past === 'قدّر' && /^ب(?:نحو|حوالي|اكثر|اقل|ما)?$|^ب\d/.test(at(view, cue + 1)?.word.norm ?? ''))
    return null;
  // «لم يرد على طلب للتعليق»
  if (form.verb.past === 'رد' && isNegated(view, cue)) return null;
  const came = cameForward(view, regionFrom, cue);
  if (came === 'none') return null;
  const found = nounComplement(view, cue, complementOf(view, cue));
  if (!found || standsAlone(view, cue, found.content)) return null;
  // «أشار التقرير إلى أن الرئيس قد حذر من …»: a warning that is told of, inside another's words
  const told = governing && !governing.hedge && !view.tokens[cue]?.word.conjunction;
  if (told && actNoun(view, cue)?.content === found.content) return null;
  const after = readSubject(view, ...subjectSpan(view, cue, found.subjectEnd));
  let subject = after;
  let takesBefore = false;
  let subjectFrom = cue;
  // «وتبيّن أن»: it turned out, for whoever speaks; only «تبيّن الدراسة أن» has somebody behind it
  if (!after.speaker && view.tokens[cue]?.word.stem === 'تبين') return null;
  if (after.cited && after.via.length === 0) {
    // «كانت صحيفة «المدار» قد كشفت، نقلا عن مسؤولين، أن»
    const citing = precedingSubject(view, cue, regionFrom);
    const carrier = citing ? arabicSource(view.text, view.tokens, ...citing) : null;
    if (citing && carrier) {
      subject = { speaker: after.speaker, via: [asOutlet(carrier)] };
      takesBefore = true;
      subjectFrom = citing[0];
    } else if (!citing && form.gender === 'f' && view.tokens[cue]?.word.conjunction) {
      // «كانت صحيفة … أول من نشر الخبر، وأوردت نقلا عن العائلة أن»
      const teller = clauseSubject(view, regionFrom, cue);
      if (teller && teller !== 'none' && teller.role === 'outlet')
        subject = { speaker: after.speaker, via: [asOutlet(teller)] };
    }
  } else if (!after.speaker) {
    const before = whatWasSaid(view, cue, regionFrom) ?? precedingSubject(view, cue, regionFrom);
    if (before) {
      const speaker = arabicSource(view.text, view.tokens, ...before);
      subject = { speaker, via: speaker?.via && carriesOn(speaker) ? [...after.via, speaker.via] : after.via };
      takesBefore = speaker !== null;
      subjectFrom = before[0];
    } else {
      const nearby =
        came ??
        attachedSubject(view, cue) ??
        (form.verb.needs === DOCUMENT_ONLY ? documentBefore(view, regionFrom, cue) : null) ??
        (speaksOfNoun(view, regionFrom) ? null : sharedSubject(view, regionFrom, cue));
      // «ذكرت الأمم المتحدة أن الآلاف نزحوا، وحذرت من أن»: whoever is speaking goes on
      if (nearby === 'none' && (!governing || governing.hedge)) return null;
      if (nearby === 'none' && governing) subject = { speaker: governing.speaker, via: governing.via };
      else if (nearby && nearby !== 'none')
        subject = { speaker: nearby, via: [...after.via, ...carriersOf(view, nearby, regionFrom, cue)] };
    }
  }
  if (!fits(form.verb.needs, subject, found, view, cue)) return null;
  // «لن يوضح “ما حدث”»: a refusal is no report
  if (found.quote === found.subjectEnd && isNegated(view, cue)) return null;
  if (!subject.speaker && form.number === 'p' && !form.verb.continues)
    subject = { ...subject, speaker: peopleBefore(view, cue) };
  subject = toldTo(toldOn(view, cue, wroteIn(form.verb.past, subject), governing));
  const frame = makeFrame(view, cue, cue, subject, { gender: form.gender, number: form.number });
  // «شكك في النتائج، معتبرًا أن»: the nearer word says how it was said
  const manner = mannerOf(view, cue, found.content);
  const said =
    manner < 0
      ? frame
      : {
          ...frame,
          cue: cueText(view, manner, manner),
          stance: view.tokens[manner]?.word.report?.verb.stance ?? 'neutral',
        };
  return { frame: said, from: cue, content: found.content, takesBefore, before: subjectFrom, quote: found.quote };
}

/** «كتب المحلل العسكري في صحيفة هآرتس، فلان، أن»: in the paper where he works. */
function wroteIn(past: string, subject: Subject): Subject {
  const paper = past === 'كتب' && subject.speaker?.role === 'speaker' ? subject.speaker.via : undefined;
  return paper && subject.via.length === 0 ? { ...subject, via: [paper] } : subject;
}

/** «مسؤول تحدث إلى «المدار» شرط عدم ذكر اسمه»: the medium whom he told. */
function toldTo(subject: Subject): Subject {
  const medium = subject.speaker?.toldTo;
  return medium && subject.via.length === 0 ? { ...subject, via: [medium] } : subject;
}

/** «أضاف الممثل “…”، وقالوا لنا: “…”»: they told whoever is speaking, and he tells it on. */
function toldOn(view: SentenceView, cue: number, subject: Subject, governing: Frame | null): Subject {
  const teller = governing?.speaker;
  if (!teller || !subject.speaker || subject.speaker.start === teller.start) return subject;
  return /^(?:لنا|لي)$/.test(at(view, cue + 1)?.word.norm ?? '')
    ? { ...subject, via: [...subject.via, teller] }
    : subject;
}

const DIRECTS = /^(?:طالب|دعا|ناشد)$/;
const OWN_TOKENS = 4;

/** «كشف مصدر … عن توقف ثلاثة مطاحن، موضحًا أن»: the verb has what it is about, so «أن» is the participle's alone. */
function standsAlone(view: SentenceView, cue: number, content: number): boolean {
  const manner = mannerOf(view, cue, content);
  const about = ABOUT[fold(view.tokens[cue]?.word.report?.verb.past ?? '')];
  if (manner < 0 || !about) return false;
  for (let k = cue + 1; k < manner - OWN_TOKENS; k += 1) {
    if (has(view.tokens[k], W.QUOTE_MARK) && partner(view, k) > k) k = partner(view, k);
    else if (about.test(view.tokens[k]?.word.norm ?? '')) return true;
  }
  return false;
}

/** A participle of saying behind a comma, right before the content: its token, or -1. */
function mannerOf(view: SentenceView, cue: number, content: number): number {
  for (let k = content - 1; k > cue + 1 && content - k <= 3; k -= 1)
    if (view.tokens[k]?.word.report?.tense === 'participle' && has(view.tokens[k - 1], W.COMMA)) return k;
  return -1;
}

/** «مضيفًا أن», «مشيرًا إلى أن», «محذرًا من أن», «قائلا: “…”»: goes on with the governing speaker. */
export function participleFrame(view: SentenceView, cue: number, governing: Frame | null): FoundFrame | null {
  const form = view.tokens[cue]?.word.report;
  if (!form || form.tense !== 'participle' || !governing) return null;
  const found =
    form.verb.needs === 'ascribes' ? ascribedNoun(view, cue) : nounComplement(view, cue, complementOf(view, cue));
  if (!found || found.subjectEnd - cue > 5) return null;
  const base = makeFrame(view, cue, cue, { speaker: governing.speaker, via: governing.via }, governing.elided);
  const frame = { ...base, speaker: governing.speaker, elided: governing.elided };
  return { frame, from: cue, content: found.content, takesBefore: false, quote: found.quote };
}
