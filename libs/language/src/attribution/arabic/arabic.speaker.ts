import * as W from '../../token/word.entry.js';
import {
  attachedSubject,
  cameForward,
  clauseSubject,
  documentBefore,
  isYetShe,
  peopleBefore,
  sharedSubject,
} from './arabic.antecedent.js';
import { speaksOfNoun } from './arabic.noun.js';
import { DOCUMENT_ONLY } from './arabic.needs.js';
import { OWN_WORDS } from './arabic.phrase.js';
import { arabicSource } from './arabic.source.js';
import { precedingSubject, whatWasSaid } from './arabic.preceding.js';
import { readSubject, type Subject } from './arabic.subject.js';
import { isInObject } from './arabic.within.js';
import { at, has, type SentenceView } from '../sentence.view.js';
import type { Frame, Source } from '../attribution.types.js';

// Who speaks through a verb of saying: behind it, before it, or somebody the sentence has named earlier.

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
export const asOutlet = (source: Source): Source => ({
  ...source,
  role: 'outlet',
  type: source.role === 'outlet' ? source.type : 'outlet',
  anonymous: false,
});

/** «اتهمت المنظمة الجيش بأنه …»: the last definite noun is whom the verb is about, not part of its subject. */
function withoutObject(view: SentenceView, cue: number, to: number): number {
  const { verb } = view.tokens[cue]?.word.report ?? {};
  // «ووصفت الاتهامات بأنها «افتراء»»: of two nouns the second is described, and one alone is
  const describes = verb?.past === 'وصف' && !/(?:ه|ها|هم|هما)$/.test(view.tokens[cue]?.word.stem ?? '');
  // «وصف تلك الضوابط بأنها»
  if (describes && /^(?:هذا|هذه|ذلك|تلك)$/.test(view.tokens[cue + 1]?.word.norm ?? '')) return cue + 1;
  if (describes && to - cue === 2 && has(view.tokens[cue + 1], W.DEFINITE)) return cue + 1;
  if ((verb?.needs !== 'by' && !describes) || to - cue <= 2) return to;
  return has(view.tokens[to - 1], W.DEFINITE | W.COUNTRY) && !/(ي|يه)$/.test(view.tokens[to - 1]?.word.norm ?? '')
    ? to - 1
    : to;
}

/** «تبدأ الكاتبة مقالها»: where the subject ends that is followed by what its words are. */
function beforeOwnWords({ tokens }: SentenceView, from: number, to: number): number {
  for (let k = from + 1; k < to; k += 1)
    if (OWN_WORDS.test(tokens[k]?.word.norm ?? '') && !has(tokens[k - 1], W.PREPOSITION | W.COMMA)) return k;
  return to;
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
  if (view.tokens[cue]?.word.report?.verb.past !== 'رد')
    return [first, withoutObject(view, cue, beforeOwnWords(view, first, to))];
  // «ردت اللجنة عبر حسابها على منصة إكس»: where she answered, not whom
  const answers = (k: number): boolean =>
    /^علي(?:ه|ها|هم|هما)?$/.test(at(view, k)?.word.norm ?? '') && !has(view.tokens[k + 1], W.OUTLET);
  const from = answers(cue + 1) && at(view, cue + 1)?.word.norm !== 'علي' ? cue + 2 : cue + 1;
  let end = from;
  // «رد الإدارة جاء باردًا»: the noun, and how it was
  while (end < to && !answers(end) && !/^(?:كانت?|جاءت?|بدت?)$/.test(at(view, end)?.word.norm ?? '')) end += 1;
  return [from, end];
}

/** Whom a verb has for its subject. */
export interface VerbSubject {
  readonly subject: Subject;
  /** The words before the verb name him. */
  readonly takesBefore: boolean;
  /** Where those words begin. */
  readonly from: number;
}

/** The frame a verb stands in, and the one its words stand under when «بحسب» has opened it for the whole sentence. */
interface Standing {
  readonly governing: Frame | null;
  readonly under: Frame | null;
}

/** «كان الوزير قد أقر، جوابا عن سؤال، بأن»: right behind a pause stands how he said it. */
function behindPause(view: SentenceView, cue: number, subject: Subject): Subject {
  const { speaker } = subject;
  const first = at(view, cue + 2)?.word.norm ?? '';
  const how = has(at(view, cue + 1), W.COMMA) && speaker?.type !== 'institution' && speaker?.head === first;
  return how && /\p{L}{3,}ا$/u.test(first) ? { ...subject, speaker: null } : subject;
}

/** The subject of the verb at `cue`, whose words end at `subjectEnd` where they stand behind it; null where the verb reports nothing. */
export function verbSubject(
  view: SentenceView,
  cue: number,
  regionFrom: number,
  subjectEnd: number,
  { governing, under }: Standing,
): VerbSubject | null {
  const came = cameForward(view, regionFrom, cue);
  if (came === 'none') return null;
  const behind = behindPause(view, cue, readSubject(view, ...subjectSpan(view, cue, subjectEnd)));
  if (behind.cited && behind.via.length === 0) return citedSubject(view, cue, regionFrom, behind);
  if (behind.speaker) return { subject: behind, takesBefore: false, from: cue };
  // «وتبيّن أن»: it turned out, for whoever speaks; only «تبيّن الدراسة أن» has somebody behind it
  if (view.tokens[cue]?.word.stem === 'تبين') return null;
  const before = whatWasSaid(view, cue, regionFrom) ?? precedingSubject(view, cue, regionFrom);
  if (before) return subjectBefore(view, before, behind);
  const attached = came ? null : attachedSubject(view, cue);
  if (isInObject(attached, under)) return null;
  // «أقر الرئيس بأن النظام معطل، غير أنه نفى»: whose words these are, not what they are about
  const yet = governing !== null && !governing.hedge && isYetShe(view, cue);
  const nearby = came ?? attached ?? (yet ? null : namedEarlier(view, cue, regionFrom));
  // «ذكرت الأمم المتحدة أن الآلاف نزحوا، وحذرت من أن»: whoever is speaking goes on
  if (nearby === 'none' && (!governing || governing.hedge)) return null;
  let subject = behind;
  if (nearby === 'none' && governing) subject = { speaker: governing.speaker, via: governing.via };
  else if (nearby && nearby !== 'none')
    subject = { speaker: nearby, via: [...behind.via, ...carriersOf(view, nearby, regionFrom, cue)] };
  return { subject, takesBefore: false, from: cue };
}

/** Behind the verb stands whom somebody cites: who cites him stands before it. */
function citedSubject(view: SentenceView, cue: number, regionFrom: number, cited: Subject): VerbSubject {
  const form = view.tokens[cue]?.word.report;
  // «كانت صحيفة «المدار» قد كشفت، نقلا عن مسؤولين، أن»
  const citing = precedingSubject(view, cue, regionFrom);
  const carrier = citing ? arabicSource(view.text, view.tokens, ...citing) : null;
  const through = (medium: Source): Subject => ({ speaker: cited.speaker, via: [asOutlet(medium)] });
  if (citing && carrier) return { subject: through(carrier), takesBefore: true, from: citing[0] };
  // «كانت صحيفة … أول من نشر الخبر، وأوردت نقلا عن العائلة أن»
  const goesOn = !citing && form?.gender === 'f' && view.tokens[cue]?.word.conjunction;
  const teller = goesOn ? clauseSubject(view, regionFrom, cue) : null;
  const isMedium = teller && teller !== 'none' && teller.role === 'outlet';
  return { subject: isMedium ? through(teller) : cited, takesBefore: false, from: cue };
}

/** The words [from, to) before the verb are its subject. */
function subjectBefore(view: SentenceView, before: [number, number], behind: Subject): VerbSubject {
  const speaker = arabicSource(view.text, view.tokens, ...before);
  const via = speaker?.via && carriesOn(speaker) ? [...behind.via, speaker.via] : behind.via;
  return { subject: { speaker, via }, takesBefore: speaker !== null, from: before[0] };
}

/** Whom the sentence has named before a verb without a subject; 'none' where he is no speaker. */
const namedEarlier = (view: SentenceView, cue: number, regionFrom: number): Source | 'none' | null =>
  (view.tokens[cue]?.word.report?.verb.needs === DOCUMENT_ONLY ? documentBefore(view, regionFrom, cue) : null) ??
  (speaksOfNoun(view, regionFrom) ? null : sharedSubject(view, regionFrom, cue));

/** Who says it in the end: people spoken of earlier where the verb names nobody, and through whom he told it. */
export function toldThrough(view: SentenceView, cue: number, subject: Subject, governing: Frame | null): Subject {
  const form = view.tokens[cue]?.word.report;
  const people = !subject.speaker && form?.number === 'p' && !form.verb.continues;
  const known = people ? { ...subject, speaker: peopleBefore(view, cue) } : subject;
  return toldTo(toldOn(view, cue, wroteIn(form?.verb.past ?? '', known), governing));
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
